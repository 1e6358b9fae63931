#pragma once
// The verbs of `svcadm leave`, and words they share.

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cmd/command.hpp"
#include "cmd/parse.hpp"
#include "tabular/grid.hpp"
#include "usecase/leave_request.hpp"

namespace svcadm::cmd {

Verb leave_request();
Verb leave_extend();
Verb leave_return();
Verb leave_approve();
Verb leave_reject();
Verb leave_attach();
Verb leave_handover();
Verb leave_record();
Verb leave_import();
Verb leave_list();
Verb leave_show();
Verb leave_print();
Verb leave_cancel();
Verb leave_report();

/// "LV17" or "17".  Failure::usage for anything else.
std::int64_t read_leave_id(const std::string& word);
/// "RQ3", a card for lateness; none for what is no such number.
std::optional<std::int64_t> read_card_id(const std::string& word);

/// The leave or card that an id means.
usecase::LeaveCard shown_leave(Session& session, const std::string& word);
/// "LV17", of a card "RQ3".
std::string leave_number(const usecase::ListedLeave& leave);

/// A lone half day is that half; a span runs from the half named to the half named.
usecase::LeaveSpan span_of(const DayPart& from, const DayPart& to);

/// How somebody asks, besides what for.
struct AskingOptions {
  std::string person;
  std::string reason;
  std::string deputy;
  std::string reported_by;
  std::optional<std::string> asked_on;
  std::string approved_by;
  std::optional<std::string> approved_on;
  std::string paper;
  std::vector<std::string> waive;
  std::string waive_reason;
};
void declare_asking(Words& words, AskingOptions& options);
usecase::LeaveAsked read_asking(const AskingOptions& options, const Present& present);

/// What the messages call a kind of formality is understood as the kind.
std::vector<std::string> kinds_of_formality(std::vector<std::string> words);

/// Who decided something on paper.
struct PaperOptions {
  std::string by;
  std::optional<std::string> on;
  std::string paper;
};
/// `--VERB-by`, `--VERB-on` and `--paper`.
void declare_paper(Words& words, PaperOptions& options, const std::string& verb);
usecase::OnPaper read_paper(const PaperOptions& options, const Present& present);

/// Does something about each number, as in_turn.
void for_each_leave(const std::vector<std::string>& ids, const std::function<void(std::int64_t)>& leave,
                    const std::function<void(std::int64_t)>& card);

/// "2026-10-16pm", "2026-10-21am"; the day alone where the whole of it is meant.
std::string first_half_day(const store::LeaveRow& row);
std::string last_half_day(const store::LeaveRow& row);

std::vector<tabular::Column> leave_columns();
/// People read the kind's name, programs its code.
std::vector<tabular::Cell> leave_cells(const usecase::ListedLeave& leave, bool people);
std::string kind_cell(const usecase::ListedLeave& leave, bool people);

}  // namespace svcadm::cmd
