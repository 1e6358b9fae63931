// svcadm payroll adjust: what late facts about closed months will change in the open one.

#include "cmd/columns.hpp"
#include "cmd/payroll.hpp"
#include "locale/catalogue.hpp"
#include "usecase/adjustments.hpp"
#include "usecase/office.hpp"

namespace svcadm::cmd {

namespace {

using tabular::Cell;
using tabular::Kind;

struct Options {
  std::string month;
};

int run(const Options& options, Session& session) {
  const std::optional<Month> month =
      options.month.empty() ? std::nullopt : std::optional{read_month(options.month, session.present())};
  const auto waiting = usecase::list_adjustments(session.office(), month);
  if (waiting.empty() && session.options.format() == tabular::Format::table) return 0;
  const bool people = for_people(session);
  const auto writer = session.writer();
  tabular::Header header{
      .title = locale::text("title.payroll-adjust"),
      .name = "payroll.adjust",
      .columns = {column("employee_no", Kind::identifier), column("name"), column("origin", Kind::month),
                  column("item"), column("was", Kind::money), column("is", Kind::money), column("amount", Kind::money)},
      .total_label = locale::text("word.total"),
      .created = session.now()};
  header.columns.back().total = true;
  writer->begin(header);
  for (const usecase::WaitingAdjustment& one : waiting) {
    const domain::Adjustment& adjustment = one.adjustment;
    const std::string name = people ? locale::label(adjustment.label) : std::string{};
    writer->row(std::vector<Cell>{one.employee_no, one.name, adjustment.origin, name.empty() ? adjustment.item : name,
                                  adjustment.was, adjustment.is, adjustment.amount()});
  }
  writer->end();
  return 0;
}

void declare(Words& words, Options& options) {
  words.option("--month", options.month, "MONTH", "The open month that would pay; the first one where none is given");
  words.explain(
      "Lists what late facts about closed months change, item by item: what was paid for it, what it comes to "
      "by all that is known now. Nothing is written: the run of the open month pays it. Silent where nothing "
      "waits.");
  words.example("svcadm payroll adjust");
  words.example("svcadm payroll adjust --month 2026-11 --format csv");
}

}  // namespace

Verb payroll_adjust() {
  return verb<Options>("adjust", "List what late facts change about closed months", declare, Needs::reading, run);
}

}  // namespace svcadm::cmd
