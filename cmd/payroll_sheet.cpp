// The pay sheet as a grid.

#include <fmt/format.h>

#include "base/text.hpp"
#include "cmd/columns.hpp"
#include "cmd/payroll.hpp"
#include "locale/catalogue.hpp"
#include "usecase/office.hpp"

namespace svcadm::cmd {

namespace {

using domain::PayColumn;
using tabular::Cell;
using tabular::Kind;

/// What is taken altogether, for the terminal's one column of deductions.
Money deducted(const domain::PaySheet& sheet) {
  Money sum;
  for (const auto& [column, amount] : sheet.columns) {
    if (domain::is_deduction(column)) sum += amount;
  }
  return sum + sheet.carried_in.total() - sheet.carried_out.total();
}

enum class SheetView { data, terminal, paper };

struct SheetColumn {
  const char* key;
  Kind kind;
  bool total;
  bool console;
  Cell (*cell)(const store::PayRow&);
};

template <PayColumn column>
Cell money(const store::PayRow& row) {
  return row.sheet.column(column);
}

template <HalfDays domain::PaySheet::*member>
Cell days(const store::PayRow& row) {
  return row.sheet.*member;
}

const SheetColumn sheet_columns[] = {
    {"employee_no", Kind::identifier, false, true, [](const auto& row) -> Cell { return row.employee_no; }},
    {"name", Kind::text, false, true, [](const auto& row) -> Cell { return row.name; }},
    {"department", Kind::text, false, false, [](const auto& row) -> Cell { return row.department; }},
    {"post", Kind::text, false, false, [](const auto& row) -> Cell { return row.post; }},
    {"status", Kind::text, false, false,
     [](const auto& row) -> Cell { return std::string{row.sheet.probation ? "probation" : "confirmed"}; }},
    {"month", Kind::month, false, false, [](const auto& row) -> Cell { return row.month; }},
    {"regulation", Kind::text, false, false, [](const auto& row) -> Cell { return row.regulation; }},
    {"month_workdays", Kind::number, false, false,
     [](const auto& row) -> Cell { return std::int64_t{row.month_workdays}; }},
    {"due_days", Kind::days, true, true, days<&domain::PaySheet::due>},
    {"present_days", Kind::days, true, true, days<&domain::PaySheet::present>},
    {"late_count", Kind::number, true, true,
     [](const auto& row) -> Cell { return std::int64_t{row.sheet.late_count}; }},
    {"late_minutes", Kind::number, true, false, [](const auto& row) -> Cell { return row.sheet.late_minutes; }},
    {"early_count", Kind::number, true, false,
     [](const auto& row) -> Cell { return std::int64_t{row.sheet.early_days}; }},
    {"absenteeism_days", Kind::days, true, true, days<&domain::PaySheet::absent>},
    {"personal_days", Kind::days, true, false, days<&domain::PaySheet::personal>},
    {"sick_days", Kind::days, true, false, days<&domain::PaySheet::sick>},
    {"annual_days", Kind::days, true, false, days<&domain::PaySheet::annual>},
    {"other_paid_days", Kind::days, true, false, days<&domain::PaySheet::other_paid>},
    {"official_days", Kind::days, true, false, days<&domain::PaySheet::official>},
    {"rest_comp_days", Kind::days, true, false, days<&domain::PaySheet::rest_comp>},
    {"pending_days", Kind::days, true, false, days<&domain::PaySheet::pending>},
    {"holiday_work_days", Kind::number, true, false,
     [](const auto& row) -> Cell { return std::int64_t{row.sheet.holiday_work_days}; }},
    {"base", Kind::money, true, false, money<PayColumn::base>},
    {"full_attendance", Kind::money, true, false, money<PayColumn::full_attendance>},
    {"performance", Kind::money, true, false, money<PayColumn::performance>},
    {"bonus", Kind::money, true, false, money<PayColumn::bonus>},
    {"other_pay", Kind::money, true, false, money<PayColumn::other_pay>},
    {"adjustment", Kind::money, true, false, money<PayColumn::adjustment>},
    {"lateness_deduction", Kind::money, true, false, money<PayColumn::lateness_deduction>},
    {"absenteeism_deduction", Kind::money, true, false, money<PayColumn::absenteeism_deduction>},
    {"personal_deduction", Kind::money, true, false, money<PayColumn::personal_deduction>},
    {"sick_deduction", Kind::money, true, false, money<PayColumn::sick_deduction>},
    {"complaint_deduction", Kind::money, true, false, money<PayColumn::complaint_deduction>},
    {"loss_deduction", Kind::money, true, false, money<PayColumn::loss_deduction>},
    {"other_deduction", Kind::money, true, false, money<PayColumn::other_deduction>},
    {"carried_in", Kind::money, true, false, [](const auto& row) -> Cell { return row.sheet.carried_in.total(); }},
    {"carried_out", Kind::money, true, false, [](const auto& row) -> Cell { return row.sheet.carried_out.total(); }},
    {"payable", Kind::money, true, true, [](const auto& row) -> Cell { return row.sheet.payable; }},
    {"carried_as", Kind::text, false, false, [](const auto& row) -> Cell { return text_cell(row.carried_as); }},
};

/// Sums that only the terminal shows, placed before the column of that key.
const struct {
  const char* before;
  SheetColumn column;
} terminal_columns[] = {
    {"absenteeism_days",
     {"leave_days", Kind::days, true, true, [](const auto& row) -> Cell { return all_leave(row.sheet); }}},
    {"payable",
     {"earned", Kind::money, true, true,
      [](const auto& row) -> Cell { return row.sheet.payable + deducted(row.sheet); }}},
    {"payable", {"deducted", Kind::money, true, true, [](const auto& row) -> Cell { return deducted(row.sheet); }}},
};

/// The promised columns are CSV's, JSON's and the spreadsheet's; people's three sums stand among them elsewhere, and
/// on paper only what the terminal shows.
std::vector<const SheetColumn*> columns_for(SheetView view) {
  std::vector<const SheetColumn*> columns;
  for (const SheetColumn& column : sheet_columns) {
    for (const auto& extra : terminal_columns) {
      if (view != SheetView::data && std::string_view{extra.before} == column.key) columns.push_back(&extra.column);
    }
    if (view != SheetView::paper || column.console || std::string_view{column.key} == "department") {
      columns.push_back(&column);
    }
  }
  return columns;
}

/// How the sheet is looked at, as the common options say.
SheetView view_of(const Session& session) {
  switch (session.options.format()) {
    case tabular::Format::table: return SheetView::terminal;
    case tabular::Format::html:
      return session.options.wide || !session.options.columns.empty() ? SheetView::terminal : SheetView::paper;
    case tabular::Format::csv:
    case tabular::Format::json:
    case tabular::Format::xlsx: return SheetView::data;
  }
  return SheetView::data;
}

tabular::Header pay_header(const store::RunRow& run, const usecase::Office& office,
                           const std::vector<const SheetColumn*>& columns) {
  tabular::Header header{.title = locale::text("title.payroll"),
                         .subtitle = fmt::format("{}  {}  {}{}", office.company(), to_string(run.month), run.name(),
                                                 run.closed() ? std::string{} : "  " + locale::text("word.draft")),
                         .name = "payroll.sheet",
                         .columns = {},
                         .total_label = locale::text("word.total"),
                         .created = office.now()};
  for (const SheetColumn* column : columns) {
    header.columns.push_back({column->key, locale::text(std::string{"column."} + column->key), column->kind,
                              column->total, column->console});
  }
  return header;
}

std::vector<Cell> pay_cells(const store::PayRow& row, const std::vector<const SheetColumn*>& columns, SheetView view,
                            bool people) {
  std::vector<Cell> cells;
  cells.reserve(columns.size());
  for (const SheetColumn* column : columns) {
    cells.push_back(column->cell(row));
    if (!people) continue;
    const std::string_view key{column->key};
    if (key == "status") cells.back() = locale::text(row.sheet.probation ? "term.probation" : "term.confirmed");
    if (row.carried_as.empty()) continue;
    const std::string as = locale::text("term." + row.carried_as);
    if (key == "carried_as") cells.back() = as;
    if (view != SheetView::paper) continue;
    // Paper has no column for it, and a row of zeros would say that nothing was earned.
    if (key == "name") cells.back() = locale::say(Message{"sheet.name-carried", {row.name, as}});
    if (column->total) cells.back() = {};
  }
  return cells;
}

}  // namespace

void print_sheet(Session& session, const store::RunRow& run, const std::vector<std::int64_t>* only) {
  auto& office = session.office();
  const SheetView view = view_of(session);
  const bool people = for_people(session);
  const auto columns = columns_for(view);
  auto writer = session.writer();
  writer->begin(pay_header(run, office, columns));
  const auto print = [&](const store::PayRow& row) { writer->row(pay_cells(row, columns, view, people)); };
  usecase::each_pay_row(office, run, print, only);
  writer->end();
}

HalfDays all_leave(const domain::PaySheet& sheet) {
  return sheet.personal + sheet.sick + sheet.annual + sheet.other_paid + sheet.official + sheet.rest_comp;
}

std::string line_name(const usecase::ExplainedLine& line) {
  const std::string name = locale::label(line.label);
  return printable(name.empty() ? line.item : name);
}

}  // namespace svcadm::cmd
