#pragma once
// The words that every import of a file people made understands, and what it prints.

#include <string>
#include <vector>

#include "cmd/session.hpp"
#include "cmd/words.hpp"
#include "usecase/import_request.hpp"

namespace svcadm::cmd {

struct ImportOptions {
  std::string file = {};
  std::vector<std::string> map = {};
  std::string encoding = "auto";
  bool print_template = false;
};

/// Declares FILE, --map, --encoding and --template.
void declare_import(Words& words, ImportOptions& options);

/// Failure::usage where no file is named, or a --map is not FIELD=COLUMN.
usecase::ImportRequest read_import(const ImportOptions& options);

/// An empty file of that layout with one row as an example.
void print_template(Session& session, const std::string& layout);

/// What the import did, in one sentence; what its encoding was, where it is not UTF-8.
void print_batch(Session& session, const store::ImportBatch& batch);

}  // namespace svcadm::cmd
