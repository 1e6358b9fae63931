#pragma once
// The verbs of `svcadm audit` and `svcadm db`, and how they print one thing.

#include <string>
#include <utility>
#include <vector>

#include "cmd/command.hpp"

namespace svcadm::cmd {

Verb audit_list();
Verb audit_show();
Verb audit_verify();

Verb db_info();
Verb db_migrate();
Verb db_backup();

/// One thing, field by field: lines on a terminal, else a table of two columns.
void print_fields(Session& session, const std::string& title, const std::string& name,
                  const std::vector<std::pair<std::string, std::string>>& fields);

}  // namespace svcadm::cmd
