// libxlsxwriter behind the C interface of xlsx_module.h.  No exception may leave a function of the table.

#include "tabular/xlsx_module/xlsx_module.h"

#include <xlsxwriter.h>

#include <array>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <new>

struct svcadm_xlsx_book {
  lxw_workbook* workbook = nullptr;
  lxw_worksheet* sheet = nullptr;
  std::array<lxw_format*, svcadm_xlsx_style_count> body = {};
  std::array<lxw_format*, svcadm_xlsx_style_count> sums = {};
};

namespace {

constexpr std::uint8_t a4 = 9;
constexpr double title_size = 14;

constexpr std::array<const char*, svcadm_xlsx_style_count> number_formats = {
    nullptr,      "@",     "0",    "0.00", "0.0", nullptr, "0.00%", "yyyy-mm-dd", "yyyy-mm-dd hh:mm:ss",
    "[hh]:mm:ss", nullptr, nullptr};

void add_formats(svcadm_xlsx_book& book) {
  for (std::size_t style = 0; style < svcadm_xlsx_style_count; ++style) {
    for (auto* const formats : {&book.body, &book.sums}) {
      lxw_format* const format = workbook_add_format(book.workbook);
      if (number_formats[style] != nullptr) format_set_num_format(format, number_formats[style]);
      (*formats)[style] = format;
    }
    format_set_bold(book.sums[style]);
    format_set_top(book.sums[style], LXW_BORDER_THIN);
  }
  format_set_bold(book.body[svcadm_xlsx_title]);
  format_set_font_size(book.body[svcadm_xlsx_title], title_size);
  format_set_bold(book.body[svcadm_xlsx_heading]);
  format_set_bottom(book.body[svcadm_xlsx_heading], LXW_BORDER_THIN);
  format_set_align(book.body[svcadm_xlsx_heading], LXW_ALIGN_CENTER);
}

lxw_format* format_of(const svcadm_xlsx_book* book, int style) {
  const bool sum = (style & svcadm_xlsx_sum) != 0;
  return (sum ? book->sums : book->body).at(static_cast<std::size_t>(style & ~svcadm_xlsx_sum));
}

lxw_row_t row_of(int row) { return static_cast<lxw_row_t>(row); }
lxw_col_t column_of(int column) { return static_cast<lxw_col_t>(column); }

void set_up(svcadm_xlsx_book& book, const svcadm_xlsx_sheet& sheet) {
  lxw_doc_properties properties = {};
  properties.created = static_cast<time_t>(sheet.created);
  workbook_set_properties(book.workbook, &properties);
  for (int column = 0; column < sheet.column_count; ++column) {
    worksheet_set_column(book.sheet, column_of(column), column_of(column), sheet.widths[column], nullptr);
  }
  worksheet_freeze_panes(book.sheet, row_of(sheet.heading_row + 1), 0);
  worksheet_repeat_rows(book.sheet, 0, row_of(sheet.heading_row));
  worksheet_set_paper(book.sheet, a4);
  worksheet_fit_to_pages(book.sheet, 1, 0);
  if (sheet.landscape != 0) worksheet_set_landscape(book.sheet);
}

svcadm_xlsx_book* open_book(const char* path, const svcadm_xlsx_sheet* sheet) {
  std::unique_ptr<svcadm_xlsx_book> book{new (std::nothrow) svcadm_xlsx_book};
  if (book == nullptr) return nullptr;
  lxw_workbook_options options = {};
  options.constant_memory = LXW_TRUE;
  book->workbook = workbook_new_opt(path, &options);
  if (book->workbook == nullptr) return nullptr;
  book->sheet = workbook_add_worksheet(book->workbook, sheet->name);
  if (book->sheet == nullptr) {
    lxw_workbook_free(book->workbook);
    return nullptr;
  }
  add_formats(*book);
  set_up(*book, *sheet);
  return book.release();
}

int write_text(svcadm_xlsx_book* book, int row, int column, int style, const char* utf8) {
  return worksheet_write_string(book->sheet, row_of(row), column_of(column), utf8, format_of(book, style));
}

int write_number(svcadm_xlsx_book* book, int row, int column, int style, double value) {
  return worksheet_write_number(book->sheet, row_of(row), column_of(column), value, format_of(book, style));
}

int write_sum(svcadm_xlsx_book* book, int row, int column, int style, int first_row, int last_row, double value) {
  std::array<char, 64> formula = {};
  std::array<char, LXW_MAX_CELL_RANGE_LENGTH> range = {};
  lxw_rowcol_to_range(range.data(), row_of(first_row), column_of(column), row_of(last_row), column_of(column));
  std::snprintf(formula.data(), formula.size(), "=SUM(%s)", range.data());
  return worksheet_write_formula_num(book->sheet, row_of(row), column_of(column), formula.data(),
                                     format_of(book, style), value);
}

int close_book(svcadm_xlsx_book* book) {
  const int code = workbook_close(book->workbook);
  delete book;
  return code;
}

void discard_book(svcadm_xlsx_book* book) {
  lxw_workbook_free(book->workbook);
  delete book;
}

const char* error_text(int code) { return lxw_strerror(static_cast<lxw_error>(code)); }

constexpr svcadm_xlsx_functions functions = {open_book,  write_text,   write_number, write_sum,
                                             close_book, discard_book, error_text};

}  // namespace

extern "C" const svcadm_xlsx_functions* svcadm_xlsx_v1(void) { return &functions; }
