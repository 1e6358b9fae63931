#include "support/faulty_vfs.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <map>
#include <mutex>
#include <random>
#include <stdexcept>

#include <sqlite3.h>

namespace svcadm::test {

namespace {

/// One for the process, as SQLite's list of file systems is.
struct State {
  std::mutex mutex;
  std::optional<Fault> fault;
  bool fired = false;
  std::array<int, 8> counts{};
  std::map<std::string, std::string> images;  ///< what was synced, by path
};

State& state() {
  static State one;
  return one;
}

bool changes_the_disk(FileCall call) {
  return call == FileCall::write || call == FileCall::sync || call == FileCall::truncate || call == FileCall::remove;
}

/// Counts a call; whether it is to fail.
bool fails(FileCall call) {
  State& now = state();
  const std::lock_guard lock{now.mutex};
  const int count = ++now.counts[static_cast<std::size_t>(call)];
  if (!now.fault) return false;
  if (now.fired) return now.fault->from_then_on && changes_the_disk(call);
  if (now.fault->call != call || now.fault->nth != count) return false;
  now.fired = true;
  return true;
}

/// A file: ours first, the real one behind it.
struct File {
  sqlite3_file base;
  const char* path;  ///< SQLite keeps it until the file is closed; null for a temporary file
  sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

File* ours(sqlite3_file* file) { return reinterpret_cast<File*>(file); }
sqlite3_file* real(sqlite3_file* file) { return ours(file)->real(); }
const sqlite3_io_methods* methods(sqlite3_file* file) { return real(file)->pMethods; }

/// Read through SQLite's own handle: another one, once closed, would drop the process's locks.
void keep_image(sqlite3_file* file) {
  const char* path = ours(file)->path;
  sqlite3_int64 bytes = 0;
  if (path == nullptr || methods(file)->xFileSize(real(file), &bytes) != SQLITE_OK) return;
  std::string image(static_cast<std::size_t>(bytes), '\0');
  if (methods(file)->xRead(real(file), image.data(), static_cast<int>(bytes), 0) != SQLITE_OK) return;
  State& now = state();
  const std::lock_guard lock{now.mutex};
  now.images[path] = std::move(image);
}

int close_file(sqlite3_file* file) { return methods(file) != nullptr ? methods(file)->xClose(real(file)) : SQLITE_OK; }
int read_file(sqlite3_file* file, void* to, int bytes, sqlite3_int64 from) {
  return fails(FileCall::read) ? SQLITE_IOERR_READ : methods(file)->xRead(real(file), to, bytes, from);
}
int write_file(sqlite3_file* file, const void* from, int bytes, sqlite3_int64 to) {
  if (!fails(FileCall::write)) return methods(file)->xWrite(real(file), from, bytes, to);
  const Fault fault = FaultyVfs::install().armed().value_or(Fault{});
  if (fault.manner != Manner::error) methods(file)->xWrite(real(file), from, bytes / 2, to);
  return fault.from_then_on || fault.manner == Manner::full ? SQLITE_FULL : SQLITE_IOERR_WRITE;
}
int truncate_file(sqlite3_file* file, sqlite3_int64 bytes) {
  return fails(FileCall::truncate) ? SQLITE_IOERR_TRUNCATE : methods(file)->xTruncate(real(file), bytes);
}
int sync_file(sqlite3_file* file, int) {
  if (fails(FileCall::sync)) return SQLITE_IOERR_FSYNC;
  keep_image(file);  // nothing needs to reach the disk of the machine that tests
  return SQLITE_OK;
}
int file_size(sqlite3_file* file, sqlite3_int64* bytes) { return methods(file)->xFileSize(real(file), bytes); }
int lock_file(sqlite3_file* file, int level) { return methods(file)->xLock(real(file), level); }
int unlock_file(sqlite3_file* file, int level) { return methods(file)->xUnlock(real(file), level); }
int reserved(sqlite3_file* file, int* result) { return methods(file)->xCheckReservedLock(real(file), result); }
int control(sqlite3_file* file, int what, void* argument) {
  return methods(file)->xFileControl(real(file), what, argument);
}
int sector_size(sqlite3_file* file) { return methods(file)->xSectorSize(real(file)); }
int characteristics(sqlite3_file* file) { return methods(file)->xDeviceCharacteristics(real(file)); }
int shm_map(sqlite3_file* file, int region, int bytes, int extend, void volatile** memory) {
  return fails(FileCall::shm_map) ? SQLITE_IOERR_SHMMAP
                                  : methods(file)->xShmMap(real(file), region, bytes, extend, memory);
}
int shm_lock(sqlite3_file* file, int offset, int count, int flags) {
  // Giving a lock back cannot fail.
  const bool takes = (flags & SQLITE_SHM_LOCK) != 0;
  return takes && fails(FileCall::shm_lock) ? SQLITE_BUSY : methods(file)->xShmLock(real(file), offset, count, flags);
}
void shm_barrier(sqlite3_file* file) { methods(file)->xShmBarrier(real(file)); }
int shm_unmap(sqlite3_file* file, int remove) { return methods(file)->xShmUnmap(real(file), remove); }

// Version 2: without memory-mapped reading, which no call would show.
const sqlite3_io_methods faulty_methods{.iVersion = 2,
                                        .xClose = close_file,
                                        .xRead = read_file,
                                        .xWrite = write_file,
                                        .xTruncate = truncate_file,
                                        .xSync = sync_file,
                                        .xFileSize = file_size,
                                        .xLock = lock_file,
                                        .xUnlock = unlock_file,
                                        .xCheckReservedLock = reserved,
                                        .xFileControl = control,
                                        .xSectorSize = sector_size,
                                        .xDeviceCharacteristics = characteristics,
                                        .xShmMap = shm_map,
                                        .xShmLock = shm_lock,
                                        .xShmBarrier = shm_barrier,
                                        .xShmUnmap = shm_unmap,
                                        .xFetch = nullptr,
                                        .xUnfetch = nullptr};

sqlite3_vfs* behind(sqlite3_vfs* vfs) { return static_cast<sqlite3_vfs*>(vfs->pAppData); }

int open_file(sqlite3_vfs* vfs, const char* path, sqlite3_file* file, int flags, int* given) {
  file->pMethods = nullptr;
  if (fails(FileCall::open)) return SQLITE_CANTOPEN;
  File* opened = ours(file);
  opened->path = path;
  opened->real()->pMethods = nullptr;
  const int result = behind(vfs)->xOpen(behind(vfs), path, opened->real(), flags, given);
  if (opened->real()->pMethods != nullptr) file->pMethods = &faulty_methods;
  return result;
}
int remove_file(sqlite3_vfs* vfs, const char* path, int sync) {
  if (fails(FileCall::remove)) return SQLITE_IOERR_DELETE;
  const int result = behind(vfs)->xDelete(behind(vfs), path, sync);
  State& now = state();
  const std::lock_guard lock{now.mutex};
  now.images.erase(path);
  return result;
}

/// The default one with our opening and deleting before it.
sqlite3_vfs faulty_vfs() {
  sqlite3_vfs* standard = sqlite3_vfs_find(nullptr);
  sqlite3_vfs vfs = *standard;
  vfs.szOsFile = static_cast<int>(sizeof(File)) + standard->szOsFile;
  vfs.zName = "faulty";
  vfs.pAppData = standard;
  vfs.xOpen = open_file;
  vfs.xDelete = remove_file;
  return vfs;
}

}  // namespace

const std::vector<FileCall>& file_calls() {
  static const std::vector<FileCall> calls{FileCall::open,     FileCall::read,   FileCall::write,   FileCall::sync,
                                           FileCall::truncate, FileCall::remove, FileCall::shm_map, FileCall::shm_lock};
  return calls;
}

std::string to_key(FileCall call) {
  constexpr std::array keys{"open", "read", "write", "sync", "truncate", "delete", "shm-map", "shm-lock"};
  return keys[static_cast<std::size_t>(call)];
}

FaultyVfs& FaultyVfs::install() {
  static FaultyVfs one;
  static const bool installed = [] {
    static sqlite3_vfs vfs = faulty_vfs();
    return sqlite3_vfs_register(&vfs, 1) == SQLITE_OK;
  }();
  if (!installed) throw std::runtime_error{"SQLite takes no other file system"};
  return one;
}

void FaultyVfs::arm(std::optional<Fault> fault) {
  State& now = state();
  const std::lock_guard lock{now.mutex};
  now.fault = fault;
  now.fired = false;
  now.counts = {};
}

const std::optional<Fault>& FaultyVfs::armed() const { return state().fault; }
bool FaultyVfs::fired() const { return state().fired; }
int FaultyVfs::calls(FileCall call) const { return state().counts[static_cast<std::size_t>(call)]; }

void FaultyVfs::forget_images() {
  State& now = state();
  const std::lock_guard lock{now.mutex};
  now.images.clear();
}

namespace {

std::string bytes_of(const std::string& path) {
  std::ifstream in{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, {}};
}

/// SYNCED with some of the sectors that WRITTEN has beyond it; its length is that of the one or the other too.
std::string torn(const std::string& synced, const std::string& written, std::mt19937& random) {
  constexpr std::size_t sector = 512;
  std::string left = synced;
  left.resize(random() % 2 == 0 ? synced.size() : written.size(), '\0');
  for (std::size_t at = 0; at < std::min(left.size(), written.size()); at += sector) {
    const std::size_t bytes = std::min(sector, std::min(left.size(), written.size()) - at);
    if (random() % 2 == 0) left.replace(at, bytes, written, at, bytes);
  }
  return left;
}

}  // namespace

std::string FaultyVfs::power_cut(const std::string& file, const std::string& folder, Cut cut, unsigned seed) const {
  std::filesystem::create_directories(folder);
  const std::string path = folder + "/" + std::filesystem::path{file}.filename().string();
  std::mt19937 random{seed};
  State& now = state();
  const std::lock_guard lock{now.mutex};
  for (const char* suffix : {"", "-wal"}) {
    const auto image = now.images.find(file + suffix);
    std::filesystem::remove(path + suffix);
    if (cut == Cut::torn && std::filesystem::exists(file + suffix)) {
      std::string synced = image != now.images.end() ? image->second : std::string{};
      if (image == now.images.end() && *suffix == '\0') synced = bytes_of(file + ".before");
      std::ofstream{path + suffix, std::ios::binary} << torn(synced, bytes_of(file + suffix), random);
    } else if (image != now.images.end()) {
      std::ofstream{path + suffix, std::ios::binary} << image->second;
    } else if (*suffix == '\0') {
      // Never synced since images are kept: as it was before, which the test keeps beside it.
      std::filesystem::copy_file(file + ".before", path);
    }
  }
  std::filesystem::remove(path + "-shm");
  return path;
}

}  // namespace svcadm::test
