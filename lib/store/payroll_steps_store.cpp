#include "store/payroll_steps_store.hpp"

#include "store/sql.hpp"

namespace svcadm::store {

void PayrollStepsStore::set_hold(std::int64_t event, std::int64_t employee, Month month, bool held,
                                 const std::string& reason) {
  Query{database_, R"sql(
    INSERT INTO payroll_hold (event, employee, month, held, reason) VALUES (:event, :employee, :month, :held, :reason)
  )sql"}
      .bind(":event", event)
      .bind(":employee", employee)
      .bind(":month", month)
      .bind(":held", held ? 1 : 0)
      .bind(":reason", reason)
      .run();
}

void PayrollStepsStore::hold(std::int64_t event, std::int64_t employee, Month month, const std::string& reason) {
  set_hold(event, employee, month, true, reason);
}

void PayrollStepsStore::release(std::int64_t event, std::int64_t employee, Month month, const std::string& reason) {
  set_hold(event, employee, month, false, reason);
}

Holds PayrollStepsStore::holds(Month month, Known known_until) {
  Query query{database_, R"sql(
    SELECT employee, held, reason FROM payroll_hold WHERE month = :month AND event <= :known ORDER BY id
  )sql"};
  query.bind(":month", month).bind(":known", known_until.value_or(INT64_MAX));
  Holds holds;
  while (query.next()) {
    holds.erase(query.integer(0));
    if (query.integer(1) != 0) holds.emplace(query.integer(0), query.text(2));
  }
  return holds;
}

void PayrollStepsStore::approve(std::int64_t event, std::int64_t run, const std::string& sha256) {
  Query{database_, "INSERT INTO payroll_approval (event, run, sha256) VALUES (:event, :run, :sha256)"}
      .bind(":event", event)
      .bind(":run", run)
      .bind(":sha256", sha256)
      .run();
}

void PayrollStepsStore::withdraw(std::int64_t event, std::int64_t approval, const std::string& reason) {
  Query{database_,
        "INSERT INTO payroll_approval_withdrawal (approval, event, reason) VALUES (:approval, :event, :reason)"}
      .bind(":approval", approval)
      .bind(":event", event)
      .bind(":reason", reason)
      .run();
}

std::optional<ApprovalRow> PayrollStepsStore::approval(std::int64_t run) {
  Query query{database_, R"sql(
    SELECT a.id, a.event, a.run, a.sha256 FROM payroll_approval AS a JOIN payroll_run AS r ON r.id = a.run
     WHERE a.run = :run AND a.event > r.event AND a.id NOT IN (SELECT approval FROM payroll_approval_withdrawal)
     ORDER BY a.id DESC LIMIT 1
  )sql"};
  query.bind(":run", run);
  if (!query.next()) return std::nullopt;
  return ApprovalRow{query.integer(0), query.integer(1), query.integer(2), query.text(3)};
}

void PayrollStepsStore::pay(std::int64_t event, const PaymentRow& payment) {
  Query{database_, "INSERT INTO payroll_payment (event, run, on_day) VALUES (:event, :run, :on)"}
      .bind(":event", event)
      .bind(":run", payment.run)
      .bind(":on", payment.on)
      .run();
  const std::int64_t id = last_row_id(database_);
  for (const std::int64_t employee : payment.failed) {
    Query{database_,
          "INSERT INTO payroll_payment_failure (payment, employee, event) VALUES (:payment, :employee, :event)"}
        .bind(":payment", id)
        .bind(":employee", employee)
        .bind(":event", event)
        .run();
  }
}

std::vector<PaymentRow> PayrollStepsStore::payments(std::int64_t run) {
  Query query{database_, R"sql(
    SELECT p.id, p.event, p.run, p.on_day, f.employee
      FROM payroll_payment AS p LEFT JOIN payroll_payment_failure AS f ON f.payment = p.id
     WHERE p.run = :run ORDER BY p.id, f.employee
  )sql"};
  query.bind(":run", run);
  std::vector<PaymentRow> payments;
  while (query.next()) {
    if (payments.empty() || payments.back().id != query.integer(0)) {
      payments.push_back({query.integer(0), query.integer(1), query.integer(2), query.date(3)});
    }
    if (!query.is_null(4)) payments.back().failed.insert(query.integer(4));
  }
  return payments;
}

}  // namespace svcadm::store
