#pragma once
// Settings, roles, accounts and import batches.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "domain/authority.hpp"
#include "store/database.hpp"

namespace svcadm::store {

struct Setting {
  std::string key;
  Date from;
  std::string value;
};

struct RoleGrant {
  std::string holder;  ///< employee number or "uid:N"
  domain::Role role = domain::Role::reader;
  Date from;
  std::optional<Date> to;
  bool granted = true;
};

struct ImportBatch {
  std::string kind;
  std::string layout;
  std::string file;
  std::string sha256;
  std::string encoding;
  std::int64_t read = 0;
  std::int64_t imported = 0;
  std::int64_t known = 0;
  std::int64_t rejected = 0;
};

class OfficeStore {
 public:
  explicit OfficeStore(Database& database) : database_{database} {}

  /// The value in force on DAY: the latest from_day, then the latest event.
  std::optional<std::string> setting(const std::string& key, Date day);
  std::vector<Setting> settings(Date day);
  void set(std::int64_t event, const Setting& setting);

  std::vector<domain::Role> roles_of(const std::string& holder, Date day);
  /// All grants in force on DAY.
  std::vector<RoleGrant> grants(Date day);
  void grant(std::int64_t event, const RoleGrant& grant);

  std::optional<std::string> holder_of_account(std::int64_t uid);
  void map_account(std::int64_t event, std::int64_t uid, const std::string& holder);

  void add_batch(std::int64_t event, const ImportBatch& batch);

 private:
  Database& database_;
};

}  // namespace svcadm::store
