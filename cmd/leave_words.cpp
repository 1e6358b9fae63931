// Words that the verbs of leave share.

#include <charconv>

#include <fmt/format.h>

#include "base/error.hpp"
#include "base/text.hpp"
#include "cmd/columns.hpp"
#include "cmd/leave.hpp"
#include "cmd/several.hpp"

namespace svcadm::cmd {

std::int64_t read_leave_id(const std::string& word) {
  const std::string folded = fold(word);
  const std::string_view digits = std::string_view{folded}.substr(folded.starts_with("lv") ? 2 : 0);
  std::int64_t id = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), id);
  if (error != std::errc{} || end != digits.data() + digits.size() || id <= 0) {
    throw Error{Failure::usage, Message{"leave.bad-id", {word}}, "svcadm leave list"};
  }
  return id;
}

std::optional<std::int64_t> read_card_id(const std::string& word) {
  const std::string folded = fold(word);
  if (!folded.starts_with("rq")) return std::nullopt;
  std::int64_t id = 0;
  const char* const last = folded.data() + folded.size();
  const auto [end, error] = std::from_chars(folded.data() + 2, last, id);
  if (error != std::errc{} || end != last || id <= 0) return std::nullopt;
  return id;
}

usecase::LeaveCard shown_leave(Session& session, const std::string& word) {
  const auto card = read_card_id(word);
  return card ? usecase::show_card(session.office(), *card)
              : usecase::show_leave(session.office(), read_leave_id(word));
}

std::string leave_number(const usecase::ListedLeave& leave) {
  return leave.card ? fmt::format("RQ{}", *leave.card) : fmt::format("LV{}", leave.row.id);
}

usecase::LeaveSpan span_of(const DayPart& from, const DayPart& to) {
  return {.first = from.day,
          .first_half = from.half == Half::pm ? 2 : 1,
          .last = to.day,
          .last_half = to.half == Half::am ? 1 : 2};
}

void declare_asking(Words& words, AskingOptions& options) {
  words.option("--reason", options.reason, "TEXT", "Why; needed for a telephone call");
  words.option("--deputy", options.deputy, "PERSON", "Who takes over the work");
  words.option("--reported-by", options.reported_by, "PERSON", "It came by telephone: who took the call");
  words.option("--asked-on", options.asked_on, "TIME", "When it was asked for, where not now");
  words.option("--approved-by", options.approved_by, "PERSON", "Who has approved it on the paper");
  words.option("--approved-on", options.approved_on, "TIME", "When he approved it, where not now");
  words.option("--paper", options.paper, "NO", "Number of the paper");
  words.option("--waive", options.waive, "WHAT", "What the consent on the paper excuses: notice; several by commas")
      .by_commas();
  words.option("--waive-reason", options.waive_reason, "TEXT", "Why it is excused");
}

usecase::LeaveAsked read_asking(const AskingOptions& options, const Present& present) {
  Several read;
  usecase::LeaveAsked asked{.person = options.person,
                            .reason = options.reason,
                            .deputy = options.deputy,
                            .reported_by = options.reported_by,
                            .paper = options.paper,
                            .approved = {.person = options.approved_by},
                            .waive = kinds_of_formality(options.waive),
                            .waived_because = options.waive_reason};
  const auto moment = [&](const std::optional<std::string>& text) -> std::optional<Moment> {
    if (!text) return std::nullopt;
    return read([&] { return read_moment(*text, present); });
  };
  asked.asked_on = moment(options.asked_on);
  asked.approved.at = moment(options.approved_on);
  read.conclude();
  if (!options.approved_by.empty()) asked.approved.paper = options.paper;
  if (options.approved_on && options.approved_by.empty()) {
    throw Error{Failure::usage, Message{"request.paper-of-whom", {}}};
  }
  return asked;
}

std::vector<std::string> kinds_of_formality(std::vector<std::string> words) {
  for (std::string& word : words) {
    for (const char* kind : {"notice", "approval", "handover", "paper", "card"}) {
      if (fold(word) == fold(locale::say(Arg{Term{std::string{"formality."} + kind}}))) word = kind;
    }
  }
  return words;
}

void declare_paper(Words& words, PaperOptions& options, const std::string& verb) {
  words.option(fmt::format("--{}-by", verb), options.by, "PERSON", "Who did it on paper, where a clerk enters it");
  words.option(fmt::format("--{}-on", verb), options.on, "TIME", "When he did, where not now");
  words.option("--paper", options.paper, "NO", "Number of the paper");
}

usecase::OnPaper read_paper(const PaperOptions& options, const Present& present) {
  usecase::OnPaper on_paper{.person = options.by, .paper = options.paper};
  if (options.on) on_paper.at = read_moment(*options.on, present);
  return on_paper;
}

void for_each_leave(const std::vector<std::string>& ids, const std::function<void(std::int64_t)>& leave,
                    const std::function<void(std::int64_t)>& card) {
  const auto numbers = read_all(ids, [](const std::string& word) {
    const auto card_id = read_card_id(word);
    return std::pair{card_id ? *card_id : read_leave_id(word), card_id.has_value()};
  });
  in_turn(numbers, [&](const auto& number) { number.second ? card(number.first) : leave(number.first); });
}

std::string first_half_day(const store::LeaveRow& row) {
  return to_string(row.first) + (row.first_half == 2 ? "pm" : "");
}

std::string last_half_day(const store::LeaveRow& row) { return to_string(row.last) + (row.last_half == 1 ? "am" : ""); }

std::vector<tabular::Column> leave_columns() {
  using tabular::Kind;
  // A day may carry am or pm, so it is no date; an identifier is never cut.
  return {column("leave_id", Kind::identifier),
          column("employee_no", Kind::identifier),
          column("name"),
          column("kind"),
          column("from", Kind::identifier),
          column("to", Kind::identifier),
          column("days", Kind::days),
          column("paper", Kind::text, false),
          column("cancelled", Kind::flag, false),
          column("status"),
          column("limit", Kind::date),
          column("missing", Kind::text, false),
          column("returned", Kind::identifier, false),
          column("typed_late", Kind::flag, false)};
}

std::string kind_cell(const usecase::ListedLeave& leave, bool people) {
  return people ? locale::label(leave.kind) : leave.row.kind;
}

/// People read at once whether something was entered late.
std::string status_cell(const usecase::ListedLeave& leave, bool people) {
  const std::string key = domain::to_key(leave.status);
  if (!people) return key;
  return locale::say(Arg{Term{"request." + key}}) + (leave.typed_late ? " " + locale::text("word.typed-late") : "");
}

std::vector<tabular::Cell> leave_cells(const usecase::ListedLeave& leave, bool people) {
  const store::LeaveRow& row = leave.row;
  return {leave_number(leave),
          leave.employee_no,
          leave.name,
          kind_cell(leave, people),
          first_half_day(row),
          last_half_day(row),
          leave.days,
          text_cell(row.paper),
          row.cancelled,
          status_cell(leave, people),
          optional_cell(leave.limit),
          leave.missing ? tabular::Cell{locale::say(*leave.missing)} : tabular::Cell{},
          row.back_day ? tabular::Cell{to_string(*row.back_day) + (row.back_half == 2 ? "pm" : "")} : tabular::Cell{},
          leave.typed_late};
}

}  // namespace svcadm::cmd
