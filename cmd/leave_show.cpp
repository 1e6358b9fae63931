// svcadm leave show: one leave, day by day.

#include <cerrno>
#include <filesystem>
#include <fstream>

#include "base/error.hpp"
#include "base/system_reason.hpp"
#include "cmd/clock_in.hpp"
#include "cmd/columns.hpp"
#include "cmd/leave.hpp"
#include "tabular/writer.hpp"
#include "usecase/office.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::string id;
  std::optional<std::string> file;
};

void declare(Words& words, Options& options) {
  words.argument("ID", options.id, "Number of the leave (LV17) or card (RQ3), as leave list prints it").required();
  words.option("--file", options.file, "N", "Write the N-th file that was handed in to --output instead");
  words.explain("Each day, how much of it is leave, and on how much of that work was due.");
  words.example("svcadm leave show LV17");
  words.example("svcadm leave show LV17 --file 1 --output 病假证明.pdf");
}

/// How it stands, where it is not simply granted.
void note_status(Session& session, const usecase::ListedLeave& leave) {
  const std::string id = leave_number(leave);
  const Term status{"request." + domain::to_key(leave.status)};
  if (leave.missing && leave.limit) {
    session.note({"leave.status-until", {id, status, *leave.missing, *leave.limit}});
  } else if (leave.status != domain::RequestStatus::granted) {
    session.note({"leave.status", {id, status}});
  }
}

/// A paper as it was handed in, byte for byte.
void write_file(const Options& options, Session& session) {
  if (!session.options.output) throw Error{Failure::usage, Message{"problem.usage.word-missing", {"--output"}}};
  const std::string& path = *session.options.output;
  const auto file = usecase::leave_file(session.office(), read_leave_id(options.id), read_count(*options.file));
  std::ofstream out{path, std::ios::binary};
  std::error_code ignored;  // a place that knows no permissions
  std::filesystem::permissions(path, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write, ignored);
  out.write(file.bytes.data(), static_cast<std::streamsize>(file.bytes.size()));
  if (!out.flush()) throw Error{Failure::disk, Message{"disk.cannot-write", {path, system_reason(errno)}}};
}

int run(const Options& options, Session& session) {
  using tabular::Kind;
  if (options.file) {
    write_file(options, session);
    return 0;
  }
  const auto card = shown_leave(session, options.id);
  const bool people = for_people(session);
  const std::string status = domain::to_key(card.leave.status);
  note_status(session, card.leave);
  const auto writer = session.writer();
  writer->begin(
      {.title = locale::label(card.leave.kind),
       .subtitle = card.leave.employee_no + " " + card.leave.name,
       .name = "leave.show",
       .columns = {column("leave_id", Kind::identifier), column("employee_no", Kind::identifier), column("name"),
                   column("kind"), column("day", Kind::date), column("day_kind"), column("days", Kind::days),
                   column("due_days", Kind::days), column("regulation", Kind::text, false), column("clause"),
                   column("paper", Kind::text, false), column("status", Kind::text, false),
                   column("limit", Kind::date, false), column("missing", Kind::text, false)},
       .created = session.now()});
  for (const usecase::LeaveDay& day : card.days) {
    const std::string kind = domain::to_key(day.kind);
    writer->row(std::vector<tabular::Cell>{
        leave_number(card.leave), card.leave.employee_no, card.leave.name, kind_cell(card.leave, people), day.day,
        people ? locale::say(Arg{Term{kind}}) : kind, day.covered, day.due, text_cell(card.cite.regulation),
        text_cell(card.cite.clause), text_cell(card.leave.row.paper),
        people ? locale::say(Arg{Term{"request." + status}}) : status, optional_cell(card.leave.limit),
        card.leave.missing ? tabular::Cell{locale::say(*card.leave.missing)} : tabular::Cell{}});
  }
  writer->end();
  return 0;
}

}  // namespace

Verb leave_show() { return verb<Options>("show", "Print one leave, day by day", declare, Needs::reading, run); }

}  // namespace svcadm::cmd
