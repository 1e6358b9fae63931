#pragma once
// Which regulation governs whom since when: adoptions and editions put together.

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/error.hpp"
#include "domain/policy.hpp"
#include "regulation/regulation.hpp"
#include "store/database.hpp"
#include "store/people_store.hpp"
#include "store/regulation_store.hpp"

namespace svcadm::usecase {

/// An adoption that holds for a department on a day.
struct Governing {
  regulation::Area area = regulation::Area::attendance;
  std::string code;             ///< empty: none adopted
  std::int64_t adopted_by = 0;  ///< the department whose adoption it is
  Date from;
  int edition = 0;
};

/// Reads editions and adoptions once; answers from memory for the days of its span.
class PolicyBook {
 public:
  PolicyBook(store::Database& database, const store::DepartmentTree& departments, Date first, Date last,
             std::optional<std::int64_t> known_until = {});

  /// All that holds for a department on a day; the same pointer on all days between two changes.
  /// Lives as long as the book.  \pre the day lies in the span
  const domain::Policy* on(std::int64_t department, Date day);

  /// For each area the adoption that holds.
  std::vector<Governing> governing(std::int64_t department, Date day) const;

  /// What governs the person's days of the span one after the other; each stretch of the same once.
  std::vector<const domain::Policy*> one_after_another(const store::Person& person);

  /// All that holds for a department on a day, in the span or not.
  domain::Policy put_together(std::int64_t department, Date day) const;

  /// Days on which that may change for somebody: adoptions, editions' own dates, and moves in the tree.
  std::set<Date> change_days() const;

  /// One problem for each area of `needed` that nothing governs, with the command that adopts.
  std::vector<Problem> missing(std::int64_t department, Date day, const std::vector<regulation::Area>& needed) const;

  /// The law's limit on deductions for damage at a place; none where either value is not in force.
  std::optional<domain::DamageLimit> damage_limit(const std::string& place, Date day) const;

  /// The first day on which some law in the file gives the place's minimum wage.
  std::optional<Date> minimum_wage_since(const std::string& place) const;

  /// Codes of the places whose minimum wage some law in the file gives, on whatever day.
  std::set<std::string> places() const;

  const regulation::Regulation* find(const std::string& code) const;

 private:
  std::vector<const domain::Policy*> policies_by_day(std::int64_t department);
  const domain::Policy* shared(domain::Policy policy);

  const store::DepartmentTree& departments_;
  Date first_;
  Date last_;
  std::vector<store::AdoptionRow> adoptions_;
  std::map<std::string, regulation::Regulation> regulations_;
  std::vector<std::unique_ptr<const domain::Policy>> policies_;                   // each different one once
  std::unordered_map<std::int64_t, std::vector<const domain::Policy*>> of_days_;  // by department; from first_ on
};

}  // namespace svcadm::usecase
