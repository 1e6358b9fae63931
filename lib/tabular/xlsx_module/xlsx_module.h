/* The plain C interface of svcadm_xlsx.so, which keeps libxlsxwriter out of the program: loaded only when a
   spreadsheet is written.  The program asks for svcadm_xlsx_v1() and calls what the table points to. */

#ifndef SVCADM_TABULAR_XLSX_MODULE_H
#define SVCADM_TABULAR_XLSX_MODULE_H

#ifdef __cplusplus
extern "C" {
#endif

/* NOLINTBEGIN(readability-identifier-naming): C has no namespaces; names are spelt like its functions. */

/* How a cell looks.  Or-ed with svcadm_xlsx_sum it is bold under a line. */
enum svcadm_xlsx_style {
  svcadm_xlsx_text,
  svcadm_xlsx_identifier, /* text that stays text when it is edited */
  svcadm_xlsx_integer,
  svcadm_xlsx_money,
  svcadm_xlsx_days,
  svcadm_xlsx_fraction,
  svcadm_xlsx_percent,
  svcadm_xlsx_date,
  svcadm_xlsx_moment,
  svcadm_xlsx_time,
  svcadm_xlsx_title,
  svcadm_xlsx_heading,
  svcadm_xlsx_style_count,
  svcadm_xlsx_sum = 32
};

struct svcadm_xlsx_book;

struct svcadm_xlsx_sheet {
  const char* name;       /* of the sheet; 1 to 31 characters, none of []:*?/\ */
  long long created;      /* document property, seconds since 1970, not 0 */
  int column_count;
  const double* widths;   /* one per column, in characters */
  int heading_row;        /* frozen and repeated on each printed page, with all above it */
  int landscape;
};

struct svcadm_xlsx_functions {
  /* NULL where the library has no memory. */
  struct svcadm_xlsx_book* (*open)(const char* path, const struct svcadm_xlsx_sheet* sheet);
  /* Rows in rising order.  0, or a code for error_text. */
  int (*text)(struct svcadm_xlsx_book* book, int row, int column, int style, const char* utf8);
  int (*number)(struct svcadm_xlsx_book* book, int row, int column, int style, double value);
  /* The sum of a column's rows, and its value for programs that do not compute. */
  int (*sum)(struct svcadm_xlsx_book* book, int row, int column, int style, int first_row, int last_row, double value);
  /* Writes the file and frees the book. */
  int (*close)(struct svcadm_xlsx_book* book);
  /* Frees the book and writes nothing. */
  void (*discard)(struct svcadm_xlsx_book* book);
  const char* (*error_text)(int code);
};

const struct svcadm_xlsx_functions* svcadm_xlsx_v1(void);

/* NOLINTEND(readability-identifier-naming) */

#ifdef __cplusplus
}
#endif

#endif
