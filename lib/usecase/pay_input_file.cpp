#include "base/text.hpp"
#include "tabular/row_fields.hpp"
#include "tabular/sheet_reader.hpp"
#include "usecase/pay_inputs.hpp"

namespace svcadm::usecase {

std::vector<InputEntry> read_input_file(const ImportRequest& request, Month month) {
  const ImportFile file = open_import(request, "payroll-input", "payroll-input");
  const tabular::Layout& layout = import_layout("payroll-input").sheet;
  tabular::Problems problems;
  tabular::SheetReader reader{file.text, layout, request.mappings, problems};
  std::vector<InputEntry> entries;
  tabular::SheetRow row;
  while (reader.next(row)) {
    if (const auto written = row.get("month"); !written.empty() && parse_month(written) != month) {
      problems.push_back(
          {.message = {"input.other-month", {std::string{written}, month}}, .place = row.place("month")});
    }
    // A complaint is worth its severity: in the detail where there is one, else in the value.
    const bool has_detail = !row.get("detail").empty() && parse_money(row.get("detail")) == std::nullopt;
    const bool complaint = fold(row.get("kind")) == "complaint" || row.get("kind") == "投诉";
    entries.push_back({.person = std::string{row.get("employee_no")},
                       .kind = std::string{row.get("kind")},
                       .value = std::string{complaint && has_detail ? row.get("detail") : row.get("value")},
                       .comment = std::string{row.get("comment")},
                       .paper = std::string{row.get("paper")},
                       .line = row.line()});
  }
  throw_problems(std::move(problems));
  return entries;
}

}  // namespace svcadm::usecase
