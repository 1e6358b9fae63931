// svcadm regulation coverage: how much of the rule catalogue the shipped regulations carry.

#include "base/error.hpp"
#include "cmd/columns.hpp"
#include "cmd/regulation.hpp"
#include "tabular/writer.hpp"
#include "usecase/coverage.hpp"
#include "usecase/regulations.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::string regulation;
  std::string area;
  bool missing = false;
  bool check = false;
};

void declare(Words& words, Options& options) {
  words.option("--regulation", options.regulation, "CODE", "Only the rules of this regulation");
  words.option("--area", options.area, "AREA", "Only the rules of this area of the catalogue");
  words.flag("--missing", options.missing, "List the rules that are not carried, or not read, instead of counting");
  words.flag("--check", options.check, "Status 1 where a rule is not carried, or not read");
  words.explain(
      "Needs no office. A rule is carried when an entry of a shipped regulation names it; it is read when "
      "what the program computes by differs without that entry. Norms are counted apart.");
  words.example("svcadm regulation coverage");
  words.example("svcadm regulation coverage --area attendance --missing");
}

void print_counts(Session& session, const usecase::Coverage& coverage) {
  using tabular::Kind;
  const auto writer = session.writer();
  writer->begin(
      {.title = locale::text("Rules carried"),
       .name = "regulation.coverage",
       .columns = {column("by"), column("group", Kind::identifier), column("rules", Kind::number),
                   column("carried", Kind::number), column("read", Kind::number), column("percent", Kind::number),
                   column("norms", Kind::number), column("norms_carried", Kind::number)},
       .created = session.now()});
  for (const auto& row : coverage.rows) {
    writer->row(std::vector<tabular::Cell>{for_people(session) ? locale::say(Arg{Term{"coverage." + row.by}}) : row.by,
                                           text_cell(row.group), std::int64_t{row.rules}, std::int64_t{row.carried},
                                           std::int64_t{row.read},
                                           row.rules > 0 ? tabular::Cell{std::int64_t{row.percent()}} : tabular::Cell{},
                                           std::int64_t{row.norms}, std::int64_t{row.norms_carried}});
  }
  writer->end();
}

void print_missing(Session& session, const usecase::Coverage& coverage) {
  using tabular::Kind;
  const auto writer = session.writer();
  writer->begin({.title = locale::text("Rules not carried"),
                 .name = "regulation.coverage.missing",
                 .columns = {column("rule", Kind::identifier), column("regulation", Kind::identifier), column("area"),
                             column("kind"), column("carried", Kind::flag)},
                 .created = session.now()});
  for (const auto& rule : coverage.missing) {
    writer->row(std::vector<tabular::Cell>{rule.id, rule.regulation, rule.area, rule.kind, rule.carried});
  }
  writer->end();
}

int run(const Options& options, Session& session) {
  const auto coverage = usecase::measure_coverage({usecase::typed_code(options.regulation), options.area});
  if (options.missing) {
    print_missing(session, coverage);
  } else {
    print_counts(session, coverage);
  }
  if (coverage.repeated > 0) session.note({"note.coverage.repeated", {std::int64_t{coverage.repeated}}});
  return options.check && !coverage.missing.empty() ? static_cast<int>(Failure::check_found) : 0;
}

}  // namespace

Verb regulation_coverage() {
  return verb<Options>("coverage", "Count the catalogue's rules that the shipped regulations carry", declare,
                       Needs::nothing, run);
}

}  // namespace svcadm::cmd
