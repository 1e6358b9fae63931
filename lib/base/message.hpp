#pragma once
// A message is an id and typed arguments; lib/locale makes the sentence when it is printed.

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "base/date.hpp"
#include "base/half_days.hpp"
#include "base/moment.hpp"
#include "base/money.hpp"
#include "base/rational.hpp"

namespace svcadm {

/// A name in both languages, as a regulation gives it (a kind of leave, a pay item).
struct Label {
  std::string zh;
  std::string en;
  friend bool operator==(const Label&, const Label&) = default;
};

/// A word of svcadm's own vocabulary, by key ("workday", "late"); lib/locale translates it.
struct Term {
  std::string key;
  friend bool operator==(const Term&, const Term&) = default;
};

/// One argument of a message.  std::string is text that is printed as it stands.
using Arg = std::variant<std::int64_t, std::string, Money, Rational, Date, Month, Moment, TimeOfDay, Span, HalfDays,
                         Label, Term>;

/// Id and arguments.  The id is a promise to scripts (`--format json`), the sentence is not.
struct Message {
  std::string id = {};
  std::vector<Arg> args = {};
  friend bool operator==(const Message&, const Message&) = default;
};

}  // namespace svcadm
