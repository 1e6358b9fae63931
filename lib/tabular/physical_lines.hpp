#pragma once
// Physical lines of a text: ended by LF, CRLF or a CR alone.  Private to lib/tabular, where everything that counts
// lines counts them by this.

#include <cstddef>
#include <string_view>

namespace svcadm::tabular {

/// The next occurrence of one byte.  Looks at each byte of the text once, however often it is asked.
class NextByte {
 public:
  NextByte(std::string_view text, char byte) : text_{text}, byte_{byte} { search(0); }
  /// At or after `from`, which never goes back; the text's size where there is none.
  std::size_t from(std::size_t from) {
    if (found_ < from) search(from);
    return found_;
  }

 private:
  void search(std::size_t from) {
    const std::size_t found = text_.find(byte_, from);
    found_ = found == std::string_view::npos ? text_.size() : found;
  }

  std::string_view text_;
  char byte_;
  std::size_t found_ = 0;
};

/// Walks over the lines.
class PhysicalLines {
 public:
  explicit PhysicalLines(std::string_view text) : text_{text}, feeds_{text, '\n'}, returns_{text, '\r'} {}

  /// The next line; false at the end.
  bool next() {
    begin_ = after_;
    if (begin_ == text_.size()) return false;
    const std::size_t feed = feeds_.from(begin_);
    const std::size_t carriage = returns_.from(begin_);
    end_ = feed < carriage ? feed : carriage;
    after_ = end_ == text_.size() ? end_ : end_ + 1;
    if (carriage == end_ && feed == after_ && feed < text_.size()) ++after_;
    ++number_;
    return true;
  }

  int number() const { return number_; }  ///< counted from 1
  std::size_t begin() const { return begin_; }
  std::size_t end() const { return end_; }
  bool terminated() const { return after_ != end_; }  ///< only the last line may not be
  std::string_view content() const { return text_.substr(begin_, end_ - begin_); }
  std::string_view whole() const { return text_.substr(begin_, after_ - begin_); }  ///< with its end

 private:
  std::string_view text_;
  NextByte feeds_;
  NextByte returns_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::size_t after_ = 0;
  int number_ = 0;
};

}  // namespace svcadm::tabular
