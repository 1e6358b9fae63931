#include "regulation/sections.hpp"
#include "regulation/time_table.hpp"

namespace svcadm::regulation {

using domain::CountRule;
using domain::MissingPunch;
using domain::OnlineTime;
using domain::PunchRule;
using domain::SheetRule;

namespace {

void read_hours(Fields& in, const std::string&, InForce& into) {
  domain::Shift shift;
  const std::string windows = in.text("windows");
  if (const auto parsed = domain::parse_windows(windows)) {
    shift.windows = *parsed;
  } else if (!windows.empty()) {
    in.problem({"regulation.bad-value", {windows, "09:30-12:30,13:30-18:30"}}, "windows");
  }
  into.policy.attendance.hours = Cited<domain::Shift>{shift, in.citation()};
}

MissingPunch read_missing(Fields& in, std::string_view key) {
  return in.word<MissingPunch>(key, {{"exception", MissingPunch::exception},
                                     {"ignored", MissingPunch::ignored},
                                     {"half-absence", MissingPunch::half_absence},
                                     {"whole-absence", MissingPunch::whole_absence}});
}

void read_online(Fields& in, PunchRule& rule) {
  if (!in.has("online")) return;
  auto online = in.table("online");
  if (!online) return;
  rule.online = online->word<OnlineTime>(
      "counts",
      {{"if-known", OnlineTime::if_known}, {"required", OnlineTime::required}, {"ignored", OnlineTime::ignored}});
  rule.online_cite = online->citation();
  online->finish();
}

// Each of the three says something of its own about the longest break, so each has its own article.
void read_lunch(Fields& in, PunchRule& rule) {
  if (in.has("lunch_return")) {
    if (auto back = in.table("lunch_return")) {
      rule.lunch_return_counts = back->flag("counts");
      rule.lunch_cite = back->citation();
      back->finish();
    }
  }
  if (in.has("lunch_start")) {
    if (auto start = in.table("lunch_start")) {
      rule.lunch_start_listed = start->word<bool>("early", {{"listed", true}, {"ignored", false}});
      rule.lunch_start_cite = start->citation();
      start->finish();
    }
  }
  if (in.has("lunch_punches")) {
    if (auto punches = in.table("lunch_punches")) {
      rule.lunch_punches_due = punches->word<bool>("missing", {{"listed", true}, {"ignored", false}});
      rule.lunch_punches_cite = punches->citation();
      punches->finish();
    }
  }
}

void read_punches(Fields& in, const std::string&, InForce& into) {
  PunchRule rule;
  rule.direction_from_file = in.word<bool>("direction", {{"windows", false}, {"file", true}});
  rule.missing = read_missing(in, "missing");
  // From windows the first punch is in and the last is out, so there is never only one direction.
  if (rule.direction_from_file || in.has("one_direction")) rule.one_direction = read_missing(in, "one_direction");
  read_online(in, rule);
  read_lunch(in, rule);
  rule.cite = in.citation();
  into.policy.attendance.punches = rule;
}

void read_lateness(Fields& in, const std::string&, InForce& into) {
  into.policy.attendance.lateness = read_time_table(in);
}

void read_early_leaving(Fields& in, const std::string&, InForce& into) {
  into.policy.attendance.early_leaving = read_time_table(in);
}

void read_count(Fields& in, const std::string&, InForce& into) {
  CountRule rule;
  enum class What { late, early, missing };
  for (const What what :
       in.words<What>("counts", {{"late", What::late}, {"early", What::early}, {"missing-punch", What::missing}})) {
    rule.late = rule.late || what == What::late;
    rule.early = rule.early || what == What::early;
    rule.missing_punches = rule.missing_punches || what == What::missing;
  }
  rule.by_day = in.word<bool>("by", {{"event", false}, {"day", true}});
  if (const auto bound = in.one_of({"from_nth", "over"})) {
    rule.from_nth = *bound == "over" ? in.count("over", 0, 1000) + 1 : in.count("from_nth", 1, 1000);
  }
  rule.each = in.flag("each");
  if (in.has("forfeits")) rule.forfeits = in.codes("forfeits");
  // Losing an item may be all that happens.
  if (has_consequence(in) || rule.forfeits.empty()) rule.then = read_consequence(in);
  rule.cite = in.citation();
  into.policy.attendance.counts.push_back(std::move(rule));
}

void read_absenteeism(Fields& in, const std::string&, InForce& into) {
  domain::AbsenteeismRule rule;
  rule.days_pay = in.rate("days_pay");
  rule.cite = in.citation();
  into.policy.attendance.absenteeism = rule;
}

void read_sheet(Fields& in, const std::string&, InForce& into) {
  using Minutes = SheetRule::LateMinutes;
  SheetRule rule;
  rule.late_count_by_day = in.word<bool>("late_count", {{"days", true}, {"events", false}});
  rule.late_minutes = in.word<Minutes>(
      "late_minutes",
      {{"month-cut", Minutes::month_cut}, {"day-cut", Minutes::day_cut}, {"month-up", Minutes::month_up}});
  rule.cite = in.citation();
  into.policy.attendance.sheet = rule;
}

void read_correction(Fields& in, const std::string&, InForce& into) {
  domain::CorrectionRule rule;
  rule.allowance = in.count("allowance", 0, 1000);
  rule.cite = in.citation();
  into.policy.attendance.correction = rule;
}

}  // namespace

std::span<const Section> attendance_sections() {
  static constexpr Section all[] = {
      {"attendance.hours", Area::attendance, false, read_hours},
      {"attendance.punches", Area::attendance, false, read_punches},
      {"attendance.lateness", Area::attendance, false, read_lateness},
      {"attendance.early_leaving", Area::attendance, false, read_early_leaving},
      {"attendance.count", Area::attendance, true, read_count},
      {"attendance.absenteeism", Area::attendance, false, read_absenteeism},
      {"attendance.sheet", Area::attendance, false, read_sheet},
      {"attendance.correction", Area::attendance, false, read_correction},
  };
  return all;
}

}  // namespace svcadm::regulation
