// svcadm doctor: whether the office is in good order, on one page.

#include <algorithm>
#include <ostream>

#include "base/error.hpp"
#include "base/version.hpp"
#include "base/text.hpp"
#include "cmd/columns.hpp"
#include "cmd/verbs.hpp"
#include "store/database.hpp"
#include "tabular/writer.hpp"
#include "usecase/doctor.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  bool check = false;
};

void declare(Words& words, Options& options) {
  words.flag("--check", options.check, "End with status 1 where something is not in order");
  words.explain(
      "The program, the file, the last copy and the last check of it, calendars, values of law, numbers at the clock "
      "and signatures; what is not in order, each with the command that mends it.");
  words.example("svcadm doctor");
  words.example("svcadm doctor --check || mail -s 'office file' boss < /dev/null");
}

std::string heading(const std::string& topic) { return locale::text("column.doctor_" + topic); }

void print_page(std::ostream& out, const std::vector<usecase::DoctorLine>& lines) {
  constexpr int page_width = 80;
  int width = 0;
  for (const auto& line : lines) width = std::max(width, display_width(heading(line.topic)));
  const std::string indent(static_cast<std::size_t>(width) + 2, ' ');
  const auto print = [&](std::string margin, const std::string& text) {
    for (const std::string& part : wrap(printable(text), page_width - width - 2)) {
      out << margin << part << '\n';
      margin = indent;
    }
  };
  for (const auto& line : lines) {
    print(pad(heading(line.topic), width + 2), locale::say(line.state));
    for (const auto& complaint : line.complaints) {
      print(pad("!", width + 2), locale::say(complaint.message));
      // Not broken: it is there to be copied.
      out << indent << locale::say(Message{"try: {0}", {complaint.way_out}}) << '\n';
    }
  }
}

void print_grid(Session& session, const std::vector<usecase::DoctorLine>& lines) {
  const auto writer = session.writer();
  writer->begin({.title = locale::text("Is the office in good order?"),
                 .name = "doctor",
                 .columns = {column("topic"), column("state"), column("finding"), column("way_out")},
                 .created = session.now()});
  for (const auto& line : lines) {
    const std::string topic = for_people(session) ? heading(line.topic) : line.topic;
    writer->row(std::vector<tabular::Cell>{topic, locale::say(line.state), {}, {}});
    for (const auto& complaint : line.complaints) {
      writer->row(std::vector<tabular::Cell>{topic, {}, locale::say(complaint.message), complaint.way_out});
    }
  }
  writer->end();
}

int run(const Options& options, Session& session) {
  auto lines = usecase::examine(session.office());
  lines.insert(lines.begin(), {"program", {"doctor.program", {program_version, std::int64_t{store::newest_schema()}}}});
  const bool as_page = session.options.format() == tabular::Format::table && !session.options.output;
  if (as_page && session.options.columns.empty()) {
    print_page(session.out, lines);
  } else {
    print_grid(session, lines);
  }
  const bool ill = std::any_of(lines.begin(), lines.end(), [](const auto& line) { return !line.complaints.empty(); });
  return options.check && ill ? static_cast<int>(Failure::check_found) : 0;
}

}  // namespace

Verb doctor() { return verb<Options>("", "Say whether the office is in good order", declare, Needs::reading, run); }

}  // namespace svcadm::cmd
