// Absence that leads to a proposal, and the appraisal, under other houses' regulations.

#include <doctest/doctest.h>

#include "domain/absence.hpp"
#include "support/month_builder.hpp"

using namespace svcadm;
using domain::PayColumn;
using test::changed;
using test::house;
using test::house_month;
using test::MonthBuilder;

namespace {

/// The sanctions proposed for who was absent on days of October.
std::vector<std::string> proposed(const std::string& text, const std::vector<int>& absent) {
  MonthBuilder month = house_month(text);
  for (const int day : absent) month.without_punches(day);
  std::vector<domain::AbsenceDay> days;
  for (const domain::JudgedDay& day : month.time().days) {
    if (day.measure.plan.due().halves > 0) days.push_back({day.day(), day.absent});
  }
  std::vector<std::string> sanctions;
  for (const auto& one : domain::absence_proposals(test::plain_with(text).discipline, days)) {
    sanctions.push_back(one.threshold.proposes);
  }
  return sanctions;
}

using Sanctions = std::vector<std::string>;
Money performance(const MonthBuilder& month) { return month.column(PayColumn::performance); }

}  // namespace

TEST_CASE("a streak runs over rest days and is broken by a day that was worked") {
  const std::string text = house("absence-streak");
  CHECK(proposed(text, {10}) == Sanctions{});
  CHECK(proposed(text, {10, 12}) == Sanctions{"warning"});  // Saturday worked by the calendar, Monday
  CHECK(proposed(text, {16, 19}) == Sanctions{"warning"});  // Friday, Monday
  CHECK(proposed(text, {12, 14, 16}) == Sanctions{});
  CHECK(proposed(changed(text, "discipline.absence.in_a_row.days", "3 days"), {16, 19}) == Sanctions{});
}

TEST_CASE("absence within a calendar month, or within any month, adds up") {
  for (const char* name : {"absence-calendar-month", "absence-rolling-month"}) {
    CHECK(proposed(house(name), {8, 14, 21}) == Sanctions{});
    CHECK(proposed(house(name), {8, 14, 21, 28}).size() == 1);
  }
  CHECK(proposed(house("absence-calendar-month"), {8, 14, 21, 28}) == Sanctions{"demerit"});
  CHECK(proposed(changed(house("absence-calendar-month"), "discipline.absence.in_a_month.proposes", "warning"),
                 {8, 14, 21, 28}) == Sanctions{"warning"});
}

TEST_CASE("a rolling month reaches over the month's end, a calendar month does not") {
  std::vector<domain::AbsenceDay> days;
  for (const int day : {16, 17, 18, 19}) days.push_back({make_date(2026, day > 17 ? 10 : 9, day), whole_days(1)});
  const auto found = [&](const std::string& text) {
    return domain::absence_proposals(test::plain_with(text).discipline, days).size();
  };
  days[2].day = make_date(2026, 10, 14);
  days[3].day = make_date(2026, 10, 15);  // 16 September to 15 October
  CHECK(found(house("absence-rolling-month")) == 1);
  CHECK(found(house("absence-calendar-month")) == 0);
  CHECK(found(changed(house("absence-rolling-month"), "discipline.absence.in_a_month.measure", "calendar-month")) == 0);
  days[3].day = make_date(2026, 10, 16);
  CHECK(found(house("absence-rolling-month")) == 0);
}

TEST_CASE("performance hangs on gates alone where nobody is compared") {
  const auto month = [](int returned) {
    return house_month(house("appraisal-gates-only")).count("orders", 100).count("returned_orders", returned);
  };
  CHECK(performance(month(4)) == yuan(100));
  CHECK(performance(month(5)) == Money{});
  const std::string text = changed(house("appraisal-gates-only"), "appraisal.gate.returns.ratio.below", "6%");
  CHECK(performance(house_month(text).count("orders", 100).count("returned_orders", 5)) == yuan(100));
}

TEST_CASE("one score weighs twice the other") {
  const auto month = [](const std::string& text) {
    return house_month(text).score("exam", 90).score("quality", 60).among({80, 80});
  };
  CHECK(performance(month(house("appraisal-weights"))) == yuan(100));  // (2 * 90 + 60) / 3 = 80
  CHECK(performance(month(changed(house("appraisal-weights"), "appraisal.score.exam.weight", "1"))) == Money{});
  CHECK(performance(month(changed(house("appraisal-weights"), "appraisal.score.quality.weight", "3/2"))) == Money{});
}

TEST_CASE("who has fewer samples of a score than the regulation asks for has no composite yet") {
  using Scores = std::vector<std::int64_t>;
  const auto missing = [](const std::string& text, const Scores& in, const Scores& out) {
    const domain::MonthInputs inputs{.scores = {{"quality_in", in}, {"quality_out", out}}};
    return domain::composite_of(test::plain_with(text).appraisal, inputs).missing;
  };
  const std::string text = house("appraisal-samples");
  const std::vector<std::string> none;
  CHECK(missing(text, {8000, 9000}, {7000}) == none);
  CHECK(missing(text, {8000}, {7000}) == std::vector<std::string>{"quality_in"});
  CHECK(missing(changed(text, "appraisal.score.quality_in.samples.minimum", "1"), {8000}, {7000}) == none);
  // None at all is what `missing` says: it counts 0.  Some, but too few, is never enough.
  CHECK(missing(text, {8000, 9000}, {}) == none);
  CHECK(missing(changed(text, "appraisal.score.quality_out.samples.minimum", "2"), {8000, 9000}, {7000}) ==
        std::vector<std::string>{"quality_out"});
  // Samples of a kind add up instead of replacing one another: (80 + 90) / 2 and 70 make (85 + 70) / 2.
  const auto policy = test::plain_with(text).appraisal;
  const domain::MonthInputs inputs{.scores = {{"quality_in", {8000, 9000}}, {"quality_out", {7000}}}};
  CHECK(domain::composite_of(policy, inputs).value == Rational{85 + 70, 2});
}

TEST_CASE("a score of which nothing was entered counts 0, is left out, or is waited for") {
  const auto composite = [](const std::string& missing) {
    const std::string text = changed(house("appraisal-samples"), "appraisal.score.quality_in.missing", missing);
    const domain::MonthInputs inputs{.scores = {{"quality_out", {7000}}}};
    return domain::composite_of(test::plain_with(text).appraisal, inputs);
  };
  CHECK(composite("zero").value == Rational{0 + 70, 2});
  CHECK(composite("left-out").value == Rational{70});
  CHECK(composite("left-out").missing.empty());
  CHECK_FALSE(composite("required").value);
  CHECK(composite("required").missing == std::vector<std::string>{"quality_in"});
  const domain::MonthInputs nothing;
  CHECK(domain::composite_of(test::plain_with(house("appraisal-samples")).appraisal, nothing).value == Rational{});
}

TEST_CASE("a composite equal to the mean passes, a hundredth below fails") {
  const auto month = [](std::vector<int> group) {
    return house_month(house("appraisal-mean-of-everybody")).score("exam", 80).among(group);
  };
  CHECK(performance(month({80, 80, 80})) == yuan(100));
  CHECK(performance(month({80, 80, 81})) == Money{});
  CHECK(performance(house_month(house("appraisal-mean-of-everybody")).among({80})) ==
        Money{});  // nothing entered counts 0
}
