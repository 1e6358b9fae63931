// svcadm clock-in shift-clock: a clock that went wrong.

#include <ostream>

#include "cmd/clock_in.hpp"
#include "cmd/several.hpp"
#include "usecase/office.hpp"
#include "usecase/time_corrections.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::string device;
  std::string from;
  std::string to;
  std::string offset;
  std::string reason;
  SecondPersonWanted second;
};

void declare(Words& words, Options& options) {
  words.argument("DEVICE", options.device, "The clock, by the name its files give it").required();
  words.option("--from", options.from, "TIME", "Since when, by the clock itself").required();
  words.option("--to", options.to, "TIME", "The last moment of it, by the clock itself").required();
  words.option("--offset", options.offset, "MM:SS", "What its times are moved by: -07:00 for a clock 7 minutes fast")
      .required();
  words.option("--reason", options.reason, "TEXT", "Why").required();
  declare_second_person(words, options.second);
  words.explain(
      "Prints the number of the correction, which counts once a second person has confirmed it.  The record "
      "stays; what is judged are the moved times.");
  words.example(
      "svcadm clock-in shift-clock 1 --from '2026-10-12 00:00' --to '2026-10-14 23:59:59' --offset -07:00 "
      "--reason '快七分钟' --confirmed-by 1000");
}

int run(const Options& options, Session& session) {
  const Present present = session.present();
  Several read;
  const usecase::ClockShift shift{.device = options.device,
                                  .from = read([&] { return read_moment(options.from, present); }),
                                  .to = read([&] { return read_moment(options.to, present); }),
                                  .by = read([&] { return read_offset(options.offset); }),
                                  .reason = options.reason,
                                  .second = {options.second.confirmed_by, options.second.paper}};
  read.conclude();
  session.out << usecase::correction_name(usecase::shift_clock(session.office(), shift)) << '\n';
  return 0;
}

}  // namespace

Verb clock_in_shift_clock() {
  return verb<Options>("shift-clock", "Move the times of a clock that went wrong", declare, Needs::writing, run);
}

}  // namespace svcadm::cmd
