#pragma once
// Numbers that look random and are the same on every machine.

#include <cstdint>

namespace sample {

/// Steele and others' splitmix64: one multiplication per number, any seed is good.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_{seed} {}

  /// From `low` to `high`, both included.
  int between(int low, int high) { return low + static_cast<int>(next() % static_cast<std::uint64_t>(high - low + 1)); }
  /// True once in `times`.
  bool once_in(int times) { return between(1, times) == 1; }

 private:
  std::uint64_t next() {
    state_ += 0x9E3779B97F4A7C15ULL;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBULL;
    return mixed ^ (mixed >> 31U);
  }

  std::uint64_t state_;
};

}  // namespace sample
