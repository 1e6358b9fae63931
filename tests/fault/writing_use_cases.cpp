#include "fault/writing_use_cases.hpp"

#include "base/digest.hpp"
#include "base/error.hpp"
#include "store/audit_store.hpp"
#include "support/centre.hpp"
#include "usecase/conduct.hpp"
#include "usecase/employee_exit.hpp"
#include "usecase/init.hpp"
#include "usecase/leave_request.hpp"
#include "usecase/objections.hpp"
#include "usecase/payroll_steps.hpp"
#include "usecase/regulation_signature.hpp"
#include "usecase/regulations.hpp"
#include "usecase/roles.hpp"
#include "usecase/roster.hpp"
#include "usecase/settings.hpp"
#include "usecase/shift.hpp"
#include "usecase/stand_in.hpp"
#include "usecase/time_corrections.hpp"

namespace svcadm::test {

using namespace svcadm::usecase;

namespace {

constexpr Month october_2026{2026 * 12 + 9};
constexpr Month september_2026{2026 * 12 + 8};
const Date november_2 = make_date(2026, 11, 2);

// The runs that the office has: of September, paid; of two who leave on the day, the second approved.
constexpr std::int64_t run_of_september = 1;
constexpr std::int64_t settlement_of_1011 = 2;
constexpr std::int64_t settlement_of_1012 = 3;

/// Who runs what uid:7 approves.
Caller runner() { return {.uid = 8, .utc_seconds = fault_caller().utc_seconds}; }

Date october(int day) { return make_date(2026, 10, day); }

/// A file that lasts as long as the program.
std::string file_with(const std::string& name, const std::string& text) {
  static std::vector<std::unique_ptr<TextFile>> files;
  files.push_back(std::make_unique<TextFile>(name, text));
  return files.back()->path();
}

/// The wages of the tests' place, the low one changed from a day on.
RegulationText place(const std::string& wage, Date from) {
  const std::string text = regulation::set_value(read_file(SVCADM_SOURCE_DIR "/tests/data/payroll/place-example.toml"),
                                                 "law.minimum_wage.low.monthly", wage, from);
  return {"place.toml", text, regulation::read_regulation(text, "place.toml")};
}

std::vector<WritingUseCase> make_table() {
  const std::string departments = file_with("departments.csv", "name,parent\n客服二组,\n客服三组,客服二组\n");
  const std::string employees =
      file_with("employees.csv",
                "employee_no,name,department,hired\n2001,韩冬梅,客服一组,2026-10-19\n2002,杨帆,客服一组,2026-10-20\n");
  const std::string roster = file_with("roster.csv", "工号,12,13,14\n1001,早,早,早\n1002,早,早,早\n");
  const std::string punches = file_with("punches.csv", clean_october({"1003"}));
  const std::string leave = file_with("leave.csv", "employee_no,kind,from,to\n1003,事假,2026-10-12,2026-10-13\n");
  const std::string inputs = file_with("inputs.csv", "employee_no,kind,value\n1001,wrong_orders,1\n1002,orders,9\n");
  const std::string notice = file_with(
      "2031.json", R"({"year":2031,"papers":["x"],"days":[{"name":"元旦","date":"2031-01-01","isOffDay":true}]})");

  return {
      {"calendar.import", [=](Office& office) { import_calendar(office, {.path = notice}); }},
      {"calendar.set", [](Office& office) { set_calendar_day(office, october(31), domain::DayKind::workday, "", ""); }},
      {"clock-in.answer", [](Office& office) { answer_objection(office, 1, "rejected", "监控无人"); }},
      {"clock-in.cancel", [](Office& office) { cancel_correction(office, 1, "不是他"); }},
      {"clock-in.confirm", [](Office& office) { confirm_correction(office, 1); }},
      {"clock-in.correct",
       [](Office& office) {
         correct_punch(office, {.person = "1002",
                                .day = october(13),
                                .kind = store::CorrectionKind::move,
                                .time = TimeOfDay{33900},
                                .to = TimeOfDay{33000},
                                .reason = "排队",
                                .second = {"1001", "BK-1"}});
       }},
      {"clock-in.decide",
       [](Office& office) {
         decide_day(
             office,
             {.person = "1003", .day = october(12), .decision = domain::DayDecision::present, .reason = "组长证明"});
       }},
      {"clock-in.ignore-number", [](Office& office) { ignore_number(office, store::NumberKind::device, "99"); }},
      {"clock-in.import",
       [=](Office& office) { import_punches(office, {.request = {.path = punches}, .layout = "csv"}); }},
      {"clock-in.object",
       [](Office& office) {
         object_to_day(office, {.person = "1002", .day = october(12), .text = "已打卡", .paper = "YY-2"});
       }},
      {"clock-in.outage",
       [](Office& office) {
         record_outage(office, {.place = "客服一组",
                                .from = at(october(12), TimeOfDay{30000}),
                                .to = at(october(12), TimeOfDay{36000}),
                                .reason = "停电",
                                .second = {"1001", "BK-2"}});
       }},
      {"clock-in.punch",
       [](Office& office) { record_punch(office, {.person = "1003", .at = at(october(12), TimeOfDay{34000})}); }},
      {"clock-in.shift-clock",
       [](Office& office) {
         shift_clock(office, {.device = "大门",
                              .from = at(october(12)),
                              .to = at(october(14)),
                              .by = minutes(-7),
                              .reason = "快七分钟"});
       }},
      {"conduct.decide", [](Office& office) { decide_conduct(office, {.record = 2}, "warning", "初犯"); }},
      {"conduct.record",
       [](Office& office) {
         record_conduct(office, {"other_breach", {"1001", "1002"}, october(12), "离岗"});
       }},
      {"conduct.serve", [](Office& office) { serve_conduct(office, {.record = 3}, november_2, "承认"); }},
      {"conduct.verify", [](Office& office) { verify_conduct(office, 1); }},
      {"department.add", [](Office& office) { add_department(office, {.name = "客服二组"}); }},
      {"department.change",
       [](Office& office) { change_department(office, "客服一组", {.name = "客服甲组", .from = october(20)}); }},
      {"department.import", [=](Office& office) { import_departments(office, {.path = departments}); }},
      {"employee.add",
       [](Office& office) {
         add_employee(office, {.employee_no = "1004", .name = "王芳", .department = "客服一组", .hired = october(19)});
       }},
      {"employee.change", [](Office& office) { change_employee(office, "1002", {.from = october(19), .grade = "A"}); }},
      {"employee.exit", [](Office& office) { exit_employee(office, "1002", november_2, "辞职"); }},
      {"employee.import", [=](Office& office) { import_employees(office, {.request = {.path = employees}}); }},
      {"employee.transfer-work", [](Office& office) { transfer_work(office, "1002", "1001", november_2); }},
      {"leave.approve",
       [](Office& office) {
         approve_leave(office, 2, {.on_paper = {.person = "1002", .at = at(october(14)), .paper = "X-1"}});
       }},
      {"leave.attach",
       [](Office& office) {
         attach_paper(office, 3, {.file = store::Attachment{"note.pdf", "application/pdf", sha256("x"), "x"}});
       }},
      {"leave.cancel", [](Office& office) { cancel_leave(office, 1, "没有休"); }},
      {"leave.extend",
       [](Office& office) { extend_leave(office, 1, {.span = {.last = october(13)}, .asked_on = at(october(12))}); }},
      {"leave.handover", [](Office& office) { confirm_handover(office, 2, {.person = "1001", .paper = "X-1"}); }},
      {"leave.import", [=](Office& office) { import_leaves(office, {.path = leave}); }},
      {"leave.record",
       [](Office& office) {
         record_leave(office, {"1003", "事假", {october(14), 1, october(14), 2}});
       }},
      {"leave.reject",
       [](Office& office) {
         reject_leave(office, 2, {.reason = "人手不足", .on_paper = {.person = "1002", .paper = "X-1"}});
       }},
      {"leave.request",
       [](Office& office) {
         request_leave(office, {.person = "1003",
                                .kind = "事假",
                                .span = {october(21), 1, october(21), 2},
                                .deputy = "1002",
                                .asked_on = at(october(12)),
                                .approved = {.person = "1002", .at = at(october(13)), .paper = "X-1"}});
       }},
      {"leave.return", [](Office& office) { return_from_leave(office, 2, october(16), 1, "X-1"); }},
      {"leave.take-back",
       [](Office& office) {
         for (const auto& event : store::AuditStore{office.database()}.events({})) {
           if (event.action == "leave.request") return take_back_acts(office, event.event, "选错了");
         }
       }},
      {"payroll.approve", [](Office& office) { approve_run(office, {.run = settlement_of_1011, .month = {}}); }},
      {"payroll.close", [](Office& office) { close_run(office, {.run = {}, .month = september_2026}); }},
      {"payroll.input",
       [](Office& office) {
         enter_inputs(office, october_2026, {{.person = "1001", .kind = "wrong_orders", .value = "1"}});
       }},
      {"payroll.input-import", [=](Office& office) { import_inputs(office, october_2026, {.path = inputs}); }},
      {"payroll.input-withdraw", [](Office& office) { withdraw_input(office, 1, "输错"); }},
      {"payroll.paid",
       [](Office& office) { pay_run(office, {.run = settlement_of_1012, .month = {}}, november_2, {"1012"}); }},
      {"payroll.run",
       [](Office& office) {
         run_payroll(office, {.month = october_2026, .hold = {"1001", "1002", "1003"}, .reason = "等账号"});
       }},
      {"payroll.settle", [](Office& office) { settle_person(office, "1003", november_2); }},
      {"payroll.withdraw",
       [](Office& office) { withdraw_approval(office, {.run = settlement_of_1012, .month = {}}, "再核"); }},
      {"regulation.adopt",
       [](Office& office) {
         adopt_regulation(office, {.code = "CALLC", .department = "客服一组", .from = october(1)});
       }},
      {"regulation.import", [](Office& office) { import_regulation(office, place("1800.00", october(1))); }},
      {"regulation.set",
       [](Office& office) {
         set_regulation_value(office, "CALLC", "attendance.lateness.precision", "minute-cut", october(1));
       }},
      {"regulation.sign",
       [](Office& office) { sign_regulation(office, {.code = "CALLC", .person = "1001", .on = october(9)}); }},
      {"role.account", [](Office& office) { map_account(office, 1234, "1001"); }},
      {"role.grant",
       [](Office& office) { grant_role(office, domain::Role::reader, "1001", october(1), std::nullopt); }},
      {"role.revoke", [](Office& office) { revoke_role(office, domain::Role::service, "uid:7", october(1)); }},
      {"roster.import", [=](Office& office) { import_roster(office, {.path = roster}, october_2026); }},
      {"roster.set", [](Office& office) { set_roster(office, "1001", october(12), october(16), "早"); }},
      {"stand-in.add",
       [](Office& office) {
         add_stand_in(office, {"1002", "1001", october(12), october(16)});
       }},
      {"stand-in.end", [](Office& office) { end_stand_in(office, "1003", october(14)); }},
      {"setting.set", [](Office& office) { change_setting(office, "place", "low", october(1)); }},
      {"shift.add",
       [](Office& office) { add_shift(office, "晚", *domain::parse_windows("22:00-06:00"), "晚班", std::nullopt); }},
      {"shift.assign",
       [](Office& office) { assign_shift(office, {.code = "早", .department = "客服一组", .from = october(1)}); }},
  };
}

}  // namespace

Caller fault_caller() { return {.uid = 7, .utc_seconds = at(make_date(2026, 11, 2)).seconds}; }

const std::vector<WritingUseCase>& writing_use_cases() {
  static const std::vector<WritingUseCase> table = make_table();
  return table;
}

void make_fault_office(const std::string& file) {
  init_office(file, fault_caller(), {.company = "星河客服", .first_month = september_2026});
  const auto open = [&] { return Office{store::Database::open(file), fault_caller()}; };
  {
    Office office = open();
    for (const auto role : {domain::Role::personnel, domain::Role::payroll, domain::Role::service}) {
      grant_role(office, role, "uid:7", Date{0}, std::nullopt);
    }
  }
  {
    Office office = open();
    for (const auto role : {domain::Role::personnel, domain::Role::payroll}) {
      grant_role(office, role, "uid:8", Date{0}, std::nullopt);
    }
  }
  Office office = open();
  add_department(office, {.name = "客服一组"});
  adopt_regulation(office, {.code = "CALLC", .from = make_date(2020, 1, 1)});
  import_regulation(office, place("1700.00", make_date(2026, 1, 1)));
  add_shift(office, "早", *domain::parse_windows("09:30-12:30,13:30-18:30"), "早班", std::nullopt);
  for (const char* number : {"1001", "1002", "1003"}) {
    add_employee(office, {.employee_no = number,
                          .name = std::string{"员工"} + number,
                          .department = "客服一组",
                          .hired = make_date(2024, 1, 8),
                          .superior = std::string{number} == "1003" ? "1002" : ""});
  }
  const TextFile punches{"clean.csv", clean_october({"1001", "1002"})};
  import_punches(office, {.request = {.path = punches.path()}, .layout = "csv", .device = "大门"});
  record_leave(office, {"1001", "年休假", {october(12), 1, october(12), 2}});
  // Of 1003, who has no punches: leave that waits, and a sick leave.
  request_leave(office, {.person = "1003",
                         .kind = "事假",
                         .span = {october(15), 1, october(16), 2},
                         .deputy = "1001",
                         .asked_on = at(october(9))});
  request_leave(
      office,
      {.person = "1003", .kind = "病假", .span = {october(19), 1, october(19), 2}, .asked_on = at(october(19))});
  add_stand_in(office, {"1003", "1001", october(12), october(20)});
  std::vector<InputEntry> entries;
  for (const char* number : {"1001", "1002", "1003"}) {
    for (const char* kind : {"exam", "quality", "leader_score"}) {
      entries.push_back({.person = number, .kind = kind, .value = "80", .comment = "评语"});
    }
  }
  for (const Month month : {october_2026, september_2026}) enter_inputs(office, month, entries);
  for (const char* number : {"1011", "1012"}) {
    add_employee(office, {.employee_no = number,
                          .name = std::string{"员工"} + number,
                          .department = "客服一组",
                          .hired = make_date(2026, 11, 1)});
  }
  object_to_day(office, {.person = "1001", .day = november_2 - 1, .text = "当天加班", .paper = "YY-1"});
  // Nobody is paid for a month without any punch.
  const TextFile shown{"shown.csv",
                       "employee_no,timestamp\n1001,2026-09-02 09:25\n1001,2026-09-02 18:32\n"
                       "1003,2026-11-02 07:00\n1003,2026-11-02 07:50\n1011,2026-11-02 07:00\n1011,2026-11-02 07:50\n"
                       "1012,2026-11-02 07:00\n1012,2026-11-02 07:50\n"};
  import_punches(office, {.request = {.path = shown.path()}, .layout = "csv"});
  Office of_runner{store::Database::open(file), runner()};
  for (const char* what : {"早退", "迟到", "离岗"}) {
    record_conduct(of_runner, {"other_breach", {"1001"}, october(13), what});
  }
  for (const std::int64_t record : {2, 3}) verify_conduct(office, record);
  decide_conduct(office, {.record = 3}, "warning", "初犯");
  correct_punch(of_runner, {.person = "1003",
                            .day = october(12),
                            .kind = store::CorrectionKind::add,
                            .time = TimeOfDay{34000},
                            .reason = "忘记打卡"});
  run_payroll(of_runner, {.month = september_2026});
  settle_person(of_runner, "1011", november_2);
  settle_person(of_runner, "1012", november_2);
  approve_run(office, {.run = run_of_september, .month = {}});
  pay_run(office, {.run = run_of_september, .month = {}}, november_2, {});
  approve_run(office, {.run = settlement_of_1012, .month = {}});
}

}  // namespace svcadm::test
