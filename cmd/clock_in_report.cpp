// svcadm clock-in report: a month of everybody's time.

#include "usecase/clock_in_report.hpp"

#include <fmt/format.h>

#include "cmd/clock_in.hpp"
#include "cmd/columns.hpp"
#include "tabular/writer.hpp"
#include "usecase/office.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::string month;
  std::string department;
  bool sign = false;
};

void declare(Words& words, Options& options) {
  words.option("--month", options.month, "MONTH", "Which month").required();
  words.option("--department", options.department, "DEPARTMENT", "Only this department and those below it");
  words.flag("--sign", options.sign, "The sheet that staff sign: sums, remarks by day, and room for a signature");
  words.explain(
      "Days due, present and on leave, lateness and absence of everybody, counted over the days of the month "
      "that are over.  Open counts what is still to be decided (svcadm clock-in exceptions).");
  words.example("svcadm clock-in report --month 2026-10");
  words.example("svcadm clock-in report --month last --sign --format html --output 考勤确认.html");
  words.example("svcadm clock-in report --month last --format csv --output 考勤.csv");
}

tabular::Column summed(std::string key, tabular::Kind kind, bool console = true) {
  tabular::Column made = column(std::move(key), kind, console);
  made.total = true;
  return made;
}

/// "12 late 3:30; 14 absent 1"
std::string remarks_of(const usecase::TimeRow& row) {
  std::string line;
  for (const usecase::DayRemark& remark : row.remarks) {
    line += fmt::format("{}{} {}", line.empty() ? "" : "; ", day_of_month(remark.day), locale::say(remark.message));
  }
  return line;
}

void print_sheet_to_sign(Session& session, Month month, const usecase::TimeReport& report) {
  using tabular::Kind;
  const auto writer = session.writer();
  writer->begin({.title = locale::text("Attendance of the month, to be signed"),
                 .subtitle = session.office().company() + " " + to_string(month),
                 .name = "clock-in.sign",
                 .columns = {column("employee_no", Kind::identifier), column("name"), column("due_days", Kind::days),
                             column("present_days", Kind::days), column("late_count", Kind::number),
                             column("absenteeism_days", Kind::days), column("leave_days", Kind::days),
                             column("remarks"), column("signature"), column("signed_on", Kind::date)},
                 .created = session.now()});
  for (const usecase::TimeRow& row : report.rows) {
    writer->row(std::vector<tabular::Cell>{row.employee_no, row.name, row.due, row.present, row.late_count,
                                           row.absenteeism, row.leave(), text_cell(remarks_of(row)), tabular::Cell{},
                                           tabular::Cell{}});
  }
  writer->end();
}

int run(const Options& options, Session& session) {
  using tabular::Kind;
  auto& office = session.office();
  const Month month = read_month(options.month, session.present());
  const auto report = usecase::report_time(office, month, options.department);
  if (report.last < last_day(month)) session.note({"clock-in.month-running", {month, report.last}});
  if (options.sign) {
    print_sheet_to_sign(session, month, report);
    return 0;
  }
  const auto writer = session.writer();
  writer->begin({.title = locale::text("Attendance of the month"),
                 .subtitle = office.company() + " " + to_string(month),
                 .name = "clock-in.report",
                 .columns = {column("month", Kind::month, false), column("employee_no", Kind::identifier),
                             column("name"), column("department", Kind::text, false), summed("due_days", Kind::days),
                             summed("present_days", Kind::days), summed("late_count", Kind::number),
                             summed("late_minutes", Kind::number), summed("early_count", Kind::number),
                             summed("absenteeism_days", Kind::days), summed("leave_days", Kind::days),
                             summed("personal_days", Kind::days, false), summed("sick_days", Kind::days, false),
                             summed("annual_days", Kind::days, false), summed("other_paid_days", Kind::days, false),
                             summed("official_days", Kind::days, false), summed("rest_comp_days", Kind::days, false),
                             summed("exceptions", Kind::number)},
                 .total_label = locale::text("Total"),
                 .created = session.now()});
  for (const usecase::TimeRow& row : report.rows) {
    writer->row(std::vector<tabular::Cell>{month, row.employee_no, row.name, row.department, row.due, row.present,
                                           row.late_count, row.late_minutes, row.early_count, row.absenteeism,
                                           row.leave(), row.personal, row.sick, row.annual, row.other_paid,
                                           row.official, row.rest_comp, row.exceptions});
  }
  writer->end();
  return 0;
}

}  // namespace

Verb clock_in_report() {
  return verb<Options>("report", "Print a month of everybody's time", declare, Needs::reading, run);
}

}  // namespace svcadm::cmd
