#include "store/folder.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <filesystem>

namespace svcadm::store {

void sync_folder(const std::string& file) {
  const auto folder = std::filesystem::path{file}.parent_path();
  const int descriptor = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  ::fsync(descriptor);
  ::close(descriptor);
}

std::string behind_links(const std::string& file) {
  namespace fs = std::filesystem;
  constexpr int most_links = 40;  // as the system follows
  std::error_code failed;
  fs::path path{file};
  for (int links = 0; links < most_links && fs::is_symlink(path, failed); ++links) {
    path = path.parent_path() / fs::read_symlink(path, failed);
  }
  return path.string();
}

}  // namespace svcadm::store
