#include "regulation/regulation.hpp"

#include <algorithm>
#include <array>

namespace svcadm::regulation {

namespace {

constexpr std::array<std::string_view, 6> area_keys{"attendance", "leave", "payroll", "appraisal", "discipline", "law"};

}  // namespace

std::string to_key(Area area) { return std::string{area_keys.at(static_cast<std::size_t>(area))}; }

std::optional<Area> parse_area(std::string_view key) {
  const auto found = std::find(area_keys.begin(), area_keys.end(), key);
  if (found == area_keys.end()) return std::nullopt;
  return static_cast<Area>(found - area_keys.begin());
}

const Regulation::Period* Regulation::period(Date day) const {
  const auto after = std::upper_bound(periods_.begin(), periods_.end(), day,
                                      [](Date value, const Period& period) { return value < period.from; });
  return after == periods_.begin() ? nullptr : &*std::prev(after);
}

std::vector<Area> Regulation::areas() const {
  std::vector<Area> found;
  for (std::size_t i = 0; i < area_keys.size(); ++i) {
    const auto area = static_cast<Area>(i);
    if (std::any_of(entries_.begin(), entries_.end(), [&](const EntryInfo& entry) { return entry.area == area; })) {
      found.push_back(area);
    }
  }
  return found;
}

const InForce* Regulation::in_force(Date day) const {
  const Period* now = period(day);
  return now == nullptr ? nullptr : &now->says;
}

void Regulation::apply(Area area, Date day, domain::Policy& into) const {
  const Period* now = period(day);
  const domain::Policy says = now == nullptr ? domain::Policy{} : now->says.policy;
  switch (area) {
    case Area::attendance: into.attendance = says.attendance; break;
    case Area::leave: into.leave = says.leave; break;
    case Area::payroll:
      into.payroll = says.payroll;
      into.regulation = code_;
      break;
    case Area::appraisal: into.appraisal = says.appraisal; break;
    case Area::discipline: into.discipline = says.discipline; break;
    case Area::law: break;
  }
}

std::vector<Date> Regulation::change_days() const {
  std::vector<Date> days;
  for (const Period& period : periods_) days.push_back(period.from);
  return days;
}

std::vector<Reading> Regulation::readings(Date on) const {
  std::vector<Reading> readings = readings_;
  const Period* now = period(on);
  for (Reading& reading : readings) {
    if (now == nullptr) continue;
    const auto value = now->reading_values.find(reading.key);
    if (value != now->reading_values.end()) reading.value = value->second;
  }
  return readings;
}

std::vector<EntryInfo> Regulation::entries() const { return entries_; }

std::optional<Citation> Regulation::signature(Date day) const {
  const Period* now = period(day);
  return now == nullptr ? std::nullopt : now->says.signature;
}

std::optional<Cited<Rational>> Regulation::damage_share(Date day) const {
  const Period* now = period(day);
  return now == nullptr ? std::nullopt : now->says.damage_share;
}

std::optional<Cited<Money>> Regulation::minimum_wage(std::string_view place, Date day) const {
  const Period* now = period(day);
  if (now == nullptr) return std::nullopt;
  const auto found = now->says.minimum_wages.find(place);
  if (found == now->says.minimum_wages.end()) return std::nullopt;
  return found->second;
}

std::vector<LawPlace> Regulation::places() const { return places_; }
std::vector<LawCheck> Regulation::law_checks() const { return law_checks_; }

}  // namespace svcadm::regulation
