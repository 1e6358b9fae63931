// svcadm employee show: somebody's terms of employment, from the first day on.

#include <array>

#include "cmd/columns.hpp"
#include "cmd/verbs.hpp"
#include "tabular/writer.hpp"
#include "usecase/employee.hpp"
#include "usecase/office.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::string person;
};

void declare(Words& words, Options& options) {
  words.argument("PERSON", options.person, "Whom").required();
  words.explain("Each line says what holds from a day on; the last line about something is what holds now.");
  words.example("svcadm employee show 王芳");
}

/// Keys of columns, in the order of store::Attribute.
constexpr std::array attribute_keys{"name",          "department", "post", "grade",         "superior",    "base_pay",
                                    "probation_end", "hired",      "left", "device_number", "agent_number"};

int run(const Options& options, Session& session) {
  auto& office = session.office();
  const auto card = usecase::show_employee(office, options.person, office.today());
  const bool people = for_people(session);
  const auto writer = session.writer();
  writer->begin({.title = card.now.person.employee_no + " " + card.now.person.name,
                 .name = "employee.show",
                 .columns = {column("employee_no", tabular::Kind::identifier), column("from", tabular::Kind::date),
                             column("attribute"), column("value")},
                 .created = session.now()});
  for (const auto& line : card.history) {
    const std::string key = attribute_keys.at(static_cast<std::size_t>(line.attribute));
    const std::string none = people ? locale::text("none") : std::string{};
    writer->row(std::vector<tabular::Cell>{card.now.person.employee_no, line.from,
                                           people ? locale::text("column." + key) : key,
                                           text_cell(line.value.empty() ? none : line.value)});
  }
  writer->end();
  return 0;
}

}  // namespace

Verb employee_show() {
  return verb<Options>("show", "Print somebody's terms of employment", declare, Needs::reading, run);
}

}  // namespace svcadm::cmd
