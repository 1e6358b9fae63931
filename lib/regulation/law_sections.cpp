// Values of law, and what concerns a regulation as a whole.
#include "regulation/sections.hpp"

namespace svcadm::regulation {

namespace {

// Law is cited with its instrument, and says when somebody last compared the value with it.
Citation law_citation(Fields& in) {
  in.date("checked");
  if (!in.has("instrument")) in.problem({"regulation.missing-key", {"instrument"}}, "instrument");
  return in.citation();
}

void read_damage_limit(Fields& in, const std::string&, InForce& into) {
  const Rational share = in.part("share");
  into.damage_share = Cited<Rational>{share, law_citation(in)};
}

void read_minimum_wage(Fields& in, const std::string& code, InForce& into) {
  in.label("label");
  if (in.has("example")) in.flag("example");
  const Money monthly = in.money("monthly");
  into.minimum_wages.insert_or_assign(code, Cited<Money>{monthly, law_citation(in)});
}

void read_signature(Fields& in, const std::string&, InForce& into) { into.signature = in.citation(); }

}  // namespace

std::span<const Section> law_sections() {
  static constexpr Section all[] = {
      {"law.damage_limit", Area::law, false, read_damage_limit},
      {"law.minimum_wage", Area::law, true, read_minimum_wage},
      {"signature", std::nullopt, false, read_signature},
  };
  return all;
}

}  // namespace svcadm::regulation
