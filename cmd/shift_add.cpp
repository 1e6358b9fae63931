// svcadm shift add: what a shift code means.

#include "base/error.hpp"
#include "cmd/verbs.hpp"
#include "usecase/office.hpp"
#include "usecase/shift.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::string code;
  std::string windows;
  std::string label;
  std::optional<std::string> from;
};

void declare(Words& words, Options& options) {
  words.argument("CODE", options.code, "The code, as it stands in rosters").required();
  words.argument("WINDOWS", options.windows, "When is worked, with breaks left out; rest where nothing is").required();
  words.option("--label", options.label, "TEXT", "A name for it");
  words.option("--from", options.from, "DATE", "First day of a new meaning; not needed for a new code");
  words.explain("A window that ends before its start ends on the next day.");
  words.example("svcadm shift add 早 09:30-12:30,13:30-18:30");
  words.example("svcadm shift add 夜 20:00-24:00,00:30-08:00");
  words.example("svcadm shift add 休 rest");
}

std::vector<domain::Window> read_windows(const std::string& text) {
  if (text == "rest" || text == "休" || text == "休息") return {};
  const auto windows = domain::parse_windows(text);
  if (!windows) throw Error{Failure::usage, Message{"shift.bad-windows", {text}}};
  return *windows;
}

int run(const Options& options, Session& session) {
  auto& office = session.office();
  std::optional<Date> from;
  if (options.from) from = read_day(*options.from, session.present());
  usecase::add_shift(office, options.code, read_windows(options.windows), options.label, from);
  return 0;
}

}  // namespace

Verb shift_add() { return verb<Options>("add", "Say what a shift code means", declare, Needs::writing, run); }

}  // namespace svcadm::cmd
