// Asking, deciding and what comes after, in a centre with a reporting line 1000 < 1001 < 1002 < 1003 and a clerk 1004.
// Wednesday 14 October 2026 is the day around which leave is asked for; everything is entered on 2 November.
#include "usecase/leave_request.hpp"

#include <optional>

#include <doctest/doctest.h>

#include "base/error.hpp"
#include "support/centre.hpp"
#include "support/printing.hpp"
#include "usecase/stand_in.hpp"

using namespace svcadm;
using namespace svcadm::usecase;
using domain::RequestStatus;

namespace {

Date october(int day) { return make_date(2026, 10, day); }
Moment moment(int day, int hour) { return at(october(day), TimeOfDay{hour * 3600}); }

class Line {
 public:
  Line() {
    centre.employ("1000").employ("1001").employ("1002").employ("1003").employ("1004");
    for (const auto& [number, superior] : {std::pair{"1001", "1000"}, {"1002", "1001"}, {"1003", "1002"}}) {
      change_employee(office(), number, {.from = make_date(2024, 1, 8), .superior = superior});
    }
  }
  Office& office() { return centre.office(); }

  /// Asked by 1003 from the 14th on, in time.
  std::int64_t ask(const std::string& kind, int days) {
    return request_leave(office(), {.person = "1003",
                                    .kind = kind,
                                    .span = {october(14), 1, october(14) + (days - 1), 2},
                                    .deputy = "1004",
                                    .asked_on = moment(12, 9)})
        .leave;
  }
  domain::RequestState approve(std::int64_t leave, const std::string& who, Moment when = moment(12, 10)) {
    return approve_leave(office(), leave, {.on_paper = {.person = who, .at = when, .paper = "QJ-1"}}).state;
  }

  test::Centre centre;
};

/// How it failed; nothing where it did not.
template <class Call>
std::optional<Failure> failure(const Call& call) {
  try {
    call();
  } catch (const Error& error) {
    return error.failure();
  }
  return std::nullopt;
}

bool is_open(const domain::RequestState& state, domain::Formality::Kind kind) { return state.open(kind) != nullptr; }

}  // namespace

TEST_CASE_FIXTURE(Line, "CALLC.50 the consent is the superior's, nobody else's") {
  const auto leave = ask("personal", 1);
  for (const std::string other : {"1000", "1001", "1004"}) {
    CAPTURE(other);
    CHECK(failure([&] { approve(leave, other); }) == Failure::not_permitted);
  }
  CHECK_FALSE(is_open(approve(leave, "1002"), domain::Formality::Kind::approval));
}

TEST_CASE_FIXTURE(Line, "CALLC.50 nobody approves his own leave: a supervisor's goes to her superior") {
  const auto leave =
      request_leave(
          office(),
          {.person = "1002", .kind = "personal", .span = {october(14), 1, october(14), 2}, .asked_on = moment(12, 9)})
          .leave;
  CHECK(failure([&] { approve(leave, "1002"); }) == Failure::not_permitted);
  CHECK_FALSE(is_open(approve(leave, "1001"), domain::Formality::Kind::approval));
}

TEST_CASE_FIXTURE(Line, "CALLC.54 sick leave is approved by the superior") {
  const auto leave = ask("sick", 1);
  CHECK(failure([&] { approve(leave, "1001"); }) == Failure::not_permitted);
  CHECK_FALSE(is_open(approve(leave, "1002"), domain::Formality::Kind::approval));
}

TEST_CASE_FIXTURE(Line, "CALLC.51 the second approval is the superior's superior's, after the first") {
  const auto leave = ask("personal", 7);  // 14 to 20 October: 5 workdays
  CHECK(failure([&] { approve(leave, "1001"); }) == Failure::not_permitted);
  CHECK(is_open(approve(leave, "1002"), domain::Formality::Kind::approval));
  CHECK(failure([&] { approve(leave, "1000"); }) == Failure::not_permitted);
  CHECK(failure([&] { approve(leave, "1002"); }) == Failure::not_permitted);
  CHECK_FALSE(is_open(approve(leave, "1001"), domain::Formality::Kind::approval));
  CHECK(failure([&] { approve(leave, "1001"); }) == Failure::conflict);
}

TEST_CASE_FIXTURE(Line, "a stand-in consents on his days, and on no other") {
  const auto leave = ask("personal", 1);
  add_stand_in(office(), {"1002", "1004", october(12), october(13)});
  CHECK(failure([&] { approve(leave, "1004", moment(14, 1)); }) == Failure::not_permitted);
  CHECK_FALSE(is_open(approve(leave, "1004", moment(13, 10)), domain::Formality::Kind::approval));
}

TEST_CASE_FIXTURE(Line, "a stand-in who is the asker leaves it to the superior's superior") {
  const auto leave = ask("personal", 1);
  add_stand_in(office(), {"1002", "1003", october(12), october(13)});
  CHECK(failure([&] { approve(leave, "1003"); }) == Failure::not_permitted);
  CHECK_FALSE(is_open(approve(leave, "1001"), domain::Formality::Kind::approval));
}

TEST_CASE_FIXTURE(Line, "who is on leave without a stand-in is stood in for by his superior") {
  const auto leave = ask("personal", 1);
  record_leave(office(), {"1002", "annual", {october(12), 1, october(12), 2}});
  CHECK(failure([&] { approve(leave, "1001", moment(13, 10)); }) == Failure::not_permitted);
  CHECK_FALSE(is_open(approve(leave, "1001", moment(12, 10)), domain::Formality::Kind::approval));
}

TEST_CASE_FIXTURE(Line, "a consent is neither before the request nor after now") {
  const auto leave = ask("personal", 1);
  CHECK(failure([&] { approve(leave, "1002", moment(12, 8)); }) == Failure::refused);
  CHECK(failure([&] { approve(leave, "1002", at(make_date(2026, 11, 3))); }) == Failure::refused);
}

TEST_CASE_FIXTURE(Line, "a late consent is refused, and taken with an excuse that has a reason") {
  const auto leave = ask("personal", 1);
  CHECK(failure([&] { approve(leave, "1002", moment(15, 9)); }) == Failure::refused);
  Decision late{.waive = {"approval", "handover"},
                .on_paper = {.person = "1002", .at = moment(15, 9), .paper = "QJ-1"}};
  CHECK(failure([&] { approve_leave(office(), leave, late); }) == Failure::usage);
  late.reason = "在外地";
  CHECK(approve_leave(office(), leave, late).state.status == RequestStatus::granted);
}

TEST_CASE_FIXTURE(Line, "only the deputy who was named confirms the hand-over") {
  const auto leave = ask("personal", 1);
  const auto confirm = [&](const std::string& who) {
    return confirm_handover(office(), leave, {.person = who, .at = moment(13, 9), .paper = "QJ-1"}).state;
  };
  CHECK(failure([&] { confirm("1001"); }) == Failure::not_permitted);
  CHECK_FALSE(is_open(confirm("1004"), domain::Formality::Kind::handover));
  CHECK(failure([&] { confirm("1004"); }) == Failure::conflict);
  approve(leave, "1002");
  CHECK(list_leaves(office(), "1003", october(14), october(14)).front().status == RequestStatus::granted);
}

TEST_CASE_FIXTURE(Line, "what was not taken comes back: the half of the return is due again") {
  const auto leave = ask("annual", 3);
  return_from_leave(office(), leave, october(15), 2, "");
  const auto listed = list_leaves(office(), "1003", october(14), october(16)).front();
  CHECK(listed.days == HalfDays{2 + 1});
  CHECK(failure([&] { return_from_leave(office(), leave, october(14), 1, ""); }) == Failure::usage);
  CHECK(failure([&] { return_from_leave(office(), leave, october(17), 1, ""); }) == Failure::usage);
  CHECK(failure([&] { return_from_leave(office(), leave, october(16), 1, ""); }) == Failure::conflict);
  // The days that came back can be asked for again.
  record_leave(office(), {"1003", "annual", {october(16), 1, october(16), 2}});
}

TEST_CASE_FIXTURE(Line, "extending begins on the next workday, and adds to the length") {
  const auto friday =
      request_leave(
          office(),
          {.person = "1003", .kind = "personal", .span = {october(16), 1, october(16), 2}, .asked_on = moment(12, 9)})
          .leave;
  LeaveAsked more{.span = {october(21), 1, october(21), 2}, .asked_on = moment(13, 9)};
  const auto outcome = extend_leave(office(), friday, more);
  CHECK(list_leaves(office(), "1003", october(19), october(19)).front().row.first == october(19));
  int consents = 0;
  for (const auto& one : outcome.state.formalities) consents += one.kind == domain::Formality::Kind::approval ? 1 : 0;
  CHECK(consents == 2);  // one day and three are four
  more.span.last = october(21);
  CHECK(failure([&] { extend_leave(office(), outcome.leave, more); }) == Failure::usage);
}

TEST_CASE_FIXTURE(Line, "what was typed more than a workday late is marked") {
  ask("personal", 1);
  CHECK(list_leaves(office(), "1003", october(14), october(14)).front().typed_late);
  request_leave(
      office(),
      {.person = "1003", .kind = "sick", .span = {october(30), 1, october(30), 2}, .asked_on = moment(30, 9)});
  CHECK_FALSE(list_leaves(office(), "1003", october(30), october(30)).front().typed_late);
}

TEST_CASE_FIXTURE(Line, "CALLC.55 the sick note is handed in once, and only where one is needed") {
  const auto sick = ask("sick", 1);
  const auto state = attach_paper(office(), sick, {.at = moment(19, 9)}).state;
  CHECK_FALSE(is_open(state, domain::Formality::Kind::paper));
  CHECK(failure([&] { attach_paper(office(), sick, {}); }) == Failure::conflict);
  CHECK(failure([&] { attach_paper(office(), sick, {.what = "X光片"}); }) == Failure::usage);
}
