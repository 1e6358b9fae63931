// A year's pay, month by month, from closed runs.

#include <algorithm>
#include <map>

#include "store/office_store.hpp"
#include "store/people_store.hpp"
#include "usecase/directory.hpp"
#include "usecase/office.hpp"
#include "usecase/payroll.hpp"
#include "usecase/unit_of_work.hpp"

namespace svcadm::usecase {

namespace {

Month month_at(int year, std::size_t index) { return make_month(year, static_cast<int>(index) + 1); }

void add(std::optional<Money>& cell, Money amount) { cell = cell.value_or(Money{}) + amount; }

std::vector<YearRow> everybody(Office& office, int year) {
  const Directory directory{office.database(), make_date(year, 1, 1), make_date(year, 12, 31)};
  store::PayrollStore payroll{office.database()};
  std::map<std::int64_t, YearRow> people;
  for (std::size_t at = 0; at < 12; ++at) {
    for (const auto& [employee, amount] : payroll.closed_pay(month_at(year, at)))
      add(people[employee].paid[at], amount);
  }
  std::vector<YearRow> rows;
  for (auto& [employee, row] : people) {
    // Who left before the year may have been paid an adjustment in it.
    const store::Person* known = directory.by_id(employee);
    const auto left = known ? std::nullopt : store::PeopleStore{office.database()}.history(employee);
    const store::Person& person = known ? *known : left.value();
    row.employee_no = person.employee_no;
    row.name = person.name;
    rows.push_back(std::move(row));
  }
  std::stable_sort(rows.begin(), rows.end(), [](const YearRow& a, const YearRow& b) {
    return store::number_before(a.employee_no, b.employee_no);
  });
  return rows;
}

std::vector<YearRow> item_by_item(Office& office, int year, const std::string& word) {
  const store::Person person = find_person(office, word, std::min(office.today(), make_date(year, 12, 31)));
  store::PayrollStore payroll{office.database()};
  std::vector<YearRow> rows;
  const auto row_of = [&](const store::LineRow& line) -> YearRow& {
    const auto known =
        std::find_if(rows.begin(), rows.end(), [&](const YearRow& row) { return row.item == line.item; });
    if (known != rows.end()) return *known;
    return rows.emplace_back(YearRow{person.employee_no, person.name, line.item, domain::item_name(line.label)});
  };
  for (std::size_t at = 0; at < 12; ++at) {
    for (const store::RunRow& run : payroll.runs(month_at(year, at))) {
      if (!run.closed()) continue;
      for (const store::LineRow& line : payroll.lines(run.id, person.id)) add(row_of(line).paid[at], line.amount);
    }
  }
  return rows;
}

std::vector<Month> open_months(Office& office, int year) {
  const Month present = month_of(office.today());
  const auto newest = store::PayrollStore{office.database()}.newest_closed();
  const auto first = store::OfficeStore{office.database()}.setting("first_month", office.today());
  const auto begins = first ? parse_month(*first) : std::nullopt;
  std::vector<Month> open;
  for (std::size_t at = 0; at < 12; ++at) {
    const Month month = month_at(year, at);
    const bool before = begins && month < *begins;
    if (month <= present && !before && !(newest && month <= *newest)) open.push_back(month);
  }
  return open;
}

}  // namespace

YearReport report_year(Office& office, int year, const std::string& person) {
  const Reading reading{office, domain::Permission::read_pay};
  return {.rows = person.empty() ? everybody(office, year) : item_by_item(office, year, person),
          .open = open_months(office, year)};
}

}  // namespace svcadm::usecase
