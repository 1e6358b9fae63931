#pragma once
// One table of a regulation file while it is read: typed values, and what is unknown in it afterwards.

#include <initializer_list>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/citation.hpp"
#include "base/half_days.hpp"
#include "base/message.hpp"
#include "base/moment.hpp"
#include "base/money.hpp"
#include "regulation/document.hpp"
#include "regulation/problems.hpp"

namespace svcadm::regulation {

/// What every citation of a file carries.
struct Source {
  std::string code = {};
  int edition = 0;
};

/// A word of the file and the value it stands for.
template <class T>
struct Word {
  std::string_view word;
  T value;
};

/// Reads one table.  A getter that does not find what it needs reports it and returns an empty value, so that
/// reading goes on and every problem is found.
class Fields {
 public:
  Fields(const Node& table, std::string path, const Source& source, Problems& problems)
      : table_{table}, path_{std::move(path)}, source_{source}, problems_{problems} {}

  bool has(std::string_view key);
  int line() const { return table_.line; }
  const std::string& path() const { return path_; }

  // The key must be there.
  std::string text(std::string_view key);
  std::string code(std::string_view key);  ///< lower case, digits and _: what people type on a command line
  Date date(std::string_view key);
  bool flag(std::string_view key);
  int count(std::string_view key, int least, int most);
  Money money(std::string_view key);    ///< not negative
  Rational rate(std::string_view key);  ///< not negative
  Rational part(std::string_view key);  ///< a rate that is at most the whole, 100%
  /// A rate of something else: above the whole only as "150%" or "3/2", for "150" is 150% with its sign forgotten.
  Rational share(std::string_view key);
  Span span(std::string_view key);
  HalfDays half_days(std::string_view key);  ///< "1/2", "3 days"
  Label label(std::string_view key);
  std::vector<std::string> codes(std::string_view key);  ///< a list, not empty, nothing twice

  template <class T>
  T word(std::string_view key, std::initializer_list<Word<T>> words) {
    return find_word<T>(key, text(key), words);
  }
  /// A list of words, each at most once.
  template <class T>
  std::vector<T> words(std::string_view key, std::initializer_list<Word<T>> known) {
    std::vector<T> values;
    for (const std::string& item : codes(key)) values.push_back(find_word<T>(key, item, known));
    return values;
  }

  /// `clause` (required), `rule` and `instrument`.
  Citation citation();

  /// The table below `key`.
  std::optional<Fields> table(std::string_view key);
  /// The list of tables below `key`, not empty.
  std::vector<Fields> tables(std::string_view key);
  /// The names and values of the table below `key`, all read as money.
  std::vector<std::pair<std::string, Money>> money_table(std::string_view key);

  /// Exactly one of the keys is there; its name, or nothing (reported).
  std::optional<std::string_view> one_of(std::initializer_list<std::string_view> keys);

  void problem(Message message, std::string_view key = {});
  /// Reports every key nobody asked for.
  void finish();

 private:
  template <class T>
  T find_word(std::string_view key, const std::string& given, std::initializer_list<Word<T>> words) {
    std::string known;
    for (const Word<T>& entry : words) {
      if (entry.word == given) return entry.value;
      known += (known.empty() ? "" : ", ") + std::string{entry.word};
    }
    if (!given.empty()) problem({"regulation.unknown-word", {given, known}}, key);
    return words.begin()->value;
  }
  const Node* need(std::string_view key, Node::Kind kind);
  std::string join(std::string_view key) const;
  void bad_value(std::string_view key, const std::string& given, std::string_view form);

  const Node& table_;
  std::string path_;
  const Source& source_;
  Problems& problems_;
  std::vector<std::string> asked_;  // in the order of asking, which is the manual's
};

/// "ABC.12": upper case and digits, a point, digits.
bool is_rule_id(std::string_view text);
/// "ABC", "ABC-D".
bool is_regulation_code(std::string_view text);
/// The ids of a `rule` value: a text or a list of texts.
std::vector<std::string> rule_ids(const Node& rule);
/// "2 days" -> 2 and "days"; nothing when it is no number and unit.
std::optional<std::pair<Rational, std::string>> parse_quantity(std::string_view text);

}  // namespace svcadm::regulation
