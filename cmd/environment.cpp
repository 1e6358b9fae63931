#include "cmd/environment.hpp"

#include <chrono>

#include <unistd.h>

namespace svcadm::cmd {

std::string_view Environment::variable(std::string_view name) const {
  const auto found = variables.find(name);
  return found == variables.end() ? std::string_view{} : std::string_view{found->second};
}

Environment machine_environment() {
  Environment machine;
  for (char** entry = environ; entry != nullptr && *entry != nullptr; ++entry) {
    const std::string_view pair{*entry};
    const auto equals = pair.find('=');
    if (equals == std::string_view::npos) continue;
    machine.variables.emplace(pair.substr(0, equals), pair.substr(equals + 1));
  }
  machine.out_is_terminal = isatty(STDOUT_FILENO) == 1;
  machine.err_is_terminal = isatty(STDERR_FILENO) == 1;
  machine.uid = getuid();
  const auto since_1970 = std::chrono::system_clock::now().time_since_epoch();
  machine.utc_seconds = std::chrono::duration_cast<std::chrono::seconds>(since_1970).count();
  return machine;
}

}  // namespace svcadm::cmd
