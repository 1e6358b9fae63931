#pragma once
// Permission, transaction and audit meet here, so that no use-case has to remember them.

#include <cstdint>
#include <string>

#include "domain/authority.hpp"
#include "store/database.hpp"
#include "usecase/office.hpp"

namespace svcadm::usecase {

/// An authorised, audited write transaction.  Work that is not concluded is undone.
class UnitOfWork {
 public:
  /// Checks permission and clock, then begins.  `action` is "noun.verb".
  /// Failure::not_permitted (recorded), Failure::busy, Failure::refused for a clock that has gone back.
  UnitOfWork(Office& office, domain::Permission permission, std::string action);

  /// The work of somebody who acts for himself, here and now, and needs no role: being known to the file is enough,
  /// as standing before the clock is.
  UnitOfWork(Office& office, std::string action);

  /// The number that every row written here carries.
  std::int64_t event() const { return event_; }

  /// Writes the audit event and commits; in a dry run neither.
  /// `detail` is JSON: the arguments worth keeping.
  void conclude(const std::string& subject, const std::string& detail = "{}");

 private:
  Office& office_;
  std::string action_;
  store::WriteTransaction transaction_;
  std::int64_t event_;
};

/// Text for inside the quotes of an event's detail.
std::string json_text(const std::string& text);

/// A moment of the file to read from, after a check of permission.
class Reading {
 public:
  Reading(Office& office, domain::Permission permission);

 private:
  store::ReadView view_;
};

}  // namespace svcadm::usecase
