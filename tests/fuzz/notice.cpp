// Any text is a year's notice as holiday-cn writes it, or is refused: each day of it once, and of that year.

#include <algorithm>

#include "fuzz/hostile.hpp"
#include "regulation/calendar_file.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count) {
  using namespace svcadm;
  fuzz::read([&] {
    const auto year = regulation::read_holiday_cn_json(fuzz::text_of(bytes, count), "fuzz.json");
    const auto same_day = [](const auto& a, const auto& b) { return a.day == b.day; };
    fuzz::promise(!year.days.empty() && std::ranges::adjacent_find(year.days, same_day) == year.days.end());
    for (const auto& day : year.days) {
      fuzz::promise(year_of(day.day) == year.year || year_of(day.day) == year.year - 1);
    }
  });
  return 0;
}
