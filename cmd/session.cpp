// The part of Session that opens the office and says where results go.

#include "cmd/session.hpp"

#include <charconv>
#include <filesystem>
#include <fstream>

#include "base/error.hpp"
#include "cmd/audit.hpp"
#include "store/database.hpp"
#include "tabular/writer.hpp"
#include "usecase/office.hpp"

namespace svcadm::cmd {

namespace {

constexpr int patience_of_people = 5;  // seconds at a terminal
constexpr int patience_of_scripts = 60;

std::optional<std::int64_t> sudo_uid(const Environment& environment) {
  const auto text = environment.variable("SUDO_UID");
  std::int64_t uid = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), uid);
  if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return uid;
}

}  // namespace

std::string office_file(const std::optional<std::string>& given, const Environment& environment) {
  if (given) return *given;
  const auto variable = environment.variable("SVCADM_DB");
  return variable.empty() ? "office.db" : std::string{variable};
}

std::string Session::file() const { return office_file(options.db, environment); }

int Session::patience() const {
  return options.wait.value_or(environment.interactive() ? patience_of_people : patience_of_scripts);
}

usecase::Office& Session::office() {
  if (office_) return *office_;
  if (store::is_unfinished(file())) {
    throw Error{Failure::no_database, Message{"database.unfinished", {file()}}, "svcadm init --company NAME"};
  }
  auto database = store::Database::open(file(), {.seconds = patience()});
  set_utc_offset(usecase::utc_offset(database, environment.utc_seconds));
  usecase::Caller caller{.uid = environment.uid,
                         .sudo_uid = sudo_uid(environment),
                         .by = options.by.value_or(""),
                         .utc_seconds = environment.utc_seconds,
                         .dry_run = options.dry_run};
  if (options.as_of) caller.as_of = now();
  office_ = std::make_shared<usecase::Office>(std::move(database), caller);
  if (!office_->language().empty()) {
    set_office_language(office_->language() == "zh" ? locale::Language::zh : locale::Language::en);
  }
  return *office_;
}

void Session::print_notes() {
  if (!office_) return;
  for (const Message& message : office_->notes()) note(message);
  if (options.dry_run && needs == Needs::writing) note({"note.dry-run", {}});
}

void refuse_dry_run(const Session& session) {
  if (session.options.dry_run) throw Error{Failure::usage, Message{"dry-run.none", {}}};
}

void Session::check_output(const std::string& path) const {
  namespace fs = std::filesystem;
  std::error_code ignored;
  const fs::path target{path};
  const fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path{"."};
  if (!fs::is_directory(folder, ignored) || fs::is_directory(target, ignored)) {
    throw Error{Failure::disk, Message{"output.no-folder", {path}}};
  }
  for (const char* suffix : {"", "-wal", "-shm", "-journal", ".care"}) {
    if (fs::equivalent(target, file() + suffix, ignored))
      throw Error{Failure::usage, Message{"output.is-office", {path}}};
  }
  std::string head(15, ' ');
  if (!fs::is_regular_file(target, ignored)) return;
  std::ifstream{target, std::ios::binary}.read(head.data(), static_cast<std::streamsize>(head.size()));
  if (head == "SQLite format 3") throw Error{Failure::usage, Message{"output.is-office", {path}}};
}

std::unique_ptr<tabular::Writer> Session::writer() {
  const bool zh = locale::language() == locale::Language::zh;
  tabular::WriterOptions writing;
  writing.excel = options.excel;
  writing.wide = options.wide;
  writing.columns = options.columns;
  writing.yes = locale::text("word.yes");
  writing.no = locale::text("word.no");
  writing.language = zh ? "zh-CN" : "en";
  if (office_ && office_->demo()) writing.stamp = locale::text("word.demo");
  if (office_ && options.format() == tabular::Format::html) writing.footer = locale::say(chain_footer(*office_));
  writing.signature_labels = {locale::text("signature.prepared"), locale::text("signature.reviewed"),
                              locale::text("signature.approved")};
  if (options.output) return tabular::make_file_writer(options.format(), *options.output, writing);
  return tabular::make_writer(options.format(), out, writing);
}

}  // namespace svcadm::cmd
