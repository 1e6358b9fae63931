// svcadm regulation sign, signed: who has acknowledged a regulation.

#include <ostream>

#include "cmd/columns.hpp"
#include "cmd/regulation.hpp"
#include "tabular/writer.hpp"
#include "usecase/office.hpp"
#include "usecase/regulation_signature.hpp"

namespace svcadm::cmd {

namespace {

struct SignOptions {
  std::string code;
  std::string person;
  std::optional<std::string> on;
  std::optional<int> edition;
  std::string paper;
};

struct SignedOptions {
  std::string code;
};

void declare_sign(Words& words, SignOptions& options) {
  words.argument("CODE", options.code, "Code of the regulation").required();
  words.argument("PERSON", options.person, "Who has signed: a number or a name").required();
  words.option("--on", options.on, "DATE", "The day of the signature; else today");
  words.option("--edition", options.edition, "N", "The edition that was signed; else the newest");
  words.option("--paper", options.paper, "NO", "Number of the signed paper");
  words.example("svcadm regulation sign CODE 1001 --on 2026-09-01 --paper QS-17");
}

void declare_signed(Words& words, SignedOptions& options) {
  words.argument("CODE", options.code, "Code of the regulation").required();
  words.example("svcadm regulation signed CODE");
}

int run_sign(const SignOptions& options, Session& session) {
  auto& office = session.office();
  const Date on = options.on ? read_day(*options.on, session.present()) : office.today();
  const auto outcome =
      usecase::sign_regulation(office, {options.code, options.person, on, options.edition, options.paper});
  session.out << locale::say(
                     Message{outcome.known ? "regulation.sign-same" : "regulation.signed",
                             {outcome.employee_no, outcome.name, outcome.code, std::int64_t{outcome.edition}, on}})
              << '\n';
  return 0;
}

const char* state_key(const usecase::SignedRow& row) {
  if (!row.edition) return "unsigned";
  return row.newest ? "newest" : "older";
}

int run_signed(const SignedOptions& options, Session& session) {
  using tabular::Kind;
  const auto rows = usecase::list_signed(session.office(), options.code);
  const auto writer = session.writer();
  writer->begin({.title = locale::text("Signatures"),
                 .subtitle = options.code,
                 .name = "regulation.signed",
                 .columns = {column("employee_no", Kind::identifier), column("name"), column("department"),
                             column("edition", Kind::number), column("signed_on", Kind::date), column("state")},
                 .created = session.now()});
  for (const auto& row : rows) {
    const std::string state = state_key(row);
    writer->row(std::vector<tabular::Cell>{row.employee_no, row.name, row.department,
                                           row.edition ? tabular::Cell{std::int64_t{*row.edition}} : tabular::Cell{},
                                           optional_cell(row.on),
                                           for_people(session) ? locale::say(Arg{Term{"signature." + state}}) : state});
  }
  writer->end();
  return 0;
}

}  // namespace

Verb regulation_sign() {
  return verb<SignOptions>("sign", "Record that somebody has signed a regulation", declare_sign, Needs::writing,
                           run_sign);
}

Verb regulation_signed() {
  return verb<SignedOptions>("signed", "List who has signed which edition, and who has not", declare_signed,
                             Needs::reading, run_signed);
}

}  // namespace svcadm::cmd
