#pragma once
// Where a value comes from: the article of a regulation and the rule of the catalogue.

#include <string>
#include <utility>

namespace svcadm {

/// An article and, where the catalogue has one, its rule id.
struct Citation {
  std::string regulation = {};  ///< code of the regulation; filled in by its reader
  std::string clause = {};      ///< article as the text numbers it
  std::string rule = {};        ///< catalogue id; may be empty in an office's own regulation
  int edition = 0;              ///< number of the stored edition; 0 for a file that is not stored
  friend bool operator==(const Citation&, const Citation&) = default;
};

/// A value with its source.
template <class T>
struct Cited {
  T value;
  Citation cite;
  friend bool operator==(const Cited&, const Cited&) = default;
};

}  // namespace svcadm
