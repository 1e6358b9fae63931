#pragma once
// The words that every import of a file people made understands, and what it prints.

#include <optional>
#include <string>
#include <vector>

#include "cmd/progress.hpp"
#include "cmd/session.hpp"
#include "cmd/words.hpp"
#include "usecase/import_request.hpp"

namespace svcadm::cmd {

struct ImportOptions {
  std::string file = {};
  std::vector<std::string> map = {};
  std::string encoding = "auto";
  std::optional<std::string> rejects = {};
  bool keep_good = false;
  bool print_template = false;
};

/// Declares FILE and the options of every import.
void declare_import(Words& words, ImportOptions& options);

/// Declares the options alone, for a verb that has other words besides.
void declare_import_options(Words& words, ImportOptions& options);

/// Failure::usage where no file is named, or a --map is not FIELD=COLUMN.
usecase::ImportRequest read_import(const ImportOptions& options);

/// Failure::usage where the rejects would overwrite the input or the office's file.
void check_rejects(const Session& session, const ImportOptions& options);
/// The lines in a form that can be mended and imported again; no file where there are none, or in a dry run.  Where it
/// cannot be written, `said` is said besides: what would not be known otherwise.
void write_rejects(const Session& session, const ImportOptions& options, const usecase::Rejects& rejects,
                   const std::vector<Problem>& said);

/// The first lines that were not taken, unless --rejects has them all, and the exit status that they make.
int conclude_rejects(Session& session, const ImportOptions& options, const usecase::Rejects& rejects);

/// A file to fill in: headings and one row as an example, to --output where it is named; CSV unless another format is.
void write_template(Session& session, const tabular::Header& header, const std::vector<tabular::Cell>& example);

/// The template of a layout; of a device one line.
void print_template(Session& session, const std::string& layout);

/// What the import did, in one sentence; what its encoding was, where it is not UTF-8.
void print_batch(Session& session, const store::ImportBatch& batch);

/// Brings a file in and writes the lines that are not taken to --rejects, also where they keep all the others out.
template <class Import>
auto bring_in(Session& session, const ImportOptions& options, const Import& import) {
  check_rejects(session, options);
  try {
    auto outcome = watched(session, import);
    write_rejects(session, options, outcome.rejects, {{.message = {"import.rejects-lost"}}});
    return outcome;
  } catch (const usecase::ImportRefused& refused) {
    write_rejects(session, options, refused.rejects(), refused.problems());
    throw;
  }
}

/// Brings in a file that people made and tells of it; gives the exit status.
template <class Import>
int run_import(Session& session, const ImportOptions& options, const Import& import) {
  const auto outcome = bring_in(session, options, import);
  print_batch(session, outcome.batch);
  return conclude_rejects(session, options, outcome.rejects);
}

}  // namespace svcadm::cmd
