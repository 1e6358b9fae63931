#include "usecase/contradictions.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "regulation/unsound_pay.hpp"
#include "usecase/month_times.hpp"
#include "usecase/policy_book.hpp"

namespace svcadm::usecase {

namespace {

using regulation::Area;

/// As it is told of regulations in force; nothing for what costs nobody anything, or is told of each person.
const char* told_as(const regulation::Misfit& misfit) {
  if (misfit.section == "payroll.deduction") return nullptr;  // it takes a kind of leave that nobody can have
  constexpr struct {
    const char* within;
    const char* between;
  } ids[] = {
      {"regulation.unknown-leave", "regulation.together.unknown-leave"},
      {"regulation.unknown-item", "regulation.together.unknown-item"},
      {"regulation.not-taken", "regulation.together.not-taken"},
      {"regulation.no-day-pay", "regulation.together.no-day-pay"},
      {"regulation.no-divisor", "regulation.together.no-divisor"},
      {"regulation.no-appraisal", "regulation.together.no-appraisal"},
      {"regulation.input-form", "regulation.together.input-form"},
      {"regulation.input-complaint", "regulation.together.input-complaint"},
      {"regulation.input-loss", "regulation.together.input-loss"},
  };
  for (const auto& id : ids) {
    if (misfit.message.id == id.within) return id.between;
  }
  return nullptr;
}

/// Where and when, between which two, and the rest: what is contradicted.
constexpr std::ptrdiff_t codes_at = 2;
constexpr std::ptrdiff_t what_at = 4;

/// Whether one of them is the same from an argument on.
bool holds(const std::vector<Problem>& problems, const Problem& sought, std::ptrdiff_t at) {
  const Message& message = sought.message;
  return std::any_of(problems.begin(), problems.end(), [&](const Problem& each) {
    const std::vector<Arg>& args = each.message.args;
    return each.message.id == message.id &&
           std::equal(args.begin() + at, args.end(), message.args.begin() + at, message.args.end());
  });
}

void add_new(std::vector<Problem>& problems, std::vector<Problem> more) {
  for (Problem& one : more) {
    if (!holds(problems, one, codes_at)) problems.push_back(std::move(one));
  }
}

}  // namespace

std::vector<Problem> contradictions(const PolicyBook& book, const store::DepartmentTree& departments,
                                    std::int64_t department, Date day) {
  const std::vector<Governing> governing = book.governing(department, day);
  const auto code_of = [&](Area area) {
    const auto found =
        std::find_if(governing.begin(), governing.end(), [&](const auto& one) { return one.area == area; });
    return found == governing.end() ? std::string{} : found->code;
  };
  const regulation::KnownAreas known{.leave = !code_of(Area::leave).empty(),
                                     .payroll = !code_of(Area::payroll).empty(),
                                     .appraisal = !code_of(Area::appraisal).empty()};
  const domain::Policy policy = book.put_together(department, day);
  auto misfits = find_misfits(policy, known);
  for (regulation::Misfit& misfit : regulation::find_unsound_pay(policy)) misfits.push_back(std::move(misfit));
  std::vector<Problem> problems;
  for (const regulation::Misfit& misfit : misfits) {
    const char* id = told_as(misfit);
    if (id == nullptr) continue;
    const auto own = regulation::parse_area(misfit.section.substr(0, misfit.section.find('.')));
    Message message{id,
                    {departments.on(department, day).name, day, code_of(*own), code_of(misfit.other.value_or(*own))}};
    message.args.insert(message.args.end(), misfit.message.args.begin(), misfit.message.args.end());
    problems.push_back({.message = std::move(message), .way_out = "svcadm regulation import FILE"});
  }
  return problems;
}

std::vector<Problem> new_contradictions(const PolicyBook& before, const PolicyBook& after,
                                        const store::DepartmentTree& departments, Date from) {
  std::set<Date> days = after.change_days();
  days.insert(from);
  std::vector<Problem> problems;
  for (const auto& entry : departments.entries()) {
    for (auto day = days.lower_bound(from); day != days.end(); ++day) {
      const auto known = contradictions(before, departments, entry.id, *day);
      auto now = contradictions(after, departments, entry.id, *day);
      std::erase_if(now, [&](const Problem& one) { return holds(known, one, what_at); });
      add_new(problems, std::move(now));
    }
  }
  return problems;
}

void find_contradictions(MonthTimes& times, std::vector<Finding>& findings) {
  struct Stretch {
    Date from;
    Date to;
    std::vector<Problem> problems;
  };
  const auto stretches = [&](std::int64_t department) {
    std::vector<Stretch> all;
    const domain::Policy* policy = nullptr;
    for (Date day = times.first(); day <= times.last(); ++day) {
      if (times.book().on(department, day) != policy) {
        policy = times.book().on(department, day);
        all.push_back({day, day, contradictions(times.book(), times.plans().departments(), department, day)});
      }
      all.back().to = day;
    }
    std::erase_if(all, [](const Stretch& one) { return one.problems.empty(); });
    return all;
  };
  std::unordered_map<std::int64_t, std::vector<Stretch>> of_departments;
  std::vector<Problem> problems;
  for (const store::Person& person : times.people()) {
    for (const store::TermSpan& term : person.terms) {
      const auto [known, is_new] = of_departments.try_emplace(term.department);
      if (is_new) known->second = stretches(term.department);
      for (const Stretch& stretch : known->second) {
        if (term.from <= stretch.to && stretch.from <= term.to) add_new(problems, stretch.problems);
      }
    }
  }
  for (const Problem& problem : problems) {
    findings.push_back({.employee_no = {}, .name = {}, .message = problem.message, .way_out = problem.way_out});
  }
}

}  // namespace svcadm::usecase
