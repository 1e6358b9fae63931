#include "cmd/month_folder.hpp"

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
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

/// Folders of processes that were killed.
void remove_abandoned(const fs::path& parent, const std::string& name) {
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator{parent.empty() ? fs::path{"."} : parent, ignored}) {
    const std::string file = entry.path().filename().string();
    if (!file.starts_with(name)) continue;
    const int process = std::atoi(file.c_str() + name.size());
    if (process > 0 && ::kill(process, 0) != 0 && errno == ESRCH) fs::remove_all(entry.path(), ignored);
  }
}

}  // namespace

void require_ours(const fs::path& place) {
  std::error_code ignored;
  if (!fs::exists(fs::symlink_status(place, ignored))) return;
  const bool folder = fs::is_directory(fs::symlink_status(place, ignored));
  if (folder && (fs::exists(place / "index.html", ignored) || fs::is_empty(place, ignored))) return;
  throw Error{Failure::conflict, Message{"month-end.not-its-folder", {place.string()}}};
}

MonthFolder::MonthFolder(fs::path place) : place_{std::move(place)} {
  require_ours(place_);
  const std::string name = "." + place_.filename().string() + ".tmp-";
  remove_abandoned(place_.parent_path(), name);
  path_ = place_.parent_path() / (name + std::to_string(::getpid()));
  std::error_code error;
  fs::remove_all(path_, error);
  fs::create_directories(path_, error);
  // Everybody's pay is in it: for its owner alone, unless the folder that it replaces is open to others.
  const fs::file_status before = fs::status(place_);
  if (!error) fs::permissions(path_, fs::exists(before) ? before.permissions() : fs::perms::owner_all, error);
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
