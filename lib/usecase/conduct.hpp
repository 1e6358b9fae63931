#pragma once
// Conduct and what is proposed for it.  The program proposes and records what people decide; it ends nobody's service.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/citation.hpp"
#include "base/date.hpp"
#include "base/message.hpp"
#include "domain/absence.hpp"

namespace svcadm::usecase {

class Office;

struct NewConduct {
  std::string kind;                 ///< code or label in the regulation that governs those concerned
  std::vector<std::string> people;  ///< the first is who did it, where that matters
  Date day;
  std::string text;  ///< what happened
};

/// Gives the number (shown as CO1).  It proposes nothing until a second person has found it.
/// Failure::not_found for a kind that the regulation does not have, Failure::no_rule where nothing governs conduct,
/// Failure::not_permitted for what concerns oneself, Failure::conflict outside of somebody's service.
std::int64_t record_conduct(Office& office, const NewConduct& conduct);

/// The second person's finding.  Failure::not_permitted for who recorded it or is concerned.
void verify_conduct(Office& office, std::int64_t id);

/// What is decided about: a record, for one person or all whom it concerns, or an absence that proposes.
struct Matter {
  std::optional<std::int64_t> record = {};
  std::string person = {};            ///< empty: everybody concerned
  std::optional<Date> last_day = {};  ///< of the absence, where it is no record
};

/// Stores the decision with its grounds.  Failure::refused where nothing is found or proposed, Failure::not_permitted
/// for what concerns oneself.
void decide_conduct(Office& office, const Matter& matter, const std::string& outcome, const std::string& reason);

/// That the person was told of the decision, and what he said.  Failure::refused without a decision,
/// Failure::conflict where he was told already.
void serve_conduct(Office& office, const Matter& matter, Date on, const std::string& said);

/// How far a matter has come, for one person.
enum class ConductState { recorded, found, proposed, decided, served };
/// "recorded"
std::string to_key(ConductState state);

struct ConductLine {
  std::string id;  ///< "CO1/1001", or "1001@2026-10-14" for an absence: what decide and serve take
  std::optional<std::int64_t> record = {};
  std::int64_t employee = 0;
  std::string employee_no = {};
  std::string name = {};
  Date day = {};                              ///< of the record; the last of the absence
  Label kind = {};                            ///< of a record
  std::string text = {};                      ///< of a record
  std::vector<domain::AbsenceDay> days = {};  ///< of an absence
  ConductState state = ConductState::recorded;
  std::string proposes = {};  ///< the sanction; empty while nothing is proposed
  Citation cite = {};
  std::vector<std::string> pending = {};  ///< what may still change it: objections and corrections without an answer
  std::optional<std::int64_t> decision = {};
  std::string outcome = {};
  std::string reason = {};
  std::optional<Date> served_on = {};
  std::string said = {};
};

/// Records and proposals of a month, those that facts propose now included: they are computed, not stored.
/// Failure::refused before the first month.
std::vector<ConductLine> list_conduct(Office& office, Month month);

}  // namespace svcadm::usecase
