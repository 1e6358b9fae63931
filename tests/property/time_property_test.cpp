// Claims about lateness and days, whatever the table and the punches.

#include <algorithm>
#include <set>

#include "property/property.hpp"
#include "property/random_month.hpp"
#include "store/audit_store.hpp"
#include "store/people_store.hpp"
#include "store/punch_store.hpp"

using namespace svcadm;
using domain::PayColumn;
using domain::TotalBy;
using test::holds;
using test::MonthBuilder;
using test::october;
using test::pick;

namespace {

/// A plain house with a random table of amounts that never fall.
MonthBuilder with_table(TotalBy by) {
  auto policy = test::plain_with();
  policy.attendance.lateness = test::random_table(by);
  policy.attendance.punches->lunch_return_counts = true;
  return MonthBuilder{policy, test::nine_to_six};
}

}  // namespace

TEST_CASE("a later arrival never costs less within one table of amounts") {
  for (const TotalBy by : {TotalBy::event, TotalBy::day, TotalBy::month}) {
    holds("later is never cheaper", [by] {
      const MonthBuilder month = with_table(by);
      const int sooner = pick(0, 7200);
      const int later = sooner + pick(0, 3600);
      const auto cost = [&](int seconds) {
        return MonthBuilder{month}.late(9, Span{300}).late(12, Span{seconds}).column(PayColumn::lateness_deduction);
      };
      RC_ASSERT(cost(sooner) <= cost(later));
    });
  }
}

TEST_CASE("by event a day's lateness costs what its events cost by themselves") {
  holds("events are apart", [] {
    const MonthBuilder month = with_table(TotalBy::event);
    const Span in{pick(0, 3600)};
    const Span back{pick(0, 3600)};
    const auto cost = [&](Span a, Span b) {
      return MonthBuilder{month}.late(12, a).late_back(12, b).column(PayColumn::lateness_deduction);
    };
    RC_ASSERT(cost(in, back) == cost(in, Span{}) + cost(Span{}, back));
  });
}

TEST_CASE("the sheet's late minutes are never more than the time somebody was late") {
  holds("minutes are cut from what counts", [] {
    const MonthBuilder month = with_table(TotalBy::day);
    std::int64_t raw = 0;
    MonthBuilder late = month;
    for (const int day : {12, 13, 14}) {
      const int seconds = pick(0, 3600);
      raw += (seconds + 59) / 60;
      late.late(day, Span{seconds});
    }
    RC_ASSERT(late.pay().late_minutes <= raw);
    RC_ASSERT(late.pay().late_count <= 3);
  });
}

TEST_CASE("any day: present + absent + leave is what was due") {
  holds("a judged day adds up", [] {
    const MonthBuilder month = test::random_month();
    for (const domain::JudgedDay& day : month.time().days) {
      HalfDays sum = day.present + day.absent;
      for (const auto& [kind, halves] : day.leave) sum += halves;
      RC_ASSERT(sum == day.measure.plan.due());
      RC_ASSERT(day.present >= HalfDays{});
    }
  });
}

TEST_CASE("punches recorded in any order, in pieces and twice, are the same punches") {
  holds("the order of recording does not matter", [] {
    auto database = store::Database::in_memory();
    store::WriteTransaction transaction{database};
    store::AuditStore audit{database};
    store::PeopleStore people{database};
    store::PunchStore punches{database};
    const std::int64_t event = audit.next_event();
    const std::int64_t person = people.add_employee(event, "1");
    const std::vector<store::EmployeeTerm> terms{
        {person, store::Attribute::hired, october(1), std::to_string(october(1).days)}};
    people.add_terms(event, terms);
    const std::int64_t number = punches.number_id(event, store::NumberKind::employee, "1");

    std::vector<store::PunchRow> rows;
    std::set<Moment> expected;
    for (int left = pick(0, 30); left > 0; --left) {
      const Moment when = at(october(pick(1, 5)), TimeOfDay{pick(0, 86399)});
      rows.push_back({when, number});
      expected.insert(when);
    }
    // Pieces that overlap, each in an order of its own.
    punches.announce(event, at(october(1)), at(october(6)));
    while (!rows.empty()) {
      std::vector<store::PunchRow> piece;
      for (const store::PunchRow& row : rows) {
        if (test::chance(50)) piece.insert(test::chance(50) ? piece.begin() : piece.end(), row);
      }
      punches.add(event, piece);
      if (test::chance(50)) rows.pop_back();
      for (const store::PunchRow& row : piece) {
        if (test::chance(70)) std::erase_if(rows, [&](const store::PunchRow& one) { return one.at == row.at; });
      }
      if (piece.empty() && !rows.empty()) {
        std::vector<store::PunchRow> last{rows.back()};
        punches.add(event, last);
      }
    }
    const store::PunchLog log{database, at(october(1)), at(october(10))};
    std::vector<Moment> found;
    for (const domain::Punch& punch : log.punches(person)) found.push_back(punch.at);
    RC_ASSERT(std::is_sorted(found.begin(), found.end()));
    for (const Moment when : found) RC_ASSERT(expected.contains(when));
    RC_ASSERT(std::set<Moment>(found.begin(), found.end()).size() == found.size());
  });
}
