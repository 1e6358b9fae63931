#pragma once
// The verbs of `svcadm conduct`, and words they share.

#include <string>
#include <vector>

#include "cmd/command.hpp"
#include "usecase/conduct.hpp"

namespace svcadm::cmd {

Verb conduct_record();
Verb conduct_verify();
Verb conduct_decide();
Verb conduct_serve();
Verb conduct_list();

/// "CO1", "CO1/1001" or "1001@2026-10-14", as conduct list prints them.
std::vector<usecase::Matter> read_matters(const std::vector<std::string>& words, const Present& present);

}  // namespace svcadm::cmd
