#pragma once
// Whether SQLite can still read all of a file.

#include <string>
#include <vector>

#include "store/database.hpp"

namespace svcadm::store {

/// What is wrong with pages, indexes and references, in SQLite's words, the first hundred; empty where nothing is.
/// Reads the whole file.
std::vector<std::string> damage(Database& database);

}  // namespace svcadm::store
