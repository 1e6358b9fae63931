#pragma once
// Which svcadm this is.

#include <iosfwd>

namespace svcadm::cmd {

/// "svcadm 0.1.0".
void print_version(std::ostream& out);

}  // namespace svcadm::cmd
