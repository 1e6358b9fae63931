#pragma once
// What a file of punches holds, whatever its form: drafts to be recorded, and lines that are none.

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tsl/robin_map.h>

#include "domain/attendance.hpp"
#include "usecase/rejects.hpp"

namespace svcadm::usecase {

/// The distinct numbers of a file, each with a small index.
class PunchNumbers {
 public:
  std::uint32_t index(std::string_view text) {
    const auto known = indexes_.find(text);
    if (known != indexes_.end()) return known->second;
    const auto next = static_cast<std::uint32_t>(texts_.size());
    texts_.emplace_back(text);
    indexes_.emplace(texts_.back(), next);
    return next;
  }
  const std::vector<std::string>& texts() const { return texts_; }
  const std::string& text(std::uint32_t index) const { return texts_[index]; }

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  std::vector<std::string> texts_;
  tsl::robin_map<std::string, std::uint32_t, Hash, std::equal_to<>> indexes_;
};

/// Kept small: a city's month has millions.
struct PunchDraft {
  static constexpr std::uint32_t no_device = UINT32_MAX;

  Moment at;
  std::uint32_t number = 0;  ///< index in PunchNumbers
  int line = 0;
  std::uint32_t device = no_device;  ///< index in PunchFile::devices, where the line names its clock
  std::int16_t state = -1;
  domain::Direction direction = domain::Direction::unsaid;
};
static_assert(sizeof(PunchDraft) == 24);

struct SessionDraft {
  Moment from;
  std::optional<Moment> to;
  std::uint32_t number = 0;
  int line = 0;
};

struct PunchFile {
  std::string name;                 ///< as problems name it
  int header_line = 0;              ///< 0 where there is none
  std::string number_heading = {};  ///< of the column with the number
  std::string time_heading = {};    ///< of the column with the time, or the day
  PunchNumbers numbers = {};
  PunchNumbers devices = {};
  std::vector<PunchDraft> punches = {};
  std::vector<SessionDraft> sessions = {};
  Rejects rejects = {};
  std::int64_t read = 0;  ///< lines that say something, damage included
};

}  // namespace svcadm::usecase
