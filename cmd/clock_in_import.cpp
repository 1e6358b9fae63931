// svcadm clock-in import: files of clocks, of the telephone platform, and of people.

#include "usecase/clock_in_import.hpp"
#include "base/suggestion.hpp"
#include "cmd/clock_in.hpp"
#include "cmd/columns.hpp"
#include "cmd/import_words.hpp"
#include "tabular/writer.hpp"
#include "usecase/office.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  ImportOptions import;
  std::optional<std::string> layout;
  std::string device;
  bool strict = false;
};

void declare(Words& words, Options& options) {
  declare_import(words, options.import);
  words.option("--layout", options.layout, "NAME", "The form of the file; else its name must tell")
      .choices({"csv", "zkteco-usb", "zkteco-push", "agent-log"});
  words.option("--device", options.device, "NAME", "The clock that wrote the file, where its lines do not say");
  words.flag("--strict", options.strict, "Take nothing of a device's file that has one bad line");
  words.explain(
      "Files of clocks and of the telephone platform are evidence: they go in line by line, and damaged "
      "lines are put aside.  A file that people made is all or nothing.  What is there already stays as it "
      "is, so a file may be imported twice, and files may overlap.");
  words.example("svcadm clock-in import 1_attlog.dat --rejects rejects.csv");
  words.example("svcadm clock-in import push.txt --layout zkteco-push");
  words.example("svcadm clock-in import 坐席日志.csv --layout agent-log");
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
                {suggest("svcadm employee change PERSON --{}-number {} --from {}", kind, number.text,
                         to_string(date_of(number.first)))}});
}

int run(const Options& options, Session& session) {
  if (options.import.print_template) {
    const std::string layout = options.layout.value_or("csv");
    print_template(session, layout == "csv" ? "punch" : layout);
    return 0;
  }
  const usecase::PunchImport import{.request = read_import(options.import),
                                    .layout = options.layout.value_or(""),
                                    .device = options.device,
                                    .strict = options.strict};
  const auto outcome =
      bring_in(session, options.import, [&] { return usecase::import_punches(session.office(), import); });
  print_summary(session, outcome);
  if (outcome.batch.imported == 0) session.note({"clock-in.nothing-new", {outcome.batch.file}});
  const int status = conclude_rejects(session, options.import, outcome.rejects);
  for (const store::UnassignedNumber& number : outcome.unassigned) note_unassigned(session, number);
  return status;
}

}  // namespace

Verb clock_in_import() {
  return verb<Options>("import", "Bring in punches or online time from a file", declare, Needs::writing, run);
}

}  // namespace svcadm::cmd
