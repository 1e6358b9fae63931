// svcadm clock-in outage: a time in which nobody could punch.

#include <ostream>

#include "cmd/clock_in.hpp"
#include "cmd/several.hpp"
#include "usecase/office.hpp"
#include "usecase/time_corrections.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::string place;
  std::string from;
  std::string to;
  std::string reason;
  SecondPersonWanted second;
};

void declare(Words& words, Options& options) {
  words.argument("PLACE", options.place, "The clock, by the name its files give it, or a department").required();
  words.option("--from", options.from, "TIME", "Since when").required();
  words.option("--to", options.to, "TIME", "The last moment of it").required();
  words.option("--reason", options.reason, "TEXT", "Why").required();
  declare_second_person(words, options.second);
  words.explain(
      "Prints the number of the correction, which counts once a second person has confirmed it.  A punch that was "
      "due in this time and is missing is excused; one that is there counts.  The outage of a clock concerns whoever "
      "punched at it in that month, that of a department everybody in it and below.");
  words.example(
      "svcadm clock-in outage 1 --from '2026-10-12 08:30' --to '2026-10-12 11:00' --reason '停电' --confirmed-by 1000");
}

int run(const Options& options, Session& session) {
  const Present present = session.present();
  Several read;
  const usecase::NewOutage outage{.place = options.place,
                                  .from = read([&] { return read_moment(options.from, present); }),
                                  .to = read([&] { return read_moment(options.to, present); }),
                                  .reason = options.reason,
                                  .second = {options.second.confirmed_by, options.second.paper}};
  read.conclude();
  session.out << usecase::correction_name(usecase::record_outage(session.office(), outage)) << '\n';
  return 0;
}

}  // namespace

Verb clock_in_outage() {
  return verb<Options>("outage", "Say when a clock or a department could not punch", declare, Needs::writing, run);
}

}  // namespace svcadm::cmd
