#include "tabular/row_fields.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/text.hpp"
#include "tabular/utf8.hpp"

namespace svcadm::tabular {

namespace {

/// How much of a bad cell a problem repeats, in columns.
constexpr int shown = 40;

/// In ASCII as far as it has a meaning there.
std::string plain_form(std::string_view cell) {
  return ascii_prefix(cell) == cell.size() ? std::string{cell} : fold(cell);
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

/// 2026年10月12日 9:30 is 2026-10-12 9:30, 2026年9月 is 2026-09.
std::string with_separators(std::string text) {
  replace_all(text, "年", "-");
  const bool day = text.find("日") != std::string::npos;
  replace_all(text, "月", day ? "-" : "");
  replace_all(text, "日", " ");
  return std::string{trim(text)};
}

/// "1,234,567.89" without its commas; nothing where they do not part thousands.
std::optional<std::string> without_thousands(std::string text) {
  if (text.find(',') == std::string::npos) return text;
  const std::size_t end = std::min(text.find('.'), text.size());
  std::size_t digits = 0;
  for (std::size_t at = end; at-- > 0;) {
    const bool comma_due = digits == 3;
    if ((text[at] == ',') != comma_due && text[at] != '-') return std::nullopt;
    digits = text[at] == ',' ? 0 : digits + 1;
  }
  if (text.starts_with(',') || text.starts_with("-,") || text.find(',', end) != std::string::npos) return std::nullopt;
  std::erase(text, ',');
  return text;
}

std::optional<std::int64_t> parse_integer(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<HalfDays> parse_half_days(std::string_view text) {
  const auto dot = text.find('.');
  const std::string_view decimals = dot == std::string_view::npos ? "0" : text.substr(dot + 1);
  if (text.starts_with('-') || (decimals != "0" && decimals != "5" && decimals != "00" && decimals != "50")) {
    return std::nullopt;
  }
  const auto whole = parse_integer(text.substr(0, dot));
  if (!whole || *whole > 9999) return std::nullopt;
  return HalfDays{static_cast<int>(*whole) * 2 + (decimals.starts_with('5') ? 1 : 0)};
}

bool is_control(char c) {
  return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t') || c == 0x7F;
}

/// Control characters beyond ASCII count too, and those that turn the direction of what follows.
bool has_control(std::string_view cell) {
  if (std::ranges::any_of(cell, is_control)) return true;
  if (ascii_prefix(cell) == cell.size()) return false;
  std::string text{cell};
  std::erase_if(text, [](char c) { return c == '\n' || c == '\r' || c == '\t'; });
  return printable(text) != text;
}

}  // namespace

std::optional<Date> RowFields::date(std::string_view key, Need need) {
  const auto cell = plain(key, need);
  if (!cell) return std::nullopt;
  const auto value = parse_date(with_separators(*cell));
  if (!value) bad(key, "input.not-a-date");
  return value;
}

std::optional<Month> RowFields::month(std::string_view key, Need need) {
  const auto cell = plain(key, need);
  if (!cell) return std::nullopt;
  std::string text = with_separators(*cell);
  // One digit is a month where a separator stands before it.
  if (text.size() == 6 && (text[4] == '-' || text[4] == '/')) text.insert(5, 1, '0');
  const auto value = parse_month(text);
  if (!value) bad(key, "input.not-a-month");
  return value;
}

std::optional<Moment> RowFields::moment(std::string_view key, Need need) {
  // Most cells are written as we would write them.
  if (const auto value = parse_moment(row_.get(key))) return value;
  const auto cell = plain(key, need);
  if (!cell) return std::nullopt;
  const auto value = parse_moment(with_separators(*cell));
  if (!value) bad(key, "input.not-a-moment");
  return value;
}

std::optional<TimeOfDay> RowFields::time(std::string_view key, Need need) {
  const auto cell = plain(key, need);
  if (!cell) return std::nullopt;
  const auto value = parse_time(*cell);
  if (!value) bad(key, "input.not-a-time");
  return value;
}

std::optional<Money> RowFields::money(std::string_view key, Need need) {
  const auto cell = plain(key, need);
  if (!cell) return std::nullopt;
  const auto number = without_thousands(*cell);
  const auto value = number ? parse_money(*number) : std::nullopt;
  if (!value) bad(key, "input.not-money");
  return value;
}

std::optional<std::int64_t> RowFields::integer(std::string_view key, Need need, std::int64_t least, std::int64_t most) {
  const auto cell = plain(key, need);
  if (!cell) return std::nullopt;
  const auto number = without_thousands(*cell);
  const auto value = number ? parse_integer(*number) : std::nullopt;
  if (!value) {
    bad(key, "input.not-a-whole-number");
    return std::nullopt;
  }
  if (*value < least || *value > most) {
    problem(key, {"input.out-of-range", {*value, least, most}});
    return std::nullopt;
  }
  return value;
}

std::optional<HalfDays> RowFields::half_days(std::string_view key, Need need) {
  const auto cell = plain(key, need);
  if (!cell) return std::nullopt;
  const auto value = parse_half_days(*cell);
  if (!value) bad(key, "input.not-half-days");
  return value;
}

std::optional<std::string> RowFields::text(std::string_view key, Need need, std::size_t most_bytes) {
  const std::string_view cell = row_.get(key);
  if (cell.empty()) {
    if (need == Need::required) problem(key, {"input.missing-value"});
    return std::nullopt;
  }
  if (cell.size() > most_bytes) {
    problem(key,
            {"input.text-too-long", {static_cast<std::int64_t>(cell.size()), static_cast<std::int64_t>(most_bytes)}});
    return std::nullopt;
  }
  if (has_control(cell)) {
    problem(key, {"input.control-character"});
    return std::nullopt;
  }
  return std::string{cell};
}

std::optional<std::string> RowFields::number_text(std::string_view key, Need need, std::size_t most_bytes) {
  auto value = text(key, need, most_bytes);
  if (!value || ascii_prefix(*value) == value->size()) return value;
  constexpr std::string_view wide_digits[] = {"０", "１", "２", "３", "４", "５", "６", "７", "８", "９"};
  for (char digit = '0'; digit <= '9'; ++digit) {
    replace_all(*value, wide_digits[digit - '0'], std::string_view{&digit, 1});
  }
  return value;
}

void RowFields::problem(std::string_view key, Message message) {
  problems_.push_back({.message = std::move(message), .place = row_.place(key)});
}

std::optional<std::string> RowFields::plain(std::string_view key, Need need) {
  const std::string_view cell = row_.get(key);
  if (!cell.empty()) return plain_form(cell);
  if (need == Need::required) problem(key, {"input.missing-value"});
  return std::nullopt;
}

void RowFields::bad(std::string_view key, const char* id) {
  problem(key, {id, {truncate(printable(row_.get(key)), shown)}});
}

}  // namespace svcadm::tabular
