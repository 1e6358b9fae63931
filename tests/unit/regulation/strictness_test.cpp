// What a regulation may not say: each fault with the line on which it stands.
#include <doctest/doctest.h>

#include "unit/regulation/fixture.hpp"

namespace svcadm::regulation::test {

namespace {

// [[attendance.lateness]] stands on line 4, the first tier on line 9.
std::string lateness(const std::string& tiers, const std::string& more = "") {
  return "[[attendance.lateness]]\nfrom = 2020-01-01\nmethod = \"event/1\"\nprecision = \"second\"\ntiers = [\n" +
         tiers + "]\nclause = \"3\"\n" + more;
}

// Line 4 on.
std::string kind(const std::string& share_lines, const std::string& code = "sick") {
  return "[[leave.kind]]\ncode = \"" + code + "\"\nfrom = 2020-01-01\nlabel = { zh = \"假\", en = \"leave\" }\n" +
         "column = \"sick\"\ncounted = \"workdays\"\nkeeps_full_attendance = false\nclause = \"5\"\n" + share_lines;
}

// Line 4 on; the method's own values from line 9 on.
std::string item(const std::string& values) {
  return "[[payroll.item]]\ncode = \"base\"\nfrom = 2020-01-01\nlabel = { zh = \"基\", en = \"base\" }\ncolumn = "
         "\"base\"\n" +
         values + "for = \"everybody\"\npart_month = \"workdays\"\nclause = \"6\"\n";
}

}  // namespace

TEST_CASE("broken syntax is told with its line, the first fault only") {
  CHECK(faults_of("[[attendance.hours]\nfrom = \n") == Faults{"4 regulation.syntax-bracket"});
  CHECK(faults([] { read_regulation("format = 1\nformat = 1\n", "a"); }) == Faults{"2 regulation.syntax-twice"});
  CHECK(faults([] { read_regulation("code = \"\xff\"\n", "a"); }) == Faults{"1 regulation.not-utf8"});
}

TEST_CASE("the header needs a known format, a code and a title in both languages") {
  CHECK(faults([] { read_regulation("# nothing\n", "a"); }) == Faults{"1 regulation.missing-key", "1 regulation.missing-key",
                                                           "1 regulation.missing-key", "1 regulation.says-nothing"});
  const auto found = faults([] {
    read_regulation(
        "format = 2\ncode = \"house\"\ntitle = { zh = \"例\" }\n[[signature]]\nfrom = 2020-01-01\nclause = \"1\"\n",
        "a");
  });
  CHECK(found == Faults{"1 regulation.unknown-format", "2 regulation.bad-value", "3 regulation.missing-key"});
}

TEST_CASE("all problems are told at once, by line, with file and key") {
  try {
    read_regulation(
        with_header("[[payroll.divisor]]\nfrom = 2020-01-01\nmethod = \"fixed/1\"\ndays = \"0\"\n"
                    "[[payroll.rounding]]\nfrom = 2020-01-01\nmethod = \"bankers\"\nunit = \"0.01\"\nclause = \"9\"\n"),
        "house.toml");
    FAIL("accepted");
  } catch (const Error& error) {
    REQUIRE(error.problems().size() == 3);
    CHECK(error.problems()[0].message.id == "regulation.missing-key");
    CHECK(error.problems()[0].place->file == "house.toml");
    CHECK(error.problems()[0].place->line == 4);
    CHECK(error.problems()[0].place->field == "payroll.divisor.clause");
    CHECK(error.problems()[1].message.id == "regulation.zero-divisor");
    CHECK(error.problems()[1].place->field == "payroll.divisor.days");
    CHECK(error.problems()[2].place->line == 10);
    CHECK(error.problems()[2].place->field == "payroll.rounding.method");
  }
}

TEST_CASE("an unknown section, a table that is no list of entries, and an empty file are refused") {
  CHECK(faults_of("[[attendance.hour]]\nfrom = 2020-01-01\n") ==
        Faults{"1 regulation.says-nothing", "4 regulation.unknown-section"});
  CHECK(faults_of("[attendance.hours]\nfrom = 2020-01-01\n") ==
        Faults{"1 regulation.says-nothing", "4 regulation.not-entries"});
  CHECK(faults_of("colour = 3\n") == Faults{"1 regulation.says-nothing", "4 regulation.unknown-section"});
  CHECK(faults_of("[colour]\nred = 3\n") == Faults{"1 regulation.says-nothing", "5 regulation.unknown-section"});
}

TEST_CASE("an unknown key is refused wherever it stands") {
  CHECK(faults_of("[[signature]]\nfrom = 2020-01-01\nclause = \"1\"\nclauses = \"2\"\n") ==
        Faults{"7 regulation.unknown-key"});
  CHECK(faults_of(lateness("{ nothing = true, clause = \"1\", rules = \"A\" },\n")) ==
        Faults{"9 regulation.unknown-key"});
}

TEST_CASE("a missing clause is refused, in tiers too") {
  CHECK(faults_of("[[signature]]\nfrom = 2020-01-01\n") == Faults{"4 regulation.missing-key"});
  CHECK(faults_of("[[signature]]\nfrom = 2020-01-01\nclause = \" \"\n") == Faults{"6 regulation.empty-text"});
  CHECK(faults_of(lateness("{ nothing = true },\n")) == Faults{"9 regulation.missing-key"});
}

TEST_CASE("a float and a time of day are refused, wherever they stand") {
  CHECK(faults_of("[[payroll.divisor]]\nfrom = 2020-01-01\nmethod = \"fixed/1\"\ndays = 21.75\nclause = \"8\"\n") ==
        Faults{"7 regulation.float"});
  CHECK(faults_of("[[attendance.hours]]\nfrom = 2020-01-01\nwindows = 09:30:00\nclause = \"1\"\n") ==
        Faults{"6 regulation.time"});
  CHECK(faults_of("[[attendance.hours]]\nfrom = 2020-01-01T00:00:00\nwindows = \"09:00-18:00\"\nclause = \"1\"\n") ==
        Faults{"5 regulation.date-time"});
}

TEST_CASE("a text with characters that steer a terminal is refused, wherever it stands") {
  const auto clause = [](const std::string& text) {
    return faults_of("[[signature]]\nfrom = 2020-01-01\nclause = " + text + "\n");
  };
  for (const char* bad :
       {R"("\u001b[31m")", R"("a\u0007")", R"("a\u202e")", R"("a\u0085")", R"("a\u007f")", "\"a\xE2\x80\xAE\""}) {
    CAPTURE(bad);
    CHECK(clause(bad) == Faults{"6 regulation.control-character"});
  }
  CHECK(clause("\"\"\"第一条\n\t第二款\"\"\"") == Faults{});
  CHECK(faults_of(item("method = \"by-grade/1\"\ngrades = { \"A\\u001b\" = \"1.00\" }\n")) ==
        Faults{"10 regulation.control-character"});
}

TEST_CASE("from is a date and nothing else") {
  CHECK(faults_of("[[signature]]\nclause = \"1\"\n") == Faults{"4 regulation.missing-key"});
  CHECK(faults_of("[[signature]]\nfrom = \"2020-01-01\"\nclause = \"1\"\n") == Faults{"5 regulation.wrong-type"});
}

TEST_CASE("a value of the wrong type or form is refused") {
  CHECK(faults_of("[[attendance.hours]]\nfrom = 2020-01-01\nwindows = 9\nclause = \"1\"\n") ==
        Faults{"6 regulation.wrong-type"});
  CHECK(faults_of("[[attendance.hours]]\nfrom = 2020-01-01\nwindows = \"18:00-09:00-\"\nclause = \"1\"\n") ==
        Faults{"6 regulation.bad-value"});
  CHECK(faults_of("[[attendance.absenteeism]]\nfrom = 2020-01-01\ndays_pay = \"-1\"\nclause = \"4\"\n") ==
        Faults{"6 regulation.bad-value"});
  CHECK(faults_of(lateness("{ deduct = \"-1.00\", clause = \"1\" },\n")) == Faults{"9 regulation.bad-value"});
  CHECK(faults_of(lateness("{ deduct = \"1.005\", clause = \"1\" },\n")) == Faults{"9 regulation.bad-value"});
  CHECK(faults_of(
            "[[attendance.absenteeism]]\nfrom = 2020-01-01\ndays_pay = \"1/9223372036854775807\"\nclause = \"4\"\n") ==
        Faults{"6 regulation.bad-value"});
  CHECK(faults_of(
            lateness("{ up_to = \"745h\", nothing = true, clause = \"1\" },\n{ nothing = true, clause = \"1\" },\n")) ==
        Faults{"9 regulation.bad-value", "9 regulation.tier-order"});
  CHECK(faults_of("[[payroll.probation]]\nfrom = 2020-01-01\nmonths = \"2\"\nclause = \"6\"\n") ==
        Faults{"6 regulation.bad-value"});
  CHECK(faults_of("[[signature]]\nfrom = 2020-01-01\nclause = \"1\"\nrule = \"seven\"\n") ==
        Faults{"7 regulation.bad-value"});
  CHECK(faults_of("[[signature]]\nfrom = 2020-01-01\nclause = \"1\"\nrule = 7\n") == Faults{"7 regulation.wrong-type"});
}

TEST_CASE("a consequence is exactly one thing") {
  CHECK(faults_of(lateness("{ clause = \"1\" },\n")) == Faults{"9 regulation.none-of"});
  CHECK(faults_of(lateness("{ deduct = \"1.00\", nothing = true, clause = \"1\" },\n")) ==
        Faults{"9 regulation.more-than-one-of"});
  CHECK(faults_of(lateness("{ nothing = false, clause = \"1\" },\n")) == Faults{"9 regulation.only-true"});
  CHECK(faults_of(lateness("{ becomes = { days = \"1\" }, clause = \"1\" },\n")) == Faults{"9 regulation.none-of"});
  CHECK(faults_of(lateness("{ becomes = { leave = \"personal\", days = \"1/3\" }, clause = \"1\" },\n")) ==
        Faults{"9 regulation.bad-value"});
}

TEST_CASE("tiers join exactly: a gap, an overlap and disorder are told on the tier's line") {
  const std::string first = "{ up_to = \"5min\", nothing = true, clause = \"1\" },\n";
  CHECK(faults_of(lateness(first + "{ over = \"5min\", nothing = true, clause = \"1\" },\n")) == Faults{});
  CHECK(faults_of(lateness(first + "{ nothing = true, clause = \"1\" },\n")) == Faults{});
  CHECK(faults_of(lateness(first + "{ over = \"6min\", nothing = true, clause = \"1\" },\n")) ==
        Faults{"10 regulation.tier-gap"});
  CHECK(faults_of(lateness(first + "{ over = \"4min\", nothing = true, clause = \"1\" },\n")) ==
        Faults{"10 regulation.tier-overlap"});
  CHECK(faults_of(lateness(first + "{ at_least = \"5min\", nothing = true, clause = \"1\" },\n")) ==
        Faults{"10 regulation.tier-overlap"});
  const std::string below = "{ below = \"5min\", nothing = true, clause = \"1\" },\n";
  CHECK(faults_of(lateness(below + "{ at_least = \"5min\", nothing = true, clause = \"1\" },\n")) == Faults{});
  CHECK(faults_of(lateness(below + "{ over = \"5min\", nothing = true, clause = \"1\" },\n")) ==
        Faults{"10 regulation.tier-gap"});
  CHECK(faults_of(lateness(
            first + "{ up_to = \"3min\", nothing = true, clause = \"1\" },\n{ nothing = true, clause = \"1\" },\n")) ==
        Faults{"10 regulation.tier-order"});
  CHECK(faults_of(lateness("{ over = \"1min\", nothing = true, clause = \"1\" },\n")) ==
        Faults{"9 regulation.tier-gap"});
}

TEST_CASE("the last tier is open above, the others are not") {
  CHECK(faults_of(lateness("{ up_to = \"5min\", nothing = true, clause = \"1\" },\n")) ==
        Faults{"9 regulation.tier-not-open"});
  CHECK(faults_of(lateness("{ nothing = true, clause = \"1\" },\n{ nothing = true, clause = \"1\" },\n")) ==
        Faults{"9 regulation.tier-no-bound"});
  CHECK(faults_of(lateness("")) == Faults{"8 regulation.empty-list"});
}

TEST_CASE("an allowance needs totals of the month, grace needs to say what it is, repetition grows") {
  const std::string tier = "{ nothing = true, clause = \"1\" },\n";
  CHECK(faults_of(lateness(tier, "month_allowance = \"30min\"\n")) == Faults{"12 regulation.allowance-without-month"});
  CHECK(faults_of(lateness(tier, "grace = \"5min\"\n")) == Faults{"4 regulation.missing-key"});
  CHECK(faults_of(lateness(tier,
                           "repetition = [\n{ from_nth = 3, times = \"2\", clause = \"1\" },\n"
                           "{ from_nth = 3, times = \"3\", clause = \"1\" },\n]\n")) ==
        Faults{"14 regulation.repetition-order"});
  CHECK(
      faults_of(lateness(tier, "repetition = [ { from_nth = 2, times = \"2\", nothing = true, clause = \"1\" } ]\n")) ==
      Faults{"12 regulation.times-and-consequence"});
}

TEST_CASE("shares by service join like tiers") {
  CHECK(faults_of(kind("shares = [ { deduct = \"40%\", clause = \"5\" } ]\n")) == Faults{});
  CHECK(faults_of(kind("shares = [\n{ under_years = 2, deduct = \"40%\", clause = \"5\" },\n"
                       "{ from_years = 3, deduct = \"30%\", clause = \"5\" },\n]\n")) ==
        Faults{"14 regulation.share-gap"});
  CHECK(faults_of(kind("shares = [\n{ under_years = 2, deduct = \"40%\", clause = \"5\" },\n"
                       "{ from_years = 1, deduct = \"30%\", clause = \"5\" },\n]\n")) ==
        Faults{"14 regulation.share-overlap"});
  CHECK(faults_of(kind("shares = [ { under_years = 2, deduct = \"40%\", clause = \"5\" } ]\n")) ==
        Faults{"12 regulation.share-not-open"});
  CHECK(faults_of(kind("")) == Faults{"4 regulation.none-of"});
  CHECK(faults_of(kind("deduct = \"40%\"\nshares = [ { deduct = \"40%\", clause = \"5\" } ]\n")) ==
        Faults{"4 regulation.more-than-one-of"});
  CHECK(faults_of(kind("deduct = \"40%\"\nmeasured = \"each-day\"\n")) == Faults{"13 regulation.unknown-key"});
}

TEST_CASE("a part is at most the whole; a forgotten percent sign is told") {
  CHECK(faults_of(kind("deduct = \"40\"\n")) == Faults{"12 regulation.percent-missing"});
  CHECK(faults_of(kind("deduct = \"101%\"\n")) == Faults{"12 regulation.more-than-whole"});
  CHECK(faults_of(kind("deduct = \"3/2\"\n")) == Faults{"12 regulation.more-than-whole"});
  for (const char* good : {"0", "0.4", "1", "100%", "2/3"}) {
    CAPTURE(good);
    CHECK(faults_of(kind("deduct = \"" + std::string{good} + "\"\n")) == Faults{});
  }
  CHECK(faults_of(kind("shares = [ { deduct = \"40\", clause = \"5\" } ]\n")) ==
        Faults{"12 regulation.percent-missing"});
  CHECK(faults_of(lateness("{ day_share = \"50\", clause = \"1\" },\n")) == Faults{"9 regulation.percent-missing"});
  CHECK(faults_of("[[law.damage_limit]]\nfrom = 1995-01-01\nshare = \"120%\"\nclause = \"16\"\ninstrument = \"x\"\n"
                  "checked = 2026-01-01\n") == Faults{"6 regulation.more-than-whole"});
}

TEST_CASE("a share of another item may be more than the whole, written so") {
  const auto with_share = [](const std::string& share) {
    return faults_of(item("method = \"fixed/1\"\namount = \"1.00\"\n") +
                     "[[payroll.item]]\ncode = \"extra\"\nfrom = 2020-01-01\nlabel = { zh = \"奖\", en = \"extra\" }\n"
                     "column = \"bonus\"\nmethod = \"share-of/1\"\nof = \"base\"\nshare = \"" +
                     share + "\"\nfor = \"everybody\"\npart_month = \"workdays\"\nclause = \"6\"\n");
  };
  CHECK(with_share("150%") == Faults{});
  CHECK(with_share("3/2") == Faults{});
  CHECK(with_share("500") == Faults{"21 regulation.percent-missing"});
}

TEST_CASE("a pay item has the values of its method and no others") {
  CHECK(faults_of(item("method = \"fixed/1\"\namount = \"1.00\"\n")) == Faults{});
  CHECK(faults_of(item("method = \"fixed/1\"\ngrades = { A = \"1.00\" }\n")) ==
        Faults{"4 regulation.missing-key", "10 regulation.unknown-key"});
  CHECK(faults_of(item("method = \"by-grade/1\"\ngrades = { A = \"x\", B = 3 }\n")) ==
        Faults{"10 regulation.bad-value", "10 regulation.wrong-type"});
  CHECK(faults_of(item("method = \"flat/1\"\namount = \"1.00\"\n")) == Faults{"9 regulation.unknown-word"});
}

TEST_CASE("a charge below the regulation's own floor is refused") {
  CHECK(
      faults_of("[[payroll.complaint]]\ncode = \"minor\"\nfrom = 2020-01-01\nlabel = { zh = \"轻\", en = \"minor\" }\n"
                "deduct = \"49.99\"\nfloor = \"50.00\"\nclause = \"6\"\n") == Faults{"8 regulation.below-floor"});
}

TEST_CASE("law needs its instrument and the day it was checked") {
  CHECK(faults_of("[[law.damage_limit]]\nfrom = 1995-01-01\nshare = \"20%\"\nclause = \"16\"\n") ==
        Faults{"4 regulation.missing-key", "4 regulation.missing-key"});
}

TEST_CASE("deep nesting, long keys and odd bytes are refused, not survived by luck") {
  CHECK(faults_of(std::string(100'000, '[')).size() == 1);
  CHECK(faults_of("x = " + std::string(3000, '[') + std::string(3000, ']') + "\n").size() == 1);
  CHECK(faults_of(std::string(100'000, 'k') + " = 1\n").size() == 2);
  CHECK(faults_of(std::string("a\0b = 1\n", 8)).size() == 1);
}

}  // namespace svcadm::regulation::test
