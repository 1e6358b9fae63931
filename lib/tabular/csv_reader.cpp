#include "tabular/csv_reader.hpp"

#include <csv.h>

#include <algorithm>
#include <utility>

#include "tabular/physical_lines.hpp"

namespace svcadm::tabular {

namespace {

/// Pieces in which a line is fed, so that a limit is noticed soon after it is passed.
constexpr std::size_t feed_size = 65536;
/// Within so many lines, and so many bytes, one is the header.
constexpr int lines_looked_at = 10;
constexpr std::size_t bytes_looked_at = 1'000'000;

int never_space(unsigned char) { return 0; }

std::size_t count_outside_quotes(std::string_view line, char wanted) {
  std::size_t count = 0;
  bool quoted = false;
  for (const char c : line) {
    if (c == '"') quoted = !quoted;
    if (c == wanted && !quoted) ++count;
  }
  return count;
}

}  // namespace

char find_delimiter(std::string_view text) {
  char best = ',';
  std::size_t most = 0;
  PhysicalLines lines{text.substr(0, bytes_looked_at)};
  while (lines.number() < lines_looked_at && lines.next()) {
    for (const char delimiter : {',', ';', '\t'}) {
      const std::size_t count = count_outside_quotes(lines.content(), delimiter);
      if (count > most) {
        most = count;
        best = delimiter;
      }
    }
  }
  return best;
}

struct CsvReader::State {
  State(std::string file, std::string_view text, char delimiter, Problems& found)
      : name{std::move(file)}, lines{text}, problems{found} {
    if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0) bug("the CSV parser does not start");
    csv_set_delim(&parser, static_cast<unsigned char>(delimiter));
    csv_set_space_func(&parser, never_space);
  }
  ~State() { csv_free(&parser); }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  static void end_field(void* bytes, std::size_t size, void* data) {
    State& self = *static_cast<State*>(data);
    if (size > largest_field) self.oversize = "input.field-too-large";
    std::vector<std::string>& fields = self.record->fields;
    if (self.count == fields.size()) fields.emplace_back();
    fields[self.count++].assign(static_cast<const char*>(bytes), size);
  }

  static void end_record(int, void* data) { static_cast<State*>(data)->complete = true; }

  /// Feeds one physical line.  False where it ended the reading.
  bool feed(std::string_view line) {
    while (!line.empty()) {
      const std::string_view piece = line.substr(0, feed_size);
      const std::size_t used = csv_parse(&parser, piece.data(), piece.size(), end_field, end_record, this);
      if (used != piece.size()) return stop("input.bad-quote", lines.number());
      fed += used;
      if (parser.entry_pos > largest_field) oversize = "input.field-too-large";
      if (fed > largest_record) oversize = "input.record-too-large";
      if (oversize != nullptr) return stop(oversize, record->line);
      line.remove_prefix(used);
    }
    return true;
  }

  bool finish() {
    if (csv_fini(&parser, end_field, end_record, this) != 0) return stop("input.open-quote", record->line);
    return true;
  }

  bool stop(const char* id, int line) {
    problems.push_back({.message = {id}, .place = Place{.file = name, .line = line, .field = {}}});
    broken = true;
    return false;
  }

  std::string name;
  PhysicalLines lines;
  Problems& problems;
  csv_parser parser = {};
  Record* record = nullptr;  ///< being filled
  std::size_t count = 0;     ///< of its fields so far
  std::size_t fed = 0;       ///< bytes of it so far
  bool complete = false;
  bool finished = false;
  bool broken = false;
  const char* oversize = nullptr;
};

CsvReader::CsvReader(std::string name, std::string_view text, char delimiter, Problems& problems)
    : state_{std::make_unique<State>(std::move(name), text, delimiter, problems)} {}

CsvReader::~CsvReader() = default;

bool CsvReader::broken() const { return state_->broken; }

bool CsvReader::next(Record& record) {
  State& state = *state_;
  if (state.broken || state.finished) return false;
  state.record = &record;
  state.count = 0;
  state.fed = 0;
  state.complete = false;
  record.line = 0;
  while (!state.complete && state.lines.next()) {
    // The library passes over empty lines; only inside quotes they belong to a record.
    if (record.line == 0 && state.lines.content().empty()) continue;
    if (record.line == 0) record.line = state.lines.number();
    if (!state.feed(state.lines.whole())) return false;
  }
  if (!state.complete) {
    state.finished = true;
    if (!state.finish() || !state.complete) return false;
  }
  record.last_line = state.lines.number();
  record.fields.resize(state.count);
  return true;
}

}  // namespace svcadm::tabular
