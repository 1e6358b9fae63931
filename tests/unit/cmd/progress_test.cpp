#include "cmd/progress.hpp"

#include <doctest/doctest.h>

#include <sstream>

#include "locale/catalogue.hpp"

using namespace svcadm;
using namespace svcadm::cmd;
using namespace std::chrono_literals;

namespace {

/// A terminal and a clock that is moved by hand.
struct Watched {
  std::ostringstream terminal = std::ostringstream{};
  std::chrono::steady_clock::time_point now = std::chrono::steady_clock::time_point{};
  ProgressLine line{terminal, [this] { return now; }};

  std::string after(std::chrono::milliseconds passed, std::size_t done) {
    now += passed;
    terminal.str({});
    line.show(done, 2000);
    return terminal.str();
  }
};

}  // namespace

TEST_CASE("progress is silent in the first second, then shown five times a second") {
  locale::set_language(locale::Language::en);
  Watched watched;
  CHECK(watched.after(999ms, 1).empty());
  CHECK(watched.after(1ms, 312) == "\r\x1b[K312 of 2000");
  CHECK(watched.after(199ms, 313).empty());
  CHECK(watched.after(1ms, 420) == "\r\x1b[K420 of 2000");
}

TEST_CASE("work without parts says for how long it goes on") {
  locale::set_language(locale::Language::en);
  Watched watched;
  watched.now += 3500ms;
  watched.line.go_on();
  CHECK(watched.terminal.str() == "\r\x1b[Kworking for 3 s");
}

TEST_CASE("progress leaves nothing on the terminal, and nothing at all where it was never shown") {
  std::ostringstream terminal;
  auto now = std::chrono::steady_clock::time_point{};
  {
    const ProgressLine quick{terminal, [&] { return now; }};
  }
  CHECK(terminal.str().empty());
  {
    ProgressLine slow{terminal, [&] { return now; }};
    now += 1s;
    slow.show(1, 2);
    terminal.str({});
  }
  CHECK(terminal.str() == "\r\x1b[K");
}
