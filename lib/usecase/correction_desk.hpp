#pragma once
// What has to be looked at before a correction is recorded or confirmed.  For time_corrections*.cpp only.

#include <optional>
#include <string>

#include "usecase/time_corrections.hpp"
#include "usecase/unit_of_work.hpp"

namespace svcadm::usecase {

/// Writes a correction with what its second person has said, and the event.
/// Failure::usage without a reason; Failure::not_permitted where the second person is the first or is concerned.
std::int64_t enter_correction(Office& office, UnitOfWork& work, store::CorrectionRow row, const SecondPerson& second,
                              const std::optional<store::Person>& concerned);

/// What a correction says, for lists: "correction.*".
Message describe(Office& office, const store::CorrectionRow& row);

/// The first day that a correction concerns.
Date first_day_of(const store::CorrectionRow& row);

}  // namespace svcadm::usecase
