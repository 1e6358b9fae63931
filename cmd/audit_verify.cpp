// svcadm audit verify: whether the file is as it was written.

#include <ostream>

#include "base/error.hpp"
#include "cmd/audit.hpp"
#include "cmd/columns.hpp"
#include "tabular/writer.hpp"
#include "usecase/audit.hpp"
#include "usecase/office.hpp"

namespace svcadm::cmd {

namespace {

struct Options {};

void declare(Words& words, Options&) {
  words.explain(
      "Recomputes the hash of every event and the digests of all rows that each has written, and compares "
      "the schema with the program's. Ends with status 1 where something differs. svcadm-audit(7) says what "
      "can be found and what cannot.");
  words.example("svcadm audit verify");
}

const char* finding_key(store::AuditFinding::Kind kind) {
  using enum store::AuditFinding::Kind;
  switch (kind) {
    case chain: return "chain";
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
    const bool rows = finding.kind == store::AuditFinding::Kind::rows;
    const std::string key = finding_key(finding.kind);
    writer->row(std::vector<Cell>{finding.event > 0 ? Cell{finding.event} : Cell{}, text_cell(finding.table),
                                  for_people(session) ? locale::say(Arg{Term{"audit." + key}}) : key,
                                  rows ? Cell{finding.claimed} : Cell{}, rows ? Cell{finding.found} : Cell{},
                                  text_cell(range(finding))});
  }
  writer->end();
}

int run(const Options&, Session& session) {
  const auto report = usecase::verify_audit(session.office());
  const bool as_sentence = session.options.format() == tabular::Format::table && !session.options.output;
  if (report.findings.empty() && as_sentence) {
    session.out << locale::say(Message{"audit.sound", {report.events}}) << '\n';
    return 0;
  }
  print_findings(session, report.findings);
  return report.findings.empty() ? 0 : static_cast<int>(Failure::check_found);
}

}  // namespace

Verb audit_verify() {
  return verb<Options>("verify", "Check that nothing was changed behind svcadm's back", declare, Needs::reading, run);
}

}  // namespace svcadm::cmd
