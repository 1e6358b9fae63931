#include "cmd/shared_options.hpp"

#include "base/error.hpp"

namespace svcadm::cmd {

tabular::Format SharedOptions::format() const {
  return tabular::parse_format(format_code).value_or(tabular::Format::table);
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
  words.option("--format", options.format_code, "FORMAT", "How the result is written")
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
    problems.push_back({.message = {"problem.usage.output-needed", {options.format_code}}});
  }
  if (options.wait && *options.wait < 0) {
    problems.push_back({.message = {"problem.usage.whole-number", {"--wait", std::to_string(*options.wait)}}});
  }
  if (!problems.empty()) throw Error{Failure::usage, std::move(problems)};
}

}  // namespace svcadm::cmd
