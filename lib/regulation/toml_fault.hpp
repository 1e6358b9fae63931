#pragma once
// What is wrong with broken TOML, in words of ours.

#include <cstdint>
#include <string_view>

#include "base/message.hpp"

namespace svcadm::regulation {

/// The message for a fault that the parser describes in its own, English words; where it knows no better one the
/// message repeats them.  `line` and `column` are counted from 1.
Message toml_fault(std::string_view words, std::int64_t line, std::int64_t column);

}  // namespace svcadm::regulation
