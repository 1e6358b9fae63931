// A4 pages to print in black and white and to sign: a grid on as many as it takes, another one on the next.

#include <ostream>
#include <string>
#include <string_view>

#include "tabular/cell_text.hpp"
#include "tabular/html_text.hpp"
#include "tabular/plan.hpp"
#include "tabular/writers.hpp"

namespace svcadm::tabular {

namespace {

/// From so many columns on the page lies on its side.
constexpr std::size_t landscape_from = 9;

// Sums stand in a tbody: a tfoot would be printed at the foot of every page, as if each had its own.
constexpr std::string_view style = R"(
body { font: 10.5pt/1.4 "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC",
       "WenQuanYi Zen Hei", sans-serif; color: #000; background: #fff; margin: 0 auto; max-width: 267mm; }
h1 { font-size: 16pt; text-align: center; margin: 0 0 1mm; }
p { text-align: center; margin: 0 0 4mm; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 0.5pt solid #000; padding: 1mm 1.5mm; text-align: left; vertical-align: top;
         overflow-wrap: anywhere; }
th { font-weight: bold; text-align: center; border-bottom-width: 1.2pt; white-space: nowrap; }
td.n { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
td.k { white-space: nowrap; }
tbody.sum td { font-weight: bold; border-top-width: 1.2pt; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
p.about { text-align: left; margin: 0 0 3mm; }
section + section { break-before: page; }
.signatures { display: flex; gap: 6mm; margin-top: 8mm; break-inside: avoid; }
.signatures div { flex: 1; border: 0.5pt solid #000; height: 18mm; padding: 1mm 2mm; }
.created { margin: 4mm 0 0; text-align: right; font-size: 8.5pt; }
@media screen { body { padding: 10mm; } section + section { margin-top: 12mm; } }
)";

class HtmlWriter : public Writer {
 public:
  HtmlWriter(std::ostream& out, const WriterOptions& options) : out_{out}, options_{options} {}

  void begin(const Header& header) override {
    plan_ = Plan{header, options_, false};
    const char* const page = plan_.size() >= landscape_from ? "A4 landscape" : "A4";
    out_ << "<!DOCTYPE html>\n<html lang=\"" << escaped_html(options_.language)
         << "\">\n<head>\n<meta charset=\"utf-8\">\n"
         << "<title>" << escaped_html(header.title) << "</title>\n<style>\n@page { size: " << page
         << "; margin: 15mm; }" << style << "</style>\n</head>\n<body>\n";
    open();
  }

  void next(const Header& header) override {
    close();
    plan_ = Plan{header, options_, false};
    open();
  }

  void row(std::span<const Cell> cells) override {
    plan_.add(cells);
    out_ << "<tr>";
    for (std::size_t at = 0; at < plan_.size(); ++at) cell(at, plan_.cell(cells, at));
    out_ << "</tr>\n";
  }

  void end() override {
    close();
    out_ << "</body>\n</html>\n";
    check_written(out_);
  }

 private:
  void open() {
    const Header& header = plan_.header();
    out_ << "<section>\n<h1>" << escaped_html(header.title) << "</h1>\n";
    if (const auto below = subtitle_of(header, options_); !below.empty())
      out_ << "<p>" << escaped_html(below) << "</p>\n";
    std::string about;
    for (const std::string& line : header.about) about += (about.empty() ? "" : "\n") + line;
    if (!about.empty()) out_ << "<p class=\"about\">" << escaped_html(about) << "</p>\n";
    out_ << "<table>\n<thead>\n<tr>";
    for (std::size_t at = 0; at < plan_.size(); ++at)
      out_ << "<th>" << escaped_html(plan_.column(at).heading) << "</th>";
    out_ << "</tr>\n</thead>\n<tbody>\n";
  }

  void close() {
    out_ << "</tbody>\n";
    if (plan_.has_totals()) totals();
    out_ << "</table>\n";
    const auto& own = plan_.header().signatures;
    const auto& labels = own.empty() ? options_.signature_labels : own;
    if (!labels.empty()) {
      out_ << "<div class=\"signatures\">";
      for (const std::string& label : labels) out_ << "<div>" << escaped_html(label) << "</div>";
      out_ << "</div>\n";
    }
    out_ << "<p class=\"created\">" << to_string(plan_.header().created);
    if (!options_.footer.empty()) out_ << "<br>" << escaped_html(options_.footer);
    out_ << "</p>\n</section>\n";
  }

  void cell(std::size_t at, const Cell& value) {
    const Kind kind = plan_.column(at).kind;
    const char* const tag = flush_right(kind) ? "<td class=\"n\">" : kind == Kind::text ? "<td>" : "<td class=\"k\">";
    out_ << tag << escaped_html(text_for_people(value, kind, options_)) << "</td>";
  }

  void totals() {
    out_ << "<tbody class=\"sum\">\n<tr>";
    for (std::size_t at = 0; at < plan_.size(); ++at) {
      cell(at, plan_.label_at() == at ? Cell{plan_.header().total_label} : plan_.total(at));
    }
    out_ << "</tr>\n</tbody>\n";
  }

  std::ostream& out_;
  WriterOptions options_;
  Plan plan_;
};

}  // namespace

std::unique_ptr<Writer> make_html_writer(std::ostream& out, const WriterOptions& options) {
  return std::make_unique<HtmlWriter>(out, options);
}

}  // namespace svcadm::tabular
