#include "cmd/failure.hpp"

#include <algorithm>
#include <ostream>

#include <fmt/format.h>

#include "base/text.hpp"
#include "locale/catalogue.hpp"
#include "locale/json.hpp"

namespace svcadm::cmd {

namespace {

constexpr int terminal_width = 80;
constexpr std::size_t most_shown = 100;

void write_wrapped(std::ostream& err, const std::string& line, bool terminal) {
  if (!terminal) {
    err << line << '\n';
    return;
  }
  bool first = true;
  for (const std::string& part : wrap(line, terminal_width - 2)) {
    err << (first ? "" : "  ") << part << '\n';
    first = false;
  }
}

std::string place_prefix(const Problem& problem) {
  if (!problem.place) return {};
  const Place& place = *problem.place;
  std::string prefix;
  if (!place.file.empty()) prefix += printable(place.file) + ":";
  if (place.line > 0) prefix += fmt::format("{}:", place.line);
  if (!prefix.empty()) prefix += ' ';
  if (!place.field.empty()) prefix += printable(place.field) + ": ";
  return prefix;
}

}  // namespace

void write_lines(std::ostream& err, const Message& message, bool terminal) {
  write_wrapped(err, "svcadm: " + locale::say(message), terminal);
}

void report_text(std::ostream& err, const Error& error, bool terminal) {
  const auto& problems = error.problems();
  const std::size_t shown = std::min(problems.size(), most_shown);
  for (std::size_t i = 0; i < shown; ++i) {
    write_wrapped(err, "svcadm: " + place_prefix(problems[i]) + locale::say(problems[i].message), terminal);
    if (problems[i].way_out.empty()) continue;
    // Not broken: it is there to be copied.
    err << "  " << locale::say(Message{"try: {0}", {problems[i].way_out}}) << '\n';
  }
  if (shown < problems.size()) {
    const auto count = [](std::size_t size) { return static_cast<std::int64_t>(size); };
    const Message rest{"and {0} more, {1} in all", {count(problems.size() - shown), count(problems.size())}};
    write_lines(err, rest, terminal);
  }
}

void report_json(std::ostream& err, const Error& error) { err << locale::error_to_json(error) << '\n'; }

}  // namespace svcadm::cmd
