#include "usecase/roster_sheet.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>
#include <utility>

#include "base/text.hpp"
#include "tabular/row_fields.hpp"
#include "tabular/sheet_reader.hpp"
#include "usecase/import_request.hpp"

namespace svcadm::usecase {

namespace {

using tabular::Layout;
using tabular::Mapping;
using tabular::Problems;

/// The roster's layout with only some of its fields, the named ones required.
Layout layout_of(std::initializer_list<std::string_view> wanted, std::initializer_list<std::string_view> required) {
  const Layout& shipped = import_layout("roster").sheet;
  Layout layout{.name = shipped.name, .fields = {}};
  for (tabular::Field field : shipped.fields) {
    if (std::find(wanted.begin(), wanted.end(), field.key) == wanted.end()) continue;
    field.required = std::find(required.begin(), required.end(), field.key) != required.end();
    layout.fields.push_back(std::move(field));
  }
  return layout;
}

std::optional<int> take_number(std::string_view& text) {
  int number = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + std::min<std::size_t>(text.size(), 4), number);
  if (failed != std::errc{} || number < 0) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return number;
}

bool take(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

/// A weekday's name, perhaps in parentheses: "六", "(周六)", "sat".
std::optional<Weekday> parse_weekday(std::string_view text) {
  using enum Weekday;
  static constexpr std::pair<std::string_view, Weekday> names[] = {
      {"一", monday},     {"二", tuesday},   {"三", wednesday}, {"四", thursday},  {"五", friday},
      {"六", saturday},   {"日", sunday},    {"天", sunday},    {"mon", monday},   {"tue", tuesday},
      {"wed", wednesday}, {"thu", thursday}, {"fri", friday},   {"sat", saturday}, {"sun", sunday}};
  text = trim(text);
  if (take(text, "(") && text.ends_with(')')) text.remove_suffix(1);
  if (!take(text, "星期")) take(text, "周");
  const auto found = std::ranges::find(names, text, &std::pair<std::string_view, Weekday>::first);
  if (found == std::end(names)) return std::nullopt;
  return found->second;
}

/// The fields of one row that say whose it is.
SheetLine line_of(const tabular::SheetRow& row) {
  SheetLine line{.line = row.line(),
                 .employee_no = std::string{row.get("employee_no")},
                 .name = std::string{row.get("name")},
                 .heading = {},
                 .cells = {}};
  line.heading = row.heading(line.employee_no.empty() && row.has("name") ? "name" : "employee_no");
  return line;
}

/// The columns of a sheet that are days, by their place in a row.
struct DayColumn {
  std::size_t index;
  std::string heading;
  std::optional<Date> day;  ///< none: a day the month does not have
};

std::vector<DayColumn> find_days(const tabular::SheetReader& reader, Month month, RosterFile& file,
                                 Problems& problems) {
  std::vector<DayColumn> columns;
  std::set<Date> seen;
  for (const tabular::OtherColumn& column : reader.other_columns()) {
    const DayHeading heading = read_day_heading(column.heading, month);
    if (heading.meaning == DayHeading::Meaning::nothing) {
      file.ignored.push_back(column.heading);
    } else if (heading.meaning == DayHeading::Meaning::outside) {
      columns.push_back({column.index, column.heading, std::nullopt});
    } else if (seen.insert(heading.day).second) {
      columns.push_back({column.index, column.heading, heading.day});
    } else {
      problems.push_back({.message = {"roster.day-twice", {heading.day}},
                          .place = Place{reader.file(), reader.header_line(), column.heading}});
    }
  }
  if (seen.empty()) {
    problems.push_back({.message = {"roster.no-days", {month}},
                        .place = Place{reader.file(), reader.header_line(), {}},
                        .way_out = "svcadm roster import --template"});
  }
  return columns;
}

/// Whether each of several days has its own weekday below it.
bool has_weekdays(const tabular::SheetRow& row, const std::vector<DayColumn>& columns) {
  const auto has_own = [&](const DayColumn& column) {
    return !column.day || parse_weekday(fold(row.cell(column.index))) == weekday(*column.day);
  };
  return columns.size() > 1 && std::ranges::all_of(columns, has_own);
}

void read_across(tabular::SheetReader& reader, Month month, RosterFile& file, Problems& problems) {
  const auto columns = find_days(reader, month, file, problems);
  tabular::SheetRow row;
  for (bool first = true; reader.next(row); first = false) {
    SheetLine line = line_of(row);
    line.weekdays = first && has_weekdays(row, columns);
    for (const DayColumn& column : columns) {
      const std::string code{row.cell(column.index)};
      if (code.empty()) continue;
      if (column.day) {
        line.cells.push_back({*column.day, code, column.heading});
      } else {
        problems.push_back({.message = {"roster.outside-month", {column.heading, month}},
                            .place = Place{reader.file(), row.line(), column.heading}});
      }
    }
    if (!line.cells.empty()) file.lines.push_back(std::move(line));
  }
}

void read_down(tabular::SheetReader& reader, Month month, RosterFile& file, Problems& problems) {
  for (const tabular::OtherColumn& column : reader.other_columns()) file.ignored.push_back(column.heading);
  tabular::SheetRow row;
  while (reader.next(row)) {
    tabular::RowFields fields{row, problems};
    const auto day = fields.date("date");
    const auto code = fields.text("shift", tabular::Need::required, 100);
    if (day && month_of(*day) != month) fields.problem("date", {"roster.outside-month", {to_string(*day), month}});
    if (!fields.good()) continue;
    SheetLine line = line_of(row);
    line.cells.push_back({*day, std::string{trim(*code)}, row.heading("shift")});
    file.lines.push_back(std::move(line));
  }
}

/// Reads with one way of finding the header; false where there is none.
template <class Read>
bool attempt(const tabular::Text& text, const Layout& layout, const std::vector<Mapping>& mappings, Problems& problems,
             const Read& read) {
  Problems found;
  tabular::SheetReader reader{text, layout, mappings, found};
  if (reader.header_line() == 0) {
    if (problems.empty()) problems = std::move(found);
    return false;
  }
  problems.clear();
  read(reader, found);
  problems = std::move(found);
  return true;
}

}  // namespace

DayHeading read_day_heading(std::string_view heading, Month month) {
  using enum DayHeading::Meaning;
  const std::string folded = fold(heading);
  std::string_view text = folded;
  const auto in_month = [&](Date day) {
    return DayHeading{month_of(day) == month ? DayHeading::Meaning::day : outside, day};
  };
  if (const auto whole = parse_date(text.substr(0, text.find(' ')))) return in_month(*whole);
  auto number = take_number(text);
  if (!number) return {};
  if (take(text, "月") || take(text, "-") || take(text, "/") || take(text, ".")) {
    const auto day = take_number(text);
    if (!day || *number < 1 || *number > 12) return {};
    if (*number != month_number(month)) return {outside, {}};
    number = day;
  }
  if (!take(text, "日")) take(text, "号");
  // What may follow is the weekday; anything else makes it no day ("2小时").
  if ((!trim(text).empty() && !parse_weekday(text)) || *number < 1 || *number > 31) return {};
  if (*number > days_in(month)) return {outside, {}};
  return {DayHeading::Meaning::day, first_day(month) + (*number - 1)};
}

RosterFile read_roster_file(const tabular::Text& text, Month month, const std::vector<Mapping>& mappings,
                            Problems& problems) {
  RosterFile file;
  const auto down = [&](tabular::SheetReader& reader, Problems& found) {
    file.header_line = reader.header_line();
    read_down(reader, month, file, found);
  };
  const auto across = [&](tabular::SheetReader& reader, Problems& found) {
    file.across = true;
    file.header_line = reader.header_line();
    read_across(reader, month, file, found);
  };
  for (const char* whose : {"employee_no", "name"}) {
    const Layout layout = layout_of({"employee_no", "name", "date", "shift"}, {whose, "date", "shift"});
    Problems ignored;
    if (attempt(text, layout, mappings, ignored, down)) {
      problems = std::move(ignored);
      return file;
    }
  }
  for (const char* whose : {"employee_no", "name"}) {
    if (attempt(text, layout_of({"employee_no", "name"}, {whose}), mappings, problems, across)) return file;
  }
  return file;
}

}  // namespace svcadm::usecase
