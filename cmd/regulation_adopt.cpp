// svcadm regulation adopt: from a day on a regulation governs a department.

#include <ostream>

#include "cmd/regulation.hpp"
#include "locale/catalogue.hpp"
#include "usecase/office.hpp"
#include "usecase/regulation_adoption.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::string code;
  std::string department;
  std::string from;
  std::vector<std::string> areas;
};

void declare(Words& words, Options& options) {
  words.argument("CODE", options.code, "Code of the regulation").required();
  words.option("--department", options.department, "DEPARTMENT", "Whom it governs; else the company");
  words.option("--from", options.from, "DATE", "First day on which it governs").required();
  words.option("--area", options.areas, "AREA", "Only this area; else all of which the regulation speaks")
      .choices({"attendance", "leave", "payroll", "appraisal", "discipline"})
      .by_commas();
  words.explain(
      "It governs the department and all below it; where one of those has adopted another regulation for "
      "the same area, the nearest holds. Copies what the program carries into the office's file where the "
      "office has no copy yet.");
  words.example("svcadm regulation adopt CODE --department 客服中心 --from 2026-09-01");
  words.example("svcadm regulation adopt CODE --area attendance,leave --from 2026-09-01");
}

int run(const Options& options, Session& session) {
  auto& office = session.office();
  usecase::AdoptRequest request{.code = options.code, .department = options.department, .from = {}};
  request.from = read_day(options.from, session.present());
  for (const std::string& key : options.areas) {
    if (const auto area = regulation::parse_area(key)) request.areas.push_back(*area);
  }

  const auto outcome = usecase::adopt_regulation(office, request);
  const char* id = outcome.adopted.empty() ? "regulation.adopt-same" : "regulation.adopted";
  print_indented(session.out, 0,
                 locale::say(Message{id,
                                     {outcome.code, std::int64_t{outcome.edition}, outcome.department, request.from,
                                      area_words(outcome.adopted)}}));
  return 0;
}

}  // namespace

Verb regulation_adopt() {
  return verb<Options>("adopt", "Let a regulation govern a department from a day on", declare, Needs::writing, run);
}

}  // namespace svcadm::cmd
