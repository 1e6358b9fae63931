#pragma once
// Readers of what a request demands, for the sections of every area in which something is asked for.

#include <string>

#include "domain/request_policy.hpp"
#include "regulation/fields.hpp"

namespace svcadm::regulation {

// Each reads one entry; `from`, `until` and `code` have been asked for already.
domain::AskingRule read_asking(Fields& in, const std::string& code);
domain::NoticeRule read_notice(Fields& in, const std::string& code);
domain::ApprovalStep read_step(Fields& in, const std::string& code);
domain::PaperRule read_paper(Fields& in, const std::string& code);
domain::HandoverRule read_handover(Fields& in, const std::string& code);

/// "2 workdays"
int read_workdays(Fields& in, std::string_view key);

}  // namespace svcadm::regulation
