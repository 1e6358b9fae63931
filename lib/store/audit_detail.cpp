#include "store/audit_detail.hpp"

#include <nlohmann/json.hpp>

namespace svcadm::store {

std::string without_amounts(const std::string& detail) {
  using json = nlohmann::ordered_json;
  json members = json::parse(detail, nullptr, false);
  if (!members.is_object()) return "{}";
  bool withheld = false;
  for (auto& [name, value] : members.items()) {
    if (!name.ends_with("_fen")) continue;
    value = "withheld";
    withheld = true;
  }
  return withheld ? members.dump() : detail;
}

}  // namespace svcadm::store
