#include "cmd/import_words.hpp"

#include <ostream>

#include "base/error.hpp"
#include "locale/catalogue.hpp"
#include "tabular/writer.hpp"

namespace svcadm::cmd {

void declare_import(Words& words, ImportOptions& options) {
  words.argument("FILE", options.file, "The file; - is the standard input");
  words.option("--map", options.map, "FIELD=COLUMN", "The column with this heading is that field");
  words.option("--encoding", options.encoding, "NAME", "Encoding of the file").choices({"auto", "utf-8", "gb18030"});
  words.flag("--template", options.print_template, "Print an empty file with the columns and an example");
}

usecase::ImportRequest read_import(const ImportOptions& options) {
  std::vector<Problem> problems;
  usecase::ImportRequest request{.path = options.file};
  if (options.file.empty()) problems.push_back({.message = {"problem.usage.word-missing", {"FILE"}}});
  for (const std::string& pair : options.map) {
    const auto equals = pair.find('=');
    if (equals == std::string::npos || equals == 0) {
      problems.push_back({.message = {"problem.usage.map", {pair}}});
    } else {
      request.mappings.push_back({pair.substr(0, equals), pair.substr(equals + 1)});
    }
  }
  if (!problems.empty()) throw Error{Failure::usage, std::move(problems)};
  request.encoding = tabular::parse_encoding(options.encoding).value_or(tabular::Encoding::automatic);
  return request;
}

void print_template(Session& session, const std::string& layout) {
  const regulation::Layout& shipped = usecase::import_layout(layout);
  tabular::Header header{.name = layout + ".template", .columns = {}};
  std::vector<tabular::Cell> example;
  for (const tabular::Field& field : shipped.sheet.fields) {
    header.columns.push_back({.key = field.key, .heading = field.aliases.empty() ? field.key : field.aliases.front()});
    const auto cell = shipped.examples.find(field.key);
    example.emplace_back(cell == shipped.examples.end() ? std::string{} : cell->second);
  }
  const auto writer = tabular::make_writer(tabular::Format::csv, session.out, {.excel = session.options.excel});
  writer->begin(header);
  writer->row(example);
  writer->end();
}

void print_batch(Session& session, const store::ImportBatch& batch) {
  if (batch.encoding != "utf-8") session.note({"import.encoding", {batch.file, batch.encoding}});
  const char* id = batch.imported > 0 ? "import.done" : "import.nothing-new";
  session.out << locale::say(Message{id, {batch.file, batch.read, batch.imported, batch.known}}) << '\n';
}

}  // namespace svcadm::cmd
