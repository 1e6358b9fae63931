#pragma once
// Everything that is wrong with one file, gathered before anybody is told.

#include <string>
#include <utility>
#include <vector>

#include "base/error.hpp"

namespace svcadm::regulation {

class Problems {
 public:
  explicit Problems(std::string_view file) : file_{file} {}

  /// Keeps one of several equal reports: a fault may be seen on many days.
  void add(Message message, int line, std::string key = {});
  bool empty() const { return found_.empty(); }
  const std::string& file() const { return file_; }

  /// \throws Error Failure::input with all of them, by line, if there are any.
  void throw_if_any() const;
  [[noreturn]] void throw_now() const;

 private:
  std::string file_;
  std::vector<Problem> found_;
};

}  // namespace svcadm::regulation
