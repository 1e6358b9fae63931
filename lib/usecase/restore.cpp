#include "usecase/restore.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>

#include <fmt/format.h>

#include "base/error.hpp"
#include "base/suggestion.hpp"
#include "store/file_exchange.hpp"
#include "store/folder.hpp"
#include "usecase/backup.hpp"
#include "usecase/file_check.hpp"
#include "usecase/unit_of_work.hpp"

namespace svcadm::usecase {

namespace {

/// How many events both chains begin with: where they agree at one, they agree at all before it.
std::int64_t common_events(store::AuditStore& one, store::AuditStore& other) {
  std::int64_t low = 0;
  std::int64_t high = std::min(one.newest_event(), other.newest_event());
  while (low < high) {
    const std::int64_t middle = (low + high + 1) / 2;
    const auto here = one.find(middle);
    const auto there = other.find(middle);
    const bool agree = here && there && here->hash == there->hash;
    (agree ? low : high) = agree ? middle : middle - 1;
  }
  return low;
}

bool is_unreadable(const Error& error) {
  const std::string& id = error.problems().front().message.id;
  return id == "database.damaged" || id == "database.not-an-office";
}

/// What is damaged in the course of ACT is the copy, and nothing was changed.
template <typename Act>
auto of_copy(const std::string& copy, const Act& act) {
  try {
    return act();
  } catch (const Error& error) {
    const Message& message = error.problems().front().message;
    if (message.id != "database.damaged") throw;
    throw Error{Failure::input, Message{"restore.damaged", {copy, message.args.front()}},
                suggest("svcadm --db {} db check", copy)};
  }
}

/// What the file that is to be replaced holds and the copy does not.  Failure::conflict where they are not of one
/// office.
void compare(Office& replaced, const std::string& copy, store::Database& restored, RestoreOutcome& outcome) {
  store::AuditStore old_chain{replaced.database()};
  store::AuditStore new_chain{restored};
  outcome.common = common_events(old_chain, new_chain);
  if (outcome.common == 0 && old_chain.newest_event() > 0) {
    throw Error{Failure::conflict, Message{"restore.other-office", {copy, replaced.database().file()}},
                suggest("svcadm --db {} db info", copy)};
  }
  outcome.lost = old_chain.events({.after = outcome.common});
}

std::string name_to_keep(const std::string& file, Moment moment) {
  const std::string name = file + ".before-restore-" + stamp(moment);
  std::string free = name;
  for (int number = 2; store::file_exists(free); ++number) free = fmt::format("{}.{}", name, number);
  return free;
}

/// Looks at what is to be replaced and asks it for permission; none where it is not there or cannot be read.
bool ask_replaced(const std::string& file, const std::string& copy, store::Patience patience, const Caller& caller,
                  store::Database& restored, RestoreOutcome& outcome) {
  if (!store::file_exists(file)) return false;
  try {
    Office replaced{store::Database::open_to_migrate(file, patience), caller};
    replaced.require(domain::Permission::configure);
    compare(replaced, copy, restored, outcome);
    return true;
  } catch (const Error& error) {
    if (!is_unreadable(error)) throw;
    outcome.readable = false;
    return false;
  }
}

}  // namespace

RestoreOutcome restore_file(const std::string& office, const std::string& copy, store::Patience patience,
                            const Caller& caller) {
  // A link stays and leads to the restored file: else whoever works by the file's own name would go on with the old one.
  const std::string file = store::behind_links(office);
  std::error_code ignored;
  if (std::filesystem::equivalent(file, copy, ignored)) {
    throw Error{Failure::usage, Message{"output.is-office", {copy}}};
  }
  store::Replacement made = of_copy(copy, [&] { return store::Replacement{copy, file}; });
  RestoreOutcome outcome;
  bool asked = false;  // the file that is replaced
  {
    Office restored = of_copy(copy, [&] { return Office{store::Database::open(made.file()), caller}; });
    const auto report = check_database(restored.database());
    if (!report.sound()) {
      const auto count = static_cast<std::int64_t>(report.damage.size() + report.findings.size());
      throw Error{Failure::input, Message{"restore.unsound", {copy, count}}, suggest("svcadm --db {} db check", copy)};
    }
    outcome.copied = report.head.events;
    asked = ask_replaced(file, copy, patience, caller, restored.database(), outcome);
    if (!asked) restored.require(domain::Permission::configure);
    if (caller.dry_run) return outcome;
    if (store::file_exists(file)) outcome.kept = name_to_keep(file, moment_of_care(restored));
    UnitOfWork work{restored, "db.restore"};
    work.conclude(std::filesystem::path{copy}.filename().string(),
                  fmt::format(R"({{"copied":{},"lost":{}}})", outcome.copied, outcome.lost.size()));
    outcome.head = store::AuditStore{restored.database()}.head();
  }
  std::optional<std::int64_t> seen;
  if (asked) seen = outcome.common + static_cast<std::int64_t>(outcome.lost.size());
  made.take_place(outcome.kept, seen, patience);
  return outcome;
}

}  // namespace svcadm::usecase
