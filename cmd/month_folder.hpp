#pragma once
// A folder that is written beside its place and takes it as a whole.

#include <filesystem>

namespace svcadm::cmd {

/// Failure::conflict where something else than such a folder, or an empty one, stands in its place: it would be
/// replaced as a whole.
void require_ours(const std::filesystem::path& place);

class MonthFolder {
 public:
  /// Makes an empty folder beside PLACE, as open to others as what stands there, else for its owner alone.
  /// Failure::disk where that is not possible; Failure::conflict as require_ours.
  explicit MonthFolder(std::filesystem::path place);
  /// Takes away what did not take its place.
  ~MonthFolder();
  MonthFolder(const MonthFolder&) = delete;
  MonthFolder& operator=(const MonthFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  /// Puts the folder in its place; one that stands there goes with all it holds.  A reader sees the one or the other.
  void take_place();

 private:
  std::filesystem::path place_;
  std::filesystem::path path_;
};

}  // namespace svcadm::cmd
