#include "cmd/nearest.hpp"

#include <algorithm>
#include <vector>

namespace svcadm::cmd {

int edit_distance(std::string_view a, std::string_view b) {
  // One row per letter of `a`; a swap looks two rows back.
  std::vector<int> before_last(b.size() + 1);
  std::vector<int> last(b.size() + 1);
  std::vector<int> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    before_last.swap(last);
    last.swap(row);
    row[0] = static_cast<int>(i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const int replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({replaced, last[j] + 1, row[j - 1] + 1});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
  }
  return row[b.size()];
}

std::optional<std::string> nearest(std::string_view typed, std::span<const std::string> names) {
  for (const std::string& name : names) {
    if (typed.size() > 1 && typed != "--" && name.starts_with(typed)) return name;
  }
  std::optional<std::string> best;
  int least = 3;
  for (const std::string& name : names) {
    const int distance = edit_distance(typed, name);
    if (distance >= least || distance * 2 >= static_cast<int>(name.size())) continue;
    least = distance;
    best = name;
  }
  return best;
}

}  // namespace svcadm::cmd
