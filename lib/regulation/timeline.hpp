#pragma once
// The entries of a file and when each of them is in force.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "regulation/sections.hpp"

namespace svcadm::regulation {

/// One entry: a table of a section.  Points into the document it was collected from.
struct Entry {
  const Node* node = nullptr;
  const Section* section = nullptr;
  std::string code = {};
  Date from = {};
  std::optional<Date> until = std::nullopt;  ///< exclusive: its own, or the next entry's `from`

  bool in_force(Date day) const { return from <= day && (!until || day < *until); }
  /// "section" or "section.code": how messages and keys name it.
  std::string path() const;
};

/// Collects all entries, those of one timeline together and by date, timelines in the order in which they
/// first occur.  Reports sections nobody knows and days that do not fit: equal ones, holes, overlaps.
std::vector<Entry> collect_entries(const Node& document, Problems& problems);

/// The days on which something changes.
std::vector<Date> change_days(const std::vector<Entry>& entries);

/// Reads what is in force on `day`.
InForce read_in_force(const std::vector<Entry>& entries, Date day, const Source& source, Problems& problems);

/// Reads one entry with the keys that all have.
void read_entry(const Entry& entry, const Source& source, Problems& problems, InForce& into);

}  // namespace svcadm::regulation
