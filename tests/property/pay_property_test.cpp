// Claims about the pay of any month.

#include "property/property.hpp"
#include "property/random_month.hpp"

using namespace svcadm;
using test::holds;
using test::MonthBuilder;
using test::october;
using test::pick;

TEST_CASE("any month: lines, columns and payable agree, and due = present + absent + all leave") {
  holds("a random month keeps both identities", [] {
    const MonthBuilder month = test::random_month();
    RC_ASSERT(test::broken_identity(domain::compute_pay(month.facts())) == "");
  });
}

TEST_CASE("any month: what is carried out is what was owed and not taken") {
  holds("earned - taken = payable, whatever is carried", [] {
    const MonthBuilder month = test::random_month();
    const auto facts = month.facts();
    const auto sheet = domain::compute_pay(facts);
    const auto loss = facts.inputs.amounts.contains("loss") ? facts.inputs.amounts.at("loss") : Money{};
    RC_ASSERT(sheet.carried_out.loss >= Money{});
    RC_ASSERT(sheet.carried_out.other >= Money{});
    RC_ASSERT(sheet.carried_out.loss <= loss + facts.carried_in.loss);
    // Where something else could not be taken nothing is left, and no loss is taken.
    if (sheet.carried_out.other > Money{}) {
      RC_ASSERT(sheet.payable == Money{});
      RC_ASSERT(sheet.carried_out.loss == loss + facts.carried_in.loss);
    }
  });
}

TEST_CASE("any month: a loss leaves the minimum wage, or what there was if that is less") {
  holds("losses never take what the law protects", [] {
    MonthBuilder month = test::random_month();
    const Money minimum{pick(0, 300000)};
    const Rational share{pick(0, 100), 100};
    const Money before = domain::compute_pay(month.input("loss", Money{}).carried({}).facts()).payable;
    const auto sheet = domain::compute_pay(month.input("loss", Money{pick(1, 900000)}).limit(share, minimum).facts());
    RC_ASSERT(sheet.payable >= std::min(before, minimum));
    RC_ASSERT(sheet.payable <= before);
  });
}

TEST_CASE("any month: two stretches of equal policy and terms are one") {
  holds("splitting a month changes nothing", [] {
    MonthBuilder month = test::random_month();
    const auto whole = domain::compute_pay(month.facts());
    month.split_at(october(pick(1, 31))).split_at(october(pick(1, 31)));
    const auto split = domain::compute_pay(month.facts());
    RC_ASSERT(split.columns == whole.columns);
    RC_ASSERT(split.payable == whole.payable);
    RC_ASSERT(split.carried_out.total() == whole.carried_out.total());
    RC_ASSERT(split.lines.size() == whole.lines.size());
    for (std::size_t i = 0; i < split.lines.size(); ++i) {
      RC_ASSERT(split.lines[i].item == whole.lines[i].item);
      RC_ASSERT(split.lines[i].amount == whole.lines[i].amount);
    }
  });
}

TEST_CASE("any month: computed twice it is the same") {
  holds("the same facts give the same sheet, grounds included", [] {
    const MonthBuilder month = test::random_month();
    const auto one = domain::compute_pay(month.facts());
    const auto two = domain::compute_pay(month.facts());
    RC_ASSERT(one.lines.size() == two.lines.size());
    for (std::size_t i = 0; i < one.lines.size(); ++i) RC_ASSERT(one.lines[i].grounds == two.lines[i].grounds);
  });
}

TEST_CASE("any month: unpaid time of one day more never raises what is payable") {
  holds("another day's absence costs at least nothing", [] {
    MonthBuilder month = test::random_month(false);
    const int day = test::pick_of<int>({8, 9, 10, 12, 13});
    MonthBuilder clean = month;
    clean.times(day, {"08:55:00", "12:00:00", "12:55:00", "18:02:00"}).decided(day, domain::DayDecision::none);
    if (clean.facts().time.days[static_cast<std::size_t>(day - 1)].measure.away() > HalfDays{}) return;
    MonthBuilder absent = clean;
    absent.without_punches(day);
    RC_ASSERT(domain::compute_pay(absent.facts()).payable <= domain::compute_pay(clean.facts()).payable);
  });
}
