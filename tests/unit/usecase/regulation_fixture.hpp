#pragma once
// Small regulations, and an office whose first months are closed.

#include <string>

#include "store/payroll_store.hpp"
#include "unit/usecase/office_fixture.hpp"
#include "usecase/regulation_adoption.hpp"
#include "usecase/regulation_editions.hpp"
#include "usecase/unit_of_work.hpp"

namespace svcadm::usecase {

inline std::string header(const std::string& code) {
  return "format = 1\ncode = \"" + code + "\"\ntitle = { zh = \"作息\", en = \"Hours\" }\n";
}

inline std::string hours(const std::string& from, const std::string& windows) {
  return "\n[[attendance.hours]]\nfrom = " + from + "\nwindows = \"" + windows + "\"\nclause = \"3.1\"\n";
}

/// "HOURS" from `from` on: nine to six.
inline std::string desk(const std::string& windows = "09:00-18:00", const std::string& from = "2026-01-01") {
  return header("HOURS") + hours(from, windows);
}

inline RegulationText text_of(const std::string& text) {
  return {"test.toml", text, regulation::read_regulation(text, "test.toml")};
}

inline EditionOutcome import_text(Office& office, const std::string& text) {
  return import_regulation(office, text_of(text));
}

inline AdoptOutcome adopt(Office& office, const std::string& code, Date from, const std::string& department = {}) {
  return adopt_regulation(office, {.code = code, .department = department, .from = from});
}

/// Closes a month with an empty run.
inline void close(Office& office, Month month) {
  UnitOfWork work{office, domain::Permission::close_month, "payroll.close"};
  store::PayrollStore payroll{office.database()};
  const auto run = payroll.begin_run(work.event(), {.month = month}, work.event() - 1, "1.0").id;
  payroll.finish_run(run, 0, {});
  payroll.close(work.event(), month, run, work.event() - 1);
  work.conclude(to_string(month));
}

/// Its first month is September 2026; the administrator acts on 5 November.
inline Office make_regulated_office() {
  Office office = make_office(make_date(2026, 11, 5));
  UnitOfWork work{office, domain::Permission::configure, "setting.set"};
  store::OfficeStore{office.database()}.set(work.event(), {"first_month", Date{0}, "2026-09"});
  work.conclude("first_month");
  return office;
}

}  // namespace svcadm::usecase
