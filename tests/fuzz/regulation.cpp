// Any text is a regulation, a layout or a calendar, or is refused with its problems; never our bug.

#include "regulation/regulation.hpp"
#include "fuzz/hostile.hpp"
#include "regulation/calendar_file.hpp"
#include "regulation/layout.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count) {
  using namespace svcadm::regulation;
  using svcadm::fuzz::read;
  const std::string_view text = svcadm::fuzz::text_of(bytes, count);
  read([&] {
    const auto regulation = read_regulation(text, "fuzz.toml", 1);
    for (const svcadm::Date day : regulation.change_days()) {
      if (const auto* says = regulation.in_force(day)) (void)policy_problems(says->policy);
      (void)regulation.readings(day);
    }
  });
  read([&] { read_layout(text, "fuzz.toml"); });
  read([&] { read_calendar_toml(text, "fuzz.toml"); });
  return 0;
}
