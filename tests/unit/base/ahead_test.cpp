#include "base/ahead.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <stdexcept>
#include <vector>

using svcadm::Ahead;

namespace {

/// 1, 2, 3 ... up to `last`.
auto counting(int last) {
  return [next = 0, last]() mutable { return next < last ? std::optional{++next} : std::nullopt; };
}

}  // namespace

TEST_CASE("what is made ahead comes in its order, and then nothing for ever") {
  Ahead<int> ahead{3, counting(1000)};
  std::vector<int> taken;
  while (const auto one = ahead.next()) taken.push_back(*one);
  REQUIRE(taken.size() == 1000);
  for (int i = 0; i < 1000; ++i) CHECK(taken[static_cast<std::size_t>(i)] == i + 1);
  CHECK_FALSE(ahead.next());
  CHECK_FALSE(ahead.next());
}

TEST_CASE("what the maker throws comes behind all that it made before") {
  Ahead<int> ahead{2, [next = 0]() mutable -> std::optional<int> {
                     if (next == 5) throw std::runtime_error{"the sixth"};
                     return ++next;
                   }};
  for (int i = 1; i <= 5; ++i) CHECK(ahead.next() == i);
  CHECK_THROWS_WITH(ahead.next(), "the sixth");
}

TEST_CASE("whoever takes no more is not kept waiting, and no more is made than there is room for") {
  std::atomic<int> made = 0;
  {
    Ahead<int> ahead{4, [&made]() -> std::optional<int> { return ++made; }};
    CHECK(ahead.next() == 1);
  }
  CHECK(made <= 1 + 4 + 1);
}
