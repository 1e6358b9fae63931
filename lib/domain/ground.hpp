#pragma once
// Why an amount or a decision is as it is, as data: no sentence is made here, lib/locale makes it when printing.

#include <cstdint>
#include <string>
#include <vector>

#include "base/citation.hpp"
#include "base/message.hpp"

namespace svcadm::domain {

/// A recorded fact that a ground rests on.
struct FactRef {
  std::string table;
  std::int64_t key = 0;
  friend bool operator==(const FactRef&, const FactRef&) = default;
};

/// One step of the reasoning, in the order it was taken.
struct Ground {
  Message message = {};  ///< id "ground.*" and typed arguments
  Citation cite = {};    ///< empty clause where the step is mere arithmetic
  std::vector<FactRef> facts = {};
  std::vector<Ground> because = {};  ///< finer steps below this one
  friend bool operator==(const Ground&, const Ground&) = default;
};

}  // namespace svcadm::domain
