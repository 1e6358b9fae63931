#include "usecase/leave_desk.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/suggestion.hpp"
#include "base/text.hpp"
#include "usecase/closed_month.hpp"
#include "usecase/directory.hpp"
#include "usecase/office.hpp"

namespace svcadm::usecase {

namespace {

bool overlap(const store::LeaveRow& a, const store::LeaveRow& b) {
  return a.begins() < b.ends() && b.begins() < a.ends();
}

std::string joined(const std::vector<domain::LeaveKind>& kinds) {
  std::string line;
  for (const domain::LeaveKind& kind : kinds) {
    line += fmt::format("{}{} {}", line.empty() ? "" : ", ", kind.code, kind.label.zh);
  }
  return line;
}

LeaveFault fault(Failure failure, std::string field, Message message, std::string way_out = {}) {
  return {
      failure, std::move(field), {.message = std::move(message), .place = std::nullopt, .way_out = std::move(way_out)}};
}

/// Stands for hours that no regulation gives: a leave only asks whether work is due.
const domain::Shift& some_hours() {
  static const domain::Shift shift{.code = {}, .windows = {{TimeOfDay{9 * 3600}, TimeOfDay{17 * 3600}}}};
  return shift;
}

/// Whether the word is the name with characters left out, as 年假 for 年休假; two of them at least.
bool abbreviates(std::string_view word, std::string_view name) {
  std::size_t characters = 0;
  std::size_t place = 0;
  for (std::size_t at = 0; at < word.size(); ++characters) {
    std::size_t end = at + 1;
    while (end < word.size() && (static_cast<unsigned char>(word[end]) & 0xC0U) == 0x80U) ++end;
    place = name.find(word.substr(at, end - at), place);
    if (place == std::string_view::npos) return false;
    place += end - at;
    at = end;
  }
  return characters >= 2;
}

}  // namespace

const domain::LeaveKind* kind_named(const domain::LeavePolicy& policy, const std::string& word) {
  const std::string wanted = fold(word);
  for (const domain::LeaveKind& kind : policy.kinds) {
    for (const std::string* name : {&kind.code, &kind.label.zh, &kind.label.en}) {
      if (!name->empty() && fold(*name) == wanted) return &kind;
    }
  }
  // A short form of one Chinese name and of no other.
  const domain::LeaveKind* meant = nullptr;
  for (const domain::LeaveKind& kind : policy.kinds) {
    if (!abbreviates(wanted, kind.label.zh)) continue;
    if (meant != nullptr) return nullptr;
    meant = &kind;
  }
  return meant;
}

bool same_leave(const store::LeaveRow& one, const store::LeaveRow& other) {
  return one.employee == other.employee && one.kind == other.kind && one.begins() == other.begins() &&
         one.last == other.last && one.last_half == other.last_half;
}

std::string leave_name(std::int64_t id) { return fmt::format("LV{}", id); }

std::optional<LeaveFault> bad_span(const LeaveSpan& span) {
  if (store::half_place(span.last, span.last_half) < store::half_place(span.first, span.first_half)) {
    const bool one_day = span.first == span.last;  // then the halves are what is wrong
    return fault(Failure::usage, "to",
                 {"leave.span-reversed",
                  {to_string(span.first) + (one_day ? "pm" : ""), to_string(span.last) + (one_day ? "am" : "")}});
  }
  if (span.last - span.first >= longest_leave_days) {
    return fault(Failure::usage, "to",
                 {"leave.too-long", {std::int64_t{span.last - span.first + 1}, std::int64_t{longest_leave_days}}});
  }
  return std::nullopt;
}

LeaveDesk::LeaveDesk(Office& office, Date first, Date last)
    : office_{office},
      plans_{office.database(), first, last},
      book_{office.database(), plans_.departments(), first, last} {
  for (const store::LeaveRow& row : store::LeaveStore{office.database()}.between(first, last)) reserve(row);
}

const std::vector<store::LeaveRow>& LeaveDesk::living(std::int64_t employee) const {
  static const std::vector<store::LeaveRow> none;
  const auto found = living_.find(employee);
  return found == living_.end() ? none : found->second;
}

const domain::Policy* LeaveDesk::policy(const store::Person& person, Date day) {
  const store::TermSpan* term = person.term_on(day);
  return term == nullptr ? nullptr : book_.on(term->department, day);
}

std::optional<domain::LeaveKind> LeaveDesk::kind(const store::Person& person, Date day, const std::string& code) {
  const domain::Policy* governing = policy(person, day);
  const domain::LeaveKind* found = governing == nullptr ? nullptr : governing->leave.find(code);
  return found == nullptr ? std::nullopt : std::optional{*found};
}

std::optional<LeaveFault> LeaveDesk::find_kind(const store::Person& person, const NewLeave& leave, std::string& code) {
  const Date day = leave.span.first;
  const domain::Policy* governing = policy(person, day);
  if (governing == nullptr) return std::nullopt;  // outside of the service, which is said already
  const std::int64_t department = person.term_on(day)->department;
  if (auto missing = book_.missing(department, day, {regulation::Area::leave}); !missing.empty()) {
    return LeaveFault{Failure::no_rule, "kind", std::move(missing.front())};
  }
  const domain::LeaveKind* kind = kind_named(governing->leave, leave.kind);
  if (kind == nullptr) {
    return fault(Failure::not_found, "kind", {"leave.kind-unknown", {leave.kind, day, joined(governing->leave.kinds)}});
  }
  code = kind->code;
  for (Date each = day; each <= leave.span.last; ++each) {
    const domain::Policy* later = policy(person, each);
    if (later == nullptr || later->leave.find(code) != nullptr) continue;
    return fault(Failure::not_found, "kind", {"leave.kind-unknown", {leave.kind, each, joined(later->leave.kinds)}});
  }
  return std::nullopt;
}

std::vector<LeaveFault> LeaveDesk::check(const store::Person& person, const NewLeave& leave, store::LeaveRow& row,
                                         bool asked) {
  const LeaveSpan& span = leave.span;
  row = {.id = 0,
         .employee = person.id,
         .kind = {},
         .first = span.first,
         .first_half = span.first_half,
         .last = span.last,
         .last_half = span.last_half,
         .paper = leave.paper};
  std::vector<LeaveFault> faults;
  if (!asked && office_.is_own(person.employee_no)) {
    faults.push_back(fault(Failure::not_permitted, "employee_no", {"leave.own", {person.employee_no, person.name}}));
  }
  for (Date day = span.first; day <= span.last; ++day) {
    if (person.in_service(day)) continue;
    faults.push_back(fault(Failure::conflict, "from", {"people.not-in-service", {person.employee_no, person.name, day}},
                           suggest("svcadm employee show {}", person.employee_no)));
    break;
  }
  if (auto bad = find_kind(person, leave, row.kind)) faults.push_back(std::move(*bad));
  if (leave.paper != printable(leave.paper)) {
    faults.push_back(fault(Failure::usage, "paper", {"leave.bad-paper", {leave.paper}}));
  }
  if (auto early = before_months_problem(office_.database(), span.first)) {
    faults.push_back({Failure::conflict, "from", std::move(*early)});
  }
  for (const store::LeaveRow& other : living(person.id)) {
    if (!overlap(other, row)) continue;
    if (other.id == 0) {
      faults.push_back(fault(Failure::conflict, "from", {"leave.overlaps-file", {other.first, other.last}}));
    } else {
      faults.push_back(fault(Failure::conflict, "from",
                             {"leave.overlaps", {leave_name(other.id), other.first, other.last}},
                             suggest("svcadm leave show {}", leave_name(other.id))));
    }
  }
  return faults;
}

const store::LeaveRow* LeaveDesk::same(const store::LeaveRow& row) const {
  const auto& all = living(row.employee);
  const auto found =
      std::find_if(all.begin(), all.end(), [&row](const store::LeaveRow& other) { return same_leave(row, other); });
  return found == all.end() ? nullptr : &*found;
}

bool LeaveDesk::away(std::int64_t employee, const store::LeaveRow& row) const {
  const auto& all = living(employee);
  return std::any_of(all.begin(), all.end(), [&](const store::LeaveRow& other) { return overlap(other, row); });
}

std::vector<LeaveDay> LeaveDesk::days(const store::Person& person, const store::LeaveRow& row) {
  std::vector<LeaveDay> days;
  for (Date day = row.first; day <= row.last; ++day) {
    const domain::Policy* governing = policy(person, day);
    if (governing == nullptr) continue;
    const auto& hours = governing->attendance.hours;
    const auto plan = plans_.plan(person, day, hours ? &hours->value : &some_hours());
    const HalfDays covered{(row.covers(day, 1) ? 1 : 0) + (row.covers(day, 2) ? 1 : 0)};
    days.push_back({day, plan.kind, covered, plan.shift.works() ? covered : HalfDays{}});
  }
  return days;
}

bool LeaveDesk::limited(const store::Person& person, const store::LeaveRow& row) {
  return policy(person, row.first)->leave.limited(row.kind);
}

HalfDays LeaveDesk::count(const store::Person& person, const store::LeaveRow& row) {
  const auto known = kind(person, row.first, row.kind);
  const bool calendar = known && known->counted == domain::LeaveCounting::calendar_days;
  HalfDays sum;
  for (const LeaveDay& day : days(person, row)) sum += calendar ? day.covered : day.due;
  return sum;
}

void throw_faults(const std::vector<LeaveFault>& faults) {
  if (faults.empty()) return;
  std::vector<Problem> problems;
  for (const LeaveFault& fault : faults) problems.push_back(fault.problem);
  throw Error{faults.front().failure, std::move(problems)};
}

CheckedLeave check_leave(Office& office, const NewLeave& leave, bool asked, std::vector<LeaveFault> faults) {
  NewLeave clean = leave;
  clean.paper = trim(leave.paper);
  if (auto bad = bad_span(leave.span)) {
    faults.push_back(std::move(*bad));
    clean.span = {leave.span.first, 1, leave.span.first, 2};  // the rest is looked at for the first day
  }
  CheckedLeave checked;
  try {
    const std::int64_t id = find_person(office, leave.person, leave.span.first).id;
    checked.person = store::PeopleStore{office.database()}.history(id).value();
  } catch (const Error& error) {
    for (const Problem& problem : error.problems()) faults.push_back({error.failure(), {}, problem});
    throw_faults(faults);
  }
  const store::Person& person = checked.person;

  LeaveDesk desk{office, clean.span.first, clean.span.last};
  for (LeaveFault& one : desk.check(person, clean, checked.row, asked)) faults.push_back(std::move(one));
  throw_faults(faults);
  if (desk.count(person, checked.row) == HalfDays{}) {
    const store::LeaveRow& row = checked.row;
    office.notes().push_back({"leave.no-workday", {person.employee_no, person.name, row.first, row.last}});
  }
  checked.limited = desk.limited(person, checked.row);
  return checked;
}

}  // namespace svcadm::usecase
