#include "cmd/run.hpp"

#include <sstream>

#include <doctest/doctest.h>

#include "base/error.hpp"
#include "base/text.hpp"
#include "cmd/completion.hpp"
#include "cmd/help.hpp"

using namespace svcadm;
using namespace svcadm::cmd;

namespace {

struct ShowOptions {
  std::string month;
  std::vector<std::string> persons;
  std::string kind = "all";
  bool check = false;
};

int show(const ShowOptions& options, Session& session) {
  session.out << options.month << '|' << options.kind << '|' << options.check;
  for (const std::string& person : options.persons) session.out << '|' << person;
  session.out << '|' << to_string(session.now()) << '\n';
  return options.check ? 1 : 0;
}

Verb pay_show() {
  return verb<ShowOptions>(
      "show", "Show the pay of a month, line by line, each with the article it comes from",
      [](Words& words, ShowOptions& options) {
        words.option("--month", options.month, "MONTH", "The month").required();
        words.option("--kind", options.kind, "KIND", "Which lines").choices({"all", "zh", "en"});
        words.flag("--check", options.check, "Status 1 where something is wrong");
        words.argument("PERSON", options.persons, "Whose pay; everybody's where nobody is named");
        words.example("svcadm pay show --month 2026-10");
      },
      Needs::reading, show);
}

struct Nothing {};

Verb pay_sum() {
  return verb<Nothing>(
      "sum", "Fail in three ways", [](Words&, Nothing&) {}, Needs::reading,
      [](const Nothing&, Session&) -> int {
        std::vector<Problem> problems;
        for (int line = 1; line <= 103; ++line) {
          problems.push_back({.message = {"problem.usage.count", {std::string{"x"}}},
                              .place = Place{.file = "pay.csv", .line = line, .field = "days"},
                              .way_out = line == 1 ? "svcadm pay show" : ""});
        }
        throw Error{Failure::input, std::move(problems)};
      });
}

Verb pay_break() {
  return verb<Nothing>(
      "break", "Throw what is ours to mend", [](Words&, Nothing&) {}, Needs::nothing,
      [](const Nothing&, Session&) -> int { throw std::logic_error{"unthinkable"}; });
}

struct TapOptions {
  std::string person;
};

Verb tap() {
  return verb<TapOptions>(
      "", "Record a tap", [](Words& words, TapOptions& options) { words.argument("PERSON", options.person, "Who"); },
      Needs::writing,
      [](const TapOptions& options, Session& session) {
        session.out << "tap " << options.person << '\n';
        return 0;
      });
}

std::span<const Noun> nouns() {
  static const Noun table[] = {
      {"pay", "Money", "Pay of a month", {pay_show, pay_sum, pay_break}},
      {"paper", "Money", "Forms on paper", {pay_sum}},
      {"clock-in", "Time", "Taps of the clock", {tap, pay_sum}, "clock"},
  };
  return table;
}

struct Said {
  int status;
  std::string out;
  std::string err;
};

Environment machine() {
  Environment environment;
  environment.utc_seconds = 1791768600;  // 2026-10-12 01:30:00 UTC
  return environment;
}

Said issue(std::vector<std::string> words, const Environment& environment = machine()) {
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  const int status = run(words, in, out, err, environment, nouns());
  return {status, out.str(), err.str()};
}

Environment at_a_terminal() {
  Environment environment = machine();
  environment.out_is_terminal = environment.err_is_terminal = true;
  return environment;
}

void check_width(const std::string& text) {
  std::istringstream lines{text};
  for (std::string line; std::getline(lines, line);) {
    CAPTURE(line);
    CHECK(display_width(line) <= 80);
    CHECK_FALSE(line.ends_with(' '));
  }
}

}  // namespace

TEST_CASE("words reach the options, common ones before or after the verb") {
  const std::string expected = "2026-10|all|1|E1|E2|2026-10-12 09:30:00\n";
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"pay", "show", "--month", "2026-10", "--check", "E1", "E2"},
        {"pay", "show", "E1", "--check", "E2", "--month=2026-10"},
        {"--wait", "3", "pay", "--db=x.db", "show", "E1", "E2", "--month", "2026-10", "--check"}}) {
    const Said said = issue(words);
    CHECK(said.out == expected);
    CHECK(said.err.empty());
    CHECK(said.status == 1);
  }
}

TEST_CASE("--as-of replaces the clock") {
  CHECK(issue({"--as-of", "2026-01-31", "pay", "show", "--month", "x"}).out == "x|all|0|2026-01-31 23:59:59\n");
}

TEST_CASE("negative numbers and words behind -- are arguments") {
  CHECK(issue({"pay", "show", "--month", "-1", "-30.50", "--", "--check"}).out ==
        "-1|all|0|-30.50|--check|2026-10-12 09:30:00\n");
}

TEST_CASE("a noun may be a command itself, have verbs besides, and a short name") {
  CHECK(issue({"clock-in", "E1"}).out == "tap E1\n");
  CHECK(issue({"clock", "E1"}).out == "tap E1\n");
  CHECK(issue({"clock", "sum"}).status == 8);
  CHECK(issue({"clock-in", "--help"}).out.find("sum") != std::string::npos);
}

TEST_CASE("every complaint about the words is made, in the language asked for") {
  const Said said = issue({"pay", "show", "--kind", "none", "--wait", "soon", "--lang", "zh"});
  CHECK(said.status == 2);
  CHECK(said.err ==
        "svcadm: 缺少 --month\n"
        "svcadm: --kind：“none”不在其中：all, zh, en\n"
        "svcadm: --wait：“soon”不是这里可用的整数\n");
}

TEST_CASE("misspelt names are answered with the nearest") {
  CHECK(issue({"pya", "show"}).err ==
        "svcadm: 'pya' is not a command of svcadm; did you mean 'pay'?\n  try: svcadm pay\n");
  CHECK(issue({"pay", "shwo"}).err == "svcadm: pay has no verb 'shwo'; did you mean 'show'?\n  try: svcadm pay show\n");
  CHECK(issue({"pay", "show", "--monht", "2026-10", "--month", "x"}).err ==
        "svcadm: there is no option --monht here; did you mean --month?\n");
  CHECK(issue({"nothing"}).err == "svcadm: 'nothing' is not a command of svcadm\n  try: svcadm --help\n");
  CHECK(issue({"pay", "--month", "2026-10"}).status == 2);
}

TEST_CASE("values that are missing are named") {
  CHECK(issue({"pay", "show", "--month"}).err == "svcadm: --month needs a value behind it\n");
  CHECK(issue({"pay", "show", "--month="}).err == "svcadm: --month needs a value behind it\n");
  CHECK(issue({"pay", "show", "--month", "--check"}).err == "svcadm: --month needs a value behind it\n");
  CHECK(issue({"pay", "show", "--month", "a", "--month", "b"}).err == "svcadm: --month is given more than once\n");
  CHECK(issue({"clock", "E1", "E2"}).err == "svcadm: 'E2' is one word too many\n");
  CHECK(issue({"pay", "show", "--month", "a", "--format", "xlsx"}).status == 2);
}

TEST_CASE("choices are typed as code or as their word in either language, whatever the language is") {
  for (const char* language : {"en", "zh"}) {
    for (const char* word : {"zh", "Chinese", "中文"}) {
      const Said said = issue({"pay", "show", "--month", "x", "--kind", word, "--lang", language});
      CHECK(said.out.starts_with("x|zh|"));
    }
    CHECK(issue({"pay", "show", "--month", "x", "--kind", "French", "--lang", language}).status == 2);
  }
}

TEST_CASE("names are cut to what is unique at a terminal, and only there") {
  CHECK(issue({"pay", "sh", "--month", "x"}, at_a_terminal()).status == 0);
  CHECK(issue({"pay", "sh", "--month", "x"}).status == 2);
  const Said said = issue({"pa", "show"}, at_a_terminal());
  CHECK(said.err == "svcadm: 'pa' may be any of: pay, paper\n");
  CHECK(issue({"clo", "E1"}, at_a_terminal()).out == "tap E1\n");
}

TEST_CASE("problems name file, line and field, with the way out; a hundred are shown") {
  const Said said = issue({"pay", "sum"});
  CHECK(said.status == 8);
  CHECK(
      said.err.starts_with("svcadm: pay.csv:1: days: 'x' is no count: write a whole number from 0 on\n"
                           "  try: svcadm pay show\nsvcadm: pay.csv:2: days: "));
  CHECK(said.err.find("pay.csv:100:") != std::string::npos);
  CHECK(said.err.find("pay.csv:101:") == std::string::npos);
  CHECK(said.err.ends_with("svcadm: and 3 more, 103 in all\n"));
}

TEST_CASE("with --format json errors are JSON, all of them") {
  const Said said = issue({"pay", "sum", "--format=json"});
  CHECK(said.status == 8);
  CHECK(said.err.starts_with(R"({"error":{"status":8,"problems":[{"id":"problem.usage.count")"));
  CHECK(said.err.find("\"line\":103") != std::string::npos);
  CHECK(issue({"--format", "json", "nothing"}).err.starts_with("{\"error\":{\"status\":2"));
}

TEST_CASE("what is not ours to throw is our mistake") {
  const Said said = issue({"pay", "break"});
  CHECK(said.status == 70);
  CHECK(said.err == "svcadm: a mistake in svcadm itself: unthinkable\n");
}

TEST_CASE("a result that cannot be written is a disk error") {
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  out.setstate(std::ios::badbit);
  const std::vector<std::string> words{"clock", "E1"};
  CHECK(run(words, in, out, err, machine(), nouns()) == 13);
}

TEST_CASE("the language is --lang, else the machine's") {
  Environment chinese = machine();
  chinese.variables["LANG"] = "zh_CN.UTF-8";
  CHECK(issue({"nothing"}, chinese).err.find("没有命令") != std::string::npos);
  CHECK(issue({"nothing", "--lang", "en"}, chinese).err.find("not a command") != std::string::npos);
  chinese.variables["LC_ALL"] = "C";
  CHECK(issue({"nothing"}, chinese).err.find("not a command") != std::string::npos);
}

TEST_CASE("at a terminal errors are broken at 80 columns") {
  check_width(issue({"pay", "sum"}, at_a_terminal()).err);
  check_width(issue({std::string(30, 'x') + " " + std::string(60, 'y')}, at_a_terminal()).err);
}

TEST_CASE("help fits 80 columns in both languages") {
  for (const std::string language : {"en", "zh"}) {
    for (const std::vector<std::string>& words :
         {std::vector<std::string>{}, {"--help"}, {"pay"}, {"pay", "show", "--help"}, {"help", "clock"}}) {
      auto all = words;
      all.insert(all.end(), {"--lang", language});
      const Said said = issue(all);
      CHECK(said.status == 0);
      CHECK(said.err.empty());
      CHECK_FALSE(said.out.empty());
      check_width(said.out);
    }
  }
}

TEST_CASE("the help of a verb says how it is used") {
  CHECK(issue({"pay", "show", "--help"}).out ==
        "Usage: svcadm pay show --month MONTH [OPTIONS] [PERSON...]\n\n"
        "Show the pay of a month, line by line, each with the article it comes from.\n\n"
        "Arguments:\n"
        "  PERSON...  Whose pay; everybody's where nobody is named\n\n"
        "Options:\n"
        "  --month MONTH  The month\n"
        "  --kind KIND    Which lines: all, zh, en\n"
        "  --check        Status 1 where something is wrong\n\n"
        "Common options (--db, --as-of, --format, --lang ...): svcadm --help\n\n"
        "Examples:\n"
        "  svcadm pay show --month 2026-10\n");
}

namespace {

/// The words offered, one after the other; files and folders as a shell is told.
std::string offered(const std::vector<std::string>& typed) {
  const NamesAt names = [](const NamePlace& place, const TypedOptions& options) -> std::vector<Offer> {
    return {{std::string{place.what} + "-of-" + std::string{place.noun} + options.db}};
  };
  const Offers offers = offers_for(nouns(), typed, names);
  std::string line;
  for (const Offer& offer : offers.words) line += (line.empty() ? "" : " ") + offer.word;
  if (offers.files) line += ":files";
  return line;
}

}  // namespace

TEST_CASE("completion offers nouns, then verbs, short names understood") {
  CHECK(offered({""}) == "pay paper clock-in");
  CHECK(offered({"pa"}) == "pay paper");
  CHECK(offered({"pay", ""}) == "show sum break");
  CHECK(offered({"clock", ""}) == "PERSON-of-clock-in");
  CHECK(offered({"cl", ""}) == "PERSON-of-clock-in");
  CHECK(offered({"nonsense", ""}).empty());
}

TEST_CASE("completion offers the options that were not given, and values of closed sets") {
  CHECK(offered({"pay", "show", "--m"}) == "--month");
  CHECK(offered({"pay", "show", "--month", "2026-10", "--m"}).empty());
  CHECK(offered({"pay", "show", "--kind", ""}) == "all zh en");
  CHECK(offered({"pay", "show", "--kind=z"}) == "--kind=zh");
  CHECK(offered({"pay", "show", "--kind", "=", "z"}) == "zh");
  CHECK(offered({"pay", "show", "--kind", "="}) == "all zh en");
  CHECK(offered({"--lang", "zh", "pay", "show", "--month", "l"}) == "last");
  CHECK(offered({"pay", "show", "--output", ""}) == ":files");
}

TEST_CASE("completion asks the office that was typed for names") {
  CHECK(offered({"pay", "show", ""}) == "PERSON-of-pay");
  CHECK(offered({"--db", "x.db", "pay", "show", "PERSON"}) == "PERSON-of-payx.db");
  CHECK(offered({"--db=y.db", "pay", "show", "1003", ""}) == "PERSON-of-payy.db");
  CHECK(offered({"pay", "show", "--", "-"}).empty());
}
