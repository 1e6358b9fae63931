// Words that the verbs of leave share.

#include <charconv>

#include <fmt/format.h>

#include "base/error.hpp"
#include "base/text.hpp"
#include "cmd/columns.hpp"
#include "cmd/leave.hpp"

namespace svcadm::cmd {

std::int64_t read_leave_id(const std::string& word) {
  const std::string folded = fold(word);
  const std::string_view digits = std::string_view{folded}.substr(folded.starts_with("lv") ? 2 : 0);
  std::int64_t id = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), id);
  if (error != std::errc{} || end != digits.data() + digits.size() || id <= 0) {
    throw Error{Failure::usage, Message{"leave.bad-id", {word}}, "svcadm leave list"};
  }
  return id;
}

std::vector<tabular::Column> leave_columns() {
  using tabular::Kind;
  // A day may carry am or pm, so it is no date; an identifier is never cut.
  return {column("leave_id", Kind::identifier),
          column("employee_no", Kind::identifier),
          column("name"),
          column("kind"),
          column("from", Kind::identifier),
          column("to", Kind::identifier),
          column("days", Kind::days),
          column("paper", Kind::text, false),
          column("cancelled", Kind::flag)};
}

std::string kind_cell(const usecase::ListedLeave& leave, bool people) {
  return people ? locale::label(leave.kind) : leave.row.kind;
}

std::vector<tabular::Cell> leave_cells(const usecase::ListedLeave& leave, bool people) {
  const store::LeaveRow& row = leave.row;
  return {fmt::format("LV{}", row.id),
          leave.employee_no,
          leave.name,
          kind_cell(leave, people),
          to_string(row.first) + (row.first_half == 2 ? "pm" : ""),
          to_string(row.last) + (row.last_half == 1 ? "am" : ""),
          leave.days,
          text_cell(row.paper),
          row.cancelled};
}

}  // namespace svcadm::cmd
