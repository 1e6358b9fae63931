#include "cmd/month_index.hpp"

#include <cerrno>
#include <cstring>
#include <fstream>

#include "base/error.hpp"
#include "locale/catalogue.hpp"
#include "tabular/html_text.hpp"

namespace svcadm::cmd {

namespace {

using tabular::escaped_html;

constexpr const char* style = R"(
body { font: 11pt/1.5 "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC",
       "WenQuanYi Zen Hei", sans-serif; color: #000; background: #fff; margin: 0 auto; max-width: 190mm;
       padding: 10mm; }
h1 { font-size: 16pt; margin: 0; }
h2 { font-size: 12pt; margin: 8mm 0 2mm; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 0.5pt solid #000; padding: 1mm 2mm; text-align: left; vertical-align: top; }
p.k { font-size: 8.5pt; text-align: right; margin: 4mm 0 0; }
td.k { white-space: nowrap; }
code { font: 9.5pt monospace; overflow-wrap: anywhere; }
a { color: #000; margin-right: 4mm; }
@page { size: A4; margin: 15mm; }
@media print { body { padding: 0; } }
)";

void write_waiting(std::ostream& out, const std::vector<usecase::TodoItem>& waiting) {
  out << "<h2>" << escaped_html(locale::text("To be done")) << "</h2>\n";
  if (waiting.empty()) {
    out << "<p>" << escaped_html(locale::say({"todo.nothing", {}})) << "</p>\n";
    return;
  }
  out << "<table>\n<tr>";
  for (const char* key : {"column.since", "column.due", "column.name", "column.finding"}) {
    out << "<th>" << escaped_html(locale::text(key)) << "</th>";
  }
  out << "</tr>\n";
  for (const usecase::TodoItem& item : waiting) {
    const std::string whom = item.employee_no.empty() ? std::string{} : item.employee_no + " " + item.name;
    out << "<tr><td class=\"k\">" << to_string(item.since) << "</td><td class=\"k\">"
        << (item.due ? to_string(*item.due) : std::string{}) << "</td><td class=\"k\">" << escaped_html(whom)
        << "</td><td>" << escaped_html(locale::say(item.what)) << "<br><code>" << escaped_html(item.command)
        << "</code></td></tr>\n";
  }
  out << "</table>\n";
}

}  // namespace

void MonthIndex::add(const std::string& title, const std::string& format, const std::string& file) {
  if (entries_.empty() || entries_.back().title != title) entries_.push_back({title, {}});
  entries_.back().files.emplace_back(format, file);
}

void MonthIndex::write(const std::filesystem::path& path, const std::vector<usecase::TodoItem>& waiting,
                       const Message& footer) const {
  errno = 0;
  std::ofstream out{path, std::ios::binary | std::ios::trunc};
  const std::string title = company_ + "  " + to_string(month_);
  const char* language = locale::language() == locale::Language::zh ? "zh-CN" : "en";
  out << "<!DOCTYPE html>\n<html lang=\"" << language << "\">\n<head>\n<meta charset=\"utf-8\">\n<title>"
      << escaped_html(title) << "</title>\n<style>" << style << "</style>\n</head>\n<body>\n<h1>" << escaped_html(title)
      << "</h1>\n";
  if (demo_) out << "<p>" << escaped_html(locale::text("word.demo")) << "</p>\n";
  out << "<h2>" << escaped_html(locale::text("Reports")) << "</h2>\n<table>\n";
  for (const Entry& entry : entries_) {
    out << "<tr><td>" << escaped_html(locale::text(entry.title)) << "</td><td class=\"k\">";
    for (const auto& [format, file] : entry.files) {
      out << "<a href=\"" << escaped_html(file) << "\">" << format << "</a> ";
    }
    out << "</td></tr>\n";
  }
  out << "</table>\n";
  write_waiting(out, waiting);
  out << "<p class=\"k\">" << escaped_html(locale::say(footer)) << "</p>\n</body>\n</html>\n";
  out.close();
  if (!out) throw Error{Failure::disk, Message{"disk.cannot-write", {path.string(), std::strerror(errno)}}};
}

}  // namespace svcadm::cmd
