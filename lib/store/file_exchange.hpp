#pragma once
// One office file put in the place of another.

#include <cstdint>
#include <optional>
#include <string>

#include "store/database.hpp"

namespace svcadm::store {

/// A private copy of an office file, made beside the place it is meant for; gone again unless it took that place.
class Replacement {
 public:
  /// Copies COPY, which may lie where nothing can be written, to a file beside FILE.  Failure::no_database and
  /// Failure::version as Database::open says of COPY, Failure::disk.
  Replacement(const std::string& copy, const std::string& file);
  ~Replacement();
  Replacement(const Replacement&) = delete;
  Replacement& operator=(const Replacement&) = delete;

  const std::string& file() const { return made_; }

  /// Puts it in the place of FILE, which stays as KEPT, in one step of the file system: whoever looks finds the one or
  /// the other.  Failure::busy where somebody has FILE open and does not close it in time, or has written to it behind
  /// the event of this number; Failure::disk.
  /// \pre nobody has file() open; KEPT does not exist
  void take_place(const std::string& kept, std::optional<std::int64_t> newest_event, Patience patience);

 private:
  std::string place_;
  std::string made_;
};

}  // namespace svcadm::store
