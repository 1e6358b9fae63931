// Missing punches, directions and absenteeism under other houses' regulations.

#include <doctest/doctest.h>

#include "support/month_builder.hpp"

using namespace svcadm;
using domain::DayDecision;
using domain::DayException;
using domain::Direction;
using domain::PayColumn;
using test::changed;
using test::house;
using test::house_month;
using test::MonthBuilder;

namespace {

const Money whole_pay = yuan(2175);
using Exceptions = std::vector<DayException>;

/// The twelfth as it was measured.
domain::DayMeasure twelfth(const MonthBuilder& month) { return month.time().days[11].measure; }

}  // namespace

TEST_CASE("a missing punch is ignored, half a day, a whole day, or open until somebody decides") {
  const auto one_punch = [](const std::string& name) { return house_month(house(name)).times(12, {"08:55:00"}); };
  CHECK(one_punch("missing-punch-ignored").payable() == whole_pay);
  CHECK(one_punch("missing-punch-half-absence").payable() == whole_pay - yuan(50));
  CHECK(one_punch("missing-punch-whole-absence").payable() == whole_pay - yuan(100));
  CHECK(twelfth(one_punch("missing-punch-exception")).exceptions == Exceptions{DayException::missing_out});
  CHECK(twelfth(one_punch("missing-punch-ignored")).exceptions.empty());
  const std::string text = changed(house("missing-punch-half-absence"), "attendance.punches.missing", "whole-absence");
  CHECK(house_month(text).times(12, {"08:55:00"}).payable() == whole_pay - yuan(100));
}

TEST_CASE("a missing punch is known on both sides: two punches are a day, none is absence") {
  for (const char* name : {"missing-punch-ignored", "missing-punch-half-absence", "missing-punch-whole-absence",
                           "missing-punch-exception"}) {
    CAPTURE(name);
    CHECK(house_month(house(name)).times(12, {"08:55:00", "18:02:00"}).payable() == whole_pay);
    CHECK(house_month(house(name)).without_punches(12).payable() == whole_pay - yuan(100));
  }
}

TEST_CASE("a single punch is the end it lies nearer to") {
  const auto at = [](const char* time) {
    return twelfth(house_month(house("missing-punch-exception")).times(12, {time}));
  };
  CHECK(at("13:30:00").exceptions == Exceptions{DayException::missing_out});  // the middle between 09:00 and 18:00
  CHECK(at("13:30:01").exceptions == Exceptions{DayException::missing_in});
}

TEST_CASE("a single punch that is let pass is still judged: late in, or early out") {
  CHECK(house_month(house("missing-punch-ignored")).times(12, {"09:00:01"}).payable() == whole_pay - yuan(10));
  CHECK(house_month(house("missing-punch-half-absence")).times(12, {"09:00:01"}).payable() == whole_pay - yuan(50));
}

TEST_CASE("a missing punch on a day of half-day leave takes the other half at most") {
  for (const char* name : {"missing-punch-half-absence", "missing-punch-whole-absence"}) {
    const auto sheet = house_month(house(name)).leave(12, "annual", 1).times(12, {"12:55:00"}).pay();
    CHECK(sheet.absent == HalfDays{1});
    CHECK(sheet.payable == whole_pay - yuan(50));
  }
}

TEST_CASE("what somebody decides about an open day is what counts") {
  const auto decided = [](DayDecision decision) {
    return house_month(house("missing-punch-exception")).times(12, {"08:55:00"}).decided(12, decision);
  };
  CHECK(decided(DayDecision::present).payable() == whole_pay);
  CHECK(decided(DayDecision::half_absence).payable() == whole_pay - yuan(50));
  CHECK(decided(DayDecision::whole_absence).payable() == whole_pay - yuan(100));
  CHECK(twelfth(decided(DayDecision::present)).exceptions.empty());
}

TEST_CASE("direction by the windows: the first is in, the last is out, whatever the clock said") {
  const std::vector<std::pair<std::string, Direction>> times{{"08:55:00", Direction::in}, {"18:02:00", Direction::in}};
  CHECK(house_month(house("house-plain")).punches(12, times).payable() == whole_pay);
  CHECK(house_month(house("direction-from-file")).punches(12, times).payable() == whole_pay - yuan(50));
  CHECK(house_month(house("direction-from-file-one-ignored")).punches(12, times).payable() == whole_pay);
  const std::string windows = changed(house("direction-from-file"), "attendance.punches.direction", "windows");
  CHECK(house_month(windows).punches(12, times).payable() == whole_pay);
}

TEST_CASE("direction from the file: the first in is arrival, the last out is departure") {
  auto month = house_month(house("direction-from-file"));
  month.punches(12, {{"08:50:00", Direction::out}, {"09:00:01", Direction::in}, {"18:02:00", Direction::out}});
  CHECK(month.payable() == whole_pay - yuan(10));  // 08:50 would be in time
  month.punches(12, {{"08:50:00", Direction::in}, {"09:10:00", Direction::in}, {"18:02:00", Direction::out}});
  CHECK(month.payable() == whole_pay);
}

TEST_CASE("direction from the file: who goes out before he came in has not left") {
  auto month = house_month(house("direction-from-file"));
  month.punches(12, {{"08:50:00", Direction::out}, {"08:55:00", Direction::in}});
  CHECK(twelfth(month).exceptions == Exceptions{DayException::missing_out});
  CHECK(twelfth(month).early == Span{});
}

TEST_CASE("direction from the file: a single punch is a day of one direction, if the file says which") {
  for (const auto& punch : {std::pair{"08:55:00", Direction::in}, {"18:02:00", Direction::out}}) {
    const auto paid = [&](const std::string& text) { return house_month(text).punches(12, {punch}).payable(); };
    CHECK(paid(house("direction-from-file")) == whole_pay - yuan(50));
    CHECK(paid(house("direction-from-file-one-ignored")) == whole_pay);
    CHECK(paid(changed(house("direction-from-file"), "attendance.punches.one_direction", "whole-absence")) ==
          whole_pay - yuan(100));
  }
  auto unsaid = house_month(house("direction-from-file"));
  CHECK(twelfth(unsaid.times(12, {"08:55:00"})).exceptions == Exceptions{DayException::missing_out});
}

TEST_CASE("direction from the file: punches without one are read by the windows") {
  CHECK(house_month(house("direction-from-file")).payable() == whole_pay);
}

TEST_CASE("taps within sixty seconds are one; of two directions they are two") {
  CHECK(twelfth(house_month().times(12, {"08:55:00", "08:56:00"})).exceptions == Exceptions{DayException::missing_out});
  CHECK(twelfth(house_month().times(12, {"08:55:00", "08:56:01"})).exceptions.empty());
  auto month = house_month(house("direction-from-file"));
  month.punches(12, {{"08:55:00", Direction::in}, {"08:55:30", Direction::out}});
  CHECK(twelfth(month).exceptions.empty());
}

TEST_CASE("a day of absenteeism costs its pay, or three days' pay") {
  const auto absent = [](const std::string& text) { return house_month(text).without_punches(12); };
  CHECK(absent(house("absenteeism-one-day")).payable() == whole_pay - yuan(100));
  CHECK(absent(house("absenteeism-three-days")).payable() == whole_pay - yuan(3 * 100));
  CHECK(absent(house("absenteeism-three-days")).pay().absent == whole_days(1));
  CHECK(absent(changed(house("absenteeism-three-days"), "attendance.absenteeism.days_pay", "5/2")).payable() ==
        whole_pay - yuan(250));
}

TEST_CASE("half a day of absenteeism costs half of it, also where a day costs three days' pay") {
  auto month =
      house_month(house("absenteeism-three-days")).times(12, {"08:55:00"}).decided(12, DayDecision::half_absence);
  CHECK(month.payable() == whole_pay - yuan(150));
}

TEST_CASE("work on a rest day and on a statutory holiday: kept, and counted for the holiday") {
  auto month = house_month().times(1, {"09:00:00", "18:00:00"}).day_kind(1, domain::DayKind::statutory_holiday);
  CHECK(month.pay().holiday_work_days == 1);
  CHECK(month.payable() == whole_pay);
  CHECK(house_month().times(1, {"09:00:00", "18:00:00"}).pay().holiday_work_days == 0);
}

TEST_CASE("a punch that was due in an outage and is missing is excused, one that is there counts") {
  const auto morning = [](const std::vector<std::string>& times) {
    return house_month(house("missing-punch-exception")).times(12, times).outage(12, "08:30", "11:00");
  };
  CHECK(twelfth(morning({"18:02:00"})).exceptions.empty());
  CHECK(twelfth(morning({"18:02:00"})).in_excused == 1);
  CHECK(morning({"18:02:00"}).payable() == whole_pay);
  CHECK(morning({"11:00:01", "18:02:00"}).payable() == whole_pay);             // came while he could not punch
  CHECK(morning({"11:00:00", "18:02:00"}).payable() == whole_pay - yuan(10));  // punched in its time: late
  CHECK(morning({"09:00:00", "18:02:00"}).payable() == whole_pay);
  CHECK(twelfth(morning({"09:00:00"})).exceptions == Exceptions{DayException::missing_out});
  CHECK(morning({}).payable() == whole_pay - yuan(100));  // nor was he seen in the evening

  const auto evening = [](const std::vector<std::string>& times) {
    return house_month(house("missing-punch-exception")).times(12, times).outage(12, "17:30", "18:30");
  };
  CHECK(evening({"08:58:00"}).payable() == whole_pay);
  CHECK(twelfth(evening({"08:58:00", "17:29:59"})).early == Span{});
  CHECK(twelfth(evening({"08:58:00", "17:30:00"})).early == minutes(30));
}

TEST_CASE("the bounds of an outage belong to it") {
  const auto with = [](const char* from, const char* to) {
    return twelfth(house_month(house("missing-punch-exception")).times(12, {"18:02:00"}).outage(12, from, to));
  };
  CHECK(with("09:00", "10:00").exceptions.empty());
  CHECK(with("08:00", "09:00").exceptions.empty());
  CHECK(with("09:00:01", "10:00").exceptions == Exceptions{DayException::missing_in});
  CHECK(with("08:00", "08:59:59").exceptions == Exceptions{DayException::missing_in});
}

TEST_CASE("a day on which nobody could punch at either end is worked") {
  const auto whole = house_month(house("missing-punch-whole-absence")).without_punches(12).outage(12, "08:00", "19:00");
  CHECK(whole.payable() == whole_pay);
  CHECK_FALSE(twelfth(whole).missing_punch);
}
