#pragma once
// A file system for SQLite that fails when it is told to: it stands before the default one and counts calls by kind.
//
// Besides it keeps, for each file, what was synced last: what would be left of it after a power cut.

#include <optional>
#include <string>
#include <vector>

namespace svcadm::test {

enum class FileCall { open, read, write, sync, truncate, remove, shm_map, shm_lock };

/// In the order of the enumeration.
const std::vector<FileCall>& file_calls();
std::string to_key(FileCall call);

/// How a write fails; the other calls say an error.
enum class Manner {
  error,  ///< nothing is written, the disk says an error
  half,   ///< the first half is written, then an error
  full,   ///< the first half is written, then the disk is full
};

/// What is to fail: one call only, or that and all later ones of any kind that changes the disk (a write then says
/// that the disk is full).
struct Fault {
  FileCall call = FileCall::write;
  int nth = 1;
  bool from_then_on = false;
  Manner manner = Manner::error;
};

/// What a power cut does to what was written and not synced.
enum class Cut {
  lost,  ///< none of it reached the disk
  torn,  ///< some sectors of it did
};

class FaultyVfs {
 public:
  /// Becomes the default of every connection that is opened from now on; the same for the whole process.
  static FaultyVfs& install();

  /// Counts from the first call again.
  void arm(std::optional<Fault> fault);
  void disarm() { arm(std::nullopt); }
  const std::optional<Fault>& armed() const;
  /// Whether the armed fault has happened.
  bool fired() const;
  int calls(FileCall call) const;

  /// Forgets the images of synced files.
  void forget_images();
  /// Puts what was synced of FILE and its log in FOLDER under the same names, as after a power cut; gives the path.
  /// Torn: of each sector that differs from the file as it stands now, the newer with even chance, by `seed`.
  /// \pre the test keeps FILE.before as FILE was when images were forgotten
  std::string power_cut(const std::string& file, const std::string& folder, Cut cut = Cut::lost,
                        unsigned seed = 1) const;

 private:
  FaultyVfs() = default;
};

}  // namespace svcadm::test
