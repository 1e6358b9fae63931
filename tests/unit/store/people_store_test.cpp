#include "store/people_store.hpp"

#include <doctest/doctest.h>

#include "base/moment.hpp"
#include "store/audit_store.hpp"

using namespace svcadm;
using namespace svcadm::store;

namespace {

Date day(int month, int number) { return make_date(2026, month, number); }
std::string text(Date date) { return std::to_string(date.days); }

/// An office in memory with events of one kind: "test".
struct Office {
  Database database = Database::in_memory();
  PeopleStore people{database};
  std::int64_t company = 0;

  Office() {
    company = record([&](std::int64_t event) {
      const auto id = people.add_department(event, "星河");
      people.set_department(event, id, {Date{0}, "星河", std::nullopt});
      return id;
    });
  }

  template <class Work>
  std::int64_t record(const Work& work) {
    WriteTransaction transaction{database};
    AuditStore audit{database};
    const auto event = audit.next_event();
    const std::int64_t result = work(event);
    audit.append({.event = event,
                  .recorded_at = Moment{},
                  .as_of = Moment{},
                  .actor = "uid:0",
                  .delegate = {},
                  .action = "test",
                  .subject = "test",
                  .detail = "{}"});
    transaction.commit();
    return result;
  }

  std::int64_t department(const std::string& name, std::int64_t parent) {
    return record([&](std::int64_t event) {
      const auto id = people.add_department(event, name);
      people.set_department(event, id, {Date{0}, name, parent});
      return id;
    });
  }

  std::int64_t hire(const std::string& number, const std::string& name, Date hired) {
    return record([&](std::int64_t event) {
      const auto id = people.add_employee(event, number);
      people.add_terms(event, std::vector<EmployeeTerm>{{id, Attribute::name, hired, name},
                                                        {id, Attribute::department, hired, std::to_string(company)},
                                                        {id, Attribute::hired, hired, text(hired)}});
      return id;
    });
  }

  void set(std::int64_t id, Attribute attribute, Date from, const std::string& value) {
    record([&](std::int64_t event) {
      people.add_terms(event, std::vector<EmployeeTerm>{{id, attribute, from, value}});
      return id;
    });
  }
};

}  // namespace

TEST_CASE("lists of people go by the value of numbers, not by their characters") {
  CHECK(number_before("E2", "E10"));
  CHECK_FALSE(number_before("E10", "E2"));
  CHECK(number_before("9", "10"));
  CHECK(number_before("007", "07"));
  CHECK(number_before("A1", "B1"));
  CHECK(number_before("E1", "E1a"));
  CHECK_FALSE(number_before("E1", "E1"));
}

TEST_CASE("a change in mid-month splits the month into two terms") {
  Office office;
  const auto desk = office.department("客服", office.company);
  const auto id = office.hire("E1", "王芳", day(1, 5));
  office.set(id, Attribute::department, day(10, 19), std::to_string(desk));
  office.set(id, Attribute::base_pay, day(10, 19), "180000");
  const auto people = office.people.people_between(day(10, 1), day(10, 31));
  REQUIRE(people.size() == 1);
  REQUIRE(people[0].terms.size() == 2);
  CHECK(people[0].terms[0].to == day(10, 18));
  CHECK(people[0].terms[0].department == office.company);
  CHECK_FALSE(people[0].terms[0].base_pay);
  CHECK(people[0].terms[1].department == desk);
  CHECK(people[0].terms[1].base_pay == yuan(1800));
  CHECK(people[0].terms[1].to == day(10, 31));
}

TEST_CASE("the latest event about one attribute and day counts") {
  Office office;
  const auto id = office.hire("E1", "王芳", day(1, 5));
  office.set(id, Attribute::post, day(10, 1), "坐席");
  const auto known = AuditStore{office.database}.newest_event();
  office.set(id, Attribute::post, day(10, 1), "组长");
  CHECK(office.people.find(id, day(10, 1))->terms.back().post == "组长");
  CHECK(office.people.find(id, day(10, 1), known)->terms.back().post == "坐席");
}

TEST_CASE("the last day worked is a day of service, the day after is not") {
  Office office;
  const auto id = office.hire("E1", "王芳", day(1, 5));
  office.set(id, Attribute::left, day(1, 5), text(day(10, 9)));
  const auto people = office.people.people_between(day(10, 1), day(10, 31));
  REQUIRE(people.size() == 1);
  CHECK(people[0].in_service(day(10, 9)));
  CHECK_FALSE(people[0].in_service(day(10, 10)));
  CHECK(office.people.people_between(day(10, 10), day(10, 31)).empty());
  CHECK(office.people.find("E1", day(12, 1))->left == day(10, 9));
  office.set(id, Attribute::left, day(1, 5), "");
  CHECK(office.people.people_between(day(12, 1), day(12, 1)).size() == 1);
}

TEST_CASE("who comes back counts years from the newest hire, and the gap is no service") {
  Office office;
  const auto id = office.hire("E1", "王芳", day(1, 5));
  office.set(id, Attribute::left, day(1, 5), text(day(10, 5)));
  office.set(id, Attribute::hired, day(10, 20), text(day(10, 20)));
  const auto people = office.people.people_between(day(10, 1), day(10, 31));
  REQUIRE(people.size() == 1);
  CHECK(people[0].hired == day(10, 20));
  CHECK_FALSE(people[0].left);
  REQUIRE(people[0].terms.size() == 2);
  CHECK(people[0].terms[0].to == day(10, 5));
  CHECK(people[0].terms[1].from == day(10, 20));
  CHECK(people[0].terms[0].hired == day(1, 5));
  CHECK(people[0].terms[0].left == day(10, 5));
  CHECK(people[0].terms[1].hired == day(10, 20));
  CHECK_FALSE(people[0].terms[1].left);
  CHECK(office.people.services(id).size() == 2);
  CHECK(office.people.find(id, day(10, 10))->hired == day(1, 5));
}

TEST_CASE("each service within a span has its own probation") {
  Office office;
  const auto id = office.hire("E1", "王芳", day(9, 1));
  office.set(id, Attribute::probation_end, day(9, 1), text(day(9, 30)));
  office.set(id, Attribute::left, day(9, 1), text(day(10, 5)));
  office.set(id, Attribute::hired, day(10, 20), text(day(10, 20)));
  office.set(id, Attribute::probation_end, day(10, 20), "");
  const auto people = office.people.people_between(day(10, 1), day(10, 31));
  REQUIRE(people.size() == 1);
  REQUIRE(people[0].terms.size() == 2);
  CHECK(people[0].terms[0].probation_end == day(9, 30));
  CHECK_FALSE(people[0].terms[1].probation_end);
  CHECK_FALSE(people[0].probation_end);
}

TEST_CASE("a name finds those who bear it and are in service") {
  Office office;
  office.hire("E1", "王芳", day(1, 5));
  const auto gone = office.hire("E2", "王芳", day(1, 5));
  const auto renamed = office.hire("E3", "王芳", day(1, 5));
  office.set(gone, Attribute::left, day(1, 5), text(day(6, 30)));
  office.set(renamed, Attribute::name, day(7, 1), "王方");
  CHECK(office.people.find_by_name("王芳", day(6, 30)).size() == 3);
  REQUIRE(office.people.find_by_name("王芳", day(7, 1)).size() == 1);
  CHECK(office.people.find_by_name("王芳", day(7, 1))[0].employee_no == "E1");
}

TEST_CASE("a punch number belongs to its holder until it is another's or he leaves") {
  Office office;
  const auto id = office.hire("E1", "王芳", day(1, 5));
  office.set(id, Attribute::device_number, day(3, 1), "17");
  office.set(id, Attribute::device_number, day(6, 1), "18");
  office.set(id, Attribute::left, day(1, 5), text(day(8, 31)));
  std::vector<NumberHolder> devices;
  for (const auto& holder : office.people.number_holders(day(1, 1), day(12, 31))) {
    if (holder.kind == NumberKind::device) devices.push_back(holder);
    if (holder.kind == NumberKind::employee) CHECK(holder.to == day(8, 31));
  }
  REQUIRE(devices.size() == 2);
  CHECK(devices[0].text == "17");
  CHECK(devices[0].from == day(3, 1));
  CHECK(devices[0].to == day(5, 31));
  CHECK(devices[1].to == day(8, 31));
}

TEST_CASE("a department keeps its past name and place") {
  Office office;
  const auto centre = office.department("客服中心", office.company);
  const auto team = office.department("一组", centre);
  office.record([&](std::int64_t event) {
    office.people.set_department(event, team, {day(10, 1), "质检组", office.company});
    return team;
  });
  const auto tree = office.people.departments();
  CHECK(tree.on(team, day(9, 30)).name == "一组");
  CHECK(tree.on(team, day(10, 1)).name == "质检组");
  CHECK(tree.lies_in(team, centre, day(9, 30)));
  CHECK_FALSE(tree.lies_in(team, centre, day(10, 1)));
  CHECK(tree.upwards(team, day(9, 30)) == std::vector<std::int64_t>{team, centre, office.company});
  CHECK(tree.find("一组", day(10, 1))->id == team);
  CHECK_FALSE(tree.find("质检组", day(9, 30)));
  CHECK(tree.depth(team, day(9, 30)) == 2);
  const auto listed = tree.list(day(9, 30));
  REQUIRE(listed.size() == 3);
  CHECK(listed[0].id == office.company);
  CHECK(listed[2].id == team);
}
