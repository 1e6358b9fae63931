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

}  // namespace svcadm::store
