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

/// Whether facts of this table concern only people who can be named.
bool names_people(const std::string& table) {
  return is_among(table, tables_beside_pay) || is_among(table, tables_of_days) || table == "employee_term";
}

}  // namespace

std::optional<RunAgain> draft_to_keep(Office& office, const store::RunScope& scope, const KnownAt& known) {
  store::PayrollStore payroll{office.database()};
  const auto draft = scope.kind == store::RunKind::month ? payroll.run_of(scope.month) : std::nullopt;
  if (!draft || draft->closed() || !payroll.is_computed_by(draft->id, program_version)) return std::nullopt;
  // What a draft of the month before leaves may be another by now.
  if (payroll.run_of(scope.month - 1) && !payroll.is_closed(scope.month - 1)) return std::nullopt;

  store::AuditStore audit{office.database()};
  if (known.now < audit.find(draft->event).value().event.as_of) return std::nullopt;
  if (!std::ranges::all_of(audit.tables_since(draft->event), names_people)) return std::nullopt;
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
