// svcadm month-end: what an office does when a month is over, in one go; for cron.

#include <filesystem>
#include <ostream>
#include <sstream>
#include <vector>

#include "base/error.hpp"
#include "cmd/audit.hpp"
#include "cmd/month_folder.hpp"
#include "cmd/month_index.hpp"
#include "cmd/progress.hpp"
#include "cmd/run.hpp"
#include "cmd/todo_list.hpp"
#include "cmd/verbs.hpp"
#include "usecase/office.hpp"
#include "usecase/payroll_verify.hpp"

namespace svcadm::cmd {

namespace {

namespace fs = std::filesystem;
using usecase::DraftState;
using WordList = std::vector<std::string>;

struct Options {
  std::string month = "last";
  std::string into;
  std::vector<std::string> files;
  bool check = false;
};

void declare(Words& words, Options& options) {
  words.option("--month", options.month, "MONTH", "Which month; the last one, where none is given");
  words.option("--import", options.files, "FILE", "A file of a clock or of the telephone platform to take in first");
  words.option("--into", options.into, "DIR", "Where the month's folder goes").required();
  words.flag("--check", options.check, "End with status 1 where anything waits");
  words.explain(
      "Takes in the files, makes a draft of the month's pay where facts have changed, writes the month's reports into "
      "DIR/MONTH, which is replaced as a whole, and copies the office file to DIR/backup.  Ends with what somebody "
      "still has to decide.  Never approves, pays or closes; may be run again.");
  words.example("svcadm month-end --import 1_attlog.dat --into /srv/reports");
  words.example("svcadm month-end --month 2026-10 --into reports --check");
}

/// A report of the month and the words that print it.
struct Report {
  const char* name;   ///< of its files
  const char* title;  ///< an English phrase
  WordList words;
  bool of_pay = false;  ///< needs a run
};

std::vector<Report> reports_of(const std::string& month) {
  return {
      {"attendance", "Attendance sheet", {"clock-in", "report", "--month", month}},
      {"sign", "Sheet to sign", {"clock-in", "report", "--month", month, "--sign"}},
      {"exceptions", "Open questions of time", {"clock-in", "exceptions", "--month", month}},
      {"leave", "Leave", {"leave", "list", "--month", month}},
      {"conduct", "Conduct", {"conduct", "list", "--month", month}},
      {"findings", "What is missing or doubtful", {"payroll", "check", "--month", month}},
      {"payroll", "Payroll table", {"payroll", "show", "--month", month}, true},
      {"slips", "Pay slips", {"payroll", "slip", "--all", "--month", month}, true},
  };
}

/// Runs other commands for the same office, as the same person.
class Commands {
 public:
  explicit Commands(Session& session) : session_{session} {}

  /// At the moment this command sees; what it says is said.
  int run(WordList words) {
    return run_at(std::move(words), session_.options.as_of, session_.out, session_.err, session_.environment);
  }

  /// As of the end of yesterday, so that what is written twice on one day is the same; says only why it failed.
  void write(WordList words) {
    std::string command = "svcadm";
    for (const std::string& word : words) command += " " + word;
    std::ostringstream said;
    std::ostringstream notes;
    const Date yesterday = date_of(session_.now()) - 1;
    Environment unwatched = session_.environment;  // its notes go nowhere that a line could be rewritten
    unwatched.err_is_terminal = false;
    const int status = run_at(std::move(words), to_string(yesterday), said, notes, unwatched);
    if (status == 0 || status == static_cast<int>(Failure::check_found)) return;
    session_.err << notes.str();
    throw Error{static_cast<Failure>(status), Message{"month-end.no-report", {command}}};
  }

 private:
  int run_at(WordList words, const std::optional<std::string>& as_of, std::ostream& out, std::ostream& err,
             const Environment& environment) {
    const SharedOptions& options = session_.options;
    words.insert(words.end(), {"--db", session_.file()});
    if (as_of) words.insert(words.end(), {"--as-of", *as_of});
    if (options.by) words.insert(words.end(), {"--by", *options.by});
    if (options.lang_code) words.insert(words.end(), {"--lang", *options.lang_code});
    if (options.wait) words.insert(words.end(), {"--wait", std::to_string(*options.wait)});
    std::istringstream nothing;
    return cmd::run(words, nothing, out, err, environment);
  }

  Session& session_;
};

/// Makes a draft where there is none that holds; false where something stands in its way.
bool draft(Commands& commands, usecase::Office& office, Month month, int& status) {
  const DraftState state = usecase::draft_state(office, month);
  if (state == DraftState::current || state == DraftState::final) return true;
  status = commands.run({"payroll", "run", "--month", to_string(month), "--format", "csv", "--columns", "employee_no",
                         "--output", "/dev/null"});
  return status == 0;
}

void write_reports(Commands& commands, Month month, const fs::path& folder, bool has_run, MonthIndex& index,
                   Progress& progress) {
  auto reports = reports_of(to_string(month));
  std::erase_if(reports, [has_run](const Report& report) { return report.of_pay && !has_run; });
  std::size_t done = 0;
  for (const Report& report : reports) {
    progress.show(done++, reports.size());
    for (const char* format : {"html", "xlsx", "csv"}) {
      const std::string file = std::string{report.name} + "." + format;
      WordList words = report.words;
      words.insert(words.end(), {"--format", format, "--output", (folder / file).string()});
      commands.write(std::move(words));
      index.add(report.title, format, file);
    }
  }
}

int run(const Options& options, Session& session) {
  refuse_dry_run(session);
  const Month month = read_month(options.month, session.present());
  if (first_day(month + 1) > date_of(session.now())) {
    throw Error{Failure::refused, Message{"month-end.not-over", {month, first_day(month + 1)}}};
  }
  const fs::path into{options.into};
  require_ours(into / to_string(month));  // before anything is recorded
  Commands commands{session};
  for (const std::string& file : options.files) {
    if (const int status = commands.run({"clock-in", "import", file}); status > 1) return status;
  }

  auto& office = session.office();
  int drafted = 0;
  const bool has_run = draft(commands, office, month, drafted);
  if (!has_run && drafted != static_cast<int>(Failure::refused)) return drafted;

  MonthFolder folder{into / to_string(month)};
  MonthIndex index{office.company(), month, office.demo()};
  {
    Progress progress{session};
    write_reports(commands, month, folder.path(), has_run, index, progress);
  }
  const auto waiting = usecase::list_todo(office, {.person = {}, .all = true});
  index.write(folder.path() / "index.html", waiting, chain_footer(office));
  folder.take_place();

  std::error_code ignored;
  fs::create_directories(into / "backup", ignored);
  const fs::path copy = into / "backup" / (to_string(month) + ".db");
  if (const int status = commands.run({"db", "backup", copy.string(), "--replace"}); status != 0) return status;

  session.note({"month-end.written", {(into / to_string(month) / "index.html").string()}});
  print_todo(session, waiting);
  return options.check && !waiting.empty() ? static_cast<int>(Failure::check_found) : 0;
}

}  // namespace

Verb month_end() { return verb<Options>("", "Do what a month's end asks for", declare, Needs::writing, run); }

}  // namespace svcadm::cmd
