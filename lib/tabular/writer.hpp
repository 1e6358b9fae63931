#pragma once
// Writers of a grid.  All but the terminal's table stream: memory does not grow with the rows.

#include <filesystem>
#include <iosfwd>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tabular/grid.hpp"

namespace svcadm::tabular {

enum class Format { table, csv, json, xlsx, html };

/// By the words of --format.
std::optional<Format> parse_format(std::string_view word);

/// How to write.  Words are already translated.
struct WriterOptions {
  bool excel = false;                              ///< csv: headings, byte order mark, CRLF, a row of sums
  bool wide = false;                               ///< table: every column, nothing cut
  std::vector<std::string> columns = {};           ///< keys, in this order; empty: the format's own choice
  int width = 80;                                  ///< of the terminal, in columns
  std::string yes = "yes";                         ///< a true flag, for people
  std::string no = "no";                           ///< a false flag, for people
  std::string language = "zh-CN";                  ///< html: the lang attribute
  std::string stamp = {};                          ///< html, xlsx: said behind the subtitle ("demo"); empty: nothing
  std::string footer = {};                         ///< html: said beside the moment at the end; empty: nothing
  std::vector<std::string> signature_labels = {};  ///< html: boxes to sign in; none when empty
  std::filesystem::path xlsx_module = {};          ///< empty: ../lib/svcadm/svcadm_xlsx.so from the program
};

/// Writes a grid: begin, rows in order, end.
class Writer {
 public:
  virtual ~Writer() = default;
  /// Throws Failure::usage, one problem for each of WriterOptions::columns the grid does not have.
  virtual void begin(const Header& header) = 0;
  /// Another grid after the one before: in a terminal below it, on paper on a page of its own.  \pre a grid was begun,
  /// and a format whose readers are people; the others hold one grid.
  virtual void next(const Header& header);
  /// \pre as many cells as the header has columns
  virtual void row(std::span<const Cell> cells) = 0;
  /// Sums, closing marks, and a check that everything was written (Failure::disk).
  virtual void end() = 0;
};

/// Writes to an open stream, which must outlive the writer.  Throws Failure::usage for xlsx, which needs a file.
std::unique_ptr<Writer> make_writer(Format format, std::ostream& out, const WriterOptions& options);

/// Writes beside `path` and renames at end(), so that nobody ever sees half a file; destroyed before end() it leaves
/// nothing.  What is no regular file (a pipe, a device) is written as it is.  Throws Failure::disk.
std::unique_ptr<Writer> make_file_writer(Format format, const std::filesystem::path& path,
                                         const WriterOptions& options);

}  // namespace svcadm::tabular
