// Any text is a regulation, a layout or a calendar, or is refused with its problems; never our bug.

#include <cstdint>

#include "base/error.hpp"
#include "regulation/calendar_file.hpp"
#include "regulation/layout.hpp"
#include "regulation/regulation.hpp"

namespace {

template <class Work>
void read(const Work& work) {
  try {
    work();
  } catch (const svcadm::Error& error) {
    if (error.failure() == svcadm::Failure::bug || error.problems().empty()) __builtin_trap();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count) {
  const std::string_view text{reinterpret_cast<const char*>(bytes), count};
  using namespace svcadm::regulation;
  read([&] {
    const auto regulation = read_regulation(text, "fuzz.toml", 1);
    for (const svcadm::Date day : regulation.change_days()) {
      if (const auto* says = regulation.in_force(day)) (void)policy_problems(says->policy);
      (void)regulation.readings(day);
    }
  });
  read([&] { read_layout(text, "fuzz.toml"); });
  read([&] { read_calendar_toml(text, "fuzz.toml"); });
  read([&] { read_holiday_cn_json(text, "fuzz.json"); });
  return 0;
}
