// Output files: written beside their place and renamed into it.

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <system_error>
#include <utility>

#include "base/error.hpp"
#include "base/system_reason.hpp"
#include "tabular/writers.hpp"

namespace svcadm::tabular {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void cannot_write(const fs::path& path, int error) {
  throw Error{Failure::disk, Message{"disk.cannot-write", {path.string(), system_reason(error)}}};
}

/// A rename is only as durable as the bytes it puts in place.
void sync(const fs::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  const bool synced = file >= 0 && ::fsync(file) == 0;
  const int error = errno;
  if (file >= 0) ::close(file);
  if (!synced) cannot_write(path, error);
}

class FileWriter : public Writer {
 public:
  FileWriter(Format format, const fs::path& path, const WriterOptions& options) : path_{path}, written_{path} {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    renames_ = !fs::exists(status) || fs::is_regular_file(status);
    if (fs::is_fifo(status)) require_reader();
    if (renames_) {
      // Through a link the file it points to is replaced, not the link.
      if (fs::is_symlink(fs::symlink_status(path, error))) path_ = fs::weakly_canonical(path, error);
      if (error || path_.empty()) path_ = path;
      written_ = path_;
      written_ += ".tmp-" + std::to_string(::getpid());
    }
    if (format == Format::xlsx) inner_ = make_xlsx_writer(written_, options);
    errno = 0;
    stream_.open(written_, std::ios::binary | std::ios::trunc);
    if (!stream_) cannot_write(path_, errno);
    if (inner_ == nullptr) {
      inner_ = make_writer(format, stream_, options);
    } else {
      stream_.close();  // the spreadsheet's library opens it again: of a file it cannot open it does not say why
    }
  }

  ~FileWriter() override {
    inner_.reset();
    if (pipe_ >= 0) ::close(pipe_);
    std::error_code ignored;
    if (renames_ && !done_) fs::remove(written_, ignored);
  }

  FileWriter(const FileWriter&) = delete;
  FileWriter& operator=(const FileWriter&) = delete;

  void begin(const Header& header) override { inner_->begin(header); }
  void next(const Header& header) override { inner_->next(header); }
  void row(std::span<const Cell> cells) override { inner_->row(cells); }

  void end() override {
    inner_->end();
    errno = 0;
    if (stream_.is_open()) stream_.close();
    if (stream_.fail()) cannot_write(path_, errno);
    if (renames_) {
      sync(written_);
      std::error_code error;
      fs::rename(written_, path_, error);
      if (error) cannot_write(path_, error.value());
    }
    done_ = true;
  }

 private:
  /// Opening a pipe that nobody reads would wait for ever.
  void require_reader() {
    pipe_ = ::open(path_.c_str(), O_WRONLY | O_NONBLOCK | O_CLOEXEC);
    if (pipe_ < 0) throw Error{Failure::disk, Message{"disk.no-reader", {path_.string()}}};
  }

  fs::path path_;     ///< where the file belongs
  fs::path written_;  ///< where it is written
  bool renames_ = false;
  bool done_ = false;
  int pipe_ = -1;  ///< held open, so that its reader does not end before the first line
  std::ofstream stream_;
  std::unique_ptr<Writer> inner_;
};

}  // namespace

std::unique_ptr<Writer> make_file_writer(Format format, const fs::path& path, const WriterOptions& options) {
  return std::make_unique<FileWriter>(format, path, options);
}

}  // namespace svcadm::tabular
