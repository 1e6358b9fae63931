#pragma once
// Which svcadm this is.

namespace svcadm {

/// "1.2.3".
extern const char* const program_version;

}  // namespace svcadm
