#include "usecase/punch_sheet.hpp"

#include <algorithm>
#include <functional>
#include <map>

#include "base/text.hpp"
#include "tabular/row_fields.hpp"
#include "tabular/sheet_reader.hpp"
#include "usecase/device_log.hpp"
#include "usecase/import_request.hpp"

namespace svcadm::usecase {

namespace {

using tabular::Need;
using tabular::RowFields;
using tabular::SheetReader;
using tabular::SheetRow;

constexpr std::size_t longest_number = 40;

/// Hands each row to `take`; what it finds wrong puts the row aside.
template <class Take>
PunchFile read_rows(const tabular::Text& text, const tabular::Layout& layout,
                    std::span<const tabular::Mapping> mappings, const char* number_key, const char* time_key,
                    const Take& take) {
  tabular::Problems problems;
  SheetReader reader{text, layout, mappings, problems};
  throw_problems(std::move(problems));
  problems.clear();
  PunchFile file{.name = text.name(), .header_line = reader.header_line()};
  SheetRow row;
  while (reader.next(row)) {
    if (file.read++ == 0) {
      file.number_heading = row.heading(number_key);
      file.time_heading = row.heading(row.has(time_key) ? time_key : "date");
    }
    RowFields fields{row, problems};
    take(row, fields, file);
  }
  file.rejects = sort_to_rows(text, reader.header_line(), std::move(problems));
  file.read += static_cast<std::int64_t>(reader.rejected().size());
  return file;
}

/// A sheet's moment: one column, or a date beside it; beside a date the other column holds only the time.
std::optional<Moment> read_moment(const SheetRow& row, RowFields& fields) {
  if (!row.has("date")) return fields.moment("timestamp");
  const char* key = row.has("time") ? "time" : "timestamp";
  const std::string_view cell = row.get(key);
  if (cell.find_first_of("-/.") != std::string_view::npos) return fields.moment(key);
  const auto day = fields.date("date");
  const auto time = fields.time(key);
  if (!day || !time) return std::nullopt;
  return at(*day, *time);
}

/// What the cells of the direction mean, each looked up once.
class Directions {
 public:
  explicit Directions(const regulation::Layout& layout) : layout_{layout} {}

  /// By the sheet's own words, else as clocks write states; nothing where the cell means neither.
  std::optional<domain::Direction> of(std::string_view cell) {
    if (cell.empty()) return domain::Direction::unsaid;
    if (const auto known = known_.find(cell); known != known_.end()) return known->second;
    auto word = layout_.word("direction", cell);
    if (!word) word = import_layout("zkteco-usb").word("state", cell);
    const auto direction = word ? std::optional{direction_of_word(*word)} : std::nullopt;
    if (known_.size() < most_kept) known_.emplace(cell, direction);
    return direction;
  }

 private:
  static constexpr std::size_t most_kept = 100;  // a file has a handful, a damaged one any number

  const regulation::Layout& layout_;
  std::map<std::string, std::optional<domain::Direction>, std::less<>> known_;
};

void check_time(RowFields& fields, const char* key, std::optional<Moment> at, Moment now) {
  if (!at) return;
  if (auto why = implausible(*at, now)) fields.problem(key, std::move(*why));
}

/// A file has a column for one of the groups of fields; else a problem that names them.
void require_either(const tabular::Text& text, const regulation::Layout& layout,
                    std::span<const tabular::Mapping> mappings) {
  tabular::Problems problems;
  const SheetReader reader{text, layout.sheet, mappings, problems};
  if (reader.header_line() == 0) return;  // said by whoever reads the rows
  const bool together = reader.has("date") && reader.has("timestamp");
  if (together || has_either(reader, layout)) return;
  const Place place{text.name(), reader.header_line(), {}};
  throw Error{Failure::input, {Problem{.message = {"clock-in.no-time-column", {}}, .place = place}}};
}

}  // namespace

PunchFile read_punch_sheet(const tabular::Text& text, std::span<const tabular::Mapping> mappings, Moment now) {
  const regulation::Layout& layout = import_layout("punch");
  require_either(text, layout, mappings);
  Directions directions{layout};
  // A vector that grows holds everything twice for a moment.
  const auto most_rows = static_cast<std::size_t>(std::ranges::count(text.view(), '\n')) + 1;
  return read_rows(
      text, layout.sheet, mappings, "employee_no", "timestamp",
      [&](const SheetRow& row, RowFields& fields, PunchFile& file) {
        const auto number = fields.number_text("employee_no", Need::required, longest_number);
        const auto at = read_moment(row, fields);
        check_time(fields, row.has("timestamp") ? "timestamp" : "date", at, now);
        const auto direction = directions.of(row.get("direction"));
        if (!direction) {
          fields.problem("direction", {"clock-in.row.direction", {std::string{row.get("direction")}}});
        }
        const auto device = fields.text("device", Need::optional, longest_number);
        if (!number || !at || !fields.good()) return;
        if (file.punches.empty()) file.punches.reserve(most_rows);
        file.punches.push_back(
            {.at = *at, .number = file.numbers.index(*number), .line = row.line(), .direction = *direction});
        if (device) file.punches.back().device = file.devices.index(*device);
      });
}

PunchFile read_agent_log(const tabular::Text& text, std::span<const tabular::Mapping> mappings, Moment now) {
  return read_rows(
      text, import_layout("agent-log").sheet, mappings, "agent_number", "signed_in",
      [&](const SheetRow& row, RowFields& fields, PunchFile& file) {
        const auto number = fields.number_text("agent_number", Need::required, longest_number);
        const auto from = fields.moment("signed_in");
        const auto to = fields.moment("signed_out", Need::optional);
        check_time(fields, "signed_in", from, now);
        check_time(fields, "signed_out", to, now);
        if (from && to && *to < *from) {
          fields.problem("signed_out", {"clock-in.row.reversed", {*from, *to}});
        }
        if (!number || !from || !fields.good()) return;
        file.sessions.push_back({.from = *from, .to = to, .number = file.numbers.index(*number), .line = row.line()});
      });
}

bool is_agent_log(const tabular::Text& text, std::span<const tabular::Mapping> mappings) {
  tabular::Problems ignored;
  const SheetReader reader{text, import_layout("agent-log").sheet, mappings, ignored};
  return reader.header_line() != 0;
}

}  // namespace svcadm::usecase
