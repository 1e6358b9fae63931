#include "base/system_reason.hpp"

#include <cerrno>
#include <cstring>

namespace svcadm {

Arg system_reason(int error) {
  switch (error) {
    case ENOENT: return Term{"errno.enoent"};
    case EACCES:
    case EPERM: return Term{"errno.eacces"};
    case EISDIR: return Term{"errno.eisdir"};
    case ENOTDIR: return Term{"errno.enotdir"};
    case EROFS: return Term{"errno.erofs"};
    case ENOSPC:
    case EDQUOT: return Term{"errno.enospc"};
    case EIO: return Term{"errno.eio"};
    case ENAMETOOLONG: return Term{"errno.enametoolong"};
    default: break;
  }
  const char* description = ::strerrordesc_np(error);
  return std::string{description == nullptr ? "?" : description};
}

}  // namespace svcadm
