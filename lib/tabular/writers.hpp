#pragma once
// The writers behind writer.hpp's two factories.  Private to lib/tabular.

#include <filesystem>
#include <iosfwd>
#include <memory>

#include "tabular/writer.hpp"

namespace svcadm::tabular {

std::unique_ptr<Writer> make_table_writer(std::ostream& out, const WriterOptions& options);
std::unique_ptr<Writer> make_csv_writer(std::ostream& out, const WriterOptions& options);
std::unique_ptr<Writer> make_json_writer(std::ostream& out, const WriterOptions& options);
std::unique_ptr<Writer> make_html_writer(std::ostream& out, const WriterOptions& options);
std::unique_ptr<Writer> make_xlsx_writer(const std::filesystem::path& path, const WriterOptions& options);

/// Flushes and throws Failure::disk where anything was lost on the way.
void check_written(std::ostream& out);

}  // namespace svcadm::tabular
