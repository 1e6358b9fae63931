// svcadm clock-in correct: a punch that was forgotten, is not his, or has another time.

#include <ostream>

#include "cmd/clock_in.hpp"
#include "cmd/several.hpp"
#include "usecase/office.hpp"
#include "usecase/time_corrections.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::string person;
  std::string day;
  std::optional<std::string> add;
  std::optional<std::string> void_;
  std::optional<std::string> move;
  std::optional<std::string> to;
  std::optional<std::string> kind;
  std::string reason;
  SecondPersonWanted second;
};

void declare(Words& words, Options& options) {
  words.argument("PERSON", options.person, "Whose punch").required();
  words.argument("DATE", options.day, "The day that the punch belongs to").required();
  words.option("--add", options.add, "TIME", "A punch that was forgotten");
  words.option("--void", options.void_, "TIME", "A recorded punch that does not count");
  words.option("--move", options.move, "TIME", "A recorded punch that counts with another time, which --to gives");
  words.option("--to", options.to, "TIME", "The time that counts instead");
  words.option("--kind", options.kind, "KIND", "What an added punch is; else the shift decides")
      .choices({"in", "out", "lunch-start", "lunch-end"});
  words.option("--reason", options.reason, "TEXT", "Why").required();
  declare_second_person(words, options.second);
  words.explain(
      "Prints the number of the correction.  The record stays as it is; a correction counts once a second "
      "person has confirmed it: by clock-in confirm, or at once by a signed paper.  A regulation may limit how "
      "many punches are added and moved for somebody in a month.");
  words.example("svcadm clock-in correct 1001 2026-10-12 --add 09:27 --reason '忘记打卡' --confirmed-by 1000");
  words.example(
      "svcadm clock-in correct 1001 2026-10-12 --move 09:41 --to 09:29 --reason '排队' --confirmed-by 1000 --paper "
      "BK-7");
}

usecase::PunchCorrection read(const Options& options, Session& session) {
  using Kind = store::CorrectionKind;
  const int said = (options.add ? 1 : 0) + (options.void_ ? 1 : 0) + (options.move ? 1 : 0);
  if (said != 1) throw Error{Failure::usage, Message{"correction.one-of", {}}};
  if (options.move.has_value() != options.to.has_value()) {
    throw Error{Failure::usage, Message{"correction.move-and-to", {}}};
  }
  if (options.kind && !options.add) throw Error{Failure::usage, Message{"correction.kind-of-added", {}}};
  Several each;
  usecase::PunchCorrection correction{.person = options.person,
                                      .day = each([&] { return read_day(options.day, session.present()); }),
                                      .kind = options.add    ? Kind::add
                                              : options.move ? Kind::move
                                                             : Kind::void_,
                                      .time = {},
                                      .reason = options.reason,
                                      .second = {options.second.confirmed_by, options.second.paper}};
  const std::string& time = options.add ? *options.add : options.move ? *options.move : *options.void_;
  correction.time = each([&] { return read_time(time); });
  if (options.to) correction.to = each([&] { return read_time(*options.to); });
  if (options.kind) {
    correction.direction = usecase::parse_punch_kind(*options.kind).value_or(usecase::PunchKind::unsaid);
  }
  each.conclude();
  return correction;
}

int run(const Options& options, Session& session) {
  const auto correction = read(options, session);
  session.out << usecase::correction_name(usecase::correct_punch(session.office(), correction)) << '\n';
  return 0;
}

}  // namespace

Verb clock_in_correct() { return verb<Options>("correct", "Add, void or move a punch", declare, Needs::writing, run); }

}  // namespace svcadm::cmd
