// svcadm leave attach: a paper that was handed in.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/digest.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "cmd/leave.hpp"
#include "usecase/office.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::string id;
  std::optional<std::string> file;
  std::string what;
  std::optional<std::string> at;
  std::string paper;
};

constexpr std::uintmax_t most_bytes = 10 * 1024 * 1024;

void declare(Words& words, Options& options) {
  words.argument("ID", options.id, "Number of the leave, as leave list prints it").required();
  words.argument("FILE", options.file, "The paper as a file, at most 10 MB");
  words.option("--as", options.what, "PAPER", "Which paper it is; else the one that is missing");
  words.option("--at", options.at, "TIME", "When it was handed in; now, where no time is given");
  words.option("--paper", options.paper, "NO", "Number of the paper");
  words.explain("Entered by who received it; who is on leave may send a file himself.");
  words.example("svcadm leave attach LV17 --paper B-2026-7 --at '2026-11-06 09:00'");
  words.example("svcadm leave attach LV17 病假证明.pdf");
}

/// By the name's ending: what it is opened with.
std::string type_of(const std::filesystem::path& path) {
  const std::string ending = fold(path.extension().string());
  if (ending == ".pdf") return "application/pdf";
  if (ending == ".jpg" || ending == ".jpeg") return "image/jpeg";
  if (ending == ".png") return "image/png";
  return "application/octet-stream";
}

store::Attachment read_attachment(const std::string& name) {
  const std::filesystem::path path{name};
  std::error_code error;
  const auto size = std::filesystem::file_size(path, error);
  std::ifstream file{path, std::ios::binary};
  if (error || !file) throw Error{Failure::input, Message{"request.file-unreadable", {name}}};
  if (size == 0 || size > most_bytes) throw Error{Failure::input, Message{"request.file-size", {name}}};
  std::string bytes{std::istreambuf_iterator<char>{file}, {}};
  std::string digest = sha256(bytes);
  return {path.filename().string(), type_of(path), std::move(digest), std::move(bytes)};
}

int run(const Options& options, Session& session) {
  auto& office = session.office();
  const std::int64_t id = read_leave_id(options.id);
  usecase::HandedIn handed_in{.what = options.what, .paper = options.paper};
  if (options.at) handed_in.at = read_moment(*options.at, session.present());
  if (options.file) handed_in.file = read_attachment(*options.file);
  usecase::attach_paper(office, id, handed_in);
  return 0;
}

}  // namespace

Verb leave_attach() { return verb<Options>("attach", "Hand in a paper", declare, Needs::writing, run); }

}  // namespace svcadm::cmd
