// Any text is CSV with any delimiter: records come in the order of their lines, and only a problem ends them early.

#include "fuzz/hostile.hpp"
#include "tabular/csv_reader.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count) {
  using namespace svcadm;
  const auto text = fuzz::text_of(bytes, count);
  for (const char delimiter : {tabular::find_delimiter(text), ',', ';', '\t'}) {
    tabular::Problems problems;
    tabular::CsvReader reader{"fuzz.csv", text, delimiter, problems};
    int line = 0;
    std::size_t size = 0;
    for (tabular::Record record; reader.next(record);) {
      fuzz::promise(record.line > line && record.last_line >= record.line && !record.fields.empty());
      line = record.last_line;
      for (const auto& field : record.fields) size += field.size();
    }
    fuzz::promise(size <= count && reader.broken() == !problems.empty());
  }
  return 0;
}
