#pragma once
// What is decided about a run: holds, approval, payment.

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "store/database.hpp"

namespace svcadm::store {

/// Employees who are held, and why.
using Holds = std::map<std::int64_t, std::string>;

struct ApprovalRow {
  std::int64_t id = 0;
  std::int64_t event = 0;
  std::int64_t run = 0;
  std::string sha256;  ///< of the rows that were approved
};

struct PaymentRow {
  std::int64_t id = 0;
  std::int64_t event = 0;
  std::int64_t run = 0;
  Date on;
  std::set<std::int64_t> failed = {};  ///< employees it did not reach
};

class PayrollStepsStore {
 public:
  using Known = std::optional<std::int64_t>;

  explicit PayrollStepsStore(Database& database) : database_{database} {}

  void hold(std::int64_t event, std::int64_t employee, Month month, const std::string& reason);
  void release(std::int64_t event, std::int64_t employee, Month month, const std::string& reason);
  Holds holds(Month month, Known known_until = {});

  void approve(std::int64_t event, std::int64_t run, const std::string& sha256);
  void withdraw(std::int64_t event, std::int64_t approval, const std::string& reason);
  /// The newest approval that nobody has withdrawn.
  std::optional<ApprovalRow> approval(std::int64_t run);

  void pay(std::int64_t event, const PaymentRow& payment);
  /// In the order in which they were recorded.
  std::vector<PaymentRow> payments(std::int64_t run);

 private:
  void set_hold(std::int64_t event, std::int64_t employee, Month month, bool held, const std::string& reason);

  Database& database_;
};

}  // namespace svcadm::store
