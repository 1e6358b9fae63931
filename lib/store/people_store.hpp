#pragma once
// Departments as a dated tree, and people with their terms of employment.
//
// Every reading function takes `known_until`, the number of an event: only facts recorded by it or before are
// looked at.  None means all that the file knows.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/money.hpp"
#include "store/database.hpp"

namespace svcadm::store {

/// A department as it is on one day.
struct Department {
  std::int64_t id = 0;
  std::string code;  ///< the name it was founded with
  std::string name;
  std::optional<std::int64_t> parent;  ///< none for the company, the root
};

/// All departments with their history; small enough to be held whole.
class DepartmentTree {
 public:
  struct Term {
    Date from;
    std::string name;
    std::optional<std::int64_t> parent;
  };
  struct Entry {
    std::int64_t id = 0;
    std::string code;
    std::vector<Term> terms;  ///< ascending, one for each from
  };

  /// \pre ascending by id
  explicit DepartmentTree(std::vector<Entry> entries) : entries_{std::move(entries)} {}

  const std::vector<Entry>& entries() const { return entries_; }
  const Entry* entry(std::int64_t id) const;
  /// The department on DAY; on a day before its founding, as founded.  \pre the id exists
  Department on(std::int64_t id, Date day) const;
  /// Founded by DAY, in the order of a printed tree: each below its parent, sisters as they were founded.
  std::vector<Department> list(Date day) const;
  /// Steps from the company down: 0 for the company itself.
  int depth(std::int64_t id, Date day) const;
  /// By its name on DAY, else by the name it was founded with.
  std::optional<Department> find(std::string_view word, Date day) const;
  /// The department and all above it, nearest first.
  std::vector<std::int64_t> upwards(std::int64_t id, Date day) const;
  /// Whether `id` is `above` or lies somewhere below it on DAY.
  bool lies_in(std::int64_t id, std::int64_t above, Date day) const;

 private:
  const Term& term(const Entry& entry, Date day) const;
  std::vector<Entry> entries_;
};

/// A period with constant attributes, of one service.
struct TermSpan {
  Date from;
  Date to;  ///< the last day, inclusive
  std::int64_t department = 0;
  std::string post = {};
  std::string grade = {};
  std::optional<std::int64_t> superior = {};  ///< employee id
  std::optional<Money> base_pay = {};         ///< his own, where a regulation's table does not give it
  Date hired = {};                            ///< first day of the service; years count from here
  std::optional<Date> left = {};              ///< last day worked of the service
  std::optional<Date> probation_end = {};     ///< last day of its probation; none: the regulation gives the default
};

/// Somebody employed, as far as it concerns a span of days.
struct Person {
  std::int64_t id = 0;
  std::string employee_no;
  std::string name = {};                   ///< on the last day of service in the span
  Date hired = {};                         ///< first day of the newest service in the span
  std::optional<Date> left = {};           ///< its last day worked
  std::optional<Date> probation_end = {};  ///< last day of its probation
  std::vector<TermSpan> terms = {};        ///< ascending days of service in the span; a gap where he was away

  /// His attributes on DAY; nullptr when he was not in service (or DAY lies outside of the span).
  const TermSpan* term_on(Date day) const;
  bool in_service(Date day) const { return term_on(day) != nullptr; }
};

enum class NumberKind { employee, device, agent };

/// "employee", "device", "agent": the keys of table punch_number.
std::string to_key(NumberKind kind);

/// Who holds a punch number on which days.
struct NumberHolder {
  NumberKind kind = NumberKind::employee;
  std::string text;
  std::int64_t employee = 0;
  Date from;
  Date to;  ///< inclusive; the last day worked, though a shift of that day may end on the next
};

/// What can change about a person; the keys of table employee_term.
enum class Attribute {
  name,
  department,  ///< id of the department, as text
  post,
  grade,
  superior,       ///< employee id
  base_pay,       ///< fen
  probation_end,  ///< days since 1970-01-01; the last day
  hired,          ///< days; from_day names the service that begins
  left,           ///< days, the last day worked; from_day is that of the `hired` it ends
  device_number,
  agent_number,
};

/// One attribute from a day on.  An empty value takes it away.
struct EmployeeTerm {
  std::int64_t employee = 0;
  Attribute attribute = Attribute::name;
  Date from;
  std::string value;
};

/// A service: from the day of hire to the last day worked.
struct Service {
  Date key;  ///< from_day of the `hired` row, which corrections keep
  Date hired;
  std::optional<Date> left;
};

/// Somebody who leaves, and why.
struct Exit {
  std::int64_t employee = 0;
  Date last_day;
  std::string reason;
};

/// How lists of people are ordered: runs of digits by their value (E2 before E10), else by bytes.
bool number_before(std::string_view a, std::string_view b);

class PeopleStore {
 public:
  using Known = std::optional<std::int64_t>;

  explicit PeopleStore(Database& database) : database_{database} {}

  DepartmentTree departments(Known known_until = {});
  std::int64_t add_department(std::int64_t event, const std::string& code);
  void set_department(std::int64_t event, std::int64_t department, const DepartmentTree::Term& term);

  /// In service on any day of the span, ordered by number_before.
  std::vector<Person> people_between(Date first, Date last, Known known_until = {});
  /// The person of that number as on DAY; who is not in service then is given as on the last day of his service
  /// before it, else as on the first day of the one to come.
  std::optional<Person> find(const std::string& employee_no, Date day, Known known_until = {});
  std::optional<Person> find(std::int64_t id, Date day, Known known_until = {});
  /// Who bears the name on DAY and is in service.
  std::vector<Person> find_by_name(const std::string& name, Date day, Known known_until = {});
  /// All of a person's life in the file.
  std::optional<Person> history(std::int64_t id, Known known_until = {});
  std::vector<Service> services(std::int64_t id, Known known_until = {});
  /// The value of an attribute on DAY; empty where there is none.
  std::string value(std::int64_t id, Attribute attribute, Date day, Known known_until = {});
  /// All terms that count, by employee, attribute and day; for whoever looks at thousands of people at once.
  std::vector<EmployeeTerm> terms(Known known_until = {});
  std::vector<EmployeeTerm> terms_of(std::int64_t id, Known known_until = {});
  std::optional<std::int64_t> id_of(const std::string& employee_no);
  std::string number_of(std::int64_t id);

  /// Employee, device and agent numbers of people in service, ordered by kind, text and day.
  std::vector<NumberHolder> number_holders(Date first, Date last, Known known_until = {});

  /// Terms that were recorded after that event, of whom.
  std::vector<std::pair<std::int64_t, Attribute>> changed_since(std::int64_t event);

  std::int64_t add_employee(std::int64_t event, const std::string& employee_no);
  void add_terms(std::int64_t event, std::span<const EmployeeTerm> terms);
  void add_exit(std::int64_t event, const Exit& exit);
  /// Who leaves or has left, by last day; not who stays after all or has come back.
  std::vector<Exit> exits();

 private:
  Database& database_;
};

}  // namespace svcadm::store
