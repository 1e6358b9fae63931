#include "store/ground_json.hpp"

#include <iterator>
#include <unordered_map>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/error.hpp"
#include "locale/json.hpp"

namespace svcadm::store {

namespace {

using Json = nlohmann::ordered_json;
using domain::Ground;
using domain::PayColumn;

/// An object that is written member by member; thousands of them are written at a time.
class ObjectText {
 public:
  explicit ObjectText(std::string& out) : out_{out} { out_ += '{'; }

  void add(std::string_view key, std::string_view text) {
    add_key(key);
    locale::append_json_string(out_, text);
  }
  void add(std::string_view key, std::int64_t number) {
    add_key(key);
    out_ += fmt::format_int{number}.c_str();
  }
  /// A member whose value the caller appends.
  std::string& add_key(std::string_view key) {
    if (out_.back() != '{') out_ += ',';
    (out_ += '"').append(key).append("\":");
    return out_;
  }

 private:
  std::string& out_;
};

void append(std::string& out, const std::vector<Ground>& grounds) {
  out += '[';
  for (const Ground& ground : grounds) {
    if (out.back() != '[') out += ',';
    ObjectText one{out};
    locale::append_message(out, ground.message);
    if (!ground.cite.clause.empty()) {
      one.add("regulation", ground.cite.regulation);
      one.add("clause", ground.cite.clause);
      if (!ground.cite.rule.empty()) one.add("rule", ground.cite.rule);
      one.add("edition", ground.cite.edition);
    }
    if (!ground.facts.empty()) {
      one.add_key("facts") += '[';
      for (const domain::FactRef& fact : ground.facts) {
        if (out.back() != '[') out += ',';
        ObjectText reference{out};
        reference.add("table", fact.table);
        reference.add("key", fact.key);
        out += '}';
      }
      out += ']';
    }
    if (!ground.because.empty()) append(one.add_key("because"), ground.because);
    out += '}';
  }
  out += ']';
}

std::vector<Ground> from_json(const Json& array) {
  std::vector<Ground> grounds;
  for (const Json& one : array) {
    Ground ground;
    ground.message = locale::message_from_json(Json{{"id", one.at("id")}, {"args", one.at("args")}}.dump());
    if (one.contains("clause")) {
      ground.cite = {one.value("regulation", ""), one.value("clause", ""), one.value("rule", ""),
                     one.value("edition", 0)};
    }
    if (one.contains("facts")) {
      for (const Json& fact : one["facts"]) ground.facts.push_back({fact.at("table"), fact.at("key")});
    }
    if (one.contains("because")) ground.because = from_json(one["because"]);
    grounds.push_back(std::move(ground));
  }
  return grounds;
}

/// Columns of the sheet that hold money, by the keys they have everywhere.
constexpr std::pair<const char*, PayColumn> money_columns[] = {
    {"base", PayColumn::base},
    {"full_attendance", PayColumn::full_attendance},
    {"performance", PayColumn::performance},
    {"bonus", PayColumn::bonus},
    {"other_pay", PayColumn::other_pay},
    {"adjustment", PayColumn::adjustment},
    {"lateness_deduction", PayColumn::lateness_deduction},
    {"absenteeism_deduction", PayColumn::absenteeism_deduction},
    {"personal_deduction", PayColumn::personal_deduction},
    {"sick_deduction", PayColumn::sick_deduction},
    {"complaint_deduction", PayColumn::complaint_deduction},
    {"loss_deduction", PayColumn::loss_deduction},
    {"other_deduction", PayColumn::other_deduction},
};

/// Columns that count half days.
constexpr std::pair<const char*, HalfDays domain::PaySheet::*> day_columns[] = {
    {"due_halves", &domain::PaySheet::due},
    {"present_halves", &domain::PaySheet::present},
    {"absent_halves", &domain::PaySheet::absent},
    {"personal_halves", &domain::PaySheet::personal},
    {"sick_halves", &domain::PaySheet::sick},
    {"annual_halves", &domain::PaySheet::annual},
    {"other_paid_halves", &domain::PaySheet::other_paid},
    {"official_halves", &domain::PaySheet::official},
    {"rest_comp_halves", &domain::PaySheet::rest_comp},
    {"pending_halves", &domain::PaySheet::pending},
};

}  // namespace

std::string grounds_to_json(const std::vector<Ground>& grounds) {
  std::string json;
  append(json, grounds);
  return json;
}

std::vector<Ground> grounds_from_json(std::string_view json) { return from_json(Json::parse(json)); }

std::string row_to_json(const PayRow& row) {
  const domain::PaySheet& sheet = row.sheet;
  std::string json;
  json.reserve(1024);
  ObjectText object{json};
  object.add("employee_no", row.employee_no);
  object.add("name", row.name);
  object.add("department", row.department);
  object.add("post", row.post);
  object.add("regulation", row.regulation);
  object.add("month", row.month.index);
  object.add("month_workdays", row.month_workdays);
  object.add_key("probation") += sheet.probation ? "true" : "false";
  for (const auto& [key, member] : day_columns) object.add(key, (sheet.*member).halves);
  object.add("late_count", sheet.late_count);
  object.add("late_minutes", sheet.late_minutes);
  object.add("early_days", sheet.early_days);
  object.add("holiday_work_days", sheet.holiday_work_days);
  for (const auto& [key, column] : money_columns) {
    // A row without adjustments is the same bytes as before there were any.
    if (column != PayColumn::adjustment || sheet.columns.contains(column)) object.add(key, sheet.column(column).fen);
  }
  object.add("carried_in_loss", sheet.carried_in.loss.fen);
  object.add("carried_in_other", sheet.carried_in.other.fen);
  object.add("carried_out_loss", sheet.carried_out.loss.fen);
  object.add("carried_out_other", sheet.carried_out.other.fen);
  object.add("payable", sheet.payable.fen);
  if (!row.carried_as.empty()) object.add("carried_as", row.carried_as);
  return json + '}';
}

namespace {

/// Counts of the sheet, by their keys.
constexpr std::pair<const char*, int domain::PaySheet::*> count_columns[] = {
    {"late_count", &domain::PaySheet::late_count},
    {"early_days", &domain::PaySheet::early_days},
    {"holiday_work_days", &domain::PaySheet::holiday_work_days},
};

/// Takes a row's members as the parser comes by them: a tree of each row would cost more than all the rest.
class RowReader : public nlohmann::json_sax<nlohmann::json> {
 public:
  explicit RowReader(PayRow& row) : row_{row} {}

  bool key(std::string& name) override {
    key_ = name;
    return true;
  }
  bool string(std::string& text) override {
    static const std::unordered_map<std::string_view, std::string PayRow::*> texts{
        {"employee_no", &PayRow::employee_no}, {"name", &PayRow::name},
        {"department", &PayRow::department},   {"post", &PayRow::post},
        {"regulation", &PayRow::regulation},   {"carried_as", &PayRow::carried_as}};
    const auto found = texts.find(key_);
    if (found == texts.end()) return false;
    row_.*(found->second) = text;
    return true;
  }
  bool boolean(bool value) override {
    row_.sheet.probation = value;
    return key_ == "probation";
  }
  bool number_integer(std::int64_t value) override { return take(value); }
  bool number_unsigned(std::uint64_t value) override { return take(static_cast<std::int64_t>(value)); }
  bool null() override { return false; }
  bool number_float(double, const std::string&) override { return false; }
  bool binary(nlohmann::json::binary_t&) override { return false; }
  bool start_object(std::size_t) override { return true; }
  bool end_object() override { return true; }
  bool start_array(std::size_t) override { return false; }
  bool end_array() override { return false; }
  bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception&) override { return false; }

 private:
  bool take(std::int64_t value) {
    static const std::unordered_map<std::string_view, PayColumn> money{std::begin(money_columns),
                                                                       std::end(money_columns)};
    static const std::unordered_map<std::string_view, HalfDays domain::PaySheet::*> days{std::begin(day_columns),
                                                                                         std::end(day_columns)};
    static const std::unordered_map<std::string_view, int domain::PaySheet::*> counts{std::begin(count_columns),
                                                                                      std::end(count_columns)};
    domain::PaySheet& sheet = row_.sheet;
    if (const auto column = money.find(key_); column != money.end()) {
      sheet.columns[column->second].fen = value;
    } else if (const auto day = days.find(key_); day != days.end()) {
      (sheet.*(day->second)).halves = static_cast<int>(value);
    } else if (const auto count = counts.find(key_); count != counts.end()) {
      sheet.*(count->second) = static_cast<int>(value);
    } else if (key_ == "month") {
      row_.month.index = static_cast<std::int32_t>(value);
    } else if (key_ == "month_workdays") {
      row_.month_workdays = static_cast<int>(value);
    } else if (key_ == "late_minutes") {
      sheet.late_minutes = value;
    } else {
      return take_balance(value);
    }
    return true;
  }

  bool take_balance(std::int64_t value) {
    domain::PaySheet& sheet = row_.sheet;
    for (const auto& [key, amount] : {std::pair{"carried_in_loss", &sheet.carried_in.loss},
                                      {"carried_in_other", &sheet.carried_in.other},
                                      {"carried_out_loss", &sheet.carried_out.loss},
                                      {"carried_out_other", &sheet.carried_out.other},
                                      {"payable", &sheet.payable}}) {
      if (key_ != key) continue;
      amount->fen = value;
      return true;
    }
    return false;
  }

  PayRow& row_;
  std::string key_;
};

}  // namespace

PayRow row_from_json(std::string_view text) {
  PayRow row;
  // A row without adjustments has no such column in the file.
  for (const auto& [key, column] : money_columns) row.sheet.columns[column] = {};
  RowReader reader{row};
  if (!nlohmann::json::sax_parse(text, &reader)) bug("a row of the pay sheet that cannot be read");
  return row;
}

}  // namespace svcadm::store
