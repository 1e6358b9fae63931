#include "usecase/device_log.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

#include "base/text.hpp"
#include "tabular/line_reader.hpp"

namespace svcadm::usecase {

namespace {

constexpr std::size_t longest_number = 40;
constexpr std::size_t most_columns = 16;
constexpr int shown = 120;  // columns of a damaged line in the rejects

/// The columns of one line, without the blanks around them.
struct Columns {
  std::array<std::string_view, most_columns> of = {};
  std::size_t count = 0;
};

std::string_view without_blanks(std::string_view cell) {
  const auto first = cell.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return cell.substr(first, cell.find_last_not_of(' ') - first + 1);
}

Columns split(std::string_view line, char delimiter) {
  Columns columns;
  while (columns.count < most_columns) {
    const auto end = line.find(delimiter);
    columns.of[columns.count++] = without_blanks(line.substr(0, end));
    if (end == std::string_view::npos) break;
    line.remove_prefix(end + 1);
  }
  return columns;
}

/// "2026-10-12 09:28:31" and nothing else: a shorter time is a torn one.
std::optional<Moment> device_time(std::string_view text) {
  constexpr std::string_view form = "####-##-## ##:##:##";
  if (text.size() != form.size()) return std::nullopt;
  for (std::size_t i = 0; i < form.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (form[i] == '#' ? !digit : text[i] != form[i]) return std::nullopt;
  }
  const auto number = [text](std::size_t from, std::size_t count) {
    int value = 0;
    for (std::size_t i = from; i < from + count; ++i) value = value * 10 + (text[i] - '0');
    return value;
  };
  const int hour = number(11, 2);
  const int minute = number(14, 2);
  const int second = number(17, 2);
  if (!valid_date(number(0, 4), number(5, 2), number(8, 2)) || hour > 23 || minute > 59 || second > 59) {
    return std::nullopt;
  }
  return at(make_date(number(0, 4), number(5, 2), number(8, 2)), {hour * 3600 + minute * 60 + second});
}

/// What the words of a layout make of a state; each spelling is looked up once.
class States {
 public:
  explicit States(const regulation::Layout& layout) : layout_{layout} {}

  domain::Direction direction(std::string_view cell) {
    const auto known = known_.find(cell);
    if (known != known_.end()) return known->second;
    const auto word = layout_.word("state", cell);
    const auto direction = word ? direction_of_word(*word) : domain::Direction::unsaid;
    known_.emplace(cell, direction);
    return direction;
  }

 private:
  const regulation::Layout& layout_;
  std::map<std::string, domain::Direction, std::less<>> known_;
};

bool good_number(std::string_view text) {
  return !text.empty() && text.size() <= longest_number && valid_utf8(text) && printable(text) == text;
}

std::string shown_text(const tabular::LinePiece& piece) {
  std::string text;
  for (const char c : piece.text.substr(0, static_cast<std::size_t>(shown) * 4)) text += c == '\t' ? ' ' : c;
  return truncate(printable(text), shown);
}

/// Reads one line after the other into the file.
class LogReader {
 public:
  LogReader(PunchFile& file, const regulation::Layout& layout, Moment now)
      : file_{file},
        layout_{layout},
        now_{now},
        states_{layout},
        pin_{layout.column("pin").value()},
        time_{layout.column("time").value()},
        state_{layout.column("state").value_or(time_)},
        device_{layout.column("device")} {}

  void add(const tabular::LinePiece& piece);

 private:
  /// A column that belongs to another record: what is neither number nor time is figures only, also in the columns
  /// that newer clocks write beyond the layout's.  Nothing where the line is one record.
  std::optional<std::string_view> stray_column(const Columns& columns) const {
    for (std::size_t i = 0; i < columns.count; ++i) {
      if (i != pin_ && i != time_ && columns.of[i].find_first_not_of("0123456789.-") != std::string_view::npos) {
        return columns.of[i];
      }
    }
    return std::nullopt;
  }

  void reject(const tabular::LinePiece& piece, Message why) {
    file_.rejects.lines.push_back({piece.line,
                                   {Problem{.message = std::move(why), .place = Place{file_.name, piece.line, {}}}},
                                   {shown_text(piece)}});
  }

  PunchFile& file_;
  const regulation::Layout& layout_;
  Moment now_;
  States states_;
  std::size_t pin_;
  std::size_t time_;
  std::size_t state_;
  std::optional<std::size_t> device_;
};

void LogReader::add(const tabular::LinePiece& piece) {
  using Kind = tabular::LinePiece::Kind;
  if (!piece.damaged() && without_blanks(piece.text).empty()) return;
  ++file_.read;
  const auto size = static_cast<std::int64_t>(piece.bytes);
  if (piece.kind == Kind::nul_run) return reject(piece, {"clock-in.row.nul", {size}});
  if (piece.kind == Kind::torn) return reject(piece, {"clock-in.row.torn", {size}});
  if (piece.kind == Kind::overlong) return reject(piece, {"clock-in.row.overlong", {size}});

  const Columns columns = split(piece.text, layout_.delimiter);
  const std::size_t needed = std::max({pin_, time_, state_}) + 1;
  if (columns.count < needed) {
    return reject(piece,
                  {"clock-in.row.columns",
                   {static_cast<std::int64_t>(columns.count), static_cast<std::int64_t>(layout_.columns.size())}});
  }
  const std::string_view number = columns.of[pin_];
  const std::string_view state = columns.of[state_];
  if (!good_number(number)) return reject(piece, {"clock-in.row.number", {}});
  const auto time = device_time(columns.of[time_]);
  if (!time) {
    return reject(piece, {"clock-in.row.time", {truncate(printable(columns.of[time_]), 40)}});
  }
  if (auto why = implausible(*time, now_)) return reject(piece, std::move(*why));
  PunchDraft draft{.at = *time, .number = file_.numbers.index(number), .line = piece.line};
  if (state_ != time_) {
    const auto [end, error] = std::from_chars(state.data(), state.data() + state.size(), draft.state);
    if (error != std::errc{} || end != state.data() + state.size() || draft.state < 0) {
      return reject(piece, {"clock-in.row.state", {truncate(printable(state), 40)}});
    }
    draft.direction = states_.direction(state);
  }
  if (const auto stray = stray_column(columns)) {
    return reject(piece, {"clock-in.row.merged", {truncate(printable(*stray), 40)}});
  }
  if (device_ && *device_ < columns.count && good_number(columns.of[*device_])) {
    draft.device = file_.devices.index(columns.of[*device_]);
  }
  file_.punches.push_back(draft);
}

}  // namespace

std::optional<Message> implausible(Moment at, Moment now) {
  if (at > now) return Message{"clock-in.row.future", {at}};
  if (year_of(date_of(at)) < first_credible_year) {
    return Message{"clock-in.row.too-old", {at, std::int64_t{first_credible_year}}};
  }
  return std::nullopt;
}

domain::Direction direction_of_word(std::string_view word) {
  using enum domain::Direction;
  static const std::map<std::string_view, domain::Direction> words{{"in", in},
                                                                   {"out", out},
                                                                   {"lunch-start", lunch_start},
                                                                   {"lunch-end", lunch_end},
                                                                   {"overtime-in", overtime_in},
                                                                   {"overtime-out", overtime_out}};
  const auto found = words.find(word);
  return found == words.end() ? unsaid : found->second;
}

PunchFile read_device_log(std::string_view log, const std::string& name, const regulation::Layout& layout, Moment now) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (log.starts_with(byte_order_mark)) log.remove_prefix(byte_order_mark.size());
  PunchFile file{.name = name, .number_heading = "pin", .time_heading = "time"};
  file.rejects.headings = {"text"};
  file.punches.reserve(static_cast<std::size_t>(std::ranges::count(log, '\n')) + 1);  // growing would hold them twice
  LogReader reader{file, layout, now};
  tabular::LineReader lines{log};
  for (tabular::LinePiece piece; lines.next(piece);) reader.add(piece);
  return file;
}

}  // namespace svcadm::usecase
