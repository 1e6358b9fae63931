// Words that several verbs of `svcadm payroll` share.

#include <charconv>

#include "base/error.hpp"
#include "base/text.hpp"
#include "cmd/payroll.hpp"

namespace svcadm::cmd {

namespace {

/// The number of "PR4", "pr4" or "4".
std::int64_t read_run(const std::string& text) {
  const std::string folded = fold(text);
  const std::string_view digits = folded.starts_with("pr") ? std::string_view{folded}.substr(2) : folded;
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc{} || end != digits.data() + digits.size() || number < 1) {
    throw Error{Failure::usage, Message{"payroll.no-run-number", {text}}};
  }
  return number;
}

void add_clauses(const std::vector<domain::Ground>& grounds, std::string& clauses) {
  for (const domain::Ground& ground : grounds) {
    const std::string clause = ground.cite.regulation + " " + ground.cite.clause;
    if (ground.cite.clause.empty()) {
      if (ground.message.id == "ground.adjustment") add_clauses(ground.because, clauses);
    } else if (clauses.find(clause) == std::string::npos) {
      clauses += (clauses.empty() ? "" : "; ") + clause;
    }
  }
}

}  // namespace

std::string citation(const Citation& cite) {
  if (cite.clause.empty()) return {};
  return "  [" + (cite.regulation.empty() ? "" : cite.regulation + " ") + cite.clause + "]";
}

std::string clauses_of(const usecase::ExplainedLine& line) {
  std::string clauses;
  add_clauses(line.grounds, clauses);
  return clauses;
}

usecase::RunChoice read_run_choice(const std::string& run, const std::string& month, Session& session) {
  if (run.empty() == month.empty()) throw Error{Failure::usage, Message{"payroll.run-or-month", {}}};
  if (!run.empty()) return {.run = read_run(run), .month = {}};
  return {.run = {}, .month = read_month(month, session.present())};
}

void say_carried(Session& session, const std::vector<usecase::CarriedPerson>& people) {
  for (const usecase::CarriedPerson& person : people) {
    if (person.carried_as == "held") {
      session.note({"note.payroll.held", {person.employee_no, person.name, person.reason}});
    } else {
      session.note({"note.payroll.settled", {person.employee_no, person.name}});
    }
  }
}

}  // namespace svcadm::cmd
