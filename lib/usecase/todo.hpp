#pragma once
// What waits for somebody, in every area.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/message.hpp"
#include "domain/authority.hpp"

namespace svcadm::usecase {

class Office;

/// Something that somebody has to do.
struct TodoItem {
  std::string area;              ///< the noun whose command settles it
  Message what = {};             ///< id "todo.*"
  std::string employee_no = {};  ///< whom it concerns; empty: the office
  std::string name = {};
  Date since = {};               ///< since when it waits
  std::optional<Date> due = {};  ///< the last day, where it has a limit
  std::string command = {};      ///< that settles it

  /// Who may do it: one of these people, where anybody is named, else who holds a role that allows it.
  std::vector<std::string> for_people = {};  ///< employee numbers
  domain::Permission permission = domain::Permission::read;
  bool own_too = false;     ///< whom it concerns may do it himself, without a role
  std::string asked = {};   ///< number of who was asked for his word, and needs no role for it
  std::string not_by = {};  ///< number or account of who may not: what he did himself needs another
};

/// Whose list.
struct TodoWanted {
  std::string person = {};  ///< number or name; empty: who acts
  bool all = false;         ///< everybody's
  std::string area = {};    ///< "leave" or "conduct" only; empty: every area
};

/// Oldest first.  Another's list, and everybody's, need Permission::read; one's own needs nothing.
/// Failure::not_permitted, Failure::not_found.
std::vector<TodoItem> list_todo(Office& office, const TodoWanted& wanted);

}  // namespace svcadm::usecase
