// svcadm clock-in import: files of clocks, of the telephone platform, and of people.

#include <filesystem>

#include <algorithm>

#include <fmt/format.h>

#include "cmd/clock_in.hpp"
#include "cmd/columns.hpp"
#include "cmd/import_words.hpp"
#include "tabular/writer.hpp"
#include "usecase/clock_in_import.hpp"
#include "usecase/office.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  ImportOptions import;
  std::optional<std::string> layout;
  std::optional<std::string> rejects;
  bool keep_good = false;
  bool strict = false;
};

void declare(Words& words, Options& options) {
  declare_import(words, options.import);
  words.option("--layout", options.layout, "NAME", "The form of the file; else its name must tell")
      .choices({"csv", "zkteco-usb", "zkteco-push", "agent-log"});
  words.option("--rejects", options.rejects, "FILE", "Write the lines that were not taken here, with the reason");
  words.flag("--keep-good", options.keep_good, "Take the good lines of a file that has bad ones");
  words.flag("--strict", options.strict, "Take nothing of a device's file that has one bad line");
  words.explain(
      "Files of clocks and of the telephone platform are evidence: they go in line by line, and damaged "
      "lines are put aside.  A file that people made is all or nothing.  What is there already stays as it "
      "is, so a file may be imported twice, and files may overlap.");
  words.example("svcadm clock-in import 1_attlog.dat --rejects rejects.csv");
  words.example("svcadm clock-in import push.txt --layout zkteco-push");
  words.example("svcadm clock-in import 坐席日志.csv --layout agent-log");
}

/// The lines that were not taken, in a form that can be mended and imported again.
void write_rejects(const std::string& path, const usecase::PunchImportOutcome& outcome) {
  tabular::Header header{.name = "clock-in.rejects",
                         .columns = {column("line", tabular::Kind::number), column("reason")}};
  for (const std::string& heading : outcome.headings) header.columns.push_back({.key = heading, .heading = heading});
  const auto writer = tabular::make_file_writer(tabular::Format::csv, path, {});
  writer->begin(header);
  for (const usecase::RejectedLine& line : outcome.rejected) {
    std::string reason;
    for (const Problem& problem : line.problems) {
      reason += (reason.empty() ? "" : "; ") + locale::say(problem.message);
    }
    std::vector<tabular::Cell> cells{std::int64_t{line.line}, std::move(reason)};
    for (std::size_t i = 0; i < outcome.headings.size(); ++i) {
      cells.push_back(i < line.cells.size() ? text_cell(line.cells[i]) : tabular::Cell{});
    }
    writer->row(cells);
  }
  writer->end();
}

void print_summary(Session& session, const usecase::PunchImportOutcome& outcome) {
  using tabular::Kind;
  const auto writer = session.writer();
  writer->begin({.title = locale::text("Import"),
                 .name = "clock-in.import",
                 .columns = {column("file"), column("layout"), column("encoding"), column("lines", Kind::number),
                             column("imported", Kind::number), column("already_known", Kind::number),
                             column("rejected", Kind::number), column("unassigned", Kind::number)},
                 .created = session.now()});
  const store::ImportBatch& batch = outcome.batch;
  writer->row(std::vector<tabular::Cell>{batch.file, batch.layout, batch.encoding, batch.read, batch.imported,
                                         batch.known, batch.rejected,
                                         static_cast<std::int64_t>(outcome.unassigned.size())});
  writer->end();
}

void note_unassigned(Session& session, const store::UnassignedNumber& number) {
  const std::string kind = store::to_key(number.kind);
  session.note({"clock-in.unassigned",
                {Term{"number." + kind}, number.text, number.punches, date_of(number.first), date_of(number.last)}});
  session.note({"note.way-out",
                {fmt::format("svcadm employee change PERSON --{}-number {} --from {}", kind, number.text,
                             to_string(date_of(number.first)))}});
}

/// The bad lines by reason, one line of note each.
void note_rejected(Session& session, const Options& options, const usecase::PunchImportOutcome& outcome) {
  if (outcome.rejected.empty() || options.rejects) return;
  constexpr std::size_t most = 5;
  for (std::size_t i = 0; i < outcome.rejected.size() && i < most; ++i) {
    const usecase::RejectedLine& line = outcome.rejected[i];
    session.note({"clock-in.rejected-line", {std::int64_t{line.line}, locale::say(line.problems.front().message)}});
  }
  if (outcome.rejected.size() > most) {
    session.note({"clock-in.rejected-more", {static_cast<std::int64_t>(outcome.rejected.size() - most)}});
  }
}

int run(const Options& options, Session& session) {
  if (options.import.print_template) {
    print_template(session, options.layout == "agent-log" ? "agent-log" : "punch");
    return 0;
  }
  if (options.rejects) {
    session.check_output(*options.rejects);
    std::error_code ignored;
    if (std::filesystem::equivalent(*options.rejects, options.import.file, ignored)) {
      throw Error{Failure::usage, Message{"output.is-input", {*options.rejects}}};
    }
  }
  const usecase::PunchImport import{.request = read_import(options.import),
                                    .layout = options.layout.value_or(""),
                                    .keep_good = options.keep_good,
                                    .strict = options.strict};
  const auto outcome = usecase::import_punches(session.office(), import);
  if (options.rejects && !outcome.rejected.empty() && !session.options.dry_run) write_rejects(*options.rejects, outcome);
  print_summary(session, outcome);
  if (outcome.batch.imported == 0) session.note({"clock-in.nothing-new", {outcome.batch.file}});
  note_rejected(session, options, outcome);
  for (const store::UnassignedNumber& number : outcome.unassigned) note_unassigned(session, number);
  const bool incomplete = options.keep_good && !outcome.rejected.empty();
  return incomplete ? static_cast<int>(Failure::check_found) : 0;
}

}  // namespace

Verb clock_in_import() {
  return verb<Options>("import", "Bring in punches or online time from a file", declare, Needs::writing, run);
}

}  // namespace svcadm::cmd
