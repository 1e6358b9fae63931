#pragma once
// What no regulation decides: the office's own settings, dated and audited.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/moment.hpp"

namespace svcadm::usecase {

class Office;

/// "+08:00" -> eight hours; nothing when it is no offset between -12:00 and +14:00.
std::optional<Span> parse_utc_offset(std::string_view text);

/// A key that can be set, and what its value looks like (a message id "setting.*" describes it).
struct SettingKey {
  std::string key;
  std::string form;
};
const std::vector<SettingKey>& setting_keys();

struct SettingValue {
  std::string key;
  std::string value;  ///< empty: not set
  std::optional<Date> from;
};
std::vector<SettingValue> list_settings(Office& office);

/// Failure::usage for an unknown key or a value not of its form; Failure::conflict where it would change a closed
/// month.
void change_setting(Office& office, const std::string& key, const std::string& value, Date from);

}  // namespace svcadm::usecase
