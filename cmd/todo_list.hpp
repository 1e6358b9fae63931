#pragma once
// What waits, as a list.

#include <vector>

#include "cmd/session.hpp"
#include "usecase/todo.hpp"

namespace svcadm::cmd {

/// On a terminal each item with its command below it, to be copied; else a grid.  A note where nothing waits.
void print_todo(Session& session, const std::vector<usecase::TodoItem>& items);

}  // namespace svcadm::cmd
