#include "locale/json.hpp"

#include <optional>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "locale/catalogue.hpp"

namespace svcadm::locale {

namespace {

using Json = nlohmann::ordered_json;

std::string fraction_text(const Rational& value) {
  return fmt::format("{}/{}", value.numerator(), value.denominator());
}

struct Writer {
  Json operator()(std::int64_t count) const { return {{"count", count}}; }
  Json operator()(const std::string& text) const { return {{"text", text}}; }
  Json operator()(Money amount) const { return {{"money", to_string(amount)}}; }
  Json operator()(const Rational& value) const { return {{"fraction", fraction_text(value)}}; }
  Json operator()(Date day) const { return {{"date", to_string(day)}}; }
  Json operator()(Month month) const { return {{"month", to_string(month)}}; }
  Json operator()(Moment moment) const { return {{"moment", to_string(moment)}}; }
  Json operator()(TimeOfDay time) const {
    if (parse_time(to_string(time)) == time) return {{"time", to_string(time)}};
    return {{"time", time.seconds}};  // before the day began, or two days on
  }
  Json operator()(Span span) const { return {{"span", span.seconds}}; }
  Json operator()(HalfDays days) const { return {{"days", to_string(days)}}; }
  Json operator()(const Label& name) const { return {{"label", {{"zh", name.zh}, {"en", name.en}}}}; }
  Json operator()(const Term& term) const { return {{"term", term.key}}; }
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

Json args_json(const Message& message) {
  Json args = Json::array();
  for (const Arg& arg : message.args) args.push_back(std::visit(Writer{}, arg));
  return args;
}

/// Bytes that are no UTF-8 (a file name) become U+FFFD: an error about them must still be printable.
std::string dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

Json problem_json(const Problem& problem) {
  Json json{{"id", problem.message.id}, {"args", args_json(problem.message)}, {"text", say(problem.message)}};
  if (problem.place) {
    if (!problem.place->file.empty()) json["file"] = problem.place->file;
    if (problem.place->line > 0) json["line"] = problem.place->line;
    if (!problem.place->field.empty()) json["field"] = problem.place->field;
  }
  if (!problem.way_out.empty()) json["way_out"] = problem.way_out;
  return json;
}

}  // namespace

std::string message_to_json(const Message& message) {
  return dump(Json{{"id", message.id}, {"args", args_json(message)}});
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

std::string json_string(std::string_view text) {
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace svcadm::locale
