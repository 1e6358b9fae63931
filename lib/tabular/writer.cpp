#include "tabular/writer.hpp"

#include <ostream>

#include "base/error.hpp"
#include "tabular/writers.hpp"

namespace svcadm::tabular {

std::optional<Format> parse_format(std::string_view word) {
  if (word == "table") return Format::table;
  if (word == "csv") return Format::csv;
  if (word == "json") return Format::json;
  if (word == "xlsx") return Format::xlsx;
  if (word == "html") return Format::html;
  return std::nullopt;
}

std::unique_ptr<Writer> make_writer(Format format, std::ostream& out, const WriterOptions& options) {
  switch (format) {
    case Format::table: return make_table_writer(out, options);
    case Format::csv: return make_csv_writer(out, options);
    case Format::json: return make_json_writer(out, options);
    case Format::html: return make_html_writer(out, options);
    case Format::xlsx: throw Error{Failure::usage, Message{"usage.xlsx-needs-output"}};
  }
  bug("unknown format");
}

void Writer::next(const Header&) { bug("a second grid in a format that holds one"); }

void check_written(std::ostream& out) {
  out.flush();
  if (!out) throw Error{Failure::disk, Message{"disk.output-failed"}};
}

}  // namespace svcadm::tabular
