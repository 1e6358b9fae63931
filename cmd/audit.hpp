#pragma once
// The verbs of `svcadm audit` and `svcadm db`, and how they print one thing.

#include <string>
#include <utility>
#include <vector>

#include "cmd/command.hpp"
#include "store/audit_store.hpp"
#include "usecase/office.hpp"

namespace svcadm::cmd {

Verb audit_list();
Verb audit_show();
Verb audit_verify();

Verb db_info();
Verb db_migrate();
Verb db_backup();
Verb db_check();
Verb db_restore();

/// The end of the audit chain, to be kept elsewhere; and as the foot of a paper says it.
Message head_note(usecase::Office& office);
Message chain_footer(usecase::Office& office);

/// The number that an option was given.  Failure::usage for one below 1.
int from_one(const std::string& option, int number);

/// Who calls, for a command that opens the office file by itself: Session::office() opens only sound ones of the
/// program's own schema.
usecase::Caller caller_of(Session& session);

/// What is not as it was written; events, in their order.
void print_findings(Session& session, const std::vector<store::AuditFinding>& findings);
void print_events(Session& session, const std::string& title, const std::string& name,
                  const std::vector<store::AuditEvent>& events);

/// One thing, field by field: lines on a terminal, else a table of two columns.
void print_fields(Session& session, const std::string& title, const std::string& name,
                  const std::vector<std::pair<std::string, std::string>>& fields);

}  // namespace svcadm::cmd
