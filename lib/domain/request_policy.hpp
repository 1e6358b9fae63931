#pragma once
// What a regulation demands of somebody who asks for something: notice, approvals, papers, hand-over, and by when.
//
// Nothing here knows what is asked for.  Leave is asked for by these rules; whatever else is asked for and approved
// is read into the same structures.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/citation.hpp"
#include "base/half_days.hpp"
#include "base/message.hpp"

namespace svcadm::domain {

/// Which requests a rule is about.
struct RequestScope {
  std::vector<std::string> kinds = {};   ///< none: every kind
  std::vector<std::string> except = {};  ///< kinds that are left out
  HalfDays over = {};                    ///< only what is longer than this; the bound itself is not

  bool names(std::string_view kind) const;
  friend bool operator==(const RequestScope&, const RequestScope&) = default;
};

/// Until when something has to be done.
struct RequestLimit {
  enum class Form {
    ahead,      ///< so many calendar days before the first day, that day included
    start,      ///< before the first half asked for begins
    shift_end,  ///< before the shift of the first day ends
    asked,      ///< within so many workdays after the day of asking, to its end
    first_day,  ///< likewise after the first day
    back,       ///< likewise after the first day at work again
  };
  Form form = Form::start;
  int days = 0;
  friend bool operator==(const RequestLimit&, const RequestLimit&) = default;
};

/// Who may ask, with what, and by which way.
struct AskingRule {
  std::string code = {};
  RequestScope scope = {};
  int service_months = 0;  ///< only who has served so many whole months on the first day
  bool needs_reason = false;
  bool by_telephone = false;  ///< else in person or on paper only
  Citation cite = {};
  friend bool operator==(const AskingRule&, const AskingRule&) = default;
};

/// By when it is asked for.
struct NoticeRule {
  std::string code = {};
  RequestScope scope = {};
  RequestLimit limit = {};
  Citation cite = {};
  friend bool operator==(const NoticeRule&, const NoticeRule&) = default;
};

/// One consent, in the order of the chain.
struct ApprovalStep {
  std::string code = {};
  Label label = {};
  RequestScope scope = {};
  int level = 1;          ///< of the reporting line: 1 the superior, 2 his superior; 0: whoever holds `post`
  std::string post = {};  ///< name of the post, where it is not the reporting line
  bool endorses = false;  ///< an opinion that the next one waits for; it rejects nothing
  std::optional<RequestLimit> limit = std::nullopt;
  Citation cite = {};
  friend bool operator==(const ApprovalStep&, const ApprovalStep&) = default;
};

/// A paper that is handed in, before or afterwards.
struct PaperRule {
  std::string code = {};
  Label label = {};
  RequestScope scope = {};
  std::optional<RequestLimit> limit = std::nullopt;
  Citation cite = {};
  friend bool operator==(const PaperRule&, const PaperRule&) = default;
};

/// A deputy who confirms that the work was handed over to him.
struct HandoverRule {
  std::string code = {};
  RequestScope scope = {};
  std::optional<RequestLimit> limit = std::nullopt;
  Citation cite = {};
  friend bool operator==(const HandoverRule&, const HandoverRule&) = default;
};

/// All that one kind of request demands.
struct RequestRules {
  std::vector<AskingRule> asking = {};   ///< the first that covers a request holds; without one everybody, by every way
  std::vector<NoticeRule> notices = {};  ///< the first that covers a request holds
  std::vector<ApprovalStep> steps = {};  ///< each that covers it, in this order
  std::vector<PaperRule> papers = {};
  std::vector<HandoverRule> handovers = {};
  std::optional<Citation> lapse = std::nullopt;  ///< what is not complete in time counts as absenteeism

  /// The rule of asking for a kind; null where there is none.
  const AskingRule* asking_for(std::string_view kind) const;
  bool empty() const { return notices.empty() && steps.empty() && papers.empty() && handovers.empty(); }
  friend bool operator==(const RequestRules&, const RequestRules&) = default;
};

}  // namespace svcadm::domain
