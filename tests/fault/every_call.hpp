#pragma once
// Work that is tried with every call of the file system failing once.

#include <cstdlib>
#include <optional>
#include <set>
#include <vector>

#include <doctest/doctest.h>

#include "base/error.hpp"
#include "support/faulty_vfs.hpp"

namespace svcadm::test {

/// Some of the places, the first ones and the last among them; with SVCADM_LONG all.
inline bool tried(int n, int calls) {
  return std::getenv("SVCADM_LONG") != nullptr || n <= 2 || n == calls || n % (calls / 4 + 1) == 0;
}

/// What `work` fails of.
template <class Work>
std::optional<Failure> failure_of(const Work& work) {
  try {
    work();
  } catch (const Error& error) {
    return error.failure();
  }
  return std::nullopt;
}

/// Tries `work` with every call failing once; `before` makes the folder ready, `check` looks at what is left.
template <class Before, class Work, class Check>
void sweep(const Before& before, const Work& work, const Check& check,
           const std::set<Failure>& expected = {Failure::disk, Failure::busy}) {
  auto& vfs = FaultyVfs::install();
  before();
  vfs.disarm();
  work();
  std::vector<int> calls;
  for (const FileCall call : file_calls()) calls.push_back(vfs.calls(call));
  for (const FileCall call : file_calls()) {
    const int last = calls[static_cast<std::size_t>(call)];
    for (int n = 1; n <= last; ++n) {
      if (!tried(n, last)) continue;
      before();
      vfs.arm(Fault{.call = call, .nth = n});
      const auto failure = failure_of(work);
      vfs.disarm();
      INFO(to_key(call), " number ", n);
      if (failure) CHECK(expected.contains(*failure));
      check(failure);
    }
  }
}

}  // namespace svcadm::test
