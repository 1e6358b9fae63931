#pragma once
// Names that a shell offers while somebody types: only what the acting person may list, never an amount.

#include <string>
#include <string_view>
#include <vector>

#include "base/message.hpp"

namespace svcadm::usecase {

class Office;

/// A word that a command takes in this place, and what it stands for.
struct OfferedName {
  std::string word;
  Arg about = std::string{};
};

/// What stands in a command's place for a name.
enum class NameOf {
  person,         ///< people in service; who holds no role that reads is offered himself only
  person_number,  ///< the same by their numbers
  department,
  shift,
  regulation,
  setting,
  leave,  ///< leaves and cards of two months back and those to come
};

/// Failure::not_permitted for who may not list them.
std::vector<OfferedName> names_of(Office& office, NameOf kind);

/// Ids in the commands that wait for the acting person in the area ("leave", "conduct", "clock-in").
std::vector<OfferedName> waiting_ids(Office& office, std::string_view area);

}  // namespace svcadm::usecase
