// Late facts of a closed month, in whatever order and however spread over the months that follow: in the end everybody
// has been paid the same, and every closed month is still what was known at closing.  The same facts about an open
// month: a draft that keeps what it has of some people is what computing everybody gives.

#include <map>
#include <numeric>

#include <fmt/format.h>

#include "property/property.hpp"
#include "store/office_store.hpp"
#include "support/centre.hpp"
#include "usecase/leave.hpp"
#include "usecase/payroll_compare.hpp"
#include "usecase/payroll_verify.hpp"
#include "usecase/settings.hpp"
#include "usecase/time_corrections.hpp"
#include "usecase/unit_of_work.hpp"

using namespace svcadm;
using namespace svcadm::usecase;
using test::holds;

namespace {

constexpr Month july{2026 * 12 + 6};
constexpr const char* people[] = {"1001", "1002", "1003", "1004"};

Date in_july(int day) { return make_date(2026, 7, day); }

/// What a second person has signed.
const SecondPerson signed_paper{"1001", "BK-1"};
const SecondPerson signed_by_another{"1002", "BK-2"};

/// Clean punches on the workdays of July to October, but for a day of absence and one of lateness in July.
std::string clean_months() {
  std::string text = "employee_no,timestamp\n";
  for (const char* number : people) {
    for (Date day = in_july(1); day <= make_date(2026, 10, 31); ++day) {
      if (day == in_july(7)) continue;
      for (const char* time : {day == in_july(9) ? "09:34:00" : "09:25:00", "12:30:00", "13:25:00", "18:32:00"}) {
        text += fmt::format("{},{} {}\n", number, to_string(day), time);
      }
    }
  }
  return text;
}

/// What pay rests on is there as if it had been paid at once.
void close(Office& office, Month month) {
  const auto run = run_payroll(office, {.month = month}).run;
  UnitOfWork work{office, domain::Permission::close_month, "payroll.close"};
  store::PayrollStore{office.database()}.close(work.event(), month, run, work.event() - 1);
  work.conclude(to_string(month));
}

void score(Office& office, Month month) {
  std::vector<InputEntry> entries;
  for (const char* number : people) {
    for (const char* kind : {"exam", "quality", "leader_score"}) {
      entries.push_back({.person = number, .kind = kind, .value = "80", .comment = "评语"});
    }
  }
  enter_inputs(office, month, entries);
}

/// An office whose July is still open.
std::unique_ptr<test::Centre> open_july() {
  auto centre = std::make_unique<test::Centre>();
  Office& office = centre->office();
  add_department(office, {.name = "客服二组"});
  for (const char* number : people) {
    add_employee(office, {.employee_no = number,
                          .name = std::string{"员工"} + number,
                          .department = std::string{number} == "1004" ? "客服二组" : test::Centre::department,
                          .hired = make_date(2024, 1, 8)});
  }
  const test::TextFile punches{"months.csv", clean_months()};
  import_punches(office, {.request = {.path = punches.path()}, .layout = "csv", .device = "大门"});
  correct_punch(office, {.person = "1002",
                         .day = in_july(23),
                         .kind = store::CorrectionKind::move,
                         .time = TimeOfDay{9 * 3600 + 25 * 60},
                         .to = TimeOfDay{9 * 3600 + 41 * 60},
                         .reason = "监控可见",
                         .second = signed_paper});
  score(office, july);
  enter_inputs(office, july, {{.person = "1001", .kind = "contract_bonus", .value = "5000"}});
  enter_inputs(office, july, {{.person = "1003", .kind = "loss", .value = "3000", .paper = "P-1"}});
  return centre;
}

/// One whose July is closed.
std::unique_ptr<test::Centre> closed_july() {
  auto centre = open_july();
  close(centre->office(), july);
  return centre;
}

using Fact = std::function<void(Office&)>;

/// Facts about July, none of which needs another.
const std::vector<Fact>& late_facts() {
  static const std::vector<Fact> facts{
      [](Office& office) {
        record_leave(office, {"1001", "年休假", {in_july(7), 1, in_july(7), 2}});
      },
      [](Office& office) {
        record_leave(office, {"1002", "病假", {in_july(7), 1, in_july(7), 1}});
      },
      [](Office& office) {
        record_leave(office, {"1002", "事假", {in_july(21), 1, in_july(22), 2}});
      },
      [](Office& office) { record_punch(office, {.person = "1002", .at = at(in_july(9), TimeOfDay{9 * 3600})}); },
      [](Office& office) { record_punch(office, {.person = "1003", .at = at(in_july(9), TimeOfDay{9 * 3600})}); },
      [](Office& office) {
        decide_day(
            office,
            {.person = "1003", .day = in_july(7), .decision = domain::DayDecision::present, .reason = "组长证明"});
      },
      // The arrival of the 9th was forgotten by nobody, only late: it is moved, and a punch that was not his is voided.
      [](Office& office) {
        correct_punch(office, {.person = "1004",
                               .day = in_july(9),
                               .kind = store::CorrectionKind::move,
                               .time = TimeOfDay{9 * 3600 + 34 * 60},
                               .to = TimeOfDay{9 * 3600 + 31 * 60},
                               .reason = "排队",
                               .second = signed_paper});
      },
      [](Office& office) {
        correct_punch(office, {.person = "1001",
                               .day = in_july(14),
                               .kind = store::CorrectionKind::void_,
                               .time = TimeOfDay{9 * 3600 + 25 * 60},
                               .reason = "代打",
                               .second = signed_by_another});
      },
      [](Office& office) {
        correct_punch(office, {.person = "1001",
                               .day = in_july(14),
                               .kind = store::CorrectionKind::add,
                               .time = TimeOfDay{9 * 3600 + 40 * 60},
                               .reason = "监控可见",
                               .second = signed_by_another});
      },
      // On the 7th nobody was there: for 1004 the whole day is excused, for the others other facts say more.
      [](Office& office) {
        record_outage(office, {.place = "客服二组",
                               .from = at(in_july(7), TimeOfDay{9 * 3600}),
                               .to = at(in_july(7), TimeOfDay{19 * 3600}),
                               .reason = "停电",
                               .second = signed_paper});
      },
      [](Office& office) {
        shift_clock(office, {.device = "大门",
                             .from = at(in_july(16)),
                             .to = at(in_july(17)),
                             .by = minutes(10),
                             .reason = "慢十分钟",
                             .second = signed_paper});
      },
      [](Office& office) { cancel_correction(office, 1, "没有这回事"); },
      [](Office& office) { withdraw_input(office, 13, "多输一个零"); },
      [](Office& office) { withdraw_input(office, 14, "不是他"); },
      [](Office& office) {
        enter_inputs(office, july, {{.person = "1003", .kind = "contract_bonus", .value = "200"}});
      },
      [](Office& office) { enter_inputs(office, july, {{.person = "1002", .kind = "wrong_orders", .value = "1"}}); },
  };
  return facts;
}

/// Everybody's pay of all months, with what is still carried on.
using Totals = std::map<std::string, Money>;
Totals totals(Office& office) {
  Totals sums;
  for (Month month = july; month <= july + 3; month = month + 1) {
    const auto run = find_run(office, {.run = {}, .month = month});
    each_pay_row(office, run, [&](const store::PayRow& row) {
      const domain::PaySheet& sheet = row.sheet;
      RC_ASSERT(sheet.payable >= Money{});
      sums[row.employee_no] += sheet.payable - sheet.carried_out.total() + sheet.carried_in.total();
    });
  }
  return sums;
}

/// The months from August to October, with the facts in that order; each comes before the close of the month it names.
Totals play(const std::vector<std::pair<std::size_t, int>>& order) {
  const auto centre = closed_july();
  Office& office = centre->office();
  for (int later = 1; later <= 3; ++later) {
    for (const auto& [fact, before] : order) {
      if (before == later) late_facts()[fact](office);
    }
    score(office, july + later);
    close(office, july + later);
  }
  for (int later = 0; later <= 3; ++later) {
    for (const VerifiedRun& run : verify_month(office, july + later)) RC_ASSERT(run.comparison.holds());
  }
  return totals(office);
}

}  // namespace

TEST_CASE("late facts are paid the same in whatever order and month they arrive") {
  std::vector<std::pair<std::size_t, int>> in_order;
  for (std::size_t i = 0; i < late_facts().size(); ++i) in_order.emplace_back(i, 1);
  const Totals expected = play(in_order);

  // Annual leave, an outage and a day that somebody witnessed cost nothing.  On the 16th the clock was slow, and all of
  // them five minutes late twice; 1001 and 1004 stay late on the 9th, 1001 on the 14th too.
  const auto whole_months = [](int months) { return yuan(2200 * months); };
  CHECK(expected.at("1001") == whole_months(4) - yuan(30) - yuan(50) - yuan(50));
  CHECK(expected.at("1003") == whole_months(4) - yuan(50) + yuan(200));
  CHECK(expected.at("1004") == whole_months(4) - yuan(30) - yuan(50));

  ::setenv("RC_PARAMS", std::getenv("SVCADM_LONG") != nullptr ? "max_success=400" : "max_success=12", 0);
  CHECK(rc::check("a shuffle of facts and months changes nobody's total", [&] {
    auto order = in_order;
    const auto keys = *rc::gen::container<std::vector<int>>(order.size(), rc::gen::inRange(0, 1000));
    for (auto& [fact, before] : order) before = 1 + keys[fact] % 3;
    std::stable_sort(order.begin(), order.end(),
                     [&](const auto& a, const auto& b) { return keys[a.first] < keys[b.first]; });
    RC_ASSERT(play(order) == expected);
  }));
}

namespace {

/// Facts that only an open month takes: terms, the means of groups, and what concerns everybody.
const std::vector<Fact>& open_facts() {
  static const std::vector<Fact> facts = [] {
    std::vector<Fact> all = late_facts();
    const auto scored = [](const char* number, const char* points) {
      return [=](Office& office) { enter_inputs(office, july, {{.person = number, .kind = "exam", .value = points}}); };
    };
    const auto changed = [](const char* number, EmployeeChange change) {
      return [=](Office& office) { change_employee(office, number, change); };
    };
    all.insert(all.end(), {scored("1001", "60"), scored("1002", "100"), scored("1004", "71"),
                           changed("1002", {.from = in_july(10), .probation_end = std::optional{in_july(20)}}),
                           changed("1003", {.from = in_july(1), .name = "另一名"}),
                           changed("1003", {.from = in_july(16), .department = "客服二组"}),
                           [](Office& office) { change_setting(office, "place", "shanghai", in_july(1)); },
                           [](Office& office) {
                             add_employee(office, {.employee_no = "1005",
                                                   .name = "新来",
                                                   .department = test::Centre::department,
                                                   .hired = in_july(20)});
                             enter_inputs(office, july,
                                          {{.person = "1005", .kind = "exam", .value = "80"},
                                           {.person = "1005", .kind = "quality", .value = "80"},
                                           {.person = "1005", .kind = "leader_score", .value = "80", .comment = "好"}});
                           }});
    return all;
  }();
  return facts;
}

}  // namespace

TEST_CASE("a draft that keeps what it has of some people is what computing everybody gives") {
  ::setenv("RC_PARAMS", std::getenv("SVCADM_LONG") != nullptr ? "max_success=400" : "max_success=20", 1);
  CHECK(rc::check("whatever was entered in between", [&] {
    const auto centre = open_july();
    Office& office = centre->office();
    run_payroll(office, {.month = july});
    std::vector<std::size_t> order(open_facts().size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto keys = *rc::gen::container<std::vector<int>>(order.size(), rc::gen::inRange(0, 1000));
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return keys[a] < keys[b]; });
    std::size_t left = *rc::gen::inRange<std::size_t>(1, 9);
    for (const std::size_t fact : order) {
      if (left-- == 0) break;
      open_facts()[fact](office);
      if (keys[fact] % 3 == 0) continue;  // several facts between two runs
      const RunOutcome outcome = run_payroll(office, {.month = july});
      const auto run = find_run(office, {.run = outcome.run, .month = {}});
      const Reading reading{office, domain::Permission::read_pay};
      RC_ASSERT(compare_run(office, run, known_now(office)).holds());
    }
  }));
}
