#pragma once
// What has to be looked at before anybody is employed or changed.  For employee*.cpp only.

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "store/people_store.hpp"
#include "usecase/directory.hpp"
#include "usecase/employee.hpp"

namespace svcadm::usecase {

/// A problem and the kind of failure it is, where it comes alone.
struct Fault {
  Failure failure;
  std::string field;  ///< key of the layout's field
  Problem problem;
};

constexpr Date end_of_days{2'000'000'000};

/// Punch numbers and who holds them when.
class NumberBook {
 public:
  explicit NumberBook(const std::vector<store::NumberHolder>& holders);
  /// Another than `employee` who holds the number on a day of the span.
  std::optional<store::NumberHolder> other_holder(store::NumberKind kind, const std::string& text,
                                                  std::int64_t employee, Date from, Date to) const;
  void add(const store::NumberHolder& holder);

 private:
  std::multimap<std::pair<store::NumberKind, std::string>, store::NumberHolder> holders_;
};

/// All people and departments, read once.
class Intake {
 public:
  explicit Intake(store::Database& database, Date today);

  /// Whether the employee is in the file just as the draft says: when he began, or today.
  bool is_known(const NewEmployee& draft) const;
  /// Everything that is wrong with a draft.  `also_here` tells whether a word names somebody of the same file.
  std::vector<Fault> check(const NewEmployee& draft, const std::function<bool(const std::string&)>& also_here,
                           bool add_departments);
  /// Reserves the draft's punch numbers against later drafts.
  void reserve(const NewEmployee& draft);
  /// What a former service left behind and the new one must not inherit: rows that take it away.
  std::vector<store::EmployeeTerm> leftovers(const NewEmployee& draft, std::int64_t employee) const;

  const store::DepartmentTree& departments() const { return departments_; }
  const Directory& directory() const { return directory_; }
  const NumberBook& numbers() const { return numbers_; }
  /// Whom the draft names as superior: of several who bore the name, who is in service; nullptr for nobody.
  const store::Person* superior(const NewEmployee& draft) const;
  std::optional<store::Department> department(const std::string& word, Date day) const;
  /// The number of somebody's superior on a day; empty where there is none.
  std::string superior_number(const std::string& employee_no, Date day) const;
  /// The value of an attribute on a day; empty where there is none.
  std::string value(std::int64_t employee, store::Attribute attribute, Date day) const;

 private:
  Date today_;
  store::DepartmentTree departments_;
  Directory directory_;
  std::vector<store::EmployeeTerm> terms_;
  NumberBook numbers_;
  std::optional<Month> closed_;
  std::vector<std::string> reserved_;  // employee numbers; their stand-in id is -1 - position
};

/// The rows that employ somebody.  \pre checked; `superior` is the id of the one it names
std::vector<store::EmployeeTerm> terms_of(const NewEmployee& draft, std::int64_t employee, std::int64_t department,
                                          std::optional<std::int64_t> superior);

/// What is wrong where SUPERIOR is to be above somebody: nobody may be above himself, however many steps lie between.
/// `superior_of` gives the number of somebody's superior, empty for none.
std::optional<Message> superior_circle(const std::string& employee_no, const std::string& superior,
                                       const std::function<std::string(const std::string&)>& superior_of);

/// Without blanks, colons and control characters: it can stand in a command and is no account.
bool good_employee_no(const std::string& text);

}  // namespace svcadm::usecase
