// What asking for leave demands by the call centre's regulation, rule by rule.  Wednesday 14 October 2026 is the day
// around which leave is asked for; the 10th is a worked Saturday.
#include <doctest/doctest.h>

#include "domain/request.hpp"
#include "support/printing.hpp"
#include "support/regulation_files.hpp"

using namespace svcadm;
using namespace svcadm::domain;
using Act = RequestAct::Kind;

namespace {

Date october(int day) { return make_date(2026, 10, day); }
Moment moment(int day, int hour, int minute = 0) { return at(october(day), TimeOfDay{hour * 3600 + minute * 60}); }
Moment end_of(Date day) { return at(day + 1) - Span{1}; }

const std::vector<Date> workdays{october(8),  october(9),  october(10), october(12), october(13),
                                 october(14), october(15), october(16), october(19), october(20),
                                 october(21), october(22), october(23), october(26)};

const LeavePolicy& leave() {
  static const Policy policy = test::policy_of(test::shipped("callc.toml"), october(1));
  return policy.leave;
}

/// A leave of so many whole days from Wednesday the 14th on, asked for in time.
RequestFacts asked(const std::string& kind, int days) {
  RequestFacts facts{.kind = kind, .length = whole_days(days)};
  facts.asked_at = moment(12, 18);
  facts.first_day = october(14);
  facts.starts = moment(14, 9, 30);
  facts.shift_ends = moment(14, 18, 30);
  facts.back_on = october(14) + days;
  facts.workdays = workdays;
  return facts;
}

RequestFacts with(RequestFacts facts, Act act, const std::string& about, Moment at) {
  facts.acts.push_back({act, about, at});
  return facts;
}

/// Everything but the higher approval, in time.
RequestFacts personal(int days) {
  auto facts = with(asked("personal", days), Act::approve, "supervisor", moment(13, 9));
  return with(facts, Act::hand_over, "handover", moment(13, 17));
}

RequestStatus status(const RequestFacts& facts, Moment now) { return state_of(leave().request, facts, now).status; }

}  // namespace

TEST_CASE("CALLC.50 leave without the supervisor's consent before it begins lapses") {
  const auto facts = with(asked("personal", 1), Act::hand_over, "handover", moment(13, 17));
  CHECK(status(facts, moment(14, 9, 29)) == RequestStatus::pending);
  CHECK(status(facts, moment(14, 9, 30)) == RequestStatus::lapsed);
  CHECK(status(with(facts, Act::approve, "supervisor", moment(13, 9)), moment(14, 12)) == RequestStatus::granted);
  CHECK(status(with(facts, Act::approve, "supervisor", moment(14, 10)), moment(14, 12)) == RequestStatus::lapsed);
  CHECK(status(with(facts, Act::reject, "supervisor", moment(13, 9)), moment(13, 10)) == RequestStatus::rejected);
}

TEST_CASE("CALLC.62 the note repeats that consent comes first: a later one counts when it excuses itself") {
  auto facts = with(asked("personal", 1), Act::hand_over, "handover", moment(13, 17));
  facts = with(facts, Act::approve, "supervisor", moment(14, 10));
  CHECK(status(facts, moment(14, 12)) == RequestStatus::lapsed);
  CHECK(status(with(facts, Act::waive, "supervisor", moment(14, 10)), moment(14, 12)) == RequestStatus::granted);
  const auto waived_only = with(asked("personal", 1), Act::waive, "supervisor", moment(13, 9));
  CHECK(state_of(leave().request, waived_only, moment(13, 10)).open(Formality::Kind::approval) != nullptr);
}

TEST_CASE("CALLC.51 more than three days need a second approval, three do not") {
  CHECK(status(personal(3), moment(13, 18)) == RequestStatus::granted);
  auto half_more = personal(3);
  half_more.length += HalfDays{1};
  CHECK(status(half_more, moment(13, 18)) == RequestStatus::pending);
  // Asked on Monday the 12th, so within the 13th and the 14th.
  CHECK(state_of(leave().request, half_more, moment(13, 18)).pending_until() == end_of(october(12 + 2)));
  CHECK(status(half_more, end_of(october(14))) == RequestStatus::pending);
  CHECK(status(half_more, end_of(october(14)) + Span{1}) == RequestStatus::lapsed);
  CHECK(status(with(half_more, Act::approve, "higher", moment(14, 20)), moment(15, 0)) == RequestStatus::granted);
  const auto annual = with(with(asked("annual", 5), Act::approve, "supervisor", moment(13, 9)), Act::hand_over,
                           "handover", moment(13, 17));
  CHECK(status(annual, moment(13, 18)) == RequestStatus::granted);
}

TEST_CASE("CALLC.52 leave is asked for two calendar days ahead") {
  auto facts = personal(1);
  facts.asked_at = end_of(october(14 - 2));
  CHECK(status(facts, moment(13, 18)) == RequestStatus::granted);
  facts.asked_at = facts.asked_at + Span{1};
  CHECK(status(facts, moment(13, 18)) == RequestStatus::pending);
  CHECK(status(facts, moment(14, 9, 30)) == RequestStatus::lapsed);
  CHECK(status(with(facts, Act::waive, "notice", moment(13, 9)), moment(14, 9, 30)) == RequestStatus::granted);
}

TEST_CASE("CALLC.52 who is sent out or hurt at work gives no notice") {
  for (const std::string kind : {"official", "work_injury"}) {
    CAPTURE(kind);
    auto facts = with(asked(kind, 1), Act::approve, "supervisor", moment(14, 9));
    facts.asked_at = moment(14, 8);
    CHECK(status(facts, moment(14, 12)) == RequestStatus::granted);
  }
  auto facts = with(asked("rest_comp", 1), Act::approve, "supervisor", moment(14, 9));
  facts = with(facts, Act::hand_over, "handover", moment(14, 9));
  facts.asked_at = moment(14, 8);
  CHECK(status(facts, moment(14, 12)) == RequestStatus::lapsed);
}

TEST_CASE("CALLC.51 long sick leave needs the second approval too") {
  auto facts = with(asked("sick", 4), Act::approve, "supervisor_sick", moment(13, 9));
  facts = with(facts, Act::hand_in, "note", moment(14, 9));
  CHECK(status(facts, moment(14, 12)) == RequestStatus::pending);
  CHECK(status(with(facts, Act::approve, "higher", moment(14, 11)), moment(14, 12)) == RequestStatus::granted);
}

TEST_CASE("CALLC.54 who is ill, hurt at work or sent away may call; he need not give a reason otherwise") {
  for (const char* kind : {"sick", "work_injury", "official"}) {
    const AskingRule* rule = leave().request.asking_for(kind);
    REQUIRE(rule != nullptr);
    CHECK(rule->by_telephone);
    CHECK_FALSE(rule->needs_reason);
    CHECK(rule->service_months == 0);
  }
}

TEST_CASE("CALLC.57 all other leave goes by the leave card, not by telephone") {
  for (const char* kind : {"personal", "annual", "marriage"}) {
    const AskingRule* rule = leave().request.asking_for(kind);
    REQUIRE(rule != nullptr);
    CHECK_FALSE(rule->by_telephone);
    CHECK_FALSE(rule->needs_reason);
    CHECK(rule->cite.rule == "CALLC.57");
  }
}

TEST_CASE("CALLC.54 sick leave may be asked for on the day itself, until the shift ends") {
  auto facts = with(asked("sick", 1), Act::hand_in, "note", moment(16, 9));
  facts.asked_at = moment(14, 18, 30);
  facts = with(facts, Act::approve, "supervisor_sick", moment(15, 9));
  CHECK(status(facts, moment(16, 12)) == RequestStatus::granted);
  facts.asked_at = facts.asked_at + Span{1};
  CHECK(status(facts, moment(16, 12)) == RequestStatus::lapsed);
}

TEST_CASE("CALLC.54 sick leave is approved within two workdays of asking") {
  auto facts = with(asked("sick", 1), Act::hand_in, "note", moment(16, 9));
  facts.asked_at = moment(14, 10);
  CHECK(status(with(facts, Act::approve, "supervisor_sick", end_of(october(14 + 2))), moment(19, 0)) ==
        RequestStatus::granted);
  CHECK(status(with(facts, Act::approve, "supervisor_sick", end_of(october(14 + 2)) + Span{1}), moment(19, 0)) ==
        RequestStatus::lapsed);
}

TEST_CASE("CALLC.55 a sick note is handed in within three workdays of the return") {
  const auto facts = with(asked("sick", 3), Act::approve, "supervisor_sick", moment(13, 9));
  // Back on Saturday the 17th by the calendar of days: its three workdays are the 19th, 20th and 21st.
  const Moment limit = end_of(october(21));
  CHECK(state_of(leave().request, facts, moment(16, 12)).pending_until() == limit);
  CHECK(status(facts, limit) == RequestStatus::pending);
  CHECK(status(facts, limit + Span{1}) == RequestStatus::lapsed);
  CHECK(status(with(facts, Act::hand_in, "note", limit), limit + Span{1}) == RequestStatus::granted);
  CHECK(status(with(facts, Act::hand_in, "note", limit + Span{1}), limit + Span{2}) == RequestStatus::lapsed);
}

TEST_CASE("CALLC.63 the work is handed over to a deputy before leave begins; who falls ill need not") {
  const auto facts = with(asked("personal", 1), Act::approve, "supervisor", moment(13, 9));
  CHECK(status(facts, moment(14, 9)) == RequestStatus::pending);
  CHECK(status(facts, moment(14, 9, 30)) == RequestStatus::lapsed);
  CHECK(status(with(facts, Act::hand_over, "handover", moment(14, 9, 29)), moment(14, 9, 30)) ==
        RequestStatus::granted);
  const auto sick = state_of(leave().request, asked("sick", 1), moment(13, 9));
  CHECK(sick.open(Formality::Kind::handover) == nullptr);
}

TEST_CASE("CALLC.63 who is sent out or hurt at work hands nothing over") {
  for (const std::string kind : {"official", "work_injury"}) {
    CAPTURE(kind);
    CHECK(state_of(leave().request, asked(kind, 1), moment(13, 9)).open(Formality::Kind::handover) == nullptr);
  }
  CHECK(state_of(leave().request, asked("annual", 1), moment(13, 9)).open(Formality::Kind::handover) != nullptr);
}

TEST_CASE("CALLC.57 leave without its card is no leave: what is not in order in time lapses, by the article") {
  REQUIRE(leave().request.lapse);
  CHECK(leave().request.lapse->clause == "八.6");
  CHECK(leave().request.lapse->rule == "CALLC.57");
}

TEST_CASE("CALLC.58 each kind of leave that law limits has a limit of its own, unlimited until the office sets it") {
  for (const char* kind : {"annual", "personal", "sick", "marriage", "bereavement", "maternity", "paternity"}) {
    CAPTURE(kind);
    const auto limit = std::ranges::find(leave().limits, std::string{kind}, &domain::LeaveLimit::code);
    REQUIRE(limit != leave().limits.end());
    CHECK(limit->kinds == std::vector<std::string>{kind});
    CHECK_FALSE(limit->per_year);
    CHECK(limit->cite.clause == "八.6");
    CHECK_FALSE(leave().limited(kind));
  }
}

TEST_CASE("CALLC.58 what lapsed is cured by the supervisor's excuse") {
  auto facts = personal(1);
  facts.acts.pop_back();
  CHECK(status(facts, moment(14, 12)) == RequestStatus::lapsed);
  CHECK(status(with(facts, Act::waive, "handover", moment(20, 9)), moment(20, 10)) == RequestStatus::granted);
}

TEST_CASE("CALLC.45 the card for a half day that lateness became is due within two workdays") {
  REQUIRE(leave().conversion_card);
  CHECK(end_of_workday_after(workdays, october(16), leave().conversion_card->value) == end_of(october(20)));
}

TEST_CASE("a workday beyond the days known is no limit") {
  CHECK_FALSE(end_of_workday_after(workdays, october(23), 2));
  CHECK(end_of_workday_after(workdays, october(23), 1) == end_of(october(26)));
}
