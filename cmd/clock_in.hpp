#pragma once
// The verbs of `svcadm clock-in`, and words they share.

#include <string>
#include <vector>

#include "base/citation.hpp"
#include "base/date.hpp"
#include "cmd/command.hpp"

namespace svcadm::cmd {

Verb clock_in_punch();
Verb clock_in_import();
Verb clock_in_list();
Verb clock_in_day();
Verb clock_in_report();
Verb clock_in_exceptions();
Verb clock_in_decide();
Verb clock_in_ignore_number();
Verb clock_in_correct();
Verb clock_in_outage();
Verb clock_in_shift_clock();
Verb clock_in_confirm();
Verb clock_in_cancel();
Verb clock_in_corrections();
Verb clock_in_object();
Verb clock_in_answer();

/// The days that --from and --to, or --month, name.
struct DaysWanted {
  std::optional<std::string> month;
  std::optional<std::string> from;
  std::optional<std::string> to;
};
void declare_days(Words& words, DaysWanted& wanted, std::string otherwise);

struct DayRange {
  Date first;
  Date last;
};
/// Failure::usage where both are given.  Without any: `otherwise`.
DayRange read_days(const DaysWanted& wanted, const Present& present, DayRange otherwise);

/// Who confirms a correction besides who enters it.
struct SecondPersonWanted {
  std::string confirmed_by;
  std::string paper;
};
void declare_second_person(Words& words, SecondPersonWanted& wanted);

/// "[CODE 七.2.b]"; empty where no clause is cited.
std::string in_brackets(const Citation& cite);

}  // namespace svcadm::cmd
