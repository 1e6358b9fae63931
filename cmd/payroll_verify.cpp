// svcadm payroll verify: whether a closed month is still what was known at closing.

#include <fmt/format.h>

#include "cmd/columns.hpp"
#include "cmd/payroll.hpp"
#include "locale/catalogue.hpp"
#include "usecase/office.hpp"
#include "usecase/payroll_verify.hpp"

namespace svcadm::cmd {

namespace {

using tabular::Cell;
using tabular::Kind;

struct Options {
  std::string month;
};

void print_differences(Session& session, const std::vector<usecase::VerifiedRun>& runs) {
  const auto writer = session.writer();
  writer->begin({.title = locale::text("title.payroll-verify"),
                 .name = "payroll.verify",
                 .columns = {column("run", Kind::identifier), column("employee_no", Kind::identifier), column("name"),
                             column("stored", Kind::money), column("computed", Kind::money)},
                 .created = session.now()});
  for (const usecase::VerifiedRun& one : runs) {
    for (const usecase::PayDifference& person : one.comparison.differences) {
      writer->row(std::vector<Cell>{one.run.name(), person.employee_no, person.name, optional_cell(person.stored),
                                    optional_cell(person.computed)});
    }
  }
  writer->end();
}

int run(const Options& options, Session& session) {
  auto& office = session.office();
  const Month month = read_month(options.month, session.present());
  const auto runs = usecase::verify_month(office, month);
  const bool as_sentence = session.options.format() == tabular::Format::table && !session.options.output;
  bool sound = true;
  for (const usecase::VerifiedRun& one : runs) {
    const std::string name = one.run.name();
    if (one.comparison.holds()) {
      if (!as_sentence) continue;
      session.out << locale::say(Message{"payroll.verified", {month, name, one.run.people, one.run.payable}}) << '\n';
      continue;
    }
    sound = false;
    for (const Problem& problem : one.comparison.missing) {
      session.note({"note.payroll.missing-now", {name, locale::say(problem.message)}});
    }
    if (!one.comparison.totals_agree) session.note({"note.payroll.totals-differ", {name}});
  }
  if (sound && as_sentence) return 0;
  print_differences(session, runs);
  return sound ? 0 : static_cast<int>(Failure::check_found);
}

void declare(Words& words, Options& options) {
  words.option("--month", options.month, "MONTH", "The closed month").required();
  words.explain(
      "Computes a closed month again from what was known when it was closed, and compares every row that it "
      "keeps. Ends with status 1 and names the people where something differs.");
  words.example("svcadm payroll verify --month 2026-09");
}

}  // namespace

Verb payroll_verify() {
  return verb<Options>("verify", "Compute a closed month again and compare", declare, Needs::reading, run);
}

}  // namespace svcadm::cmd
