// Appraisal and discipline.
#include "regulation/sections.hpp"

namespace svcadm::regulation {

using domain::AbsenceThreshold;
using domain::Gate;
using domain::MeanOver;
using domain::MissingScore;
using domain::ScorePart;

namespace {

constexpr int most_samples = 1000;  // of a month; more is a slip of the pen

void read_score(Fields& in, const std::string& code, InForce& into) {
  ScorePart part;
  part.input = code;
  part.weight = in.rate("weight");
  if (in.has("weight") && part.weight.numerator() == 0) in.problem({"regulation.zero-weight"}, "weight");
  part.missing = in.word<MissingScore>(
      "missing",
      {{"zero", MissingScore::zero}, {"left-out", MissingScore::left_out}, {"required", MissingScore::required}});
  part.excused_by_leave = in.has("excused_by_leave") && in.flag("excused_by_leave");
  if (in.has("samples")) {
    if (auto samples = in.table("samples")) {
      part.fewest = samples->count("minimum", 1, most_samples);
      part.fewest_cite = samples->citation();
      samples->finish();
    }
  }
  if (in.has("comment")) {
    if (auto comment = in.table("comment")) {
      part.needs_comment = comment->flag("needed");
      part.comment_cite = comment->citation();
      comment->finish();
    }
  }
  part.cite = in.citation();
  into.policy.appraisal.parts.push_back(std::move(part));
}

void read_gate(Fields& in, const std::string& code, InForce& into) {
  Gate gate;
  gate.code = code;
  gate.label = in.label("label");
  if (const auto key = in.one_of({"none_of", "ratio"})) {
    if (*key == "none_of") {
      gate.inputs = in.codes("none_of");
    } else if (auto ratio = in.table("ratio")) {
      gate.kind = Gate::Kind::ratio_below;
      gate.part = ratio->code("part");
      gate.whole = ratio->code("whole");
      gate.limit = ratio->part("below");
      ratio->finish();
    }
  }
  gate.cite = in.citation();
  into.policy.appraisal.gates.push_back(std::move(gate));
}

void read_mean(Fields& in, const std::string&, InForce& into) {
  auto& appraisal = into.policy.appraisal;
  appraisal.against_mean = in.word<bool>("method", {{"not-below-mean/1", true}});
  appraisal.mean_over = in.word<MeanOver>("over", {{"confirmed-whole-month", MeanOver::confirmed_whole_month},
                                                   {"confirmed", MeanOver::confirmed},
                                                   {"everybody", MeanOver::everybody}});
  appraisal.failing_gate_stays_in_mean = in.word<bool>("failing_gate", {{"stays-in", true}, {"left-out", false}});
  appraisal.mean_cite = in.citation();
}

/// A closed list: each word has its translation.
std::string read_sanction(Fields& in) {
  return in.word<std::string>("proposes", {{"dismissal", "dismissal"},
                                           {"demotion", "demotion"},
                                           {"major_demerit", "major_demerit"},
                                           {"demerit", "demerit"},
                                           {"warning", "warning"},
                                           {"bonus_withheld", "bonus_withheld"}});
}

void read_conduct(Fields& in, const std::string& code, InForce& into) {
  domain::ConductKind kind{.code = code};
  kind.label = in.label("label");
  kind.concerns_all = in.word<bool>("concerns", {{"everybody-named", true}, {"first-named", false}});
  kind.proposes = read_sanction(in);
  kind.cite = in.citation();
  into.policy.discipline.conduct.push_back(std::move(kind));
}

void read_absence(Fields& in, const std::string&, InForce& into) {
  using Kind = AbsenceThreshold::Kind;
  AbsenceThreshold threshold;
  threshold.kind = in.word<Kind>(
      "measure",
      {{"streak", Kind::streak}, {"rolling-month", Kind::rolling_month}, {"calendar-month", Kind::calendar_month}});
  threshold.days = in.half_days("days");
  if (threshold.kind == Kind::streak && threshold.days.halves % 2 != 0)
    in.problem({"regulation.streak-halves"}, "days");
  threshold.proposes = read_sanction(in);
  threshold.cite = in.citation();
  into.policy.discipline.absence.push_back(std::move(threshold));
}

}  // namespace

std::span<const Section> appraisal_sections() {
  static constexpr Section all[] = {
      {"appraisal.score", Area::appraisal, true, read_score},
      {"appraisal.gate", Area::appraisal, true, read_gate},
      {"appraisal.mean", Area::appraisal, false, read_mean},
      {"discipline.absence", Area::discipline, true, read_absence},
      {"discipline.conduct", Area::discipline, true, read_conduct},
  };
  return all;
}

}  // namespace svcadm::regulation
