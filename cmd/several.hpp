#pragma once
// Several words of one command, read one after the other.

#include <utility>
#include <vector>

#include "base/error.hpp"

namespace svcadm::cmd {

/// Keeps what is wrong with each word, so that all of it is said at once.
class Several {
 public:
  /// What `read` gives; a value of no meaning where it fails.
  template <class Read>
  auto operator()(const Read& read) -> decltype(read()) {
    try {
      return read();
    } catch (const Error& error) {
      if (error.failure() != Failure::usage) throw;
      problems_.insert(problems_.end(), error.problems().begin(), error.problems().end());
      return {};
    }
  }
  /// Failure::usage with everything that was kept.  Call it before any of the values is used.
  void conclude() {
    if (!problems_.empty()) throw Error{Failure::usage, std::move(problems_)};
  }

 private:
  std::vector<Problem> problems_;
};

}  // namespace svcadm::cmd
