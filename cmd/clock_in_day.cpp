// svcadm clock-in day: one person's day, from the plan to what was concluded.

#include <ostream>

#include "base/text.hpp"
#include "cmd/clock_in.hpp"
#include "cmd/columns.hpp"
#include "tabular/writer.hpp"
#include "usecase/clock_in_day.hpp"
#include "usecase/office.hpp"

namespace svcadm::cmd {

namespace {

constexpr int width = 80;
constexpr int topic_width = 12;

struct Options {
  std::string person;
  std::string day;
  bool explain = false;
};

void declare(Words& words, Options& options) {
  words.argument("PERSON", options.person, "Whose day").required();
  words.argument("DATE", options.day, "Which day").required();
  words.flag("--explain", options.explain, "Say also where each thing comes from");
  words.explain(
      "The plan, the punches with what they said, the arrival (the later of punch and online time where the "
      "regulation says so), what each lateness is and costs, and the clause of each.");
  words.example("svcadm clock-in day 1001 2026-10-12 --explain");
}

void print_text(Session& session, const usecase::DayAccount& account, bool explain) {
  session.out << printable(account.person.employee_no + " " + account.person.name) << "  " << to_string(account.day)
              << "\n\n";
  std::string before;
  for (const usecase::DayLine& line : account.lines) {
    if (line.only_explained && !explain) continue;
    std::string topic = locale::say(Arg{Term{"day." + to_key(line.topic)}});
    if (topic == before) {
      topic.clear();
    } else {
      before = topic;
    }
    std::string sentence = locale::say(line.message);
    if (const std::string cite = in_brackets(line.cite); !cite.empty()) sentence += "  " + cite;
    for (const std::string& part : wrap(sentence, width - topic_width)) {
      session.out << pad(topic, topic_width) << part << '\n';
      topic.clear();
    }
  }
}

void print_grid(Session& session, const usecase::DayAccount& account, bool explain) {
  using tabular::Kind;
  const auto writer = session.writer();
  writer->begin({.title = printable(account.person.employee_no + " " + account.person.name),
                 .subtitle = to_string(account.day),
                 .name = "clock-in.day",
                 .columns = {column("employee_no", Kind::identifier), column("day", Kind::date), column("topic"),
                             column("id"), column("text"), column("regulation"), column("clause"), column("rule")},
                 .created = session.now()});
  for (const usecase::DayLine& line : account.lines) {
    if (line.only_explained && !explain) continue;
    writer->row(std::vector<tabular::Cell>{account.person.employee_no, account.day, to_key(line.topic), line.message.id,
                                           locale::say(line.message), text_cell(line.cite.regulation),
                                           text_cell(line.cite.clause), text_cell(line.cite.rule)});
  }
  writer->end();
}

int run(const Options& options, Session& session) {
  auto& office = session.office();
  const auto account = usecase::account_day(office, options.person, read_day(options.day, session.present()));
  if (session.options.format() == tabular::Format::table && !session.options.output) {
    print_text(session, account, options.explain);
  } else {
    print_grid(session, account, options.explain);
  }
  return 0;
}

}  // namespace

Verb clock_in_day() {
  return verb<Options>("day", "Print somebody's day: plan, punches and what follows", declare, Needs::reading, run);
}

}  // namespace svcadm::cmd
