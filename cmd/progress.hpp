#pragma once
// How far long work has come, for who watches a terminal.

#include <chrono>
#include <cstddef>
#include <functional>
#include <iosfwd>
#include <memory>
#include <string>

#include "cmd/session.hpp"

namespace svcadm::store {
class WorkWatch;
}

namespace svcadm::cmd {

/// A line on a terminal that rewrites itself: nothing in the first second, then a few times a second, cleared at the
/// end.
class ProgressLine {
 public:
  using Clock = std::function<std::chrono::steady_clock::time_point()>;

  explicit ProgressLine(std::ostream& terminal, Clock clock = std::chrono::steady_clock::now);
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  /// That work goes on, since so many seconds.
  void go_on();
  /// That so much of all is done.
  void show(std::size_t done, std::size_t all);

 private:
  bool due();
  void write(const std::string& text);

  std::ostream& terminal_;
  Clock clock_;
  std::chrono::steady_clock::time_point began_;
  std::chrono::steady_clock::time_point next_;
  bool shown_ = false;
};

/// Such a line while the command's long work runs, where stderr is a terminal; else nothing at all.  It must be gone
/// before anything else is printed.
class Progress {
 public:
  explicit Progress(Session& session);
  ~Progress();

  void show(std::size_t done, std::size_t all);

 private:
  std::unique_ptr<ProgressLine> line_;
  std::unique_ptr<store::WorkWatch> watch_;  // goes before the line that it writes to
};

/// What `work` gives, with its progress shown meanwhile.
template <class Work>
auto watched(Session& session, const Work& work) {
  const Progress progress{session};
  return work();
}

}  // namespace svcadm::cmd
