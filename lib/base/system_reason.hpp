#pragma once
// Why the operating system refused something, as an argument of a message.

#include "base/message.hpp"

namespace svcadm {

/// `error` as errno has it.  A term of our own: the C library's sentences are in whatever language the machine has
/// catalogues for.  Rare ones are its English description.
Arg system_reason(int error);

}  // namespace svcadm
