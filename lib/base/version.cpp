#include "base/version.hpp"

namespace svcadm {

const char* const program_version = SVCADM_VERSION;

}  // namespace svcadm
