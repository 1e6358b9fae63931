// svcadm leave list: who is on leave when.

#include "cmd/clock_in.hpp"
#include "cmd/columns.hpp"
#include "cmd/leave.hpp"
#include "locale/catalogue.hpp"
#include "tabular/writer.hpp"
#include "usecase/office.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::string person;
  DaysWanted days;
};

void declare(Words& words, Options& options) {
  words.argument("PERSON", options.person, "Whose leave; everybody's, where nobody is named");
  declare_days(words, options.days, "The first day; this month, where no day is given");
  words.example("svcadm leave list --month 2026-10");
}

int run(const Options& options, Session& session) {
  auto& office = session.office();
  const Month month = month_of(office.today());
  const auto days = read_days(options.days, session.present(), {first_day(month), last_day(month)});
  const auto leaves = usecase::list_leaves(office, options.person, days.first, days.last);
  const bool people = for_people(session);
  const auto writer = session.writer();
  writer->begin({.title = locale::text("Leave"),
                 .subtitle = to_string(days.first) + " - " + to_string(days.last),
                 .name = "leave.list",
                 .columns = leave_columns(),
                 .created = session.now()});
  for (const usecase::ListedLeave& leave : leaves) writer->row(leave_cells(leave, people));
  writer->end();
  return 0;
}

}  // namespace

Verb leave_list() { return verb<Options>("list", "List leave", declare, Needs::reading, run); }

}  // namespace svcadm::cmd
