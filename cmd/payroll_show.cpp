// svcadm payroll show: the month's sheet, or one person's lines.

#include "cmd/columns.hpp"
#include "cmd/payroll.hpp"
#include "locale/catalogue.hpp"
#include "usecase/office.hpp"
#include "usecase/payroll.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::string person;
  std::string month = "last";
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
                 .created = at(last_day(pay.row.month))});
  for (const usecase::ExplainedLine& line : pay.lines) {
    std::string clauses;
    for (const domain::Ground& ground : line.grounds) {
      const std::string clause = ground.cite.regulation + " " + ground.cite.clause;
      if (ground.cite.clause.empty() || clauses.find(clause) != std::string::npos) continue;
      clauses += (clauses.empty() ? "" : "; ") + clause;
    }
    writer->row(std::vector<tabular::Cell>{people ? line_name(line) : line.item, line.amount, clauses});
  }
  writer->end();
}

int run(const Options& options, Session& session) {
  auto& office = session.office();
  const Month month = read_month(options.month, session.present());
  if (options.person.empty()) {
    print_sheet(session, month, {});
    return 0;
  }
  const auto pay = usecase::explain_pay(office, options.person, month);
  if (options.lines) {
    print_lines(session, pay);
  } else {
    print_sheet(session, month, pay.row.employee_no);
  }
  return 0;
}

void declare(Words& words, Options& options) {
  words.argument("PERSON", options.person, "Number or name; everybody where nobody is named");
  words.option("--month", options.month, "MONTH", "The month; the last one where none is given");
  words.flag("--lines", options.lines, "Each line of the person's pay with its clauses");
  words.example("svcadm payroll show --month 2026-10");
  words.example("svcadm payroll show 1003 --month 2026-10 --lines");
}

}  // namespace

Verb payroll_show() { return verb<Options>("show", "Show the month's pay sheet", declare, Needs::reading, run); }

}  // namespace svcadm::cmd
