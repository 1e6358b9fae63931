#pragma once
// What is entered beside what is there already: names that look the same, numbers that a spreadsheet makes the same.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.hpp"
#include "store/people_store.hpp"

namespace svcadm::usecase {

/// Names and numbers that are known.  None of it is wrong: it is pointed out to who enters the next one.
class Lookalikes {
 public:
  Lookalikes() = default;
  explicit Lookalikes(const std::vector<store::Person>& people);
  explicit Lookalikes(const store::DepartmentTree& departments);

  /// From now on known; `who` is how messages name its bearer.
  void add_name(const std::string& name, const std::string& who);
  void add_number(const std::string& number, const std::string& who);

  /// That a name differs from a known one only by width, in composed or decomposed form, by case or by an invisible
  /// character.  Nothing of the very same name: two people may bear it.
  std::optional<Message> name_note(const std::string& name) const;
  /// That a number of digits differs from a known one only by zeros in front.
  std::optional<Message> number_note(const std::string& number) const;

 private:
  struct Known {
    std::string text;
    std::string who;
  };
  using Index = std::multimap<std::string, Known>;
  static const Known* other(const Index& index, const std::string& key, const std::string& text);

  Index names_;    // by folded name
  Index numbers_;  // by number without zeros in front
};

/// A number of digits without zeros in front; any other text as it is.
std::string without_leading_zeros(std::string_view number);

}  // namespace svcadm::usecase
