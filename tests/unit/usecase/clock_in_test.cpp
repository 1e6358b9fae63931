// Punches: by hand, from files, listed; decisions; ignored numbers.

#include "usecase/clock_in.hpp"

#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>

#include "store/payroll_store.hpp"
#include "unit/usecase/office_fixture.hpp"
#include "usecase/clock_in_import.hpp"
#include "usecase/employee.hpp"

using namespace svcadm;
using namespace svcadm::usecase;

namespace {

using Ids = std::vector<std::string>;
Date day(int number) { return make_date(2026, 10, number); }
Moment on(int number, int hour, int minute) { return at(day(number), {hour * 3600 + minute * 60}); }

/// Acts on 20 October at 10:00.
Office small_office() {
  Office office = make_office(day(20));
  add_employee(office, {.employee_no = "E1",
                        .name = "王芳",
                        .department = "星河",
                        .hired = make_date(2025, 1, 6),
                        .device_number = "1",
                        .agent_number = "8001"});
  add_employee(office,
               {.employee_no = "E2", .name = "李明", .department = "星河", .hired = day(12), .device_number = "00012"});
  return office;
}

PunchImportOutcome import_text(Office& office, const std::string& text, const std::string& layout,
                               bool keep_good = false, bool strict = false) {
  const auto path = std::filesystem::temp_directory_path() / ("svcadm-clock-in-test." + layout);
  std::ofstream{path, std::ios::binary} << text;
  return import_punches(
      office,
      {.request = {.path = path.string(), .keep_good = keep_good}, .layout = layout, .strict = strict});
}

/// Writes by `record(event)`, as some other command did.
template <class Record>
void elsewhere(Office& office, const Record& record) {
  store::WriteTransaction transaction{office.database()};
  store::AuditStore audit{office.database()};
  const std::int64_t event = audit.next_event();
  record(event);
  audit.append({.event = event,
                .recorded_at = office.machine_now(),
                .as_of = office.now(),
                .actor = office.actor(),
                .delegate = {},
                .action = "test",
                .subject = "test",
                .detail = "{}"});
  transaction.commit();
}

std::int64_t events(Office& office) { return store::AuditStore{office.database()}.newest_event(); }

const std::string device_log =
    "1\t2026-10-13 09:28:31\t0\t1\t0\t0\n"
    "00012\t2026-10-13 09:30:00\t0\t1\t0\t0\n"
    "12\t2026-10-13 09:31:00\t0\t1\t0\t0\n"
    "1\t2026-10-13 18:31:00\t1\t1\t0\t0\n";

}  // namespace

TEST_CASE("a punch of another time is recorded once, and never of the future") {
  Office office = small_office();
  CHECK(record_punch(office, {.person = "王芳", .at = on(19, 9, 28), .kind = PunchKind::in}));
  const auto before = events(office);
  CHECK_FALSE(record_punch(office, {.person = "E1", .at = on(19, 9, 28), .kind = PunchKind::in}));
  CHECK(events(office) == before);
  CHECK(problem_ids([&] { record_punch(office, {.person = "E1", .at = on(20, 10, 1)}); }) == Ids{"clock-in.future"});
  CHECK(problem_ids([&] { record_punch(office, {.person = "E2", .at = on(11, 9, 0)}); }) ==
        Ids{"people.not-in-service"});
  CHECK(problem_ids([&] { record_punch(office, {}); }) == Ids{"clock-in.account-unknown"});
  const auto listed = list_punches(office, "E1", day(19), day(19));
  REQUIRE(listed.size() == 1);
  CHECK(listed[0].what == "in");
}

TEST_CASE("offline ends the session that is open") {
  Office office = small_office();
  CHECK(problem_ids([&] {
          record_punch(office, {.person = "E1", .at = on(19, 18, 30), .kind = PunchKind::offline});
        }) == Ids{"clock-in.not-online"});
  import_text(office, "坐席工号,签入时间,签出时间\n8001,2026-10-19 09:29,\n", "agent-log");
  CHECK(record_punch(office, {.person = "E1", .at = on(19, 18, 30), .kind = PunchKind::offline}));
  const auto listed = list_punches(office, "E1", day(19), day(19));
  REQUIRE(listed.size() == 2);
  CHECK(listed[1].what == "offline");
  CHECK(listed[1].at == on(19, 18, 30));
}

TEST_CASE("the later of two sign-outs of one session holds, in whatever order they come") {
  const std::string head = "坐席工号,签入时间,签出时间\n";
  const std::string early = "8001,2026-10-19 09:29,2026-10-19 18:20\n";
  const std::string late = "8001,2026-10-19 09:29,2026-10-19 18:31\n";
  const auto offline = [](Office& office) { return list_punches(office, "E1", day(19), day(19)).at(1).at; };
  {
    Office office = small_office();
    CHECK(import_text(office, head + early, "agent-log").batch.imported == 1);
    CHECK(import_text(office, head + late, "agent-log").batch.imported == 1);
    CHECK(offline(office) == on(19, 18, 31));
    // What was recorded once is known, though another has replaced it.
    CHECK(import_text(office, head + early, "agent-log").batch.known == 1);
    CHECK(import_text(office, head + "8001,2026-10-19 09:29,\n", "agent-log").batch.known == 1);
    CHECK(offline(office) == on(19, 18, 31));
  }
  for (const std::string& second : {early, early + late}) {
    Office office = small_office();
    import_text(office, head + late, "agent-log");
    const auto outcome = import_text(office, head + second, "agent-log");
    REQUIRE(outcome.rejects.lines.size() == 1);
    CHECK(outcome.rejects.lines[0].problems[0].message.id == "clock-in.row.shorter");
    CHECK(outcome.batch.imported == 0);
    CHECK(offline(office) == on(19, 18, 31));
  }
  Office office = small_office();
  CHECK(import_text(office, head + early + late, "agent-log").rejects.lines.size() == 1);
  CHECK(offline(office) == on(19, 18, 31));
}

TEST_CASE("a device's file goes in once; numbers that nobody holds are kept and told") {
  Office office = small_office();
  const auto outcome = import_text(office, device_log, "zkteco-push");
  CHECK(outcome.batch.read == 4);
  CHECK(outcome.batch.imported == 4);
  REQUIRE(outcome.unassigned.size() == 1);
  CHECK(outcome.unassigned[0].text == "12");

  const auto before = events(office);
  const auto again = import_text(office, device_log, "zkteco-push");
  CHECK(again.batch.imported == 0);
  CHECK(again.batch.known == 4);
  CHECK(events(office) == before);
  CHECK(list_punches(office, "E2", day(13), day(13)).size() == 1);
  CHECK(list_punches(office, "", day(13), day(13)).size() == 4);
  CHECK(store::AuditStore{office.database()}.verify().empty());
}

TEST_CASE("an ignored number is not told any more; one that is held cannot be ignored") {
  Office office = small_office();
  ignore_number(office, store::NumberKind::device, "12");
  const auto before = events(office);
  ignore_number(office, store::NumberKind::device, "12");
  CHECK(events(office) == before);
  CHECK(import_text(office, device_log, "zkteco-push").unassigned.empty());
  CHECK(problem_ids([&] { ignore_number(office, store::NumberKind::device, "00012"); }) == Ids{"clock-in.number-held"});
}

TEST_CASE("damage above one line in twenty refuses the file, unless the good lines are wanted") {
  Office office = small_office();
  const std::string damaged = device_log + "hello\n";
  CHECK(problem_ids([&] { import_text(office, damaged, "zkteco-push"); }) ==
        Ids{"clock-in.too-much-damage", "clock-in.row.columns"});
  CHECK(import_text(office, damaged, "zkteco-push", true).batch.imported == 4);
  CHECK(problem_ids([&] { import_text(office, "hello\n", "zkteco-push", true); }) ==
        Ids{"clock-in.nothing-readable", "clock-in.row.columns"});

  std::string long_log = "hello\n";
  for (int minute = 10; minute < 50; ++minute) {
    long_log += "1\t2026-10-14 09:" + std::to_string(minute) + ":00\t0\t1\t0\t0\n";
  }
  CHECK(import_text(office, long_log, "zkteco-push").batch.rejected == 1);
  CHECK(problem_ids([&] { import_text(office, long_log, "zkteco-push", false, true); }) == Ids{"clock-in.row.columns"});
}

TEST_CASE("a people's file is all or nothing, or its good rows") {
  Office office = small_office();
  const std::string sheet =
      "工号,打卡时间,类型\nE1,2026-10-13 09:28,上班\nE9,2026-10-13 09:28,上班\n"
      "E2,2026-10-11 09:28,上班\nE1,2026-10-13 25:00,上班\nE1,2026-10-13 18:31,横着\n";
  const auto before = events(office);
  CHECK(problem_ids([&] { import_text(office, sheet, "csv"); }) == Ids{"clock-in.row.unknown-number",
                                                                       "clock-in.row.not-in-service",
                                                                       "input.not-a-moment", "clock-in.row.direction"});
  CHECK(events(office) == before);
  const auto outcome = import_text(office, sheet, "csv", true);
  CHECK(outcome.batch.imported == 1);
  REQUIRE(outcome.rejects.lines.size() == 4);
  CHECK(outcome.rejects.lines[0].cells == std::vector<std::string>{"E9", "2026-10-13 09:28", "上班"});
  CHECK(outcome.rejects.headings == std::vector<std::string>{"工号", "打卡时间", "类型"});
}

TEST_CASE("a sheet may hold date and time apart, digits for directions, and the clock's numbers") {
  Office office = small_office();
  const auto outcome =
      import_text(office, "考勤号码,日期,时间,状态\n1,2026-10-13,9:28:31,0\n00012,2026/10/13,18:31,1\n", "csv");
  CHECK(outcome.batch.imported == 2);
  const auto listed = list_punches(office, "", day(13), day(13));
  REQUIRE(listed.size() == 2);
  CHECK(listed[0].name == "王芳");
  CHECK(listed[0].source == store::NumberKind::device);
  CHECK(listed[1].what == "out");
  CHECK(problem_ids([&] { import_text(office, "工号,类型\nE1,in\n", "csv"); }) == Ids{"clock-in.no-time-column"});
}

TEST_CASE("a sign-out that comes later completes the session that is there") {
  Office office = small_office();
  import_text(office, "坐席工号,签入时间,签出时间\n8001,2026-10-19 09:29,\n", "agent-log");
  const auto later =
      import_text(office, "坐席工号,签入时间,签出时间\n8001,2026-10-19 09:29,2026-10-19 18:30\n", "agent-log");
  CHECK(later.batch.imported == 1);
  CHECK(import_text(office, "坐席工号,签入时间,签出时间\n8001,2026-10-19 09:29,\n", "agent-log").batch.known == 1);
  CHECK(list_punches(office, "E1", day(19), day(19)).size() == 2);
}

TEST_CASE("a file whose name tells nothing is not guessed at") {
  Office office = small_office();
  CHECK(problem_ids([&] { import_punches(office, {.request = {.path = "punches.txt"}}); }) ==
        Ids{"clock-in.layout-unsaid"});
}

TEST_CASE("one's own punch of now needs no role; another time or person does") {
  Office administrators = small_office();
  elsewhere(administrators,
            [&](std::int64_t event) { store::OfficeStore{administrators.database()}.map_account(event, 8, "E1"); });
  Office own{std::move(administrators.database()), {.uid = 8, .utc_seconds = administrators.now().seconds - 8 * 3600}};
  CHECK(record_punch(own, {.kind = PunchKind::in}));
  CHECK_FALSE(record_punch(own, {.person = "王芳", .kind = PunchKind::in}));
  CHECK(problem_ids([&] { record_punch(own, {.at = on(20, 9, 0)}); }) == Ids{"authority.not-permitted"});
  CHECK(problem_ids([&] { record_punch(own, {.person = "E2"}); }) == Ids{"authority.not-permitted"});
  CHECK(store::AuditStore{own.database()}.verify().empty());
}

TEST_CASE("nobody decides his own day") {
  Office administrators = small_office();
  elsewhere(administrators, [&](std::int64_t event) {
    store::OfficeStore settings{administrators.database()};
    settings.map_account(event, 8, "E1");
    settings.grant(event, {"E1", domain::Role::personnel, Date{0}, std::nullopt, true});
  });
  Office own{std::move(administrators.database()), {.uid = 8, .utc_seconds = administrators.now().seconds - 8 * 3600}};
  CHECK(problem_ids([&] {
          decide_day(own, {"E1", day(12), domain::DayDecision::present, "x"});
        }) == Ids{"clock-in.own-day"});
  CHECK(problem_ids([&] {
          decide_day(own, {"E2", day(20), domain::DayDecision::present, "x"});
        }) == Ids{"clock-in.day-not-over"});
  CHECK(problem_ids([&] {
          decide_day(own, {"E2", day(19), domain::DayDecision::present, "  "});
        }) == Ids{"clock-in.reason-missing"});
}

TEST_CASE("a closed month takes late punches and says so; before the first closed month there is nothing to adjust") {
  Office office = small_office();
  const std::string august = "1\t2026-08-31 18:31:00\t1\t1\t0\t0\n";
  const std::string september = "1\t2026-09-30 18:31:00\t1\t1\t0\t0\n";
  import_text(office, august + september, "zkteco-push");
  elsewhere(office, [&](std::int64_t event) {
    store::PayrollStore payroll{office.database()};
    const auto run = payroll.begin_run(event, {.month = make_month(2026, 9)}, event - 1, "1.0").id;
    payroll.close(event, make_month(2026, 9), run, event - 1);
  });
  const std::string too_early = "1\t2026-08-30 18:31:00\t1\t1\t0\t0\n";
  CHECK(problem_ids([&] { record_punch(office, {.person = "E1", .at = at(make_date(2026, 8, 30), {9 * 3600})}); }) ==
        Ids{"people.month-closed"});
  CHECK(problem_ids([&] { import_text(office, august + too_early, "zkteco-push"); }) ==
        Ids{"clock-in.row.month-closed"});

  const Message said{"closed-month.late", {make_month(2026, 9), make_month(2026, 10)}};
  office.notes().clear();
  CHECK(record_punch(office, {.person = "E1", .at = at(make_date(2026, 9, 30), {9 * 3600})}));
  CHECK(office.notes() == std::vector<Message>{said});

  office.notes().clear();
  const std::string late = "1\t2026-09-29 18:31:00\t1\t1\t0\t0\n1\t2026-09-29 09:31:00\t1\t0\t0\t0\n";
  const auto outcome = import_text(office, august + too_early + september + late + device_log, "zkteco-push");
  CHECK(outcome.batch.imported == 2 + 4);
  CHECK(outcome.batch.known == 2);
  CHECK(outcome.batch.rejected == 1);
  CHECK(std::count(office.notes().begin(), office.notes().end(), said) == 1);
}
