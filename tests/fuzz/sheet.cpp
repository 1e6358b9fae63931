// Any bytes are a file that somebody made: its encoding is found or refused, its rows are values or problems with a
// line, whatever the layout.

#include "fuzz/hostile.hpp"
#include "tabular/encoding.hpp"
#include "tabular/row_fields.hpp"
#include "tabular/utf8.hpp"
#include "usecase/import_request.hpp"

namespace {

using namespace svcadm;

void read_fields(const tabular::SheetRow& row, const tabular::Layout& layout, tabular::Problems& problems) {
  constexpr auto need = tabular::Need::optional;
  tabular::RowFields fields{row, problems};
  for (const tabular::Field& field : layout.fields) {
    const std::size_t before = problems.size();
    const auto text = fields.text(field.key, need);
    if (text) fuzz::promise(text->size() <= 1000 && tabular::utf8_prefix(*text) == text->size());
    if (const auto number = fields.number_text(field.key, need)) fuzz::promise(text.has_value());
    if (const auto day = fields.date(field.key, need)) fuzz::promise(valid_date(year_of(*day), 1, 1));
    (void)fields.month(field.key, need);
    (void)fields.moment(field.key, need);
    (void)fields.time(field.key, need);
    (void)fields.money(field.key, need);
    (void)fields.integer(field.key, need);
    if (const auto days = fields.half_days(field.key, need)) fuzz::promise(days->halves >= 0);
    for (std::size_t i = before; i < problems.size(); ++i) fuzz::promise(problems[i].place->line == row.line());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count) {
  fuzz::read([&] {
    const auto text = tabular::decode({"fuzz.csv", std::string{fuzz::text_of(bytes, count)}});
    for (const char* name : {"employee", "department", "leave", "opening", "payroll-input"}) {
      const tabular::Layout& layout = usecase::import_layout(name).sheet;
      tabular::Problems problems;
      tabular::SheetReader reader{text, layout, {}, problems};
      fuzz::promise(reader.header_line() > 0 || !problems.empty());
      int line = 0;
      for (tabular::SheetRow row; reader.next(row);) {
        fuzz::promise(row.line() > line && !text.is_bad(row.line(), row.line()));
        line = row.line();
        read_fields(row, layout, problems);
      }
    }
  });
  return 0;
}
