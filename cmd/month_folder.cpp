#include "cmd/month_folder.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string>

#include <fcntl.h>
#include <unistd.h>

#include "base/error.hpp"

namespace svcadm::cmd {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void cannot_write(const fs::path& path, const std::string& reason) {
  throw Error{Failure::disk, Message{"disk.cannot-write", {path.string(), reason}}};
}

}  // namespace

MonthFolder::MonthFolder(fs::path place) : place_{std::move(place)} {
  path_ = place_.parent_path() / ("." + place_.filename().string() + ".tmp-" + std::to_string(::getpid()));
  std::error_code error;
  fs::remove_all(path_, error);
  fs::create_directories(path_, error);
  if (error) cannot_write(place_, error.message());
}

MonthFolder::~MonthFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

void MonthFolder::take_place() {
  // Exchanged in one step where there is one already; the older then stands where this one was, and goes with it.
  const unsigned flags = fs::exists(place_) ? RENAME_EXCHANGE : RENAME_NOREPLACE;
  if (::renameat2(AT_FDCWD, path_.c_str(), AT_FDCWD, place_.c_str(), flags) != 0) {
    cannot_write(place_, std::strerror(errno));
  }
}

}  // namespace svcadm::cmd
