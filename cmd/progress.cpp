#include "cmd/progress.hpp"

#include <ostream>
#include <utility>

#include "locale/catalogue.hpp"
#include "store/work_watch.hpp"
#include "usecase/office.hpp"

namespace svcadm::cmd {

namespace {

using namespace std::chrono_literals;

constexpr auto before_first = 1s;
constexpr auto between = 200ms;
constexpr const char* clear_line = "\r\x1b[K";

}  // namespace

ProgressLine::ProgressLine(std::ostream& terminal, Clock clock)
    : terminal_{terminal}, clock_{std::move(clock)}, began_{clock_()}, next_{began_ + before_first} {}

ProgressLine::~ProgressLine() {
  if (shown_) terminal_ << clear_line << std::flush;
}

bool ProgressLine::due() {
  const auto now = clock_();
  if (now < next_) return false;
  next_ = now + between;
  return true;
}

void ProgressLine::write(const std::string& text) {
  terminal_ << clear_line << text << std::flush;
  shown_ = true;
}

void ProgressLine::go_on() {
  if (!due()) return;
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(clock_() - began_).count();
  write(locale::say(Message{"progress.seconds", {std::int64_t{seconds}}}));
}

void ProgressLine::show(std::size_t done, std::size_t all) {
  if (!due()) return;
  write(locale::say(Message{"progress.part", {static_cast<std::int64_t>(done), static_cast<std::int64_t>(all)}}));
}

Progress::Progress(Session& session) {
  if (!session.environment.err_is_terminal) return;
  line_ = std::make_unique<ProgressLine>(session.err);
  watch_ = std::make_unique<store::WorkWatch>(session.office().database(), [line = line_.get()] { line->go_on(); });
}

Progress::~Progress() = default;

void Progress::show(std::size_t done, std::size_t all) {
  if (!line_) return;
  watch_.reset();  // a part of the whole says more than seconds
  line_->show(done, all);
}

}  // namespace svcadm::cmd
