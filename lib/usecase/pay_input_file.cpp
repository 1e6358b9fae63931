// A file of entries for a month's pay.

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "tabular/row_fields.hpp"
#include "tabular/sheet_reader.hpp"
#include "usecase/closed_month.hpp"
#include "usecase/office.hpp"
#include "usecase/pay_input_desk.hpp"
#include "usecase/unit_of_work.hpp"

namespace svcadm::usecase {

namespace {

struct Sheet {
  std::vector<InputEntry> entries;
  std::map<std::string, std::string, std::less<>> headings;  ///< field -> the file's own heading
  int header_line = 0;
  std::int64_t read = 0;
};

Sheet read_sheet(const tabular::Text& text, const ImportRequest& request, Month month, tabular::Problems& problems) {
  const regulation::Layout& layout = import_layout("payroll-input");
  tabular::SheetReader reader{text, layout.sheet, request.mappings, problems};
  require_person_column(reader, layout, problems);
  throw_problems(std::exchange(problems, {}));
  Sheet sheet{.entries = {}, .headings = {}, .header_line = reader.header_line()};
  tabular::SheetRow row;
  while (reader.next(row)) {
    if (sheet.read++ == 0) {
      for (const tabular::Field& field : layout.sheet.fields) sheet.headings[field.key] = row.heading(field.key);
    }
    tabular::RowFields fields{row, problems};
    if (const auto written = fields.month("month", tabular::Need::optional); written && *written != month) {
      fields.problem("month", {"input.other-month", {*written, month}});
    }
    if (row.get("employee_no").empty() && row.get("name").empty())
      fields.problem("employee_no", {"input.missing-value"});
    const auto comment = fields.text("comment", tabular::Need::optional);
    const auto paper = fields.text("paper", tabular::Need::optional, 200);
    if (!fields.good()) continue;
    // A complaint is worth its severity: in the detail where there is one, else in the value.
    const bool has_detail = !row.get("detail").empty() && parse_money(row.get("detail")) == std::nullopt;
    const bool complaint = fold(row.get("kind")) == "complaint" || row.get("kind") == "投诉";
    sheet.entries.push_back({.person = std::string{row.get("employee_no")},
                             .kind = std::string{row.get("kind")},
                             .value = std::string{complaint && has_detail ? row.get("detail") : row.get("value")},
                             .comment = comment.value_or(""),
                             .paper = paper.value_or(""),
                             .name = std::string{row.get("name")},
                             .line = row.line()});
  }
  sheet.read += static_cast<std::int64_t>(reader.rejected().size());
  return sheet;
}

}  // namespace

ImportOutcome import_inputs(Office& office, Month month, const ImportRequest& request) {
  tabular::Problems problems;
  ImportFile file = open_import(request, "payroll-input", "payroll-input");
  const Sheet sheet = read_sheet(file.text, request, month, problems);

  UnitOfWork work{office, domain::Permission::run_payroll, "payroll.input-import"};
  take_late_fact(office, first_day(month));
  InputDesk desk{office, month, file.text.name()};
  desk.headings = sheet.headings;
  for (const InputEntry& entry : sheet.entries) desk.check(entry);
  problems.insert(problems.end(), desk.problems.begin(), desk.problems.end());
  if (desk.own && !request.keep_good) throw Error{Failure::not_permitted, std::move(problems)};
  Rejects rejects = put_aside(file.text, sheet.header_line, std::move(problems), request.keep_good);
  std::erase_if(desk.fresh, [&](const auto& one) { return rejects.holds(one.first); });

  store::PayrollStore payroll{office.database()};
  for (const auto& [line, row] : desk.fresh) payroll.add_input(work.event(), row);
  file.batch.read = sheet.read;
  file.batch.imported = static_cast<std::int64_t>(desk.fresh.size());
  file.batch.known = std::ranges::count_if(desk.known, [&](int line) { return !rejects.holds(line); });
  file.batch.rejected = static_cast<std::int64_t>(rejects.lines.size());
  conclude_import(work, office.database(), file.batch);
  return {file.batch, std::move(rejects)};
}

}  // namespace svcadm::usecase
