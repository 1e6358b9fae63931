#pragma once
// What every import of a file that people made has in common.

#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "regulation/layout.hpp"
#include "store/office_store.hpp"
#include "tabular/encoding.hpp"
#include "tabular/layout.hpp"
#include "tabular/sheet_reader.hpp"
#include "usecase/rejects.hpp"

namespace svcadm::usecase {

class UnitOfWork;

/// A file and how to read it.
struct ImportRequest {
  std::string path;                             ///< "-" is the standard input
  std::vector<tabular::Mapping> mappings = {};  ///< --map
  tabular::Encoding encoding = tabular::Encoding::automatic;
  bool keep_good = false;  ///< good lines of a file with bad ones go in; else it is all or nothing
};

/// The batch as it was, or would have been, recorded.
struct ImportOutcome {
  store::ImportBatch batch;
  Rejects rejects = {};  ///< lines that did not go in, where the good ones were kept
  bool changed() const { return batch.imported > 0; }
};

/// A file read and decoded, with the batch that will tell of it.
struct ImportFile {
  tabular::Text text;
  store::ImportBatch batch;
};

/// Reads and decodes the file, of at most so many bytes.  `kind` and `layout` are what the batch says of it.
ImportFile open_import(const ImportRequest& request, const std::string& kind, const std::string& layout,
                       std::size_t most = tabular::largest_input);

/// The layout of that name that the program carries (schemas/import).
const regulation::Layout& import_layout(std::string_view name);

/// Whether a sheet has all columns of one of the groups of which its layout wants one.
bool has_either(const tabular::SheetReader& reader, const regulation::Layout& layout);

/// A problem where a sheet of people's rows has neither their numbers nor their names.
void require_person_column(const tabular::SheetReader& reader, const regulation::Layout& layout,
                           tabular::Problems& problems);

/// Throws Failure::input with all problems if there are any, ordered by line.
void throw_problems(tabular::Problems problems);

/// Records the batch and concludes, where the file brought something in; writes nothing else.
void conclude_import(UnitOfWork& work, store::Database& database, const store::ImportBatch& batch);

}  // namespace svcadm::usecase
