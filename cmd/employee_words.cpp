#include "cmd/employee_words.hpp"

#include "cmd/columns.hpp"

namespace svcadm::cmd {

using tabular::Cell;
using tabular::Kind;

bool takes_away(const std::string& word) { return word.empty() || word == "none" || word == "无"; }

std::vector<tabular::Column> employee_columns(bool with_pay) {
  std::vector<tabular::Column> columns{column("employee_no", Kind::identifier),
                                       column("name"),
                                       column("department"),
                                       column("post"),
                                       column("grade", Kind::text, false),
                                       column("hired", Kind::date),
                                       column("left", Kind::date),
                                       column("probation_end", Kind::date, false),
                                       column("superior", Kind::text, false),
                                       column("device_number", Kind::identifier, false),
                                       column("agent_number", Kind::identifier, false)};
  if (with_pay) columns.push_back(column("base_pay", Kind::money, false));
  return columns;
}

std::vector<Cell> employee_cells(const usecase::EmployeeRow& row, bool with_pay) {
  const store::Person& person = row.person;
  const store::TermSpan& term = person.terms.back();
  std::vector<Cell> cells{person.employee_no,         person.name,
                          text_cell(row.department),  text_cell(term.post),
                          text_cell(term.grade),      person.hired,
                          optional_cell(person.left), optional_cell(person.probation_end),
                          text_cell(row.superior),    text_cell(row.device_number),
                          text_cell(row.agent_number)};
  if (with_pay) cells.push_back(optional_cell(term.base_pay));
  return cells;
}

}  // namespace svcadm::cmd
