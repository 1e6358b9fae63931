#include "regulation/time_table.hpp"

#include "regulation/sections.hpp"

namespace svcadm::regulation {

using domain::Bound;
using domain::Precision;
using domain::Repetition;
using domain::Tier;
using domain::TimeTable;
using domain::TotalBy;

namespace {

std::optional<Bound> read_bound(Fields& in, std::string_view including, std::string_view excluding) {
  const bool has_including = in.has(including);
  const bool has_excluding = in.has(excluding);
  if (has_including && has_excluding) {
    in.problem({"regulation.more-than-one-of", {std::string{including} + ", " + std::string{excluding}}});
  }
  if (has_including) return Bound{in.span(including), true};
  if (has_excluding) return Bound{in.span(excluding), false};
  return std::nullopt;
}

// A tier's lower bound may be left out; where it is written it must meet the upper bound before it, so that no
// length of time lies between two tiers or in both.
void check_join(Fields& in, const std::optional<Bound>& lower, const std::optional<Bound>& before) {
  if (!lower) return;
  // "over 5min" begins where a tier that includes 5min ends; "at_least 5min" where one that excludes it ends.
  const Bound expected = before.value_or(Bound{{}, true});
  const Bound given{lower->span, !lower->inclusive};
  if (given == expected) return;
  const bool gap = given.span > expected.span || (given.span == expected.span && given.inclusive);
  in.problem({gap ? "regulation.tier-gap" : "regulation.tier-overlap", {expected.span, lower->span}});
}

std::vector<Tier> read_tiers(Fields& table) {
  std::vector<Tier> tiers;
  std::optional<Bound> before;
  auto rows = table.tables("tiers");
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Fields& in = rows[i];
    const bool last = i + 1 == rows.size();
    const auto upper = read_bound(in, "up_to", "below");
    const auto lower = read_bound(in, "at_least", "over");
    check_join(in, lower, before);
    if (last && upper) in.problem({"regulation.tier-not-open"});
    if (!last && !upper) in.problem({"regulation.tier-no-bound"});
    if (upper && upper->span <= before.value_or(Bound{}).span) {
      in.problem({"regulation.tier-order", {upper->span, before.value_or(Bound{}).span}});
    }
    Tier tier{upper, read_consequence(in), in.citation()};
    in.finish();
    tiers.push_back(std::move(tier));
    if (upper) before = upper;
  }
  return tiers;
}

std::vector<Repetition> read_repetitions(Fields& table) {
  std::vector<Repetition> repetitions;
  if (!table.has("repetition")) return repetitions;
  int before = 1;
  for (Fields& in : table.tables("repetition")) {
    Repetition repetition;
    repetition.from_nth = in.count("from_nth", 2, 1000);
    if (repetition.from_nth <= before) in.problem({"regulation.repetition-order"}, "from_nth");
    before = repetition.from_nth;
    const bool multiplied = in.has("times");
    if (multiplied && has_consequence(in)) in.problem({"regulation.times-and-consequence"});
    if (multiplied) {
      repetition.times = in.rate("times");
    } else {
      repetition.instead = read_consequence(in);
    }
    repetition.cite = in.citation();
    in.finish();
    repetitions.push_back(std::move(repetition));
  }
  return repetitions;
}

}  // namespace

TimeTable read_time_table(Fields& in) {
  TimeTable table;
  table.total_by = in.word<TotalBy>(
      "method", {{"event/1", TotalBy::event}, {"day-total/1", TotalBy::day}, {"month-total/1", TotalBy::month}});
  table.precision = in.word<Precision>(
      "precision",
      {{"second", Precision::second}, {"minute-cut", Precision::minute_cut}, {"minute-up", Precision::minute_up}});
  if (in.has("grace")) {
    table.grace = in.span("grace");
    table.grace_is_subtracted = in.word<bool>("grace_is", {{"excused", false}, {"subtracted", true}});
  }
  if (in.has("month_allowance")) {
    table.month_allowance = in.span("month_allowance");
    if (table.total_by != TotalBy::month) in.problem({"regulation.allowance-without-month"}, "month_allowance");
  }
  table.tiers = read_tiers(in);
  table.repetitions = read_repetitions(in);
  table.cite = in.citation();
  return table;
}

}  // namespace svcadm::regulation
