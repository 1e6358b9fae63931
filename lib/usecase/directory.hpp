#pragma once
// Whom a word names: people by number or name, departments by name.

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/error.hpp"
#include "store/people_store.hpp"

namespace svcadm::usecase {

class Office;

/// The person a word names: an employee number, or a name that one person in service on DAY bears.  A number also
/// finds who is not in service then (store::PeopleStore::find).
/// Failure::not_found with the nearest names, Failure::usage where several bear the name.
store::Person find_person(Office& office, std::string_view word, Date day);

/// Failure::not_found with the nearest names.
store::Department find_department(const store::DepartmentTree& departments, std::string_view word, Date day);

/// The same, for who does not hold the tree already.
store::Department find_department(Office& office, std::string_view word, Date day);

/// The names that are nearest to what was typed: at most three, best first.
std::vector<std::string> nearest_names(std::string_view typed, const std::vector<std::string>& names);

/// Of people and departments, in bytes.
inline constexpr std::size_t longest_name = 200;
Message name_too_long(const std::string& name);

/// Whom a row means, or what is wrong with what it says.
struct Named {
  const store::Person* person = nullptr;          ///< nullptr: nobody, or several
  std::optional<Problem> problem = std::nullopt;  ///< none where all is well
  const char* field = "employee_no";              ///< the layout's field that the problem concerns
};

/// Everybody in service in a span, looked up without a query each.  For imports.
class Directory {
 public:
  Directory(store::Database& database, Date first, Date last);
  Directory(const Directory&) = delete;  // the indexes point into people_
  Directory& operator=(const Directory&) = delete;

  /// In the order of lists (store::number_before).
  const std::vector<store::Person>& people() const { return people_; }
  const store::Person* by_id(std::int64_t id) const;
  const store::Person* by_number(std::string_view employee_no) const;
  /// By number, by both as lists show them ("1001 王芳"), else by the name that one person bears, in the span or on DAY
  /// where several did; nullptr else.
  const store::Person* find(std::string_view word, std::optional<Date> day = {}) const;
  /// Why find() gave nothing: unknown (with the nearest, the first fifty times) or ambiguous (with the candidates).
  Message complaint(std::string_view word, std::optional<Date> day = {}) const;
  /// Whom a row of a sheet means by its columns employee_no and name.  The former may hold a name too; where it is
  /// empty the latter decides, else the two must agree.  \pre one of them says something
  Named named(const std::string& employee_no, const std::string& name, std::optional<Date> day = {}) const;

 private:
  /// Who bears the name: in the span, or those in service on DAY where several do.
  std::vector<const store::Person*> bearers(std::string_view name, std::optional<Date> day) const;

  std::vector<store::Person> people_;
  std::unordered_map<std::int64_t, const store::Person*> by_id_;
  std::unordered_map<std::string_view, const store::Person*> by_number_;
  std::unordered_multimap<std::string_view, const store::Person*> by_name_;
  mutable int searched_ = 0;  // searching the nearest takes long, and nobody reads a thousand suggestions
};

}  // namespace svcadm::usecase
