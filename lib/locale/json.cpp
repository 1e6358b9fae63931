#include "locale/json.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/text.hpp"
#include "locale/catalogue.hpp"

namespace svcadm::locale {

namespace {

using Json = nlohmann::ordered_json;

std::string fraction_text(const Rational& value) {
  return fmt::format("{}/{}", value.numerator(), value.denominator());
}

/// Appends each kind of argument as an object whose key is its type.
struct Writer {
  std::string& out;

  void operator()(std::int64_t count) const { number("count", count); }
  void operator()(const std::string& text) const { quoted("text", text); }
  void operator()(Money amount) const { quoted("money", to_string(amount)); }
  void operator()(const Rational& value) const { quoted("fraction", fraction_text(value)); }
  void operator()(Date day) const { quoted("date", to_string(day)); }
  void operator()(Month month) const { quoted("month", to_string(month)); }
  void operator()(Moment moment) const { quoted("moment", to_string(moment)); }
  void operator()(TimeOfDay time) const {
    constexpr int two_days = 48 * 3600;
    if (time.seconds >= 0 && time.seconds < two_days) return quoted("time", to_string(time));
    number("time", time.seconds);  // before the day began, or two days on
  }
  void operator()(Span span) const { number("span", span.seconds); }
  void operator()(HalfDays days) const { quoted("days", to_string(days)); }
  void operator()(const Label& name) const {
    out += R"({"label":{"zh":)";
    append_json_string(out, name.zh);
    out += R"(,"en":)";
    append_json_string(out, name.en);
    out += "}}";
  }
  void operator()(const Term& term) const { quoted("term", term.key); }

 private:
  void key(const char* type) const { out.append(R"({")").append(type).append(R"(":)"); }
  void number(const char* type, std::int64_t value) const {
    key(type);
    out.append(fmt::format_int{value}.c_str()) += '}';
  }
  void quoted(const char* type, std::string_view text) const {
    key(type);
    append_json_string(out, text);
    out += '}';
  }
};

struct NotAMessage {};

template <class Value>
Value expect(const std::optional<Value>& value) {
  if (!value) throw NotAMessage{};
  return *value;
}

Rational signed_rational(const std::string& text) {
  const bool negative = text.starts_with('-');
  const Rational value = expect(parse_rational(std::string_view{text}.substr(negative ? 1 : 0)));
  return negative ? Rational{0} - value : value;
}

HalfDays half_days(const std::string& text) {
  const Rational halves = signed_rational(text) * Rational{2};
  if (!halves.is_whole()) throw NotAMessage{};
  return {static_cast<int>(halves.numerator())};
}

Arg read_arg(const std::string& kind, const Json& value) {
  if (kind == "count") return value.get<std::int64_t>();
  if (kind == "span") return Span{value.get<std::int64_t>()};
  if (kind == "time" && value.is_number()) return TimeOfDay{value.get<std::int32_t>()};
  if (kind == "label") return Label{.zh = value.at("zh"), .en = value.at("en")};
  const std::string text = value.get<std::string>();
  if (kind == "text") return text;
  if (kind == "term") return Term{text};
  if (kind == "money") return expect(parse_money(text));
  if (kind == "fraction") return signed_rational(text);
  if (kind == "date") return expect(parse_date(text));
  if (kind == "month") return expect(parse_month(text));
  if (kind == "moment") return expect(parse_moment(text));
  if (kind == "time") return expect(parse_time(text));
  if (kind == "days") return half_days(text);
  throw NotAMessage{};
}

/// Bytes that are no UTF-8 (a file name) become U+FFFD: an error about them must still be printable.
std::string dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

Json problem_json(const Problem& problem) {
  Json json = Json::parse(message_to_json(problem.message));
  json["text"] = say(problem.message);
  if (problem.place) {
    if (!problem.place->file.empty()) json["file"] = problem.place->file;
    if (problem.place->line > 0) json["line"] = problem.place->line;
    if (!problem.place->field.empty()) json["field"] = problem.place->field;
  }
  if (!problem.way_out.empty()) json["way_out"] = problem.way_out;
  return json;
}

}  // namespace

void append_message(std::string& out, const Message& message) {
  out += R"("id":)";
  append_json_string(out, message.id);
  out += R"(,"args":[)";
  for (const Arg& arg : message.args) {
    if (&arg != &message.args.front()) out += ',';
    std::visit(Writer{out}, arg);
  }
  out += ']';
}

std::string message_to_json(const Message& message) {
  std::string json = "{";
  append_message(json, message);
  return json + "}";
}

Message message_from_json(std::string_view text) {
  try {
    const Json json = Json::parse(text);
    Message message{json.at("id").get<std::string>()};
    for (const Json& arg : json.at("args")) {
      if (!arg.is_object() || arg.size() != 1) throw NotAMessage{};
      message.args.push_back(read_arg(arg.begin().key(), arg.begin().value()));
    }
    return message;
  } catch (const Json::exception&) {
  } catch (const NotAMessage&) {
  }
  throw Error{Failure::input, Message{"problem.json.not-a-message", {std::string{text}}}};
}

std::string error_to_json(const Error& error) {
  Json problems = Json::array();
  for (const Problem& problem : error.problems()) problems.push_back(problem_json(problem));
  return dump(Json{{"error", {{"status", static_cast<int>(error.failure())}, {"problems", std::move(problems)}}}});
}

void append_json_string(std::string& out, std::string_view text) {
  const auto is_itself = [](char c) { return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\'; };
  if (std::all_of(text.begin(), text.end(), is_itself) && valid_utf8(text)) {
    (out += '"').append(text) += '"';
  } else {
    out += json_string(text);
  }
}

std::string json_string(std::string_view text) {
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace svcadm::locale
