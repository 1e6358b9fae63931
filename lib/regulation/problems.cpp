#include "regulation/problems.hpp"

#include <algorithm>

namespace svcadm::regulation {

void Problems::add(Message message, int line, std::string key) {
  const bool known = std::any_of(found_.begin(), found_.end(), [&](const Problem& problem) {
    return problem.place->line == line && problem.place->field == key && problem.message == message;
  });
  if (!known) found_.push_back({std::move(message), Place{file_, line, std::move(key)}});
}

void Problems::throw_if_any() const {
  if (!found_.empty()) throw_now();
}

void Problems::throw_now() const {
  std::vector<Problem> sorted = found_;
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const Problem& a, const Problem& b) { return a.place->line < b.place->line; });
  throw Error{Failure::input, std::move(sorted)};
}

}  // namespace svcadm::regulation
