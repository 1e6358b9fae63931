// Any bytes are a sheet of punches or an agents' log: what is taken lies in the past and has a number.

#include "fuzz/hostile.hpp"
#include "usecase/punch_sheet.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count) {
  using namespace svcadm;
  fuzz::read([&] {
    const auto now = at(make_date(2026, 11, 2));
    const auto text = tabular::decode({"fuzz.csv", std::string{fuzz::text_of(bytes, count)}});
    (void)usecase::is_agent_log(text, {});
    fuzz::read([&] {
      for (const auto& punch : usecase::read_punch_sheet(text, {}, now).punches) {
        fuzz::promise(punch.at <= now && punch.line > 1);
      }
    });
    fuzz::read([&] {
      const auto file = usecase::read_agent_log(text, {}, now);
      for (const auto& session : file.sessions) {
        fuzz::promise(session.from <= now && (!session.to || (*session.to >= session.from && *session.to <= now)));
      }
    });
  });
  return 0;
}
