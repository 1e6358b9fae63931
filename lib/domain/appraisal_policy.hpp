#pragma once
// The monthly appraisal that decides performance pay: a composite compared with a mean, and gates.

#include <optional>
#include <string>
#include <vector>

#include "base/citation.hpp"
#include "base/message.hpp"
#include "base/rational.hpp"

namespace svcadm::domain {

/// What a score of which nothing was entered is.
enum class MissingScore {
  zero,      ///< 0 points
  left_out,  ///< no part of the composite
  required,  ///< not known: nothing is paid before it is entered
};

/// One part of the composite: which input, what it weighs.
struct ScorePart {
  std::string input = {};  ///< "exam", "quality", "leader_score": the mean of the month's values
  Rational weight = {1};
  MissingScore missing = MissingScore::required;
  bool excused_by_leave = false;  ///< a part of which nothing was entered is left out after leave in the month
  int fewest = 1;                 ///< entries of a month without which the score is not known, if there are any at all
  Citation fewest_cite = {};      ///< where that number is said
  bool needs_comment = false;     ///< an entry without a comment is refused
  Citation cite = {};
  Citation comment_cite = {};  ///< where the comment is demanded
  friend bool operator==(const ScorePart&, const ScorePart&) = default;
};

/// An indicator that fails the month by itself.
struct Gate {
  enum class Kind { none_of, ratio_below };
  Kind kind = Kind::none_of;
  std::vector<std::string> inputs = {};  ///< none_of: any count above 0 fails
  std::string part = {};                 ///< ratio_below: numerator input
  std::string whole = {};                ///< ratio_below: denominator input; 0 of 0 passes
  Rational limit = {};                   ///< ratio_below: at or above fails
  Label label = {};
  Citation cite = {};
  std::string code = {};
  friend bool operator==(const Gate&, const Gate&) = default;
};

/// Over whom the mean is taken: people of the department ...
enum class MeanOver {
  confirmed_whole_month,  ///< confirmed and in service from the first to the last workday
  confirmed,              ///< confirmed on every day on which they were in service
  everybody,              ///< all who were in service
};

struct AppraisalPolicy {
  std::vector<ScorePart> parts = {};
  std::vector<Gate> gates = {};
  bool against_mean = false;  ///< a composite below the group's mean fails; equal passes
  MeanOver mean_over = MeanOver::confirmed_whole_month;
  bool failing_gate_stays_in_mean = true;
  Citation mean_cite = {};
  friend bool operator==(const AppraisalPolicy&, const AppraisalPolicy&) = default;
};

}  // namespace svcadm::domain
