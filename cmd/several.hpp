#pragma once
// Several words of one command, read one after the other.

#include <optional>
#include <string>
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

/// What `read` gives for each word; what is wrong with any of them is said at once.
template <class Read>
auto read_all(const std::vector<std::string>& words, const Read& read) {
  Several several;
  std::vector<decltype(read(words.front()))> values;
  for (const std::string& word : words) values.push_back(several([&] { return read(word); }));
  several.conclude();
  return values;
}

/// Does something about each; one refusal does not stop the others.  All problems are thrown at the end, as the failure
/// they share, else as Failure::refused.
template <class Items, class Act>
void in_turn(const Items& items, const Act& act) {
  std::vector<Problem> problems;
  std::optional<Failure> failure;
  for (const auto& item : items) {
    try {
      act(item);
    } catch (const Error& error) {
      const bool may_go_on = error.failure() >= Failure::refused && error.failure() <= Failure::no_rule;
      if (items.size() == 1 || !may_go_on) throw;
      failure = failure.value_or(error.failure()) == error.failure() ? error.failure() : Failure::refused;
      problems.insert(problems.end(), error.problems().begin(), error.problems().end());
    }
  }
  if (failure) throw Error{*failure, std::move(problems)};
}

}  // namespace svcadm::cmd
