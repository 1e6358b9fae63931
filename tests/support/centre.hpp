#pragma once
// A small customer-service centre in memory for tests: its shipped regulation, people with clean punches in October
// 2026, and the payroll that comes of them.

#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "store/audit_store.hpp"
#include "store/office_store.hpp"
#include "store/people_store.hpp"
#include "support/pay_identity.hpp"
#include "support/regulation_files.hpp"
#include "usecase/calendar.hpp"
#include "usecase/clock_in.hpp"
#include "usecase/clock_in_import.hpp"
#include "usecase/department.hpp"
#include "usecase/employee.hpp"
#include "usecase/office.hpp"
#include "usecase/pay_inputs.hpp"
#include "usecase/payroll.hpp"
#include "usecase/regulation_adoption.hpp"
#include "usecase/regulation_editions.hpp"

namespace svcadm::test {

/// A file with some text that is gone again with the object.
class TextFile {
 public:
  TextFile(const std::string& name, const std::string& text)
      : path_{std::filesystem::temp_directory_path() / fmt::format("svcadm-{}-{}", ::getpid(), name)} {
    std::ofstream{path_, std::ios::binary} << text;
  }
  ~TextFile() { std::filesystem::remove(path_); }
  TextFile(const TextFile&) = delete;
  TextFile& operator=(const TextFile&) = delete;
  std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

/// Clean punches on the workdays of October 2026, as a file of the CSV layout.
inline std::string clean_october(const std::vector<std::string>& numbers) {
  std::string text = "employee_no,timestamp\n";
  for (const std::string& number : numbers) {
    for (const int day : {8, 9, 10, 12, 13, 14, 15, 16, 19, 20, 21, 22, 23, 26, 27, 28, 29, 30}) {
      for (const char* time : {"09:25:00", "12:30:00", "13:25:00", "18:32:00"}) {
        text += fmt::format("{},2026-10-{:02} {}\n", number, day, time);
      }
    }
  }
  return text;
}

class Centre {
 public:
  static constexpr const char* department = "客服一组";

  explicit Centre(const std::string& regulation = shipped("callc.toml")) : office_{found()} {
    usecase::import_calendar(office_, {.path = SVCADM_SOURCE_DIR "/schemas/calendars/2026.toml"});
    usecase::add_department(office_, {.name = department});
    auto read = regulation::read_regulation(regulation, "callc.toml");
    const std::string code = read.code();
    usecase::import_regulation(office_, {"callc.toml", regulation, std::move(read)});
    usecase::adopt_regulation(office_, {.code = code, .from = make_date(2020, 1, 1)});
  }

  usecase::Office& office() { return office_; }

  /// Employs somebody who comes every day.
  Centre& employ(const std::string& number, Date hired = make_date(2024, 1, 8)) {
    usecase::add_employee(office_,
                          {.employee_no = number, .name = "员工" + number, .department = department, .hired = hired});
    const TextFile punches{number + ".csv", clean_october({number})};
    usecase::import_punches(office_, {.request = {.path = punches.path(), .keep_good = true}, .layout = "csv"});
    return *this;
  }
  /// The same points in each of the three parts.
  Centre& scores(const std::string& number, const std::string& points) {
    return input(number, "exam", points).input(number, "quality", points).input(number, "leader_score", points, "评语");
  }
  Centre& input(const std::string& number, const std::string& kind, const std::string& value,
                const std::string& comment = {}) {
    usecase::enter_inputs(office_, month, {{.person = number, .kind = kind, .value = value, .comment = comment}});
    return *this;
  }
  void run() { usecase::run_payroll(office_, {.month = month}); }
  /// Of the newest run.
  domain::PaySheet sheet(const std::string& number) {
    domain::PaySheet sheet;
    usecase::each_pay_row(office_, usecase::find_run(office_, {.run = {}, .month = month}),
                          [&](const store::PayRow& row) {
                            if (row.employee_no == number) sheet = row.sheet;
                          });
    return sheet;
  }
  Money paid(const std::string& number, domain::PayColumn column) { return sheet(number).column(column); }

  static constexpr Month month{2026 * 12 + 9};

 private:
  /// Administrator, personnel and payroll in one, on 2 November 2026.
  static usecase::Office found() {
    auto database = store::Database::in_memory();
    const Date beginning{0};
    {
      store::WriteTransaction transaction{database};
      store::AuditStore audit{database};
      const std::int64_t event = audit.next_event();
      store::OfficeStore office{database};
      office.set(event, {"company", beginning, "星河客服"});
      for (const auto role : {domain::Role::administrator, domain::Role::personnel, domain::Role::payroll}) {
        office.grant(event, {"uid:7", role, beginning, std::nullopt, true});
      }
      store::PeopleStore people{database};
      const std::int64_t root = people.add_department(event, "星河客服");
      people.set_department(event, root, {beginning, "星河客服", std::nullopt});
      audit.append({.event = event,
                    .recorded_at = {},
                    .as_of = {},
                    .actor = "uid:7",
                    .delegate = {},
                    .action = "init",
                    .subject = {},
                    .detail = "{}"});
      transaction.commit();
    }
    return usecase::Office{std::move(database), {.uid = 7, .utc_seconds = at(make_date(2026, 11, 2)).seconds}};
  }

  usecase::Office office_;
};

}  // namespace svcadm::test
