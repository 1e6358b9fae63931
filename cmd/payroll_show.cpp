// svcadm payroll show: the month's sheet, or one person's lines.

#include <fmt/format.h>

#include "cmd/columns.hpp"
#include "cmd/payroll.hpp"
#include "locale/catalogue.hpp"
#include "usecase/office.hpp"
#include "usecase/payroll_steps.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::string person;
  std::string month;
  std::string run;
  bool lines = false;
};

void print_lines(Session& session, const usecase::ExplainedPay& pay) {
  const bool people = for_people(session);
  auto writer = session.writer();
  writer->begin({.title = locale::text("title.payroll"),
                 .subtitle = pay.row.employee_no + " " + pay.row.name + "  " + to_string(pay.row.month),
                 .name = "payroll.lines",
                 .columns = {{"item", locale::text("column.item"), tabular::Kind::text},
                             {"amount", locale::text("column.amount"), tabular::Kind::money, true},
                             {"clause", locale::text("column.clause"), tabular::Kind::text}},
                 .total_label = locale::text("word.total"),
                 .created = session.now()});
  for (const usecase::ExplainedLine& line : pay.lines) {
    writer->row(std::vector<tabular::Cell>{people ? line_name(line) : line.item, line.amount, clauses_of(line)});
  }
  writer->end();
}

/// Who has approved the run, whom it has paid and what came after it, as long as it is open.
void say_state(Session& session, const store::RunRow& run) {
  if (run.closed()) return;
  const std::string name = run.name();
  const usecase::RunState state = usecase::state_of(session.office(), run);
  for (const Problem& problem : state.fallen) session.note({"note.payroll.fallen", {locale::say(problem.message)}});
  if (state.approved_by.empty()) say_older(session, run);
  if (!state.approved_by.empty() && state.fallen.empty()) {
    session.note({"note.payroll.approved-by", {name, state.approved_by}});
  }
  for (const store::PaymentRow& payment : state.paid) session.note({"note.payroll.was-paid", {name, payment.on}});
  for (const usecase::CarriedPerson& person : state.unpaid) {
    session.note({"note.payroll.not-reached", {person.employee_no, person.name}});
  }
}

int run(const Options& options, Session& session) {
  auto& office = session.office();
  const std::string month = options.month.empty() && options.run.empty() ? "last" : options.month;
  const auto choice = read_run_choice(options.run, month, session);
  if (options.person.empty()) {
    const auto shown = usecase::find_run(office, choice);
    print_sheet(session, shown);
    say_state(session, shown);
    return 0;
  }
  const auto pay = usecase::explain_pay(office, options.person, choice);
  if (options.lines) {
    print_lines(session, pay);
  } else {
    const std::vector<std::int64_t> only{pay.employee};
    print_sheet(session, pay.run, &only);
  }
  say_older(session, pay.run);
  return 0;
}

void declare(Words& words, Options& options) {
  words.argument("PERSON", options.person, "Number or name; everybody where nobody is named");
  words.option("--month", options.month, "MONTH", "The month; the last one where none is given");
  words.option("--run", options.run, "RUN", "A run by its number, such as PR4");
  words.flag("--lines", options.lines, "Each line of the person's pay with its clauses");
  words.example("svcadm payroll show --month 2026-10");
  words.example("svcadm payroll show 1003 --month 2026-10 --lines");
}

}  // namespace

void say_older(Session& session, const store::RunRow& run) {
  if (run.closed()) return;
  const auto since = usecase::entered_since(session.office(), run);
  const std::string name = run.name();
  if (since.people > 0) {
    session.note({"note.payroll.older-days", {name, static_cast<std::int64_t>(since.people), run.month}});
  }
  if (const auto& event = since.event) {
    session.note({"note.payroll.older", {name, event->event, event->as_of, event->action, event->subject}});
  }
}

Verb payroll_show() { return verb<Options>("show", "Show the month's pay sheet", declare, Needs::reading, run); }

}  // namespace svcadm::cmd
