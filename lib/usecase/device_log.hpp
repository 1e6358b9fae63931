#pragma once
// Reads what clock devices write, line by line; what is damaged is put aside with its reason.

#include <string>
#include <string_view>

#include "regulation/layout.hpp"
#include "usecase/punch_file.hpp"

namespace svcadm::usecase {

/// Devices count from before they were set; nothing earlier is believed.
inline constexpr int first_credible_year = 2000;

/// Blanks around a number are the device's, leading zeros belong to it.  Times after `now` are rejected.
/// `name` is the file in problems.  \pre a layout of a device
PunchFile read_device_log(std::string_view log, const std::string& name, const regulation::Layout& layout, Moment now);

/// Why a time is not believed; nothing where it is.
std::optional<Message> implausible(Moment at, Moment now);

/// A direction by the word that layouts use for it ("lunch-start").
domain::Direction direction_of_word(std::string_view word);

}  // namespace svcadm::usecase
