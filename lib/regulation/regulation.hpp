#pragma once
// Regulations as data: one file is read, checked strictly, and answers what it says on a day.
// The vocabulary is svcadm-regulation(5).

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/citation.hpp"
#include "base/error.hpp"
#include "domain/policy.hpp"
#include "regulation/document.hpp"

namespace svcadm::regulation {

/// What a department can adopt from a regulation, one by one.  `law` is adopted by nobody and holds for all.
enum class Area { attendance, leave, payroll, appraisal, discipline, law };

/// "attendance"; also how an area is named on the command line.
std::string to_key(Area area);
std::optional<Area> parse_area(std::string_view key);

/// One entry of a file, for `regulation show` and `coverage`.
struct EntryInfo {
  std::string section;       ///< "attendance.lateness"
  std::string code;          ///< empty where the section has no codes
  std::optional<Area> area;  ///< none: the entry concerns the regulation as a whole (signature)
  Date from;
  std::optional<Date> until;  ///< exclusive: the next entry's `from`, or its own `until`
  std::string clause;
  std::vector<std::string> rules;  ///< every catalogue id named in the entry, also inside its tables
  int line = 0;
  std::vector<std::pair<std::string, Node>> values;  ///< key and value, in the file's order
};

/// An open reading: a choice that the text leaves open, where it is made, and what else it could be.
struct Reading {
  std::string key;  ///< "section.key" or "section.code.key", as `regulation set` takes it
  std::string clause;
  Label asks;
  std::string value;                      ///< in force on the day; empty where nothing is
  std::vector<std::string> alternatives;  ///< each may be given to set_value
};

/// A place whose minimum wage is known.
struct LawPlace {
  std::string code;
  Label label;
  bool example = false;  ///< shipped to show the form: the office checks it before it relies on it
};

/// When a value of law was last compared with its source.
struct LawCheck {
  std::string section;
  std::string code;
  Date from;
  Citation cite;
  Date checked;
};

/// Every answer a regulation gives on one day.
struct InForce {
  domain::Policy policy = {};
  std::optional<Citation> signature = std::nullopt;
  std::optional<Cited<Rational>> damage_share = std::nullopt;
  std::map<std::string, Cited<Money>, std::less<>> minimum_wages = {};  ///< by place
  friend bool operator==(const InForce&, const InForce&) = default;
};

/// One parsed, validated edition; never changes.
class Regulation {
 public:
  const std::string& code() const { return code_; }
  const Label& title() const { return title_; }
  int edition() const { return edition_; }

  /// The areas in which the file says something on some day, in the order of the enumeration.
  std::vector<Area> areas() const;

  /// Writes what is in force on `day` in `area` into `into`, replacing that area's part of it (an empty one
  /// where nothing is in force).  Citations carry this regulation's code and edition.  Area::payroll sets
  /// `into.regulation` too.  Nothing happens for Area::law.
  void apply(Area area, Date day, domain::Policy& into) const;

  /// Everything in force on `day`; null where nothing is.
  const InForce* in_force(Date day) const;

  /// Days on which something changes, ascending; between two of them every answer is the same.
  std::vector<Date> change_days() const;

  std::vector<Reading> readings(Date on) const;
  std::vector<EntryInfo> entries() const;

  /// Employees have to sign this regulation.
  std::optional<Citation> signature(Date day) const;

  /// The share of a month's pay that damages may take.
  std::optional<Cited<Rational>> damage_share(Date day) const;
  std::optional<Cited<Money>> minimum_wage(std::string_view place, Date day) const;
  std::vector<LawPlace> places() const;
  std::vector<LawCheck> law_checks() const;

 private:
  friend class Builder;

  /// All answers that hold from a day on.
  struct Period {
    Date from;
    InForce says = {};
    std::map<std::string, std::string, std::less<>> reading_values = {};
  };
  const Period* period(Date day) const;

  std::string code_;
  Label title_;
  int edition_ = 0;
  std::vector<Period> periods_;  // ascending; the first begins with the first entry
  std::vector<EntryInfo> entries_;
  std::vector<Reading> readings_;
  std::vector<LawPlace> places_;
  std::vector<LawCheck> law_checks_;
};

/// Reads and checks a regulation.  `file_name` is only for the messages.
/// \throws Error Failure::input with every problem of meaning, or with the first of broken syntax.
Regulation read_regulation(std::string_view text, std::string_view file_name, int edition = 0);

/// As read_regulation, of a text that is to become an edition: refuses besides what an older program took, and what
/// payroll(1) check names where it is in force.
Regulation read_new_regulation(std::string_view text, std::string_view file_name);

/// The text of the next edition: the entry that is in force on `from` is written again from that day on with
/// one value changed.  `key` is "section.key" or "section.code.key"; parts of a value are reached by further
/// steps, list items by their number from 1 ("attendance.lateness.tiers.3.deduct").  The two spellings of one
/// boundary (`up_to` and the next `over`) change together.  A list of words is given with commas, other tables
/// and lists as TOML.  The result is not validated: read_regulation does that.
/// \throws Error Failure::not_found where no such value is in force on the day; Failure::input where `value`
/// is no value.
std::string set_value(std::string_view text, std::string_view key, std::string_view value, Date from);

/// Catalogue ids of the file that are read: the answers on some day differ when what names the id is taken out.
/// \pre read_regulation accepts the text
std::vector<std::string> rules_read(std::string_view text);

/// What does not fit together in a policy put together from several regulations: names of leave kinds and pay
/// items that nobody defines, time that no deduction takes or that two take.  Empty is sound.
std::vector<Message> policy_problems(const domain::Policy& policy);

}  // namespace svcadm::regulation
