// svcadm payroll input: what a month's pay needs besides time.

#include <charconv>

#include <fmt/format.h>

#include "cmd/columns.hpp"
#include "cmd/import_words.hpp"
#include "cmd/payroll.hpp"
#include "locale/catalogue.hpp"
#include "usecase/office.hpp"
#include "usecase/pay_inputs.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::string what;
  std::vector<std::string> rest;
  std::string month;
  std::string comment;
  std::string paper;
  std::string reason;
  bool entries = false;
  ImportOptions file = {};
};

/// A kind in the reader's language: our own word, else the regulation's, else its key.
std::string kind_name(const std::string& kind, const Label& label) {
  const std::string id = "term.input." + kind;
  const std::string name = locale::text(id);
  if (name != id) return name;
  const std::string own = locale::label(label);
  return own.empty() ? kind : own;
}

void print_overview(Session& session, const usecase::InputOverview& overview) {
  tabular::Header header{
      .title = locale::text("title.inputs"), .name = "payroll.inputs", .columns = {}, .created = session.now()};
  header.columns.push_back({"employee_no", locale::text("column.employee_no"), tabular::Kind::identifier});
  header.columns.push_back({"name", locale::text("column.name"), tabular::Kind::text});
  for (std::size_t i = 0; i < overview.kinds.size(); ++i) {
    const usecase::InputKind& kind = overview.kinds[i];
    header.columns.push_back({.key = kind.key,
                              .heading = kind_name(kind.key, kind.label),
                              .kind = tabular::Kind::number,
                              .console = overview.scored[i]});
  }
  auto writer = session.writer();
  writer->begin(header);
  for (const auto& row : overview.rows) {
    std::vector<tabular::Cell> cells{row.employee_no, row.name};
    for (const std::string& value : row.values) cells.emplace_back(value);
    writer->row(cells);
  }
  writer->end();
}

void print_records(Session& session, const std::vector<usecase::InputRecord>& records) {
  auto writer = session.writer();
  writer->begin({.title = locale::text("title.inputs"),
                 .name = "payroll.input-entries",
                 .columns = {{"id", locale::text("column.entry"), tabular::Kind::identifier},
                             {"employee_no", locale::text("column.employee_no"), tabular::Kind::identifier},
                             {"name", locale::text("column.name"), tabular::Kind::text},
                             {"kind", locale::text("column.kind"), tabular::Kind::text},
                             {"value", locale::text("column.value"), tabular::Kind::number},
                             {"comment", locale::text("column.comment"), tabular::Kind::text},
                             {"paper", locale::text("column.paper"), tabular::Kind::text}},
                 .created = session.now()});
  for (const usecase::InputRecord& record : records) {
    writer->row(
        std::vector<tabular::Cell>{fmt::format("IN{}", record.row.id), record.employee_no, record.name,
                                   for_people(session) ? kind_name(record.row.kind, record.kind) : record.row.kind,
                                   record.value, record.row.comment, record.row.paper});
  }
  writer->end();
}

std::int64_t read_input_id(const std::string& text) {
  std::string_view digits = text;
  if (digits.starts_with("IN") || digits.starts_with("in")) digits.remove_prefix(2);
  std::int64_t id = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), id);
  if (digits.empty() || error != std::errc{} || end != digits.data() + digits.size()) {
    throw Error{Failure::usage, Message{"input.no-id", {text}}};
  }
  return id;
}

void need(bool given, const char* word) {
  if (!given) throw Error{Failure::usage, Message{"problem.usage.word-missing", {std::string{word}}}};
}

int run(const Options& options, Session& session) {
  auto& office = session.office();
  if (options.what == "withdraw") {
    need(options.rest.size() == 1, "ID");
    need(!options.reason.empty(), "--reason");
    usecase::withdraw_input(office, read_input_id(options.rest[0]), options.reason);
    return 0;
  }
  if (options.what == "import" && options.file.print_template) {
    print_template(session, "payroll-input");
    return 0;
  }
  need(!options.month.empty(), "--month");
  const Month month = read_month(options.month, session.present());
  if (options.what == "list") {
    const std::string person = options.rest.empty() ? "" : options.rest[0];
    if (options.entries || !person.empty()) {
      print_records(session, usecase::input_records(office, month, person));
    } else {
      print_overview(session, usecase::list_inputs(office, month));
    }
    return 0;
  }
  if (options.what == "import") {
    need(options.rest.size() == 1, "FILE");
    ImportOptions import = options.file;
    import.file = options.rest[0];
    const auto request = read_import(import);
    return run_import(session, import, [&] { return usecase::import_inputs(office, month, request); });
  }
  need(options.rest.size() == 2, options.rest.empty() ? "PERSON" : "VALUE");
  const auto ids = usecase::enter_inputs(
      office, month, {{options.rest[0], options.what, options.rest[1], options.comment, options.paper}});
  for (const std::int64_t id : ids) session.out << "IN" << id << '\n';
  return 0;
}

void declare(Words& words, Options& options) {
  words.argument("KIND|list|import|withdraw", options.what, "What is entered, or what to do with entries").required();
  words.argument("WORD", options.rest, "PERSON VALUE; or FILE of import, PERSON of list, ID of withdraw");
  words.option("--month", options.month, "MONTH", "The month it counts for");
  words.option("--comment", options.comment, "TEXT", "A comment; a leader's score needs one");
  words.option("--paper", options.paper, "NO", "Number of the paper; a loss needs one");
  words.option("--reason", options.reason, "TEXT", "Why an entry is taken back");
  declare_import_options(words, options.file);
  words.flag("--entries", options.entries, "List each entry with its number");
  words.explain(
      "Kinds: exam, quality, leader_score (points of 100), orders, returned_orders, wrong_orders, "
      "order_grabbing (pieces), complaint (its severity), loss and contract_bonus (yuan), and those that the "
      "regulation names besides.");
  words.example("svcadm payroll input exam 1003 92 --month 2026-10");
  words.example("svcadm payroll input leader_score 1003 88.5 --comment 'patient with callers' --month 2026-10");
  words.example("svcadm payroll input complaint 1003 minor --paper TS-17 --month 2026-10");
  words.example("svcadm payroll input import scores.csv --month 2026-10");
  words.example("svcadm payroll input list --month 2026-10");
}

}  // namespace

Verb payroll_input() {
  return verb<Options>("input", "Enter scores, orders, complaints, losses and bonuses of a month", declare,
                       Needs::writing, run);
}

}  // namespace svcadm::cmd
