// A table for a terminal.  The one writer that must see all rows before it writes the first.

#include <algorithm>
#include <numeric>
#include <optional>
#include <ostream>
#include <utility>

#include "base/text.hpp"
#include "tabular/cell_text.hpp"
#include "tabular/plan.hpp"
#include "tabular/writers.hpp"

namespace svcadm::tabular {

namespace {

constexpr int usual_gap = 2;
constexpr int narrow_gap = 1;  // before any word is cut
/// A text column keeps this much even where the table then passes the terminal's edge.
constexpr int least_text_width = 8;

class TableWriter : public Writer {
 public:
  TableWriter(std::ostream& out, const WriterOptions& options) : out_{out}, options_{options} {}

  void begin(const Header& header) override {
    plan_ = Plan{header, options_, true};
    for (std::size_t at = 0; at < plan_.size(); ++at) headings_.push_back(printable(plan_.column(at).heading));
  }

  void next(const Header& header) override {
    print();
    out_ << '\n';
    headings_.clear();
    rows_.clear();
    gap_ = usual_gap;
    begin(header);
  }

  void row(std::span<const Cell> cells) override {
    plan_.add(cells);
    Line line;
    line.reserve(plan_.size());
    for (std::size_t at = 0; at < plan_.size(); ++at) line.push_back(text(plan_.cell(cells, at), at));
    rows_.push_back(std::move(line));
  }

  void end() override {
    print();
    check_written(out_);
  }

 private:
  using Line = std::vector<std::string>;

  void print() {
    for (const std::string& line : plan_.header().about) out_ << printable(line) << '\n';
    if (!plan_.header().about.empty()) out_ << '\n';
    const Line totals = total_line();
    measure(totals);
    if (!options_.wide) shrink();
    write(headings_);
    rule();
    for (const Line& line : rows_) write(line);
    if (plan_.has_totals()) {
      rule();
      write(totals);
    }
  }

  std::string text(const Cell& cell, std::size_t at) const {
    return printable(text_for_people(cell, plan_.column(at).kind, options_));
  }

  Line total_line() const {
    Line line(plan_.size());
    for (std::size_t at = 0; at < plan_.size(); ++at) line[at] = text(plan_.total(at), at);
    if (const auto at = plan_.label_at()) line[*at] = printable(plan_.header().total_label);
    return line;
  }

  void measure(const Line& totals) {
    widths_.assign(plan_.size(), 0);
    const auto widen = [&](const Line& line) {
      for (std::size_t at = 0; at < line.size(); ++at) widths_[at] = std::max(widths_[at], display_width(line[at]));
    };
    widen(headings_);
    for (const Line& line : rows_) widen(line);
    if (plan_.has_totals()) widen(totals);
  }

  int full_width() const {
    return std::accumulate(widths_.begin(), widths_.end(), 0) + gap_ * (static_cast<int>(widths_.size()) - 1);
  }

  /// Takes from the widest text column until the table fits or none has more to give.  Numbers are never cut.
  void shrink() {
    if (full_width() > options_.width) gap_ = narrow_gap;
    for (int excess = full_width() - options_.width; excess > 0;) {
      std::optional<std::size_t> widest;
      int second = least_text_width;
      for (std::size_t at = 0; at < widths_.size(); ++at) {
        if (plan_.column(at).kind != Kind::text || widths_[at] <= least_text_width) continue;
        if (!widest || widths_[at] > widths_[*widest]) {
          if (widest) second = std::max(second, widths_[*widest]);
          widest = at;
        } else {
          second = std::max(second, widths_[at]);
        }
      }
      if (!widest) return;
      const int taken = std::clamp(widths_[*widest] - second, 1, excess);
      widths_[*widest] -= taken;
      excess -= taken;
    }
  }

  void write(const Line& line) {
    std::string written;
    for (std::size_t at = 0; at < line.size(); ++at) {
      const Align align = flush_right(plan_.column(at).kind) ? Align::right : Align::left;
      if (at > 0) written.append(static_cast<std::size_t>(gap_), ' ');
      written += pad(truncate(line[at], widths_[at]), widths_[at], align);
    }
    written.erase(written.find_last_not_of(' ') + 1);
    out_ << written << '\n';
  }

  void rule() {
    for (int column = full_width(); column > 0; --column) out_ << "─";
    out_ << '\n';
  }

  std::ostream& out_;
  WriterOptions options_;
  Plan plan_;
  Line headings_;
  std::vector<Line> rows_;
  std::vector<int> widths_;
  int gap_ = usual_gap;
};

}  // namespace

std::unique_ptr<Writer> make_table_writer(std::ostream& out, const WriterOptions& options) {
  return std::make_unique<TableWriter>(out, options);
}

}  // namespace svcadm::tabular
