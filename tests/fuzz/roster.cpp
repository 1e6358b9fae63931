// Any bytes are a roster: every cell that is read is of a day of its month.

#include "fuzz/hostile.hpp"
#include "usecase/roster_sheet.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count) {
  using namespace svcadm;
  fuzz::read([&] {
    const auto text = tabular::decode({"fuzz.csv", std::string{fuzz::text_of(bytes, count)}});
    const Month month = make_month(2026, 2);
    tabular::Problems problems;
    const auto file = usecase::read_roster_file(text, month, {}, problems);
    fuzz::promise(file.header_line > 0 || !problems.empty());
    for (const auto& line : file.lines) {
      fuzz::promise(line.line > file.header_line && !line.cells.empty());
      for (const auto& cell : line.cells) fuzz::promise(month_of(cell.day) == month && !cell.code.empty());
    }
  });
  return 0;
}
