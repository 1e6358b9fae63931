// svcadm calendar show: which days are worked.

#include <array>

#include "base/error.hpp"
#include "cmd/columns.hpp"
#include "cmd/verbs.hpp"
#include "tabular/writer.hpp"
#include "usecase/calendar.hpp"
#include "usecase/office.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::optional<std::string> month;
  std::optional<int> year;
  std::string department;
  bool all = false;
};

void declare(Words& words, Options& options) {
  words.option("--month", options.month, "MONTH", "The days of a month");
  words.option("--year", options.year, "YEAR", "Of a year, the days that do not follow the week");
  words.option("--department", options.department, "DEPARTMENT",
               "As it holds for this department; else for the company");
  words.flag("--all", options.all, "Every day of the year");
  words.example("svcadm calendar show --month 2026-10");
  words.example("svcadm calendar show --year 2026");
}

constexpr std::array weekday_keys{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

bool follows_week(const usecase::CalendarLine& line) {
  const auto usual = is_weekend(line.day) ? domain::DayKind::rest_day : domain::DayKind::workday;
  return line.calendar.kind == usual;
}

int run(const Options& options, Session& session) {
  auto& office = session.office();
  if (options.month.has_value() == options.year.has_value()) {
    throw Error{Failure::usage, Message{"calendar.month-or-year", {}}};
  }
  Month first{};
  Month last{};
  if (options.month) {
    first = last = read_month(*options.month, session.present());
  } else {
    if (*options.year < 1900 || *options.year > 2200) {
      throw Error{Failure::usage, Message{"calendar.bad-year", {std::int64_t{*options.year}}}};
    }
    first = make_month(*options.year, 1);
    last = make_month(*options.year, 12);
  }
  const auto lines = usecase::show_calendar(office, first_day(first), last_day(last), options.department);

  int workdays = 0;
  bool provisional = false;
  for (const auto& line : lines) {
    workdays += domain::is_worked(line.calendar.kind) ? 1 : 0;
    provisional = provisional || line.calendar.provisional;
  }

  const bool people = for_people(session);
  const auto writer = session.writer();
  writer->begin({.title = locale::text("Calendar"),
                 .subtitle = options.month ? to_string(first) : std::to_string(*options.year),
                 .name = "calendar.show",
                 .columns = {column("day", tabular::Kind::date), column("weekday"), column("kind"), column("note"),
                             column("provisional", tabular::Kind::flag, provisional)},
                 .created = session.now()});
  for (const auto& line : lines) {
    if (options.year && !options.all && follows_week(line) && line.calendar.note.empty()) continue;
    const std::string weekday_key = weekday_keys.at(static_cast<std::size_t>(weekday(line.day)) - 1);
    const std::string kind = domain::to_key(line.calendar.kind);
    writer->row(std::vector<tabular::Cell>{line.day, people ? locale::say(Arg{Term{weekday_key}}) : weekday_key,
                                           people ? locale::say(Arg{Term{kind}}) : kind, text_cell(line.calendar.note),
                                           line.calendar.provisional});
  }
  writer->end();
  session.note({"calendar.workdays", {std::int64_t{workdays}}});
  if (provisional)
    session.note({"calendar.provisional", {std::int64_t{year_of(first)}, "svcadm calendar import FILE"}});
  return 0;
}

}  // namespace

Verb calendar_show() { return verb<Options>("show", "Print which days are worked", declare, Needs::reading, run); }

}  // namespace svcadm::cmd
