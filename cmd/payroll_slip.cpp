// svcadm payroll slip: what somebody is paid, with the reason and the clause of each line; on paper a page each.

#include <algorithm>

#include <fmt/format.h>

#include "base/suggestion.hpp"
#include "base/text.hpp"
#include "cmd/columns.hpp"
#include "cmd/payroll.hpp"
#include "locale/catalogue.hpp"
#include "usecase/office.hpp"
#include "usecase/payroll.hpp"

namespace svcadm::cmd {

namespace {

using tabular::Cell;
using tabular::Kind;

constexpr int width = 80;
constexpr int least_reason = 24;  // columns of a terminal

struct Options {
  std::string person;
  bool all = false;
  std::string month;
  std::string run;
};

/// Why a line is what it is, each reason with its clause.  Of what is earned the steps are enough; of what is taken,
/// lost or adjusted the days and articles below them are told too.
void add_reasons(const std::vector<domain::Ground>& grounds, bool days, std::vector<std::string>& reasons) {
  for (const domain::Ground& ground : grounds) {
    reasons.push_back(locale::say(ground.message) + citation(ground.cite));
    if (days || ground.message.id == "ground.adjustment") add_reasons(ground.because, days, reasons);
  }
}

std::vector<std::string> reasons_of(const usecase::ExplainedLine& line) {
  std::vector<std::string> reasons;
  add_reasons(line.grounds, line.amount <= Money{}, reasons);
  return reasons;
}

std::string joined(const std::vector<std::string>& parts, const char* by) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : by) + part;
  return text;
}

tabular::Header slip_header(Session& session, const usecase::ExplainedPay& slip) {
  const store::PayRow& row = slip.row;
  const domain::PaySheet& sheet = row.sheet;
  const std::string run = slip.run.name();
  const std::string place = row.post.empty() ? row.department : row.department + "  " + row.post;
  tabular::Header header{
      .title = locale::text("title.payroll-slip"),
      .subtitle = session.office().company() + "  " + to_string(row.month),
      .about = {locale::say(Message{"slip.person", {row.employee_no, row.name, place}}),
                locale::say(Message{"slip.time",
                                    {std::int64_t{row.month_workdays}, sheet.due, sheet.present,
                                     std::int64_t{sheet.late_count}, all_leave(sheet), sheet.absent}}),
                locale::say(
                    Message{slip.run.closed() ? "slip.closed" : "slip.draft", {row.month, run, row.regulation}})},
      .columns = {column("item"), column("amount", Kind::money), column("reason")},
      .total_label = locale::text("column.payable"),
      .signatures = {locale::text("signature.prepared"), locale::text("signature.received")},
      .created = session.now()};
  if (slip.unsigned_regulation) header.about.push_back(locale::text("explain.unsigned"));
  return header;
}

/// A terminal has no room for sentences: they go on below.
void terminal_rows(const usecase::ExplainedPay& slip, tabular::Writer& writer) {
  int names = display_width(locale::text("column.item"));
  int amounts = display_width(locale::text("column.amount"));
  for (const usecase::ExplainedLine& line : slip.lines) {
    names = std::max(names, display_width(line_name(line)));
    amounts = std::max(amounts, display_width(to_string(line.amount)));
  }
  amounts = std::max(amounts, display_width(to_string(slip.row.sheet.payable)));
  names = std::max(names, display_width(locale::text("column.payable")));
  const int room = std::max(least_reason, width - names - amounts - 4);
  for (const usecase::ExplainedLine& line : slip.lines) {
    Cell name = line_name(line);
    Cell amount = line.amount;
    for (const std::string& reason : reasons_of(line)) {
      for (const std::string& part : wrap(reason, room)) {
        writer.row(std::vector<Cell>{std::exchange(name, {}), std::exchange(amount, {}), part});
      }
    }
  }
}

void print_for_people(Session& session, const std::vector<usecase::ExplainedPay>& slips) {
  const auto writer = session.writer();
  bool first = true;
  for (const usecase::ExplainedPay& slip : slips) {
    tabular::Header header = slip_header(session, slip);
    header.columns[1].total = true;
    first ? writer->begin(header) : writer->next(header);
    first = false;
    if (session.options.format() == tabular::Format::table) {
      terminal_rows(slip, *writer);
      continue;
    }
    for (const usecase::ExplainedLine& line : slip.lines) {
      writer->row(std::vector<Cell>{line_name(line), line.amount, joined(reasons_of(line), "\n")});
    }
  }
  writer->end();
}

void print_as_data(Session& session, const std::vector<usecase::ExplainedPay>& slips) {
  const bool people = for_people(session);
  const auto writer = session.writer();
  writer->begin({.title = locale::text("title.payroll-slip"),
                 .subtitle = slips.empty() ? std::string{} : to_string(slips.front().row.month),
                 .name = "payroll.slip",
                 .columns = {column("employee_no", Kind::identifier), column("name"), column("department"),
                             column("month", Kind::month), column("run", Kind::identifier),
                             column("closed", Kind::flag), column("item"), column("amount", Kind::money),
                             column("clause"), column("reason"), column("unsigned", Kind::flag)},
                 .created = session.now()});
  for (const usecase::ExplainedPay& slip : slips) {
    for (const usecase::ExplainedLine& line : slip.lines) {
      writer->row(std::vector<Cell>{slip.row.employee_no, slip.row.name, slip.row.department, slip.row.month,
                                    slip.run.name(), slip.run.closed(), people ? line_name(line) : line.item,
                                    line.amount, text_cell(clauses_of(line)), joined(reasons_of(line), "; "),
                                    slip.unsigned_regulation});
    }
  }
  writer->end();
}

std::vector<usecase::ExplainedPay> slips_of(const Options& options, Session& session) {
  const std::string month = options.month.empty() && options.run.empty() ? "last" : options.month;
  const auto choice = read_run_choice(options.run, month, session);
  if (options.all) return usecase::pay_slips(session.office(), choice);
  auto pay = usecase::explain_pay(session.office(), options.person, choice);
  if (!pay.row.carried_as.empty()) {
    throw Error{Failure::conflict, Message{"payroll.no-slip", {pay.row.employee_no, pay.row.name, pay.run.name()}},
                suggest("svcadm payroll explain {} --run {}", pay.row.employee_no, pay.run.name())};
  }
  return {std::move(pay)};
}

int run(const Options& options, Session& session) {
  if (options.all != options.person.empty()) throw Error{Failure::usage, Message{"payroll.person-or-all", {}}};
  const auto slips = slips_of(options, session);
  const tabular::Format format = session.options.format();
  if (format == tabular::Format::table || format == tabular::Format::html) {
    if (!slips.empty()) print_for_people(session, slips);
  } else {
    print_as_data(session, slips);
  }
  return 0;
}

void declare(Words& words, Options& options) {
  words.argument("PERSON", options.person, "Number or name");
  words.flag("--all", options.all, "Everybody whom the month pays");
  words.option("--month", options.month, "MONTH", "The month; the last one where none is given");
  words.option("--run", options.run, "RUN", "A run by its number, such as PR4");
  words.explain(
      "What somebody is paid, line by line with the reason and the clause. With --format html each slip is a "
      "page of A4, to be signed.");
  words.example("svcadm payroll slip 1003 --month 2026-10");
  words.example("svcadm payroll slip --all --month 2026-10 --format html --output slips.html");
}

}  // namespace

Verb payroll_slip() {
  return verb<Options>("slip", "Print what somebody is paid, with its reasons", declare, Needs::reading, run);
}

}  // namespace svcadm::cmd
