// Any bytes are a device's log: what is damaged is put aside, nothing is believed twice.

#include "usecase/device_log.hpp"
#include "fuzz/hostile.hpp"
#include "usecase/import_request.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count) {
  using namespace svcadm;
  const auto now = at(make_date(2026, 11, 2));
  for (const char* name : {"zkteco-usb", "zkteco-push"}) {
    const auto file =
        usecase::read_device_log(fuzz::text_of(bytes, count), "fuzz.dat", usecase::import_layout(name), now);
    for (const auto& punch : file.punches) {
      fuzz::promise(punch.at <= now && punch.number < file.numbers.texts().size() && punch.line >= 1);
    }
    fuzz::promise(file.read >= static_cast<std::int64_t>(file.punches.size() + file.rejects.lines.size()));
  }
  return 0;
}
