#pragma once
// Claims about many inputs.  A failure prints the smallest input found and the RC_PARAMS that try it again; SVCADM_LONG
// tries a hundred times as many.

#include <cstdlib>

#include <doctest/doctest.h>
#include <rapidcheck.h>

namespace svcadm::test {

/// Tries the claim upon a few hundred inputs, or as RC_PARAMS says.
template <class Claim>
void holds(const char* claim, const Claim& work) {
  const bool long_run = std::getenv("SVCADM_LONG") != nullptr;
  ::setenv("RC_PARAMS", long_run ? "max_success=20000" : "max_success=200", 0);
  CHECK(rc::check(claim, work));
}

}  // namespace svcadm::test
