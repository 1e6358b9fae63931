#pragma once
// The roles as they are typed.

#include <string>
#include <vector>

namespace svcadm::cmd {

std::vector<std::string> role_words();

}  // namespace svcadm::cmd
