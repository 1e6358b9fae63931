#include "regulation/request_sections.hpp"
#include "regulation/sections.hpp"

namespace svcadm::regulation {

using domain::LeaveColumn;
using domain::LeaveCounting;
using domain::LeaveKind;
using domain::LeaveLimit;
using domain::ServiceShare;

namespace {

// Shares by length of service join like tiers: the first from 0 years, the last open above.
std::vector<ServiceShare> read_shares(Fields& kind) {
  std::vector<ServiceShare> shares;
  int from = 0;
  auto rows = kind.tables("shares");
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Fields& in = rows[i];
    const bool last = i + 1 == rows.size();
    if (in.has("from_years")) {
      const int given = in.count("from_years", 0, 80);
      if (given != from) {
        in.problem({given > from ? "regulation.share-gap" : "regulation.share-overlap",
                    {std::int64_t{from}, std::int64_t{given}}},
                   "from_years");
      }
    }
    ServiceShare share;
    share.from_years = from;
    if (in.has("under_years")) {
      const int under = in.count("under_years", 1, 80);
      if (last) in.problem({"regulation.share-not-open"}, "under_years");
      if (under <= from)
        in.problem({"regulation.share-overlap", {std::int64_t{from}, std::int64_t{under}}}, "under_years");
      from = under;
    } else if (!last) {
      in.problem({"regulation.missing-key", {"under_years"}}, "under_years");
    }
    share.deduct = in.part("deduct");
    share.cite = in.citation();
    in.finish();
    shares.push_back(std::move(share));
  }
  return shares;
}

int read_measured(Fields& in) {
  if (!in.has("measured")) return 0;
  const std::string value = in.text("measured");
  if (value == "each-day") return 0;
  for (int day = 1; day <= 28; ++day) {
    if (value == "month-day " + std::to_string(day)) return day;
  }
  in.problem({"regulation.unknown-word", {value, "each-day, month-day 1 ... month-day 28"}}, "measured");
  return 0;
}

void read_kind(Fields& in, const std::string& code, InForce& into) {
  LeaveKind kind;
  kind.code = code;
  kind.label = in.label("label");
  kind.column = in.word<LeaveColumn>("column", {{"personal", LeaveColumn::personal},
                                                {"sick", LeaveColumn::sick},
                                                {"annual", LeaveColumn::annual},
                                                {"other_paid", LeaveColumn::other_paid},
                                                {"official", LeaveColumn::official},
                                                {"rest_comp", LeaveColumn::rest_comp}});
  kind.counted = in.word<LeaveCounting>(
      "counted", {{"workdays", LeaveCounting::workdays}, {"calendar-days", LeaveCounting::calendar_days}});
  kind.keeps_full_attendance = in.flag("keeps_full_attendance");
  kind.cite = in.citation();
  if (const auto key = in.one_of({"deduct", "shares"})) {
    if (*key == "deduct") {
      kind.shares = {ServiceShare{0, in.part("deduct"), kind.cite}};
    } else {
      kind.shares = read_shares(in);
      kind.measured_on = read_measured(in);
    }
  }
  into.policy.leave.kinds.push_back(std::move(kind));
}

void read_limit(Fields& in, const std::string& code, InForce& into) {
  LeaveLimit limit{.code = code, .kinds = in.codes("kinds")};
  const bool unlimited = in.has("per_year") && in.text("per_year") == "unlimited";
  if (!unlimited) limit.per_year = in.half_days("per_year");
  limit.cite = in.citation();
  into.policy.leave.limits.push_back(std::move(limit));
}

void read_leave_asking(Fields& in, const std::string& code, InForce& into) {
  into.policy.leave.request.asking.push_back(read_asking(in, code));
}

void read_leave_notice(Fields& in, const std::string& code, InForce& into) {
  into.policy.leave.request.notices.push_back(read_notice(in, code));
}

void read_leave_approval(Fields& in, const std::string& code, InForce& into) {
  into.policy.leave.request.steps.push_back(read_step(in, code));
}

void read_leave_handover(Fields& in, const std::string& code, InForce& into) {
  into.policy.leave.request.handovers.push_back(read_handover(in, code));
}

void read_leave_paper(Fields& in, const std::string& code, InForce& into) {
  into.policy.leave.request.papers.push_back(read_paper(in, code));
}

void read_lapse(Fields& in, const std::string&, InForce& into) {
  enum class Becomes { absenteeism };
  in.word<Becomes>("becomes", {{"absenteeism", Becomes::absenteeism}});
  into.policy.leave.request.lapse = in.citation();
}

void read_conversion_card(Fields& in, const std::string&, InForce& into) {
  const int days = read_workdays(in, "within");
  into.policy.leave.conversion_card = Cited<int>{days, in.citation()};
}

}  // namespace

std::span<const Section> leave_sections() {
  static constexpr Section all[] = {
      {"leave.kind", Area::leave, true, read_kind},
      {"leave.limit", Area::leave, true, read_limit},
      {"leave.asking", Area::leave, true, read_leave_asking},
      {"leave.notice", Area::leave, true, read_leave_notice},
      {"leave.approval", Area::leave, true, read_leave_approval},
      {"leave.handover", Area::leave, true, read_leave_handover},
      {"leave.paper", Area::leave, true, read_leave_paper},
      {"leave.conversion_card", Area::leave, false, read_conversion_card},
      {"leave.lapse", Area::leave, false, read_lapse},
  };
  return all;
}

}  // namespace svcadm::regulation
