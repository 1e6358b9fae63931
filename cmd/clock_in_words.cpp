// Words that the verbs of clock-in and leave share.

#include <fmt/format.h>

#include "base/error.hpp"
#include "cmd/clock_in.hpp"

namespace svcadm::cmd {

void declare_days(Words& words, DaysWanted& wanted, std::string otherwise) {
  words.option("--month", wanted.month, "MONTH", "A whole month, instead of --from and --to");
  words.option("--from", wanted.from, "DATE", std::move(otherwise));
  words.option("--to", wanted.to, "DATE", "The last day; the first one where only that is given");
}

DayRange read_days(const DaysWanted& wanted, const Present& present, DayRange otherwise) {
  if (wanted.month && (wanted.from || wanted.to)) {
    throw Error{Failure::usage, Message{"clock-in.month-or-days", {}}};
  }
  if (wanted.month) {
    const Month month = read_month(*wanted.month, present);
    return {first_day(month), last_day(month)};
  }
  if (!wanted.from && !wanted.to) return otherwise;
  const Date first = read_day(wanted.from ? *wanted.from : *wanted.to, present);
  return {first, wanted.to ? read_day(*wanted.to, present) : first};
}

void declare_second_person(Words& words, SecondPersonWanted& wanted) {
  words.option("--confirmed-by", wanted.confirmed_by, "PERSON", "The second person: neither you nor whom it concerns");
  words.option("--paper", wanted.paper, "NO", "Number of the paper that the second person has signed");
}

std::string in_brackets(const Citation& cite) {
  if (cite.clause.empty()) return {};
  return cite.regulation.empty() ? fmt::format("[{}]", cite.clause)
                                 : fmt::format("[{} {}]", cite.regulation, cite.clause);
}

}  // namespace svcadm::cmd
