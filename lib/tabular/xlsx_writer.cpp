// Excel workbooks, by way of a module that is loaded only here: linked in, it would cost every start of the program.

#include <dlfcn.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "base/error.hpp"
#include "base/text.hpp"
#include "tabular/cell_text.hpp"
#include "tabular/plan.hpp"
#include "tabular/utf8.hpp"
#include "tabular/writers.hpp"
#include "tabular/xlsx_module/xlsx_module.h"

namespace svcadm::tabular {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t landscape_from = 9;
constexpr double day_seconds = 86400;
/// Day 0 of a spreadsheet is 1899-12-30, right from March 1900 on (it believes in a 29 February of that year).
constexpr int serial_of_1970 = 25569;
constexpr int first_good_serial = 61;
/// Above this a double no longer holds every whole number.
constexpr std::int64_t exact_in_double = std::int64_t{1} << 53;

const svcadm_xlsx_functions& load_module(fs::path path) {
  if (path.empty()) {
    std::error_code ignored;
    path = fs::read_symlink("/proc/self/exe", ignored).parent_path().parent_path() / "lib/svcadm/svcadm_xlsx.so";
  }
  // Never closed: the library lives as long as the program.
  void* const module = ::dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
  void* const symbol = module == nullptr ? nullptr : ::dlsym(module, "svcadm_xlsx_v1");
  if (symbol == nullptr) throw Error{Failure::disk, Message{"disk.no-xlsx-module", {path.string()}}};
  return *reinterpret_cast<decltype(&svcadm_xlsx_v1)>(symbol)();
}

/// What Excel takes for the name of a sheet.
std::string sheet_name(std::string_view title) {
  constexpr int most = 31;  // characters; columns are never fewer
  std::string name = truncate(printable(title), most);
  for (char& c : name) {
    if (std::string_view{"[]:*?/\\'"}.find(c) != std::string_view::npos) c = ' ';
  }
  return trim(name).empty() ? "Sheet1" : std::string{trim(name)};
}

double width_of(const Column& column) {
  const auto usual = [&] {
    switch (column.kind) {
      case Kind::text: return 18;
      case Kind::identifier: return 14;
      case Kind::money:
      case Kind::date: return 12;
      case Kind::moment: return 20;
      case Kind::flag: return 7;
      default: return 10;
    }
  };
  return std::max(usual(), display_width(column.heading) + 2);
}

struct Number {
  int style;
  double value;
};

/// The cell as a spreadsheet's number; nothing where it is text or no number holds it.
std::optional<Number> number_of(const Cell& cell, Kind kind) {
  const auto moment = [](int style, double serial) {
    return serial < first_good_serial ? std::nullopt : std::optional{Number{style, serial}};
  };
  if (const auto* count = std::get_if<std::int64_t>(&cell)) {
    if (kind == Kind::identifier || *count > exact_in_double || *count < -exact_in_double) return std::nullopt;
    return Number{svcadm_xlsx_integer, static_cast<double>(*count)};
  }
  if (const auto* money = std::get_if<Money>(&cell)) {
    return Number{svcadm_xlsx_money, static_cast<double>(money->fen) / 100.0};
  }
  if (const auto* days = std::get_if<HalfDays>(&cell)) return Number{svcadm_xlsx_days, days->halves / 2.0};
  if (const auto* rate = std::get_if<Rational>(&cell)) {
    const double value = static_cast<double>(rate->numerator()) / static_cast<double>(rate->denominator());
    return Number{kind == Kind::rate ? svcadm_xlsx_percent : svcadm_xlsx_fraction, value};
  }
  if (const auto* day = std::get_if<Date>(&cell)) return moment(svcadm_xlsx_date, day->days + serial_of_1970);
  if (const auto* at = std::get_if<Moment>(&cell)) {
    return moment(svcadm_xlsx_moment, static_cast<double>(at->seconds) / day_seconds + serial_of_1970);
  }
  if (const auto* time = std::get_if<TimeOfDay>(&cell)) return Number{svcadm_xlsx_time, time->seconds / day_seconds};
  if (const auto* span = std::get_if<Span>(&cell); span != nullptr && span->seconds >= 0) {
    return Number{svcadm_xlsx_time, static_cast<double>(span->seconds) / day_seconds};
  }
  return std::nullopt;
}

class XlsxWriter : public Writer {
 public:
  XlsxWriter(const fs::path& path, const WriterOptions& options)
      : path_{path}, options_{options}, module_{load_module(options.xlsx_module)} {}

  ~XlsxWriter() override {
    if (book_ != nullptr) module_.discard(book_);
  }

  XlsxWriter(const XlsxWriter&) = delete;
  XlsxWriter& operator=(const XlsxWriter&) = delete;

  void begin(const Header& header) override {
    plan_ = Plan{header, options_, false};
    const std::string subtitle = subtitle_of(header, options_);
    const int above = (header.title.empty() ? 0 : 1) + (subtitle.empty() ? 0 : 1);
    open(above);
    if (!header.title.empty()) text(next_++, 0, svcadm_xlsx_title, header.title);
    if (!subtitle.empty()) text(next_++, 0, svcadm_xlsx_text, subtitle);
    for (std::size_t at = 0; at < plan_.size(); ++at) text(next_, at, svcadm_xlsx_heading, plan_.column(at).heading);
    first_row_ = ++next_;
  }

  void row(std::span<const Cell> cells) override {
    plan_.add(cells);
    for (std::size_t at = 0; at < plan_.size(); ++at) cell(at, plan_.cell(cells, at), 0);
    ++next_;
  }

  void end() override {
    if (plan_.has_totals()) {
      for (std::size_t at = 0; at < plan_.size(); ++at) total(at);
    }
    check(module_.close(std::exchange(book_, nullptr)));
  }

 private:
  void open(int heading_row) {
    std::vector<double> widths;
    for (std::size_t at = 0; at < plan_.size(); ++at) widths.push_back(width_of(plan_.column(at)));
    const std::string name = sheet_name(plan_.header().title);
    // 0 would mean the machine's clock.
    const std::int64_t created = plan_.header().created.seconds;
    const svcadm_xlsx_sheet sheet = {.name = name.c_str(),
                                     .created = created == 0 ? 1 : created,
                                     .column_count = static_cast<int>(widths.size()),
                                     .widths = widths.data(),
                                     .heading_row = heading_row,
                                     .landscape = widths.size() >= landscape_from ? 1 : 0};
    book_ = module_.open(path_.c_str(), &sheet);
    if (book_ == nullptr) bug("the spreadsheet library refused to begin");
  }

  void cell(std::size_t at, const Cell& value, int flags) {
    if (std::holds_alternative<std::monostate>(value) && flags == 0) return;
    const Kind kind = plan_.column(at).kind;
    if (const auto number = number_of(value, kind)) {
      check(module_.number(book_, next_, static_cast<int>(at), number->style | flags, number->value));
      return;
    }
    const int style = kind == Kind::identifier ? svcadm_xlsx_identifier : svcadm_xlsx_text;
    text(next_, at, style | flags, text_for_people(value, kind, options_));
  }

  void total(std::size_t at) {
    if (plan_.label_at() == at) {
      text(next_, at, svcadm_xlsx_text | svcadm_xlsx_sum, plan_.header().total_label);
      return;
    }
    const Cell sum = plan_.total(at);
    const auto number = number_of(sum, plan_.column(at).kind);
    if (!number || next_ == first_row_) {
      cell(at, sum, svcadm_xlsx_sum);
      return;
    }
    check(module_.sum(book_, next_, static_cast<int>(at), number->style | svcadm_xlsx_sum, first_row_, next_ - 1,
                      number->value));
  }

  /// Always written as a string: text is never a formula here, whatever it begins with.
  void text(int row, std::size_t at, int style, const std::string& content) {
    check(module_.text(book_, row, static_cast<int>(at), style, repaired_utf8(content).c_str()));
  }

  void check(int code) const {
    if (code == 0) return;
    throw Error{Failure::disk, Message{"disk.xlsx-failed", {path_.string(), std::string{module_.error_text(code)}}}};
  }

  fs::path path_;
  WriterOptions options_;
  const svcadm_xlsx_functions& module_;
  svcadm_xlsx_book* book_ = nullptr;
  Plan plan_;
  int next_ = 0;       ///< the row to be written
  int first_row_ = 0;  ///< the first one below the headings
};

}  // namespace

std::unique_ptr<Writer> make_xlsx_writer(const fs::path& path, const WriterOptions& options) {
  return std::make_unique<XlsxWriter>(path, options);
}

}  // namespace svcadm::tabular
