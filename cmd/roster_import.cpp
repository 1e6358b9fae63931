// svcadm roster import: a month's roster from a file.

#include "base/error.hpp"
#include "cmd/columns.hpp"
#include "cmd/import_words.hpp"
#include "cmd/verbs.hpp"
#include "tabular/writer.hpp"
#include "usecase/office.hpp"
#include "usecase/roster.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  ImportOptions import;
  std::optional<std::string> month;
};

void declare(Words& words, Options& options) {
  declare_import(words, options.import);
  words.option("--month", options.month, "MONTH", "The month of the roster");
  words.explain(
      "The sheet has a row for each person and a column for each day of the month, 1 to 31, with a shift "
      "code in each cell; a blank cell says nothing.  A file with columns for employee, date and shift is "
      "read too.  All or nothing, unless --keep-good.");
  words.example("svcadm roster import 10月排班.csv --month 2026-10");
}

/// The sheet with days across: nobody keeps a roster line by line.
void print_sheet_template(Session& session) {
  const regulation::Layout& layout = usecase::import_layout("roster");
  const auto& examples = layout.examples;
  tabular::Header header{.name = "roster.template", .columns = {}};
  for (const tabular::Field& field : layout.sheet.fields) {
    if (field.key != "employee_no" && field.key != "name") continue;
    header.columns.push_back({.key = field.key, .heading = field.aliases.front()});
  }
  std::vector<tabular::Cell> example{examples.at("employee_no"), std::string{}};
  for (int day = 1; day <= 31; ++day) {
    header.columns.push_back({.key = std::to_string(day), .heading = std::to_string(day)});
    example.emplace_back(day == 1 ? examples.at("shift") : std::string{});
  }
  write_template(session, header, example);
}

int run(const Options& options, Session& session) {
  if (options.import.print_template) {
    print_sheet_template(session);
    return 0;
  }
  if (!options.month) throw Error{Failure::usage, Message{"problem.usage.word-missing", {"--month"}}};
  const auto request = read_import(options.import);
  auto& office = session.office();
  const Month month = read_month(*options.month, session.present());
  const auto outcome =
      bring_in(session, options.import, [&] { return usecase::import_roster(office, request, month); });
  std::string ignored;
  for (const std::string& heading : outcome.ignored) ignored += (ignored.empty() ? "" : ", ") + heading;
  if (!ignored.empty()) session.note({"import.columns-ignored", {ignored}});
  print_batch(session, outcome.batch);
  return conclude_rejects(session, options.import, outcome.rejects);
}

}  // namespace

Verb roster_import() {
  return verb<Options>("import", "Bring in a month's roster from a file", declare, Needs::writing, run);
}

}  // namespace svcadm::cmd
