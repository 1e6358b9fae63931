#pragma once
// What the machine says about the process: everything outside the words that may change what a command does.

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace svcadm::cmd {

/// Read once at the start, so that tests can say what it is.
struct Environment {
  std::map<std::string, std::string, std::less<>> variables = {};
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  std::uint32_t uid = 0;
  std::int64_t utc_seconds = 0;  ///< the machine's clock, seconds since 1970-01-01 UTC

  /// The value of a variable; empty where it is not set.
  std::string_view variable(std::string_view name) const;
  /// Whether somebody sees what is said on stderr: then short forms are understood, and said to be.
  bool interactive() const { return err_is_terminal; }
};

/// The environment of this process.
Environment machine_environment();

}  // namespace svcadm::cmd
