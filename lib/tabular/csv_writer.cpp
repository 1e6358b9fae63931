// CSV by RFC 4180: stable and plain for programs, or as Excel wants it for people.

#include <algorithm>
#include <ostream>
#include <string>
#include <string_view>

#include "base/text.hpp"
#include "tabular/cell_text.hpp"
#include "tabular/plan.hpp"
#include "tabular/writers.hpp"

namespace svcadm::tabular {

namespace {

/// Digits a spreadsheet would show as another number: 001, or more than it prints in full.
bool spreadsheet_changes(std::string_view digits) {
  if (digits.size() < 2 || digits.find_first_not_of("0123456789") != std::string_view::npos) return false;
  return digits.front() == '0' || digits.size() > 11;
}

class CsvWriter : public Writer {
 public:
  CsvWriter(std::ostream& out, const WriterOptions& options) : out_{out}, options_{options} {}

  void begin(const Header& header) override {
    plan_ = Plan{header, options_, false};
    if (options_.excel) line_ = "\xEF\xBB\xBF";
    for (std::size_t at = 0; at < plan_.size(); ++at) {
      const Column& column = plan_.column(at);
      field(at, guarded(options_.excel ? column.heading : column.key));
    }
    finish_line();
  }

  void row(std::span<const Cell> cells) override {
    plan_.add(cells);
    for (std::size_t at = 0; at < plan_.size(); ++at) field(at, text(plan_.cell(cells, at), plan_.column(at).kind));
    finish_line();
  }

  void end() override {
    // A program would take the sums for one more person.
    if (options_.excel && plan_.has_totals()) {
      for (std::size_t at = 0; at < plan_.size(); ++at) {
        const bool label = plan_.label_at() == at;
        field(at, label ? guarded(plan_.header().total_label) : text(plan_.total(at), plan_.column(at).kind));
      }
      finish_line();
    }
    check_written(out_);
  }

 private:
  /// Control characters and direction overrides become visible; blanks and ends of lines within a cell stay.
  static std::string without_controls(const std::string& text) {
    std::string clean;
    for (std::size_t from = 0; from <= text.size();) {
      const std::size_t end = std::min(text.find_first_of("\t\r\n", from), text.size());
      clean += printable(std::string_view{text}.substr(from, end - from));
      if (end < text.size()) clean += text[end];
      from = end + 1;
    }
    return clean;
  }

  static std::string guarded(const std::string& text) { return needs_guard(text) ? "'" + text : text; }

  std::string text(const Cell& cell, Kind kind) const {
    std::string plain = options_.excel ? text_for_people(cell, kind, options_) : text_for_programs(cell);
    if (!std::holds_alternative<std::string>(cell) && !std::holds_alternative<Structured>(cell)) return plain;
    // A TAB at the end makes Excel and WPS keep the digits; our own reader trims it away again.
    if (options_.excel && kind == Kind::identifier && spreadsheet_changes(plain)) return plain + '\t';
    return guarded(without_controls(plain));
  }

  void field(std::size_t at, std::string_view text) {
    if (at > 0) line_ += ',';
    // A line that is one empty field would be no record at all.
    const bool vanishes = text.empty() && plan_.size() == 1;
    if (!vanishes && text.find_first_of(",\"\r\n") == std::string_view::npos) {
      line_ += text;
      return;
    }
    line_ += '"';
    for (const char c : text) line_.append(c == '"' ? 2 : 1, c);
    line_ += '"';
  }

  void finish_line() {
    line_ += options_.excel ? "\r\n" : "\n";
    out_.write(line_.data(), static_cast<std::streamsize>(line_.size()));
    line_.clear();
  }

  std::ostream& out_;
  WriterOptions options_;
  Plan plan_;
  std::string line_;
};

}  // namespace

std::unique_ptr<Writer> make_csv_writer(std::ostream& out, const WriterOptions& options) {
  return std::make_unique<CsvWriter>(out, options);
}

}  // namespace svcadm::tabular
