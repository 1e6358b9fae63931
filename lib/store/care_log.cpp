#include "store/care_log.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <string>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "store/folder.hpp"

namespace svcadm::store {

namespace {

using nlohmann::json;

/// Beside the file itself, whatever link it was named by.
std::string path_of(const std::string& file) { return behind_links(file) + ".care"; }

std::optional<CareNote> read_note(const json& log, const char* key) {
  const json* note = log.is_object() && log.contains(key) ? &log[key] : nullptr;
  if (note == nullptr || !note->is_object()) return std::nullopt;
  const auto number = [&](const char* name) {
    return note->contains(name) && (*note)[name].is_number_integer() ? (*note)[name].get<std::int64_t>() : 0;
  };
  std::string copy;
  if (note->contains("copy") && (*note)["copy"].is_string()) copy = (*note)["copy"].get<std::string>();
  const auto text = note->contains("at") && (*note)["at"].is_string() ? (*note)["at"].get<std::string>() : "";
  const auto at = parse_moment(text);
  if (!at) return std::nullopt;
  return CareNote{*at, number("events"), number("findings"), copy};
}

void add_note(json& log, const char* key, const std::optional<CareNote>& note) {
  if (!note) return;
  log[key] = {{"at", to_string(note->at)}, {"events", note->events}};
  if (note->findings > 0) log[key]["findings"] = note->findings;
  if (!note->copy.empty()) log[key]["copy"] = note->copy;
}

}  // namespace

bool can_keep_care(const std::string& file) {
  struct stat status {};
  return ::stat(path_of(file).c_str(), &status) != 0 || S_ISREG(status.st_mode);
}

CareLog read_care_log(const std::string& file) {
  if (!can_keep_care(file)) return {};  // a folder cannot be read, and a pipe has no end
  std::ifstream in{path_of(file), std::ios::binary};
  const json log = json::parse(in, nullptr, false);
  return {read_note(log, "backup"), read_note(log, "check"), read_note(log, "file_check")};
}

void note_care(Database& database, const CareLog& news) {
  const std::string& file = database.file();
  if (!database.owner()) return;  // it is in memory
  if (!can_keep_care(file)) return;
  const CareLog old = read_care_log(file);
  json log = json::object();
  add_note(log, "backup", news.backup ? news.backup : old.backup);
  add_note(log, "check", news.audit_check ? news.audit_check : old.audit_check);
  add_note(log, "file_check", news.file_check ? news.file_check : old.file_check);
  const std::string beside = fmt::format("{}.tmp-{}", path_of(file), ::getpid());
  {
    std::ofstream out{beside, std::ios::binary | std::ios::trunc};
    out << log.dump(-1, ' ', false, json::error_handler_t::replace) << '\n';
    if (!out.flush()) {
      ::unlink(beside.c_str());
      return;
    }
  }
  ::chmod(beside.c_str(), 0600);
  if (::rename(beside.c_str(), path_of(file).c_str()) != 0) ::unlink(beside.c_str());
}

}  // namespace svcadm::store
