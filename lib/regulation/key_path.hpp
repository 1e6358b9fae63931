#pragma once
// How one value of a file is named: "attendance.lateness.tiers.3.deduct", "leave.kind.sick.shares".

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "regulation/timeline.hpp"

namespace svcadm::regulation {

struct KeyPath {
  const Section* section = nullptr;
  std::string code = {};
  std::vector<std::string> steps = {};  ///< keys and list numbers (from 1) inside the entry, at least one
};

/// Nothing where no section, or no value within it, is named.
std::optional<KeyPath> parse_key_path(std::string_view key);

/// The entry that holds the key on the day; null where none is in force.
const Entry* find_entry(const std::vector<Entry>& entries, const KeyPath& key, Date day);

/// The value at the end of the steps; null where there is none.
const Node* resolve(const Node& entry, const std::vector<std::string>& steps);

/// A list number from 1, as an index from 0.
std::optional<std::size_t> list_index(std::string_view step);

}  // namespace svcadm::regulation
