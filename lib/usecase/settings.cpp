#include "usecase/settings.hpp"

#include <algorithm>
#include <charconv>
#include <cstdlib>

#include <fmt/format.h>

#include "base/error.hpp"
#include "base/text.hpp"
#include "store/office_store.hpp"
#include "store/opening_store.hpp"
#include "store/people_store.hpp"
#include "usecase/closed_month.hpp"
#include "usecase/office.hpp"
#include "usecase/policy_book.hpp"
#include "usecase/unit_of_work.hpp"

namespace svcadm::usecase {

namespace {

/// A whole number of so many at most.
bool is_count(std::string_view text, int most) {
  int count = -1;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), count);
  return failed == std::errc{} && end == text.data() + text.size() && count >= 0 && count <= most;
}

bool has_form(const std::string& key, const std::string& value) {
  if (key == "language") return value == "zh" || value == "en";
  if (key == "utc_offset") return parse_utc_offset(value).has_value();
  if (key == "first_month") return parse_month(value).has_value();
  if (key == "same_tap_seconds") return is_count(value, 3600);
  if (key == "day_starts_before") return is_count(value, 12);
  return !value.empty() && printable(value) == value;
}

/// What counts while nobody has set the key.
std::string default_of(const std::string& key) {
  if (key == "utc_offset") return "+08:00";
  if (key == "same_tap_seconds") return "60";
  if (key == "day_starts_before") return "4";
  return {};
}

/// Names and words do not enter into any figure.
bool decides_figures(const std::string& key) { return key != "company" && key != "language"; }

/// The law of a place may come later, so its absence is only said.
void note_unknown_place(Office& office, const std::string& place, Date from) {
  const auto departments = store::PeopleStore{office.database()}.departments();
  const auto places = PolicyBook{office.database(), departments, from, from}.places();
  if (places.contains(place)) return;
  std::string known;
  for (const std::string& each : places) known += (known.empty() ? "" : ", ") + each;
  office.notes().push_back(known.empty() ? Message{"setting.no-places", {place}}
                                         : Message{"setting.place-unknown", {place, known}});
}

}  // namespace

std::optional<Span> parse_utc_offset(std::string_view text) {
  if (text.size() != 6 || (text[0] != '+' && text[0] != '-')) return std::nullopt;
  const auto time = parse_time(text.substr(1));
  if (!time) return std::nullopt;
  const Span offset{text[0] == '-' ? -std::int64_t{time->seconds} : std::int64_t{time->seconds}};
  if (offset < Span{-12 * 3600} || hours(14) < offset) return std::nullopt;
  return offset;
}

std::optional<Month> first_month(store::Database& database, Date on) {
  return parse_month(store::OfficeStore{database}.setting("first_month", on).value_or(""));
}

const std::vector<SettingKey>& setting_keys() {
  static const std::vector<SettingKey> keys{
      {"company", "setting.company"},
      {"language", "setting.language"},
      {"utc_offset", "setting.utc_offset"},
      {"place", "setting.place"},
      {"first_month", "setting.first_month"},
      {"same_tap_seconds", "setting.same_tap_seconds"},
      {"day_starts_before", "setting.day_starts_before"},
  };
  return keys;
}

std::vector<SettingValue> list_settings(Office& office) {
  const Reading reading{office, domain::Permission::read};
  const auto set = store::OfficeStore{office.database()}.settings(office.today());
  std::vector<SettingValue> values;
  for (const SettingKey& key : setting_keys()) {
    const auto found = std::find_if(set.begin(), set.end(), [&](const auto& each) { return each.key == key.key; });
    if (found == set.end()) {
      values.push_back({key.key, default_of(key.key), std::nullopt});
    } else {
      values.push_back({key.key, found->value, found->from});
    }
  }
  return values;
}

void change_setting(Office& office, const std::string& key, const std::string& value, Date from) {
  UnitOfWork work{office, domain::Permission::configure, "setting.set"};
  store::OfficeStore settings{office.database()};
  const auto& keys = setting_keys();
  const auto known = std::find_if(keys.begin(), keys.end(), [&](const SettingKey& each) { return each.key == key; });
  const auto closed = closed_month_problem(office.database(), from);

  if (known == keys.end()) {
    throw Error{Failure::usage, Message{key == "demo" ? "setting.demo-fixed" : "setting.unknown", {key}},
                "svcadm setting list"};
  }
  const std::string clean{trim(value)};
  if (!has_form(key, clean)) {
    throw Error{Failure::usage, Message{"setting.bad-value", {key, clean, Term{known->form}}}};
  }
  if (closed && decides_figures(key)) throw Error{Failure::conflict, {*closed}};
  if (key == "first_month" && closed_month_problem(office.database(), Date{0})) {
    throw Error{Failure::conflict, Message{"setting.first-month-fixed", {}}};
  }

  if (key == "first_month" && !store::OpeningStore{office.database()}.living().empty()) {
    throw Error{Failure::conflict, Message{"setting.first-month-opening", {}}, "svcadm opening list"};
  }

  if (key == "place") note_unknown_place(office, clean, from);

  settings.set(work.event(), {key, from, clean});
  work.conclude(key, fmt::format(R"({{"from":"{}"}})", to_string(from)));
}

}  // namespace svcadm::usecase
