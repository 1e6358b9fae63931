#pragma once
// Who is governed by what since when.

#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/error.hpp"
#include "base/message.hpp"
#include "regulation/regulation.hpp"

namespace svcadm::usecase {

class Office;

struct AdoptRequest {
  std::string code;
  std::string department = {};  ///< empty: the company
  Date from;
  std::vector<regulation::Area> areas = {};  ///< empty: all that the regulation speaks of
};

struct AdoptOutcome {
  std::string code;
  std::string department;
  int edition = 0;                        ///< number of the newest, which governs
  std::vector<regulation::Area> adopted;  ///< empty: all was so already
};

/// From a day on the regulation governs the department and all below it that have not adopted another.  Copies the
/// program's text where the office has none.  Notes what is replaced, and what of the whole does not fit together.
/// Failure::refused for law, which holds without adoption, and where two regulations would contradict each other from
/// then on in what they cost, with every contradiction; Failure::conflict where it would change closed days;
/// Failure::not_found for an area of which the regulation does not speak; Failure::no_rule where it speaks of it
/// only from a later day on.
AdoptOutcome adopt_regulation(Office& office, const AdoptRequest& request);

/// What governs an area.
struct InForceRow {
  regulation::Area area = regulation::Area::attendance;
  std::string code;  ///< empty: nothing
  Label title;
  int edition = 0;
  std::string adopted_by;  ///< department; empty for law
  std::optional<Date> from;
};

struct InForce {
  std::string department;
  std::vector<InForceRow> rows;
  std::vector<Problem> holes;    ///< areas that nothing governs, each with the command that adopts
  std::vector<Message> misfits;  ///< what does not fit together in what several regulations say
};

InForce regulations_in_force(Office& office, const std::string& department, Date on);

}  // namespace svcadm::usecase
