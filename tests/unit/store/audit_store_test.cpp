#include "store/audit_store.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "base/error.hpp"
#include "store/office_store.hpp"
#include "store/payroll_store.hpp"
#include "store/people_store.hpp"
#include "store/sql.hpp"

using namespace svcadm;
using namespace svcadm::store;
using Kind = AuditFinding::Kind;

namespace {

/// A file with four events: a setting, two employees, a run, and the close that freezes it.
struct Chain {
  Database database = Database::in_memory();

  Chain() {
    record("setting.set", [&](std::int64_t event) {
      OfficeStore{database}.set(event, {"company", Date{0}, "星河"});
      OfficeStore{database}.set(event, {"place", Date{0}, "上海"});
    });
    record("employee.add", [&](std::int64_t event) {
      PeopleStore people{database};
      people.add_employee(event, "E1");
      people.add_employee(event, "E2");
    });
    record("payroll.run", [&](std::int64_t event) {
      PayrollStore payroll{database};
      const auto run = payroll.begin_run(event, {.month = make_month(2026, 9)}, 2, "1.0").id;
      RunWriter{database, run}.add({.employee = 1, .row = "{}", .payable = yuan(2200)});
      payroll.finish_run(run, 1, yuan(2200));
    });
    record("payroll.close",
           [&](std::int64_t event) { PayrollStore{database}.close(event, make_month(2026, 9), 1, 2); });
  }

  template <class Work>
  void record(const std::string& action, const Work& work) {
    WriteTransaction transaction{database};
    AuditStore audit{database};
    const std::int64_t event = audit.next_event();
    work(event);
    audit.append({.event = event,
                  .recorded_at = at(make_date(2026, 10, static_cast<int>(event))),
                  .as_of = at(make_date(2026, 10, 1)),
                  .actor = event == 2 ? "E9" : "uid:7",
                  .delegate = event == 2 ? "uid:7" : "",
                  .action = action,
                  .subject = "x",
                  .detail = "{}"});
    transaction.commit();
  }

  void sql(const std::string& statements) { database.connection().sqlite.exec(statements); }

  /// Changes something although a trigger forbids it, and puts the trigger back as it was.
  void tamper(const std::string& trigger, const std::string& statements) {
    Query query{database, "SELECT sql FROM sqlite_schema WHERE name = :name"};
    query.bind(":name", trigger);
    REQUIRE(query.next());
    const std::string text = query.text(0);
    query.reset();
    sql("PRAGMA foreign_keys = OFF; DROP TRIGGER " + trigger + "; " + statements);
    sql(text);
  }

  std::vector<AuditFinding> verify() { return AuditStore{database}.verify(); }
};

AuditFinding only(const std::vector<AuditFinding>& findings) {
  REQUIRE(findings.size() == 1);
  return findings.front();
}

}  // namespace

TEST_CASE("a file that only svcadm has written is sound") {
  Chain chain;
  CHECK(chain.verify().empty());
  CHECK(AuditStore{chain.database}.newest_event() == 4);
}

TEST_CASE("the guards refuse what plain SQL would change") {
  Chain chain;
  for (const char* statement :
       {"UPDATE setting SET value = 'x'", "DELETE FROM employee", "UPDATE audit_event SET actor = 'x'",
        "DELETE FROM audit_event", "INSERT OR REPLACE INTO audit_event SELECT * FROM audit_event WHERE event = 1",
        "UPDATE payroll_sheet SET payable = 0", "DELETE FROM payroll_run", "DELETE FROM month_close"}) {
    CAPTURE(statement);
    CHECK_THROWS(chain.sql(statement));
  }
  CHECK(chain.verify().empty());
}

TEST_CASE("a changed value is found, though its guard is back in place") {
  Chain chain;
  chain.tamper("setting_keeps_update", "UPDATE setting SET value = '北京' WHERE key = 'place'");
  const auto found = only(chain.verify());
  CHECK(found.kind == Kind::rows);
  CHECK(found.event == 1);
  CHECK(found.table == "setting");
  CHECK(found.claimed == 2);
  CHECK(found.found == 2);
  CHECK(found.first == "1");
  CHECK(found.last == "2");
}

TEST_CASE("a deleted row is found") {
  Chain chain;
  chain.tamper("employee_keeps_delete", "DELETE FROM employee WHERE employee_no = 'E2'");
  const auto found = only(chain.verify());
  CHECK(found.event == 2);
  CHECK(found.table == "employee");
  CHECK(found.claimed == 2);
  CHECK(found.found == 1);
}

TEST_CASE("all rows of an event gone are found too") {
  Chain chain;
  chain.tamper("setting_keeps_delete", "DELETE FROM setting");
  const auto found = only(chain.verify());
  CHECK(found.claimed == 2);
  CHECK(found.found == 0);
}

TEST_CASE("a row added under an old event is found, and one under an event that never was") {
  Chain chain;
  chain.sql("INSERT INTO setting (event, key, from_day, value) VALUES (1, 'demo', 0, 'yes')");
  CHECK(only(chain.verify()).found == 3);

  Chain other;
  other.sql(
      "PRAGMA foreign_keys = OFF; INSERT INTO setting (event, key, from_day, value) VALUES (99, 'demo', 0, 'yes')");
  const auto found = only(other.verify());
  CHECK(found.event == 99);
  CHECK(found.claimed == 0);
  CHECK(found.found == 1);
}

TEST_CASE("a row moved to another event is missed where it was and found where it is") {
  Chain chain;
  chain.tamper("setting_keeps_update", "UPDATE setting SET event = 2 WHERE key = 'place'");
  CHECK(chain.verify().size() == 2);
}

TEST_CASE("a row replaced by INSERT OR REPLACE, which no guard of facts sees, is found") {
  Chain chain;
  chain.sql("INSERT OR REPLACE INTO setting (id, event, key, from_day, value) VALUES (2, 1, 'place', 0, '北京')");
  CHECK(only(chain.verify()).table == "setting");
}

TEST_CASE("an event that was changed is found, whichever column it was") {
  for (const char* change : {"actor = 'E5'", "action = 'x'", "subject = 'y'", "detail = '{\"a\":1}'", "recorded_at = 0",
                             "as_of = 0", "delegate = 'E1'", "written = '{}'",
                             "hash = '0000000000000000000000000000000000000000000000000000000000000000'"}) {
    Chain chain;
    chain.tamper("audit_event_keeps_update", std::string{"UPDATE audit_event SET "} + change + " WHERE event = 2");
    const auto findings = chain.verify();
    CAPTURE(change);
    REQUIRE_FALSE(findings.empty());
    CHECK(findings.front().kind == Kind::chain);
    CHECK(findings.front().event == 2);
  }
}

TEST_CASE("an event taken out of the middle is found where the chain is broken") {
  Chain chain;
  chain.tamper("audit_event_keeps_delete", "DELETE FROM audit_event WHERE event = 2");
  const auto findings = chain.verify();
  REQUIRE_FALSE(findings.empty());
  CHECK(findings.front().kind == Kind::chain);
  CHECK(findings.front().event == 3);
}

TEST_CASE("what an event says it wrote may be damaged without verify itself breaking") {
  Chain chain;
  chain.tamper("audit_event_keeps_update",
               "PRAGMA ignore_check_constraints = ON; UPDATE audit_event SET written = 'no json' WHERE event = 2");
  CHECK_FALSE(chain.verify().empty());
  Chain other;
  other.tamper("audit_event_keeps_update", "UPDATE audit_event SET written = '{\"employee\": 3}' WHERE event = 2");
  CHECK_FALSE(other.verify().empty());
}

TEST_CASE("a dropped guard is found by its name") {
  Chain chain;
  chain.sql("DROP TRIGGER setting_keeps_delete");
  const auto found = only(chain.verify());
  CHECK(found.kind == Kind::schema_missing);
  CHECK(found.table == "setting_keeps_delete");
}

TEST_CASE("a guard that no longer guards is found though its name is there") {
  Chain chain;
  chain.sql(
      "DROP TRIGGER setting_keeps_delete;"
      "CREATE TRIGGER setting_keeps_delete BEFORE DELETE ON setting WHEN 0 BEGIN SELECT 1; END");
  const auto found = only(chain.verify());
  CHECK(found.kind == Kind::schema_changed);
  CHECK(found.table == "setting_keeps_delete");
}

TEST_CASE("a trigger that is not ours is found, a table of the office's own is not our business") {
  Chain chain;
  chain.sql(
      "CREATE TABLE my_notes (text TEXT); CREATE VIEW v_mine AS SELECT * FROM setting;"
      "CREATE TRIGGER sly AFTER INSERT ON setting BEGIN SELECT 1; END");
  const auto found = only(chain.verify());
  CHECK(found.kind == Kind::schema_foreign);
  CHECK(found.table == "sly");
}

TEST_CASE("the close of a month answers for the results it froze") {
  Chain chain;
  chain.tamper("payroll_sheet_frozen_update", "UPDATE payroll_sheet SET payable = 999");
  const auto found = only(chain.verify());
  CHECK(found.event == 4);
  CHECK(found.table == "payroll_sheet");

  const char* const added = "INSERT INTO payroll_sheet (run, employee, row, payable) VALUES (1, 2, '{}', 5)";
  Chain other;
  CHECK_THROWS(other.sql(added));
  other.tamper("payroll_sheet_frozen_insert", added);
  CHECK(only(other.verify()).table == "payroll_sheet");
}

TEST_CASE("who has kept an end of the chain finds that it was cut off, or is another's") {
  Chain chain;
  AuditStore audit{chain.database};
  const ChainHead head = audit.head();
  CHECK(head.events == 4);
  CHECK(audit.verify({.events = 4, .hash = head.hash}).empty());
  CHECK(audit.verify({.events = {}, .hash = head.hash.substr(0, 16)}).empty());
  CHECK(audit.verify({.events = 3, .hash = audit.find(3)->hash}).empty());
  CHECK(only(audit.verify({.events = 3, .hash = head.hash})).kind == Kind::cut_off);

  const auto cut = only(audit.verify({.events = 5, .hash = {}}));
  CHECK(cut.kind == Kind::cut_off);
  CHECK(cut.claimed == 5);
  CHECK(cut.found == 4);
  CHECK(only(audit.verify({.events = {}, .hash = std::string(64, '0')})).kind == Kind::cut_off);
}

TEST_CASE("a decision, a close and an event refuse to be put over another") {
  Chain chain;
  for (const char* table : {"audit_event", "month_close", "payroll_run", "payroll_sheet"}) {
    CAPTURE(table);
    CHECK_THROWS(chain.sql(("INSERT OR REPLACE INTO " + std::string{table} + " SELECT * FROM " + table).c_str()));
  }
  CHECK(chain.verify().empty());
  // Every table of decisions and of closed results has such a guard.
  for (const char* table : {"day_decision",
                            "conduct_finding",
                            "conduct_decision",
                            "conduct_service",
                            "leave_cancel",
                            "request_act",
                            "request_act_withdrawal",
                            "time_correction_confirmation",
                            "time_correction_cancel",
                            "day_objection_answer",
                            "payroll_hold",
                            "payroll_approval",
                            "payroll_approval_withdrawal",
                            "payroll_payment",
                            "payroll_payment_failure",
                            "adoption",
                            "month_close",
                            "run_close",
                            "payroll_line",
                            "payroll_carry",
                            "payroll_absence",
                            "payroll_single",
                            "payroll_adjustment"}) {
    CAPTURE(table);
    Query guards{chain.database,
                 "SELECT count(*) FROM sqlite_schema WHERE tbl_name = :table AND sql LIKE '%BEFORE INSERT%'"};
    guards.bind(":table", table);
    REQUIRE(guards.next());
    CHECK(guards.integer(0) == 1);
  }
}

TEST_CASE("results of an open month may be replaced without a finding") {
  Chain chain;
  chain.record("payroll.run", [&](std::int64_t event) {
    PayrollStore{chain.database}.begin_run(event, {.month = make_month(2026, 10)}, 4, "1.0");
  });
  chain.sql("UPDATE payroll_run SET payable = 1 WHERE month = (SELECT max(month) FROM payroll_run)");
  CHECK(chain.verify().empty());
}

TEST_CASE("events are listed by day, by who acted or typed, and the newest so many") {
  Chain chain;
  AuditStore audit{chain.database};
  const auto numbers = [&](const EventFilter& filter) {
    std::vector<std::int64_t> found;
    for (const auto& event : audit.events(filter)) found.push_back(event.event);
    return found;
  };
  using Numbers = std::vector<std::int64_t>;
  CHECK(numbers({}) == Numbers{1, 2, 3, 4});
  CHECK(numbers({.from = make_date(2026, 10, 2), .to = make_date(2026, 10, 3)}) == Numbers{2, 3});
  CHECK(numbers({.actor = "E9"}) == Numbers{2});
  CHECK(numbers({.actor = "uid:7"}) == Numbers{1, 2, 3, 4});
  CHECK(numbers({.last = 2}) == Numbers{3, 4});
}

TEST_CASE("an event shows what it wrote") {
  Chain chain;
  const auto found = AuditStore{chain.database}.find(2);
  REQUIRE(found.has_value());
  CHECK(found->event.delegate == "uid:7");
  REQUIRE(found->written.size() == 1);
  CHECK(found->written.front().table == "employee");
  CHECK(found->written.front().rows == 2);
  CHECK_FALSE(AuditStore{chain.database}.find(5).has_value());
}
