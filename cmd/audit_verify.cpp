// svcadm audit verify: whether the file is as it was written.

#include <ostream>

#include "base/error.hpp"
#include "cmd/audit.hpp"
#include "cmd/columns.hpp"
#include "cmd/progress.hpp"
#include "tabular/writer.hpp"
#include "usecase/audit.hpp"
#include "usecase/office.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::optional<std::string> head;
  std::optional<int> count;
};

void declare(Words& words, Options& options) {
  words.option("--head", options.head, "HASH", "A hash that was kept: it must still be in the chain");
  words.option("--count", options.count, "N", "How many events there were then");
  words.explain(
      "Recomputes the hash of every event and the digests of all rows that each has written, and compares "
      "the schema with the program's. Ends with status 1 where something differs. svcadm-audit(7) says what "
      "can be found and what cannot: events cut off at the end only with --head or --count, as they stand on "
      "printed reports and are said at each close and backup.");
  words.example("svcadm audit verify");
  words.example("svcadm audit verify --count 4711 --head 9f86d081884c7d65");
}

const char* finding_key(store::AuditFinding::Kind kind) {
  using enum store::AuditFinding::Kind;
  switch (kind) {
    case chain: return "chain";
    case cut_off: return "cut-off";
    case rows: return "rows";
    case schema_missing: return "schema-missing";
    case schema_changed: return "schema-changed";
    case schema_foreign: return "schema-foreign";
  }
  return "";
}

std::string range(const store::AuditFinding& finding) {
  return finding.first == finding.last ? finding.first : finding.first + " .. " + finding.last;
}

int run(const Options& options, Session& session) {
  store::KnownHead known;
  if (options.head) known.hash = usecase::read_hash(*options.head);
  if (options.count) known.events = from_one("--count", *options.count);
  const auto report = watched(session, [&] { return usecase::verify_audit(session.office(), known); });
  const bool as_sentence = session.options.format() == tabular::Format::table && !session.options.output;
  if (report.findings.empty() && as_sentence) {
    session.out << locale::say(Message{"audit.sound", {report.head.events, report.head.hash}}) << '\n';
    return 0;
  }
  print_findings(session, report.findings);
  return report.findings.empty() ? 0 : static_cast<int>(Failure::check_found);
}

}  // namespace

void print_findings(Session& session, const std::vector<store::AuditFinding>& findings) {
  using tabular::Cell;
  using tabular::Kind;
  const auto writer = session.writer();
  writer->begin({.title = locale::text("Audit findings"),
                 .name = "audit.verify",
                 .columns = {column("event", Kind::number), column("table", Kind::identifier), column("finding"),
                             column("rows_written", Kind::number), column("rows_found", Kind::number),
                             column("range", Kind::identifier)},
                 .created = session.now()});
  for (const auto& finding : findings) {
    using enum store::AuditFinding::Kind;
    const bool counted = finding.kind == rows || (finding.kind == cut_off && finding.claimed > 0);
    const std::string key = finding_key(finding.kind);
    writer->row(std::vector<Cell>{finding.event > 0 ? Cell{finding.event} : Cell{}, text_cell(finding.table),
                                  for_people(session) ? locale::say(Arg{Term{"audit." + key}}) : key,
                                  counted ? Cell{finding.claimed} : Cell{}, counted ? Cell{finding.found} : Cell{},
                                  text_cell(range(finding))});
  }
  writer->end();
}

int from_one(const std::string& option, int number) {
  if (number < 1) throw Error{Failure::usage, Message{"audit.from-one", {option, std::int64_t{number}}}};
  return number;
}

Message head_note(usecase::Office& office) {
  const auto head = usecase::chain_head(office);
  return {"note.audit.head", {head.events, head.hash}};
}

Message chain_footer(usecase::Office& office) {
  const auto head = usecase::chain_head(office);
  return {"footer.chain", {head.events, head.hash}};
}

Verb audit_verify() {
  return verb<Options>("verify", "Check that nothing was changed behind svcadm's back", declare, Needs::reading, run);
}

}  // namespace svcadm::cmd
