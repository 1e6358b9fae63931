// Any bytes are a device's log: what is damaged is put aside, nothing is believed twice.

#include <cstdint>

#include "base/embedded.hpp"
#include "regulation/layout.hpp"
#include "usecase/device_log.hpp"

namespace {

svcadm::regulation::Layout layout(std::string_view name) {
  for (const svcadm::EmbeddedFile& file : svcadm::embedded_files()) {
    if (file.path == name) return svcadm::regulation::read_layout(file.text, name);
  }
  __builtin_trap();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count) {
  static const auto usb = layout("import/zkteco-usb.toml");
  static const auto push = layout("import/zkteco-push.toml");
  const std::string_view text{reinterpret_cast<const char*>(bytes), count};
  const auto now = svcadm::at(svcadm::make_date(2026, 11, 2));
  for (const auto& form : {usb, push}) {
    const auto file = svcadm::usecase::read_device_log(text, "fuzz.dat", form, now);
    for (const auto& punch : file.punches) {
      if (punch.at > now || punch.number >= file.numbers.texts().size() || punch.line < 1) __builtin_trap();
    }
    if (file.read < static_cast<std::int64_t>(file.punches.size() + file.rejects.lines.size())) __builtin_trap();
  }
  return 0;
}
