#include "usecase/run_again.hpp"

#include <algorithm>

#include "base/version.hpp"
#include "store/audit_store.hpp"
#include "store/late_facts.hpp"
#include "store/people_store.hpp"
#include "usecase/office.hpp"
#include "usecase/pay_tables.hpp"

namespace svcadm::usecase {

namespace {

/// Terms that matter for the person's own pay and for the mean of his department, and for nothing else.
bool concerns_only_himself(store::Attribute attribute) {
  using store::Attribute;
  return attribute == Attribute::base_pay || attribute == Attribute::grade || attribute == Attribute::name ||
         attribute == Attribute::probation_end;
}

/// Facts about somebody's day or month that reach no other day and nobody else's.  Leave, rosters and corrections do:
/// a leave behind the month may move a limit within it, and a roster the border of a night.
constexpr std::string_view near_facts[] = {"day_decision", "employee_term", "payroll_input", "punch", "punch_event"};

bool reaches_nobody_else(const std::string& table) {
  return is_among(table, tables_beside_pay) || is_among(table, near_facts);
}

}  // namespace

std::optional<RunAgain> draft_to_keep(Office& office, const store::RunScope& scope, const KnownAt& known) {
  store::PayrollStore payroll{office.database()};
  const auto draft = scope.kind == store::RunKind::month ? payroll.run_of(scope.month) : std::nullopt;
  if (!draft || draft->closed() || !payroll.is_computed_by(draft->id, program_version)) return std::nullopt;
  // What a draft of the month before leaves may be another by now.
  if (payroll.run_of(scope.month - 1) && !payroll.is_closed(scope.month - 1)) return std::nullopt;

  store::AuditStore audit{office.database()};
  // With the day limits pass and settings come into force, which nobody records.
  const Moment then = audit.find(draft->event).value().event.as_of;
  if (known.now < then || date_of(known.now) != date_of(then)) return std::nullopt;
  if (!std::ranges::all_of(audit.tables_since(draft->event), reaches_nobody_else)) return std::nullopt;
  std::set<std::int64_t> touched =
      store::LateFactsStore{office.database()}.employees(scope.month, draft->event, known.event);
  for (const auto& [employee, attribute] : store::PeopleStore{office.database()}.changed_since(draft->event)) {
    if (!concerns_only_himself(attribute)) return std::nullopt;
    touched.insert(employee);
  }
  touched.merge(payroll.unsettled(draft->id));
  touched.merge(payroll.settled_since(scope.month, draft->event));
  return RunAgain{*draft, std::move(touched)};
}

}  // namespace svcadm::usecase
