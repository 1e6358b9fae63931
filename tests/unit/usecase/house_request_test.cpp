// What asking for leave demands under other houses' regulations: whose consent it is, limits, and none at all.
#include <doctest/doctest.h>

#include "base/error.hpp"
#include "support/centre.hpp"
#include "support/printing.hpp"
#include "usecase/leave_request.hpp"

using namespace svcadm;
using namespace svcadm::usecase;
using domain::Formality;
using domain::RequestStatus;

namespace {

Date october(int day) { return make_date(2026, 10, day); }
Moment end_of(Date day) { return at(day + 1) - Span{1}; }

/// 1001 is the manager of the company, 1002 of the group in which 1003 asks for leave.
class House {
 public:
  House() {
    add("1001", "星河客服", "经理");
    add("1002", test::Centre::department, "经理");
    add("1003", test::Centre::department, "坐席");
  }
  Office& office() { return centre_.office(); }

  LeaveOutcome ask(const std::string& who, int days) {
    return request_leave(office(), {.person = who,
                                    .kind = "personal",
                                    .span = {october(12), 1, october(12) + (days - 1), 2},
                                    .reason = "搬家",
                                    .asked_on = at(october(12))});
  }
  domain::RequestState approve(std::int64_t leave, const std::string& who) {
    return approve_leave(office(), leave, {.on_paper = {.person = who, .at = at(october(12)), .paper = "QJ-1"}}).state;
  }

 private:
  void add(const std::string& number, const std::string& department, const std::string& post) {
    add_employee(office(), {.employee_no = number,
                            .name = "员工" + number,
                            .department = department,
                            .hired = make_date(2024, 1, 8),
                            .post = post});
  }
  test::Centre centre_{test::house("request-by-post")};
};

}  // namespace

TEST_CASE_FIXTURE(House, "a consent by post is that of the nearest department's holder") {
  const auto leave = ask("1003", 3).leave;
  CHECK_THROWS_AS(approve(leave, "1001"), Error);
  CHECK(approve(leave, "1002").open(Formality::Kind::approval) == nullptr);
  const auto own = ask("1002", 3).leave;  // nobody for himself: the company's manager
  CHECK(approve(own, "1001").open(Formality::Kind::approval) == nullptr);
}

TEST_CASE_FIXTURE(House, "an endorsement comes before the consent and rejects nothing") {
  add_employee(office(), {.employee_no = "1005",
                          .name = "坐席",
                          .department = test::Centre::department,
                          .hired = make_date(2024, 1, 8),
                          .superior = "1003"});
  const auto leave =
      request_leave(
          office(),
          {.person = "1005", .kind = "annual", .span = {october(12), 1, october(14), 2}, .asked_on = at(october(12))})
          .leave;
  const auto reject = [&](const std::string& who) {
    reject_leave(office(), leave,
                 {.reason = "人手不足", .on_paper = {.person = who, .at = at(october(12)), .paper = "QJ-1"}});
  };
  CHECK_THROWS_AS(approve(leave, "1002"), Error);
  CHECK_THROWS_AS(reject("1003"), Error);
  CHECK(approve(leave, "1003").open(Formality::Kind::approval) != nullptr);
  CHECK(approve(leave, "1002").open(Formality::Kind::approval) == nullptr);
}

TEST_CASE_FIXTURE(House, "who may ask, with what and by which way") {
  add_employee(
      office(),
      {.employee_no = "1004", .name = "新人", .department = test::Centre::department, .hired = make_date(2026, 4, 13)});
  const auto refusal = [&](const std::string& who, const std::string& reason, const std::string& call, Date first) {
    try {
      request_leave(office(), {.person = who,
                               .kind = "personal",
                               .span = {first, 1, first, 2},
                               .reason = reason,
                               .reported_by = call,
                               .asked_on = at(october(9))});
    } catch (const Error& error) {
      return error.problems().front().message.id;
    }
    return std::string{};
  };
  CHECK(refusal("1003", "", "", october(12)) == "request.reason-demanded");
  CHECK(refusal("1003", "搬家", "1002", october(12)) == "request.not-by-telephone");
  // Hired on 13 April: six months are over on 13 October.
  CHECK(refusal("1004", "搬家", "", october(12)) == "request.service-too-short");
  CHECK(refusal("1004", "搬家", "", october(13)).empty());
  CHECK(refusal("1003", "搬家", "", october(12)).empty());
}

TEST_CASE_FIXTURE(House, "two days need no consent, three do") {
  CHECK(ask("1003", 2).state.open(Formality::Kind::approval) == nullptr);
  CHECK(ask("1002", 3).state.open(Formality::Kind::approval) != nullptr);
}

TEST_CASE_FIXTURE(House,
                  "a paper is due so many workdays after the first day, a hand-over without a limit never lapses") {
  const auto outcome = ask("1003", 1);
  const Formality* paper = outcome.state.open(Formality::Kind::paper);
  REQUIRE(paper != nullptr);
  CHECK(paper->limit == end_of(october(12 + 2)));
  CHECK(outcome.state.status == RequestStatus::lapsed);  // the centre looks at it on 2 November
  const auto state = attach_paper(office(), outcome.leave, {.at = end_of(october(14))}).state;
  CHECK(state.status == RequestStatus::pending);
  CHECK_FALSE(state.open(Formality::Kind::handover)->limit);
}
