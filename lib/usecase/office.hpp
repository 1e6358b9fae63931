#pragma once
// What every use-case is handed: the file, who acts, and the moment.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/message.hpp"
#include "base/moment.hpp"
#include "domain/authority.hpp"
#include "store/database.hpp"

namespace svcadm::usecase {

/// What the command line knows about the call.
struct Caller {
  std::int64_t uid = 0;                       ///< account the process runs as
  std::optional<std::int64_t> sudo_uid = {};  ///< believed only where the account owns the file (svcadm-audit(7))
  std::string by = {};                        ///< --by: the person for whom a delegate types
  std::int64_t utc_seconds = 0;               ///< the machine's clock
  std::optional<Moment> as_of = {};           ///< --as-of
  bool dry_run = false;
};

/// The office's distance from UTC, as its settings say.
Span utc_offset(store::Database& database, std::int64_t utc_seconds);

/// "zh" or "en" as the office of FILE has set it; empty where it has not, or where there is no office to read.
std::string language_of_office(const std::string& file, std::int64_t utc_seconds);

/// An opened office.
class Office {
 public:
  /// Works out the office's civil time and who acts.
  Office(store::Database database, const Caller& caller);

  store::Database& database() { return database_; }
  Moment now() const { return as_of_; }  ///< the moment the use-case works with
  Date today() const { return date_of(as_of_); }
  Moment machine_now() const { return machine_; }
  bool dry_run() const { return caller_.dry_run; }
  bool demo() const { return demo_; }
  bool as_of_given() const { return caller_.as_of.has_value(); }
  const std::string& company() const { return company_; }
  const std::string& language() const { return language_; }  ///< "zh", "en" or empty

  /// Employee number of who acts, or "uid:N" for an account that is nobody's.
  const std::string& actor() const { return actor_; }
  /// Who typed it, where `actor` is the person behind --by; empty else.
  const std::string& delegate() const { return delegate_; }
  const std::vector<domain::Role>& roles() const { return roles_; }

  /// Whether something about this person would be decided by himself: as who acts, or, outside of a demo office, as
  /// who types for another.
  bool is_own(const std::string& employee_no) const {
    return actor_ == employee_no || (!demo_ && delegate_ == employee_no);
  }

  bool may(domain::Permission permission) const;
  /// Throws Failure::not_permitted with the roles that would allow it.
  void require(domain::Permission permission) const;

  /// What the person at the terminal should know besides the result; printed on stderr.
  std::vector<Message>& notes() { return notes_; }

 private:
  void find_actor();
  /// Failure::not_permitted for who has left, Failure::not_found for a number that nobody bears.
  void require_in_service();

  store::Database database_;
  Caller caller_;
  Moment machine_;
  Moment as_of_;
  bool demo_ = false;
  std::string company_;
  std::string language_;
  std::string actor_;
  std::string delegate_;
  std::vector<domain::Role> roles_;
  std::vector<Message> notes_;
};

}  // namespace svcadm::usecase
