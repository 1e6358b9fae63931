#include "cmd/import_words.hpp"

#include <filesystem>
#include <ostream>
#include <utility>

#include "base/error.hpp"
#include "cmd/columns.hpp"
#include "locale/catalogue.hpp"
#include "tabular/writer.hpp"

namespace svcadm::cmd {

void declare_import(Words& words, ImportOptions& options) {
  words.argument("FILE", options.file, "The file; - is the standard input");
  declare_import_options(words, options);
}

void declare_import_options(Words& words, ImportOptions& options) {
  words.option("--map", options.map, "FIELD=COLUMN", "The column with this heading is that field");
  words.option("--encoding", options.encoding, "NAME", "Encoding of the file").choices({"auto", "utf-8", "gb18030"});
  words.option("--rejects", options.rejects, "FILE", "Write the lines that were not taken here, with the reason");
  words.flag("--keep-good", options.keep_good, "Take the good lines of a file that has bad ones");
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
  request.keep_good = options.keep_good;
  request.encoding = tabular::parse_encoding(options.encoding).value_or(tabular::Encoding::automatic);
  return request;
}

void write_template(Session& session, const tabular::Header& header, const std::vector<tabular::Cell>& example) {
  // A file to fill in is never a table.
  const auto& options = session.options;
  const tabular::WriterOptions writing{.excel = options.excel};
  const auto writer = options.format() != tabular::Format::table ? session.writer()
                      : options.output ? tabular::make_file_writer(tabular::Format::csv, *options.output, writing)
                                       : tabular::make_writer(tabular::Format::csv, session.out, writing);
  writer->begin(header);
  writer->row(example);
  writer->end();
}

void print_template(Session& session, const std::string& layout) {
  const regulation::Layout& shipped = usecase::import_layout(layout);
  if (shipped.kind == regulation::Layout::Kind::device) {
    if (session.options.output) throw Error{Failure::usage, Message{"import.template-is-text", {layout}}};
    session.out << shipped.example << '\n';
    return;
  }
  tabular::Header header{.name = layout + ".template", .columns = {}};
  std::vector<tabular::Cell> example;
  for (const tabular::Field& field : shipped.sheet.fields) {
    header.columns.push_back({.key = field.key, .heading = field.aliases.empty() ? field.key : field.aliases.front()});
    const auto cell = shipped.examples.find(field.key);
    example.emplace_back(cell == shipped.examples.end() ? std::string{} : cell->second);
  }
  write_template(session, header, example);
}

void check_rejects(const Session& session, const ImportOptions& options) {
  if (!options.rejects) return;
  session.check_output(*options.rejects);
  std::error_code ignored;
  if (std::filesystem::equivalent(*options.rejects, options.file, ignored)) {
    throw Error{Failure::usage, Message{"output.is-input", {*options.rejects}}};
  }
}

namespace {

void write_lines(const std::string& file, const usecase::Rejects& rejects) {
  tabular::Header header{.name = "import.rejects",
                         .columns = {column("line", tabular::Kind::number), column("reason")}};
  for (const std::string& heading : rejects.headings) header.columns.push_back({.key = heading, .heading = heading});
  const auto writer = tabular::make_file_writer(tabular::Format::csv, file, {});
  writer->begin(header);
  for (const usecase::RejectedLine& line : rejects.lines) {
    std::string reason;
    for (const Problem& problem : line.problems) {
      reason += (reason.empty() ? "" : "; ") + locale::say(problem.message);
    }
    // What is wrong with the whole file stands in no line.
    std::vector<tabular::Cell> cells{line.line > 0 ? tabular::Cell{std::int64_t{line.line}} : tabular::Cell{},
                                     std::move(reason)};
    for (std::size_t i = 0; i < rejects.headings.size(); ++i) {
      cells.push_back(i < line.cells.size() ? text_cell(line.cells[i]) : tabular::Cell{});
    }
    writer->row(cells);
  }
  writer->end();
}

}  // namespace

void write_rejects(const Session& session, const ImportOptions& options, const usecase::Rejects& rejects,
                   const std::vector<Problem>& said) {
  if (!options.rejects || rejects.lines.empty() || session.options.dry_run) return;
  try {
    write_lines(*options.rejects, rejects);
  } catch (const Error& error) {
    std::vector<Problem> problems = said;
    problems.insert(problems.end(), error.problems().begin(), error.problems().end());
    throw Error{error.failure(), std::move(problems)};
  }
}

int conclude_rejects(Session& session, const ImportOptions& options, const usecase::Rejects& rejects) {
  constexpr std::size_t most = 5;
  const std::size_t count = rejects.lines.size();
  for (std::size_t i = 0; i < count && i < most && !options.rejects; ++i) {
    const usecase::RejectedLine& line = rejects.lines[i];
    session.note({"import.rejected-line", {std::int64_t{line.line}, locale::say(line.problems.front().message)}});
  }
  if (count > most && !options.rejects) {
    session.note({"import.rejected-more", {static_cast<std::int64_t>(count - most)}});
  }
  return options.keep_good && count > 0 ? static_cast<int>(Failure::check_found) : 0;
}

void print_batch(Session& session, const store::ImportBatch& batch) {
  if (batch.encoding != "utf-8") session.note({"import.encoding", {batch.file, batch.encoding}});
  const char* id = batch.imported > 0 ? "import.done" : "import.nothing-new";
  session.out << locale::say(Message{id, {batch.file, batch.read, batch.imported, batch.known}}) << '\n';
  if (batch.rejected > 0) session.note({"import.rejected", {batch.rejected}});
}

}  // namespace svcadm::cmd
