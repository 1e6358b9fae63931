#include "cmd/shared_options.hpp"

#include <filesystem>

#include "base/error.hpp"
#include "base/text.hpp"

namespace svcadm::cmd {

namespace {

/// The format a file's name ends with: x.csv, x.json, x.xlsx, x.html.
std::optional<tabular::Format> format_of_name(const std::string& file) {
  const std::string end = fold(std::filesystem::path{file}.extension().string());
  return end.empty() ? std::nullopt : tabular::parse_format(std::string_view{end}.substr(1));
}

/// What is asked for by --format, or by the name of --output.
std::optional<tabular::Format> named_format(const SharedOptions& options) {
  if (options.format_code) return tabular::parse_format(*options.format_code);
  return options.output ? format_of_name(*options.output) : std::nullopt;
}

}  // namespace

tabular::Format SharedOptions::format() const {
  return named_format(*this).value_or(excel ? tabular::Format::csv : tabular::Format::table);
}

std::optional<locale::Language> SharedOptions::lang() const {
  if (!lang_code) return std::nullopt;
  return *lang_code == "zh" ? locale::Language::zh : locale::Language::en;
}

void declare_shared(Words& words, SharedOptions& options) {
  words.option("--db", options.db, "FILE", "The office file; else SVCADM_DB, else ./office.db");
  words.option("--as-of", options.as_of, "TIME",
               "Answer as of this time instead of now; a bare day is its last second");
  words.option("--by", options.by, "PERSON", "Act for this person (needs the role delegate)");
  words
      .option("--format", options.format_code, "FORMAT",
              "How the result is written; else as the end of --output's name says")
      .choices({"table", "csv", "json", "xlsx", "html"});
  words.option("--output", options.output, "FILE", "Write the result to this file");
  words.flag("--dry-run", options.dry_run, "Do everything except keep it");
  words.option("--lang", options.lang_code, "LANG", "Language of what is said").choices({"en", "zh"});
  words.flag("--excel", options.excel, "CSV for Excel: Chinese headings, BOM and CRLF");
  words.flag("--wide", options.wide, "All columns, however wide the table becomes");
  words.option("--columns", options.columns, "A,B,...", "These columns, by key").by_commas();
  words.option("--wait", options.wait, "SECONDS", "How long to wait while another command writes");
  words.flag("--help", options.help, "Print help; after a noun or a verb, its help");
  words.flag("--version", options.version, "Print the version");
}

void check_shared(const SharedOptions& options) {
  std::vector<Problem> problems;
  if (options.format() == tabular::Format::xlsx && !options.output) {
    problems.push_back({.message = {"problem.usage.output-needed", {*options.format_code}}});
  }
  if (options.excel && options.format() != tabular::Format::csv) {
    problems.push_back(
        {.message = {"problem.usage.excel-is-csv", {options.format_code ? *options.format_code : *options.output}}});
  }
  if (options.wait && *options.wait < 0) {
    problems.push_back({.message = {"problem.usage.whole-number", {"--wait", std::to_string(*options.wait)}}});
  }
  if (!problems.empty()) throw Error{Failure::usage, std::move(problems)};
}

}  // namespace svcadm::cmd
