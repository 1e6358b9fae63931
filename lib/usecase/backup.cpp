#include "usecase/backup.hpp"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "base/error.hpp"
#include "base/suggestion.hpp"
#include "store/care_log.hpp"
#include "store/file_check.hpp"
#include "usecase/office.hpp"

namespace svcadm::usecase {

namespace {

namespace fs = std::filesystem;

/// Whether TEXT is what stamp() writes.
bool is_stamp(std::string_view text) {
  constexpr std::string_view form = "dddd-dd-dd-dddddd";
  return std::equal(text.begin(), text.end(), form.begin(), form.end(),
                    [](char c, char expected) { return expected == 'd' ? c >= '0' && c <= '9' : c == expected; });
}

fs::path dated(const fs::path& file, Moment moment) {
  return file.parent_path() / (file.stem().string() + "-" + stamp(moment) + file.extension().string());
}

/// Dated copies of FILE, oldest first.
std::vector<std::string> dated_copies(const fs::path& file) {
  const std::string begin = file.stem().string() + "-";
  std::vector<std::string> copies;
  const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path{"."};
  for (const auto& entry : fs::directory_iterator{folder}) {
    const fs::path& path = entry.path();
    const std::string stem = path.stem().string();
    const bool is_copy = entry.is_regular_file() && path.extension() == file.extension() && stem.starts_with(begin) &&
                         is_stamp(std::string_view{stem}.substr(begin.size()));
    if (is_copy) copies.push_back((file.parent_path() / path.filename()).string());
  }
  std::sort(copies.begin(), copies.end());
  return copies;
}

/// Removes all but the newest KEEP, of which MADE is one whatever the others' names say: a clock may have been wrong.
std::vector<std::string> remove_older(const fs::path& file, const std::string& made, int keep) {
  auto copies = dated_copies(file);
  std::erase(copies, made);
  copies.resize(copies.size() - std::min(copies.size(), static_cast<std::size_t>(keep) - 1));
  std::erase_if(copies, [](const std::string& copy) {
    std::error_code failed;
    return !fs::remove(copy, failed);
  });
  return copies;
}

/// The office's own files, and whatever SQLite keeps beside them.
bool is_of_office(const fs::path& target, const std::string& office) {
  const auto resolved = [](const fs::path& path) {
    std::error_code ignored;
    return fs::weakly_canonical(path, ignored);
  };
  const fs::path wanted = resolved(target);
  for (const char* suffix : {"", "-wal", "-shm", "-journal", ".care"}) {
    if (wanted == resolved(office + suffix) || wanted == fs::path{resolved(office).string() + suffix}) return true;
  }
  return false;
}

/// A copy takes the place of a copy of the same office only.
void require_copy_of(Office& office, const std::string& file) {
  const Error foreign{Failure::conflict, Message{"db.copy-foreign", {file}}};
  if (!fs::is_regular_file(fs::symlink_status(file))) throw foreign;
  std::optional<store::RecordedEvent> founding;
  try {
    auto copy = store::Database::open_to_migrate(file);
    founding = store::AuditStore{copy}.find(1);
  } catch (const Error&) {
    throw foreign;
  }
  const auto own = store::AuditStore{office.database()}.find(1);
  if (!founding || !own || founding->hash != own->hash) throw foreign;
}

/// Whether a copy may be put there, before anything is written.
void check_place(Office& office, const std::string& file, bool replace) {
  if (is_of_office(file, office.database().file())) {
    throw Error{Failure::usage, Message{"output.is-office", {file}}};
  }
  if (store::file_exists(file)) {
    if (!replace) {
      throw Error{Failure::conflict, Message{"db.copy-exists", {file}}, suggest("svcadm db backup {} --replace", file)};
    }
    require_copy_of(office, file);
  }
  // Not made here: a folder that is missing may be a disk that is not mounted.
  std::error_code ignored;
  const fs::path folder = fs::path{file}.parent_path();
  if (!folder.empty() && !fs::exists(folder, ignored)) {
    throw Error{Failure::disk, Message{"output.no-folder", {file}}, suggest("mkdir {}", folder.string())};
  }
}

/// What is damaged is copied as it is: then the older copies are needed.
void require_whole(const std::string& file) {
  auto copy = store::Database::open(file);
  if (!store::damage(copy).empty()) {
    throw Error{Failure::disk, Message{"db.copy-damaged", {file}}, "svcadm db check"};
  }
}

}  // namespace

std::string stamp(Moment moment) {
  std::string text;
  for (const char c : to_string(moment)) {
    if (c != ':') text += c == ' ' ? '-' : c;
  }
  return text;
}

Moment moment_of_care(const Office& office) { return office.demo() ? office.now() : office.machine_now(); }

BackupOutcome back_up_file(Office& office, const BackupRequest& request) {
  office.require(domain::Permission::read_pay);
  const Moment now = moment_of_care(office);
  BackupOutcome outcome{request.keep ? dated(request.file, now).string() : request.file, {}, {}};
  check_place(office, outcome.file, request.replace);
  store::back_up(office.database(), outcome.file);
  {
    auto copy = store::Database::open(outcome.file);
    outcome.head = store::AuditStore{copy}.head();
  }
  if (request.keep) {
    require_whole(outcome.file);
    outcome.removed = remove_older(request.file, outcome.file, *request.keep);
  }
  std::error_code ignored;
  const auto path = fs::absolute(outcome.file, ignored).lexically_normal().string();
  store::note_care(office.database(),
                   {.backup = store::CareNote{.at = now, .events = outcome.head.events, .copy = path}});
  return outcome;
}

}  // namespace svcadm::usecase
