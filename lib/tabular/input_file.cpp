#include "tabular/input_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>

#include "base/error.hpp"
#include "base/system_reason.hpp"

namespace svcadm::tabular {

namespace {

[[noreturn]] void cannot_read(const std::string& name, int error) {
  throw Error{Failure::disk, Message{"disk.cannot-read", {name, system_reason(error)}}};
}

[[noreturn]] void too_large(const std::string& name, std::size_t most) {
  const Message message{"input.file-too-large", {static_cast<std::int64_t>(most / 1'000'000)}};
  throw Error{Failure::input, {Problem{.message = message, .place = Place{.file = name, .field = {}}}}};
}

/// An open file, closed with its scope unless it is the standard input.
class Descriptor {
 public:
  explicit Descriptor(const std::string& name)
      : number_{name == "-" ? STDIN_FILENO : ::open(name.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)} {
    if (number_ < 0) cannot_read(name, errno);
  }
  ~Descriptor() {
    if (number_ != STDIN_FILENO) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }

 private:
  int number_;
};

}  // namespace

InputFile read_input(const std::filesystem::path& path, std::size_t most) {
  constexpr std::size_t least_room = 65536;
  InputFile input{.name = path.string(), .bytes = {}};
  const Descriptor file{input.name};
  struct stat status = {};
  if (::fstat(file.number(), &status) != 0) cannot_read(input.name, errno);
  // A pipe by name would wait for a writer that may never come, a device may have no end; a folder's reason is the
  // system's.
  if (file.number() != STDIN_FILENO && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode)) {
    throw Error{Failure::disk, Message{"disk.no-file", {input.name}}};
  }
  if (S_ISREG(status.st_mode) && static_cast<std::size_t>(status.st_size) > most) too_large(input.name, most);
  // One byte more than the file has lets the last read say that it ended.
  input.bytes.resize(std::max(least_room, static_cast<std::size_t>(status.st_size) + 1));
  std::size_t filled = 0;
  for (;;) {
    if (filled > most) too_large(input.name, most);
    if (filled == input.bytes.size()) input.bytes.resize(std::min(input.bytes.size() * 2, most + 1));
    const ssize_t count = ::read(file.number(), input.bytes.data() + filled, input.bytes.size() - filled);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) cannot_read(input.name, errno);
    if (count == 0) break;
    filled += static_cast<std::size_t>(count);
  }
  input.bytes.resize(filled);
  return input;
}

}  // namespace svcadm::tabular
