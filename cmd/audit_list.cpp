// svcadm audit list, show: what was done, by whom and when.

#include <algorithm>
#include <ostream>

#include <fmt/format.h>

#include "base/text.hpp"
#include "cmd/audit.hpp"
#include "cmd/columns.hpp"
#include "tabular/writer.hpp"
#include "usecase/audit.hpp"
#include "usecase/office.hpp"

namespace svcadm::cmd {

namespace {

struct ListOptions {
  std::optional<std::string> from;
  std::optional<std::string> to;
  std::string actor;
  std::optional<int> last;
};

struct ShowOptions {
  std::string event;
};

void declare_list(Words& words, ListOptions& options) {
  words.option("--from", options.from, "DATE", "Recorded on this day or later");
  words.option("--to", options.to, "DATE", "The last day");
  words.option("--actor", options.actor, "PERSON", "Only what this person, or the account uid:N, did or typed");
  words.option("--last", options.last, "N", "Only so many, the newest");
  words.example("svcadm audit list --last 20");
  words.example("svcadm audit list --from 2026-10-01 --to 2026-10-31 --actor 1001");
}

void declare_show(Words& words, ShowOptions& options) {
  words.argument("EVENT", options.event, "Number of the event").required();
  words.example("svcadm audit show 17");
}

int run_list(const ListOptions& options, Session& session) {
  auto& office = session.office();
  usecase::AuditQuery query{.actor = options.actor};
  if (options.last) query.last = from_one("--last", *options.last);
  if (options.from) query.from = read_day(*options.from, session.present());
  if (options.to) query.to = read_day(*options.to, session.present());
  const auto events = usecase::list_events(office, query);
  print_events(session, locale::text("Audit events"), "audit.list", events);
  return 0;
}

int run_show(const ShowOptions& options, Session& session) {
  const auto shown = usecase::show_event(session.office(), read_count(options.event));
  std::vector<std::pair<std::string, std::string>> fields{{"event", std::to_string(shown.event.event)},
                                                          {"recorded_at", to_string(shown.event.recorded_at)},
                                                          {"as_of", to_string(shown.event.as_of)},
                                                          {"actor", shown.event.actor}};
  if (!shown.event.delegate.empty()) fields.emplace_back("typed_by", shown.event.delegate);
  fields.emplace_back("action", shown.event.action);
  fields.emplace_back("subject", shown.event.subject);
  fields.emplace_back("detail", shown.event.detail);
  for (const auto& rows : shown.written) fields.emplace_back("written", fmt::format("{} {}", rows.table, rows.rows));
  fields.emplace_back("hash", shown.hash);
  print_fields(session, locale::text("Audit event"), "audit.show", fields);
  return 0;
}

/// Values that are too long for a terminal go on below themselves.
void print_lines(std::ostream& out, const std::vector<std::pair<std::string, std::string>>& fields) {
  constexpr int page_width = 80;
  int width = 0;
  for (const auto& [key, value] : fields) width = std::max(width, display_width(locale::text("column." + key)));
  for (const auto& [key, value] : fields) {
    std::string margin = pad(locale::text("column." + key), width + 2);
    for (std::string& line : wrap(printable(value), page_width - width - 2)) {
      line.insert(0, margin);
      out << line.substr(0, line.find_last_not_of(' ') + 1) << '\n';
      margin.assign(static_cast<std::size_t>(width) + 2, ' ');
    }
  }
}

}  // namespace

void print_events(Session& session, const std::string& title, const std::string& name,
                  const std::vector<store::AuditEvent>& events) {
  using tabular::Kind;
  const auto writer = session.writer();
  writer->begin({.title = title,
                 .name = name,
                 .columns = {column("event", Kind::number), column("recorded_at", Kind::moment),
                             column("as_of", Kind::moment, false), column("actor", Kind::identifier),
                             column("typed_by", Kind::identifier, false), column("action"), column("subject")},
                 .created = session.now()});
  for (const auto& event : events) {
    writer->row(std::vector<tabular::Cell>{event.event, event.recorded_at, event.as_of, event.actor,
                                           text_cell(event.delegate), event.action, event.subject});
  }
  writer->end();
}

void print_fields(Session& session, const std::string& title, const std::string& name,
                  const std::vector<std::pair<std::string, std::string>>& fields) {
  const auto format = session.options.format();
  if (format == tabular::Format::table && !session.options.output && session.options.columns.empty()) {
    return print_lines(session.out, fields);
  }
  const auto writer = session.writer();
  writer->begin({.title = title,
                 .name = name,
                 .columns = {column("field", tabular::Kind::identifier), column("value", tabular::Kind::identifier)},
                 .created = session.now()});
  for (const auto& [key, value] : fields) {
    writer->row(std::vector<tabular::Cell>{for_people(session) ? locale::text("column." + key) : key, value});
  }
  writer->end();
}

Verb audit_list() { return verb<ListOptions>("list", "List what was done", declare_list, Needs::reading, run_list); }

Verb audit_show() {
  return verb<ShowOptions>("show", "Show one event and what it wrote", declare_show, Needs::reading, run_show);
}

}  // namespace svcadm::cmd
