#include "usecase/policy_book.hpp"

#include <algorithm>
#include <set>

#include "base/suggestion.hpp"

namespace svcadm::usecase {

namespace {

using regulation::Area;

constexpr Area adopted_areas[] = {Area::attendance, Area::leave, Area::payroll, Area::appraisal, Area::discipline};

}  // namespace

PolicyBook::PolicyBook(store::Database& database, const store::DepartmentTree& departments, Date first, Date last,
                       std::optional<std::int64_t> known_until)
    : departments_{departments}, first_{first}, last_{last} {
  store::RegulationStore store{database};
  adoptions_ = store.adoptions(known_until);
  for (const store::EditionRow& edition : store.newest_editions(known_until)) {
    regulations_.emplace(edition.code,
                         regulation::read_regulation(edition.text, edition.source, static_cast<int>(edition.id)));
  }
}

const regulation::Regulation* PolicyBook::find(const std::string& code) const {
  const auto found = regulations_.find(code);
  return found == regulations_.end() ? nullptr : &found->second;
}

std::vector<Governing> PolicyBook::governing(std::int64_t department, Date day) const {
  const auto chain = departments_.upwards(department, day);
  std::vector<Governing> all;
  for (const Area area : adopted_areas) {
    Governing found;
    found.area = area;
    std::size_t nearest = chain.size();
    for (const store::AdoptionRow& adoption : adoptions_) {  // later ones replace earlier ones of the same unit
      if (adoption.from > day || adoption.area != regulation::to_key(area)) continue;
      const auto at =
          static_cast<std::size_t>(std::find(chain.begin(), chain.end(), adoption.department) - chain.begin());
      if (at == chain.size() || at > nearest) continue;
      nearest = at;
      found.code = adoption.code;
      found.adopted_by = adoption.department;
      found.from = adoption.from;
    }
    if (const auto* regulation = find(found.code)) found.edition = regulation->edition();
    all.push_back(found);
  }
  return all;
}

std::vector<Problem> PolicyBook::missing(std::int64_t department, Date day, const std::vector<Area>& needed) const {
  std::vector<Problem> problems;
  const std::string name = departments_.on(department, day).name;
  for (const Governing& governing : this->governing(department, day)) {
    if (!governing.code.empty() || std::find(needed.begin(), needed.end(), governing.area) == needed.end()) continue;
    problems.push_back(
        {.message = {"regulation.not-adopted", {name, Term{"area." + regulation::to_key(governing.area)}, day}},
         .way_out = suggest("svcadm regulation adopt CODE --department {} --area {} --from {}", name,
                            regulation::to_key(governing.area), to_string(day))});
  }
  return problems;
}

const domain::Policy* PolicyBook::shared(domain::Policy policy) {
  for (const auto& known : policies_) {
    if (*known == policy) return known.get();
  }
  policies_.push_back(std::make_unique<const domain::Policy>(std::move(policy)));
  return policies_.back().get();
}

domain::Policy PolicyBook::put_together(std::int64_t department, Date day) const {
  domain::Policy policy;
  for (const Governing& governing : this->governing(department, day)) {
    if (const auto* regulation = find(governing.code)) regulation->apply(governing.area, day, policy);
  }
  return policy;
}

std::set<Date> PolicyBook::change_days() const {
  std::set<Date> changes;
  for (const store::AdoptionRow& adoption : adoptions_) changes.insert(adoption.from);
  for (const auto& [code, regulation] : regulations_) {
    for (const Date day : regulation.change_days()) changes.insert(day);
  }
  for (const auto& entry : departments_.entries()) {
    for (const auto& term : entry.terms) changes.insert(term.from);
  }
  return changes;
}

std::vector<const domain::Policy*> PolicyBook::policies_by_day(std::int64_t department) {
  std::set<Date> changes = change_days();
  changes.insert(first_);
  std::vector<const domain::Policy*> policies;
  for (Date day = first_; day <= last_; ++day) {
    if (!changes.contains(day)) {
      policies.push_back(policies.back());
      continue;
    }
    policies.push_back(shared(put_together(department, day)));
  }
  return policies;
}

const domain::Policy* PolicyBook::on(std::int64_t department, Date day) {
  auto found = of_days_.find(department);
  if (found == of_days_.end()) found = of_days_.emplace(department, policies_by_day(department)).first;
  return found->second[static_cast<std::size_t>(std::clamp(day, first_, last_) - first_)];
}

std::vector<const domain::Policy*> PolicyBook::one_after_another(const store::Person& person) {
  std::vector<const domain::Policy*> policies;
  for (const store::TermSpan& term : person.terms) {
    for (Date day = std::max(term.from, first_); day <= std::min(term.to, last_); ++day) {
      const domain::Policy* policy = on(term.department, day);
      if (policies.empty() || policies.back() != policy) policies.push_back(policy);
    }
  }
  return policies;
}

std::optional<domain::DamageLimit> PolicyBook::damage_limit(const std::string& place, Date day) const {
  std::optional<Cited<Rational>> share;
  std::optional<Cited<Money>> wage;
  for (const auto& [code, regulation] : regulations_) {
    if (const auto found = regulation.damage_share(day)) share = found;
    if (const auto found = regulation.minimum_wage(place, day)) wage = found;
  }
  if (!share || !wage) return std::nullopt;
  return domain::DamageLimit{*share, *wage};
}

std::optional<Date> PolicyBook::minimum_wage_since(const std::string& place) const {
  std::optional<Date> first;
  for (const auto& [code, regulation] : regulations_) {
    for (const Date day : regulation.change_days()) {
      if ((!first || day < *first) && regulation.minimum_wage(place, day)) first = day;
    }
  }
  return first;
}

std::set<std::string> PolicyBook::places() const {
  std::set<std::string> codes;
  for (const auto& [code, regulation] : regulations_) {
    for (const regulation::LawPlace& place : regulation.places()) codes.insert(place.code);
  }
  return codes;
}

}  // namespace svcadm::usecase
