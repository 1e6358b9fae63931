#pragma once
// What a command is handed: streams, common options, the time, and the office once it asks for it.

#include <iosfwd>
#include <memory>
#include <optional>

#include "base/message.hpp"
#include "cmd/environment.hpp"
#include "cmd/parse.hpp"
#include "cmd/shared_options.hpp"

namespace svcadm::usecase {
class Office;
}

namespace svcadm::cmd {

/// The office file: as it is given, else SVCADM_DB, else office.db.
std::string office_file(const std::optional<std::string>& given, const Environment& environment);

/// What a command does with the office file.
enum class Needs {
  nothing,  ///< works without a file
  reading,  ///< a deferred transaction, query_only
  writing,  ///< one write transaction per use-case
};

/// One run of one command.
class Session {
 public:
  Session(const SharedOptions& shared, const Environment& machine, std::istream& input, std::ostream& result,
          std::ostream& notes, Needs need);

  std::istream& in;
  std::ostream& out;  ///< the result and nothing else; fails become status 13
  std::ostream& err;  ///< notes, progress
  const SharedOptions& options;
  const Environment& environment;
  const Needs needs;

  /// The moment this command sees: --as-of, else the machine's clock in the office's civil time.  One run sees
  /// one moment.
  Moment now();
  /// The machine's clock in the office's civil time, whatever --as-of says; the audit event keeps it as well.
  Moment machine_now() const;
  /// For parse.hpp: read_day(options.from, session.present()).
  Present present();

  /// Says something on stderr that is no part of the result.
  void note(const Message& message);

  /// The office of --db, else SVCADM_DB, else ./office.db; opened when first asked for.
  ///
  /// Defined in session.cpp, which must: open the file as `needs` says (Failure::no_database with
  /// "svcadm init" as the way out; busy after options.wait seconds, else 5 where environment.interactive(), else
  /// 60); call set_utc_offset and set_office_language with the office's settings before anything asks for now();
  /// find out who acts (environment.uid and SUDO_UID, options.by); honour options.dry_run.
  usecase::Office& office();

  /// What use-cases had to say besides the result; run() calls it when the command is done.
  void print_notes();

  /// The office file that the options or the environment name.
  std::string file() const;
  /// Seconds to wait for its lock.
  int patience() const;

  /// Refuses to write a result over the office, another office, or into a folder that is not there; asked before
  /// anything is recorded.
  void check_output(const std::string& path) const;

  /// Where the result goes, as the common options say; begin(header), rows, end() are the command's.
  ///
  /// Defined in session.cpp, which must: choose make_file_writer where options.output is given, else make_writer on
  /// `out`; fill tabular::WriterOptions (excel, wide, columns, language, translated yes and no).
  std::unique_ptr<tabular::Writer> writer();

  /// The office's own settings, once they are known.  --lang still overrides the language.
  void set_utc_offset(Span offset);
  void set_office_language(locale::Language language);

 private:
  Span utc_offset_ = hours(8);
  std::optional<Moment> now_;
  std::shared_ptr<usecase::Office> office_;  // shared_ptr: it may be destroyed where Office is incomplete
};

/// For commands that write files, which cannot be taken back: Failure::usage where --dry-run is given.
void refuse_dry_run(const Session& session);

}  // namespace svcadm::cmd
