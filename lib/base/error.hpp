#pragma once
// The one exception svcadm throws, and what it carries: every problem found, as data.

#include <exception>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.hpp"

namespace svcadm {

/// What kind of failure ended a command.  The value is the exit status (svcadm(1), EXIT STATUS).
enum class Failure {
  check_found = 1,    ///< a check found something
  usage = 2,          ///< the command line is wrong
  refused = 3,        ///< a rule refuses
  not_permitted = 4,  ///< the acting person may not
  not_found = 5,      ///< no such thing
  conflict = 6,       ///< conflicts with the present state
  no_rule = 7,        ///< no rule or calendar in force
  input = 8,          ///< an input was rejected
  no_database = 10,   ///< no office file
  busy = 11,          ///< the office file is locked
  version = 12,       ///< file and program do not fit
  disk = 13,          ///< disk or file error
  bug = 70,           ///< our mistake
  interrupted = 130,  ///< Ctrl-C
};

/// Where in an input a problem lies.
struct Place {
  std::string file = {};
  int line = 0;            ///< counted from 1; 0 where lines mean nothing
  std::string field = {};  ///< column or key; may be empty
};

/// One thing that is wrong: what happened, where, and the command that mends it.
struct Problem {
  Message message = {};
  std::optional<Place> place = std::nullopt;
  std::string way_out = {};  ///< a command line, not translated; may be empty
};

/// A command that cannot go on.  Carries all problems of an input, not only the first.
class Error : public std::exception {
 public:
  Error(Failure failure, std::vector<Problem> problems);
  Error(Failure failure, Message message, std::string way_out = {});

  Failure failure() const { return failure_; }
  const std::vector<Problem>& problems() const { return problems_; }
  /// The id of the first problem; for debuggers, people read lib/locale's sentences.
  const char* what() const noexcept override { return what_.c_str(); }

 private:
  Failure failure_;
  std::vector<Problem> problems_;
  std::string what_;
};

/// Throws Failure::bug: a state our own code promised never to reach.
[[noreturn]] void bug(std::string_view what);

}  // namespace svcadm
