#include "store/regulation_store.hpp"

#include <doctest/doctest.h>

#include "store/audit_store.hpp"
#include "store/people_store.hpp"
#include "store/sql.hpp"

using namespace svcadm;
using namespace svcadm::store;

namespace {

const std::string digest(64, 'a');

struct Office {
  Database database = Database::in_memory();
  RegulationStore store{database};

  template <class Work>
  auto record(const Work& work) {
    WriteTransaction transaction{database};
    AuditStore audit{database};
    const auto event = audit.next_event();
    const auto result = work(event);
    audit.append({.event = event,
                  .recorded_at = Moment{},
                  .as_of = Moment{},
                  .actor = "uid:0",
                  .delegate = {},
                  .action = "test",
                  .subject = {},
                  .detail = "{}"});
    transaction.commit();
    return result;
  }

  std::int64_t edition(const std::string& code, int number) {
    return record([&](std::int64_t event) {
      return store.add_edition(event,
                               {.code = code, .number = number, .sha256 = digest, .source = "x.toml", .text = "文"});
    });
  }
};

}  // namespace

TEST_CASE("the newest edition of each code governs; what was known earlier can still be asked for") {
  Office office;
  office.edition("HOUSE", 1);  // event 1
  office.edition("DESK", 1);
  const auto second = office.edition("HOUSE", 2);  // event 3
  CHECK(office.store.newest_edition("HOUSE")->number == 2);
  CHECK(office.store.newest_edition("HOUSE")->id == second);
  CHECK(office.store.newest_edition("HOUSE", 2)->number == 1);
  CHECK_FALSE(office.store.newest_edition("DESK", 1).has_value());
  const auto newest = office.store.newest_editions();
  REQUIRE(newest.size() == 2);
  CHECK(newest[0].code == "DESK");
  CHECK(newest[1].number == 2);
  CHECK(office.store.editions("HOUSE").size() == 2);
  CHECK(office.store.editions("NONE").empty());
}

TEST_CASE("a number is given once per code") {
  Office office;
  office.edition("HOUSE", 1);
  CHECK_THROWS(office.edition("HOUSE", 1));
  CHECK(office.store.editions("HOUSE").size() == 1);
}

TEST_CASE("adoptions come by day, then by event, so that the later word goes before") {
  Office office;
  const auto department = office.record([&](std::int64_t event) {
    PeopleStore people{office.database};
    const auto id = people.add_department(event, "星河");
    people.set_department(event, id, {Date{0}, "星河", std::nullopt});
    return id;
  });
  const auto adopt = [&](const char* code, int day) {
    office.record([&](std::int64_t event) {
      office.store.adopt(event, {department, "leave", code, Date{day}});
      return 0;
    });
  };
  adopt("B", 20);
  adopt("A", 10);
  adopt("C", 20);
  const auto all = office.store.adoptions();
  REQUIRE(all.size() == 3);
  CHECK(all[0].code == "A");
  CHECK(all[1].code == "B");
  CHECK(all[2].code == "C");
  CHECK(office.store.adoptions(2).size() == 1);
}

TEST_CASE("somebody signs an edition once") {
  Office office;
  const auto edition = office.edition("HOUSE", 1);
  const auto person =
      office.record([&](std::int64_t event) { return PeopleStore{office.database}.add_employee(event, "E1"); });
  const auto sign = [&] {
    office.record([&](std::int64_t event) {
      office.store.sign(event, {person, "HOUSE", edition, Date{5}});
      return 0;
    });
  };
  sign();
  CHECK_THROWS(sign());
  REQUIRE(office.store.signatures("HOUSE").size() == 1);
  CHECK(office.store.signatures("HOUSE").front().on == Date{5});
  CHECK(AuditStore{office.database}.verify().empty());
}
