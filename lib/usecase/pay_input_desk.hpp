#pragma once
// What has to be looked at before an entry for a month's pay is recorded.  For pay_input*.cpp only.

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "store/payroll_store.hpp"
#include "tabular/csv_reader.hpp"
#include "usecase/directory.hpp"
#include "usecase/pay_inputs.hpp"
#include "usecase/policy_book.hpp"

namespace svcadm::usecase {

/// People, regulations and living entries of a month, read once; entries are checked one after the other.
class InputDesk {
 public:
  /// `file` is the name in problems; empty on the command line, where each entry is a new one.
  InputDesk(Office& office, Month month, std::string file);

  /// Sorts the entry to the fresh ones, the known ones or the problems.
  void check(const InputEntry& entry);

  /// The file's own headings by key; none on the command line.
  std::map<std::string, std::string, std::less<>> headings = {};
  std::vector<std::pair<int, store::InputRow>> fresh = {};  ///< line -> what is to be recorded
  std::vector<int> known = {};                              ///< lines of entries that are there already
  tabular::Problems problems = {};
  bool own = false;      ///< one of the problems is an entry about who acts
  bool unknown = false;  ///< one of them is that somebody is not known

 private:
  void complain(const InputEntry& entry, std::string_view key, Message message, std::string way_out = {});
  /// Whether the file has said the same of the person before.
  bool said_before(const store::InputRow& row) const;

  Office& office_;
  Month month_;
  std::string file_;
  Directory directory_;
  store::DepartmentTree departments_;
  PolicyBook book_;
  std::vector<store::InputRow> living_;  // the id is negative once an entry of the file was the same
};

}  // namespace svcadm::usecase
