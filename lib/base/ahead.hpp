#pragma once
// A second thread that works a little ahead of the first.

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

namespace svcadm {

/// Makes things in a thread of its own while whoever takes them does something else with those before.  What is made
/// and taken is the same, in the same order, as without the thread.
template <class Thing>
class Ahead {
 public:
  /// `make` gives one thing after the other, nothing at the end, and is called in that thread only.  At most `room`
  /// things wait to be taken.
  Ahead(std::size_t room, std::function<std::optional<Thing>()> make)
      : room_{room}, make_{std::move(make)}, maker_{[this] { work(); }} {}

  /// Waits until the thread has ended; what was made and not taken is dropped.
  ~Ahead() {
    {
      const std::lock_guard lock{mutex_};
      stopped_ = true;
    }
    changed_.notify_all();
    maker_.join();
  }
  Ahead(const Ahead&) = delete;
  Ahead& operator=(const Ahead&) = delete;

  /// The next thing; nothing at the end.  Throws what `make` has thrown, in its place.
  std::optional<Thing> next() {
    std::unique_lock lock{mutex_};
    changed_.wait(lock, [this] { return !made_.empty() || ended_; });
    if (made_.empty()) {
      if (failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
      return std::nullopt;
    }
    std::optional<Thing> thing{std::move(made_.front())};
    made_.pop_front();
    lock.unlock();
    changed_.notify_all();
    return thing;
  }

 private:
  /// Puts a thing where it is taken.  False where nobody takes any more.
  bool put(Thing thing) {
    std::unique_lock lock{mutex_};
    changed_.wait(lock, [this] { return made_.size() < room_ || stopped_; });
    if (stopped_) return false;
    made_.push_back(std::move(thing));
    lock.unlock();
    changed_.notify_all();
    return true;
  }

  void work() {
    std::exception_ptr failure;
    try {
      for (auto thing = make_(); thing && put(std::move(*thing)); thing = make_()) continue;
    } catch (...) {
      failure = std::current_exception();
    }
    const std::lock_guard lock{mutex_};
    failure_ = failure;
    ended_ = true;
    changed_.notify_all();
  }

  std::size_t room_;
  std::function<std::optional<Thing>()> make_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Thing> made_;
  bool ended_ = false;    ///< nothing more is made
  bool stopped_ = false;  ///< nothing more is taken
  std::exception_ptr failure_;
  std::thread maker_;  // last: it works with all of the above
};

}  // namespace svcadm
