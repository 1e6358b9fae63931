// What has to be in order when something is asked for.  The same words serve every kind of request.

#include "regulation/request_sections.hpp"

#include "regulation/sections.hpp"

namespace svcadm::regulation {

using domain::RequestLimit;
using domain::RequestScope;

namespace {

RequestScope read_scope(Fields& in) {
  RequestScope scope;
  if (in.has("kinds")) scope.kinds = in.codes("kinds");
  if (in.has("except")) scope.except = in.codes("except");
  if (in.has("over")) scope.over = in.half_days("over");
  return scope;
}

/// "2 days", "3 workdays".
int read_days(Fields& in, std::string_view key, std::string_view unit) {
  const std::string value = in.text(key);
  const auto quantity = parse_quantity(value);
  if (quantity && quantity->second == unit && quantity->first.is_whole() && quantity->first <= Rational{366}) {
    return static_cast<int>(quantity->first.numerator());
  }
  if (!value.empty()) in.problem({"regulation.bad-value", {value, "2 " + std::string{unit} + "s"}}, key);
  return 0;
}

RequestLimit read_limit(Fields& in) {
  using Form = RequestLimit::Form;
  RequestLimit limit;
  const auto key = in.one_of({"ahead", "before", "within"});
  if (!key) return limit;
  if (*key == "ahead") {
    limit = {Form::ahead, read_days(in, "ahead", "day")};
  } else if (*key == "before") {
    limit.form = in.word<Form>("before", {{"start", Form::start}, {"shift-end", Form::shift_end}});
  } else {
    limit.days = read_workdays(in, "within");
    limit.form = in.word<Form>("after", {{"asked", Form::asked}, {"first-day", Form::first_day}, {"back", Form::back}});
  }
  return limit;
}

std::optional<RequestLimit> read_limit_if_any(Fields& in) {
  const bool ahead = in.has("ahead");
  const bool before = in.has("before");
  const bool within = in.has("within");
  if (!ahead && !before && !within) return std::nullopt;
  return read_limit(in);
}

}  // namespace

int read_workdays(Fields& in, std::string_view key) { return read_days(in, key, "workday"); }

domain::AskingRule read_asking(Fields& in, const std::string& code) {
  domain::AskingRule rule{.code = code, .scope = read_scope(in)};
  if (in.has("service")) rule.service_months = read_days(in, "service", "month");
  rule.needs_reason = in.word<bool>("reason", {{"required", true}, {"optional", false}});
  rule.by_telephone = in.flag("telephone");
  rule.cite = in.citation();
  return rule;
}

domain::NoticeRule read_notice(Fields& in, const std::string& code) {
  domain::NoticeRule rule{.code = code, .scope = read_scope(in), .limit = read_limit(in)};
  rule.cite = in.citation();
  return rule;
}

domain::ApprovalStep read_step(Fields& in, const std::string& code) {
  domain::ApprovalStep step{.code = code, .label = in.label("label"), .scope = read_scope(in)};
  if (const auto by = in.one_of({"superior", "post"})) {
    step.level = *by == "superior" ? in.count("superior", 1, 9) : 0;
    if (*by == "post") step.post = in.text("post");
  }
  if (in.has("gives")) step.endorses = in.word<bool>("gives", {{"consent", false}, {"endorsement", true}});
  step.limit = read_limit_if_any(in);
  step.cite = in.citation();
  return step;
}

domain::PaperRule read_paper(Fields& in, const std::string& code) {
  domain::PaperRule rule{.code = code, .label = in.label("label"), .scope = read_scope(in)};
  rule.limit = read_limit_if_any(in);
  rule.cite = in.citation();
  return rule;
}

domain::HandoverRule read_handover(Fields& in, const std::string& code) {
  domain::HandoverRule rule{.code = code, .scope = read_scope(in)};
  rule.limit = read_limit_if_any(in);
  rule.cite = in.citation();
  return rule;
}

}  // namespace svcadm::regulation
