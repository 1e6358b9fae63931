#include "usecase/clock_in_import.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <set>
#include <span>
#include <tuple>

#include "base/digest.hpp"
#include "base/suggestion.hpp"
#include "base/text.hpp"
#include "store/correction_store.hpp"
#include "tabular/input_file.hpp"
#include "usecase/clock_in_closed.hpp"
#include "usecase/closed_month.hpp"
#include "usecase/device_log.hpp"
#include "usecase/directory.hpp"
#include "usecase/lookalikes.hpp"
#include "usecase/office.hpp"
#include "usecase/own_affair.hpp"
#include "usecase/punch_sheet.hpp"
#include "usecase/unit_of_work.hpp"

namespace svcadm::usecase {

namespace {

using store::NumberKind;

constexpr std::array<const char*, 2> device_layouts{"zkteco-usb", "zkteco-push"};
/// More damage than one line in so many: it is another layout, or no log at all.
constexpr std::int64_t damage_share = 20;

/// A file in its parsed form.
struct Parsed {
  store::ImportBatch batch;
  PunchFile file;
  NumberKind kind = NumberKind::device;
  bool made_by_people = false;
  std::optional<tabular::Text> text;  ///< of a sheet
};

std::string file_name(const std::string& path) { return std::filesystem::path{path}.filename().string(); }

/// The layout that was named, or that the file's name tells; "csv" may yet turn out to be an agent log.
std::string choose_layout(const PunchImport& import) {
  if (!import.layout.empty()) return import.layout;
  const std::string name = file_name(import.request.path);
  for (const char* layout : device_layouts) {
    if (import_layout(layout).is_named(name)) return layout;
  }
  if (name.ends_with(".csv") || name.ends_with(".CSV")) return "csv";
  throw Error{Failure::usage, Message{"clock-in.layout-unsaid", {name, "csv, zkteco-usb, zkteco-push, agent-log"}},
              suggest("svcadm clock-in import {} --layout zkteco-usb", import.request.path)};
}

Parsed parse_device(const PunchImport& import, const std::string& layout, Moment now) {
  tabular::InputFile input = tabular::read_input(import.request.path);
  tabular::refuse_wide(input);
  store::ImportBatch batch{.kind = "punch",
                           .layout = layout,
                           .file = file_name(import.request.path),
                           .sha256 = sha256(input.bytes),
                           .encoding = "utf-8"};
  return {std::move(batch), read_device_log(input.bytes, input.name, import_layout(layout), now), NumberKind::device,
          false, std::nullopt};
}

Parsed parse(const PunchImport& import, Moment now) {
  const std::string layout = choose_layout(import);
  if (layout.starts_with("zkteco")) return parse_device(import, layout, now);
  ImportFile opened = open_import(import.request, "punch", layout);
  const auto& mappings = import.request.mappings;
  const bool agents = layout == "agent-log" || (import.layout.empty() && is_agent_log(opened.text, mappings));
  if (agents) opened.batch.layout = "agent-log";
  PunchFile file = agents ? read_agent_log(opened.text, mappings, now) : read_punch_sheet(opened.text, mappings, now);
  return {std::move(opened.batch), std::move(file), agents ? NumberKind::agent : NumberKind::employee, !agents,
          std::move(opened.text)};
}

/// A device's file is believed while most of it is readable.
void check_damage(const PunchImport& import, const PunchFile& file) {
  const auto bad = static_cast<std::int64_t>(file.rejects.lines.size());
  const bool nothing = file.punches.empty() && file.sessions.empty();
  if (import.strict && bad > 0) throw ImportRefused{Failure::input, all_problems(file.rejects), file.rejects};
  if (!nothing && (import.request.keep_good || bad * damage_share <= file.read)) return;
  tabular::Problems problems{
      {.message = {nothing ? "clock-in.nothing-readable" : "clock-in.too-much-damage", {file.read, bad}},
       .place = Place{file.name, 0, {}}}};
  if (!nothing) problems.front().way_out = suggest("svcadm clock-in import {} --keep-good", import.request.path);
  const auto lines = all_problems(file.rejects);
  problems.insert(problems.end(), lines.begin(), lines.end());
  throw ImportRefused{Failure::input, std::move(problems), file.rejects};
}

/// The days a file speaks of.
struct Days {
  Date first;
  Date last;
};

Days days_of(const PunchFile& file) {
  Moment first{INT64_MAX};
  Moment last{0};
  const auto widen = [&](Moment at) {
    first = std::min(first, at);
    last = std::max(last, at);
  };
  for (const PunchDraft& punch : file.punches) widen(punch.at);
  for (const SessionDraft& session : file.sessions) widen(session.from);
  return first > last ? Days{} : Days{date_of(first), date_of(last)};
}

/// Whether the column of numbers is headed as that of clock numbers is in the employees' file.
bool has_clock_numbers(const PunchFile& file) {
  const std::string heading = fold(file.number_heading);
  for (const tabular::Field& field : import_layout("employee").sheet.fields) {
    if (field.key != "device_number") continue;
    return std::any_of(field.aliases.begin(), field.aliases.end(),
                       [&](const std::string& alias) { return fold(alias) == heading; });
  }
  return false;
}

/// Whose the numbers of a file are.
class Owners {
 public:
  Owners(store::Database& database, const PunchFile& file, NumberKind kind)
      : days_{days_of(file)}, holders_{database, days_.first - 1, days_.last} {
    store::PeopleStore people{database};
    // People write an employee number, or copy the clock's, as the heading says; where it is nobody's, the other.
    const bool written = kind == NumberKind::employee;
    const NumberKind first = written && has_clock_numbers(file) ? NumberKind::device : kind;
    const NumberKind second = first == NumberKind::device ? NumberKind::employee : NumberKind::device;
    for (const std::string& text : file.numbers.texts()) {
      Owner owner{first, holders_.of(first, text)};
      if (written && owner.holders.empty()) {
        const auto others = holders_.of(second, text);
        owner = {others.empty() ? NumberKind::employee : second, others};
        owner.employed = others.empty() && people.id_of(text).has_value();
      }
      owners_.push_back(owner);
    }
  }

  NumberKind kind(std::uint32_t number) const { return owners_[number].kind; }
  /// 0 where the number is nobody's then.
  std::int64_t employee(std::uint32_t number, Moment at) const {
    return store::PunchHolders::employee(owners_[number].holders, at);
  }
  bool is_somebodys(std::uint32_t number, Moment at) const { return employee(number, at) != 0; }
  /// Whether anybody holds the number on another day.
  bool is_known(std::uint32_t number) const { return owners_[number].employed || !owners_[number].holders.empty(); }

 private:
  struct Owner {
    NumberKind kind = NumberKind::employee;
    std::span<const store::NumberHolder> holders = {};
    bool employed = false;
  };
  Days days_;
  store::PunchHolders holders_;
  std::vector<Owner> owners_;
};

/// Puts a good line aside after all.
void reject(PunchFile& file, int line, const std::string& heading, Message why, std::string way_out = {}) {
  file.rejects.lines.push_back(
      {line,
       {Problem{.message = std::move(why), .place = Place{file.name, line, heading}, .way_out = std::move(way_out)}}});
}

/// A number in a people's file that is nobody's on the day is a mistake.
void reject_strangers(PunchFile& file, const Owners& owners, store::Database& database) {
  std::optional<Lookalikes> known;  // read where anybody is a stranger
  std::erase_if(file.punches, [&](const PunchDraft& punch) {
    if (owners.is_somebodys(punch.number, punch.at)) return false;
    const std::string& number = file.numbers.text(punch.number);
    if (owners.is_known(punch.number)) {
      reject(file, punch.line, file.number_heading, {"clock-in.row.not-in-service", {number, date_of(punch.at)}});
    } else {
      if (!known) known.emplace(store::PeopleStore{database}.people_between(Date{-1'000'000}, Date{1'000'000}));
      auto why = known->number_note(number).value_or(Message{"clock-in.row.unknown-number", {number}});
      reject(file, punch.line, file.number_heading, std::move(why), "svcadm employee list");
    }
    return true;
  });
}

/// Notes of numbers that are nobody's because a clock or a spreadsheet drops zeros or adds them.
void point_out_zeros(Office& office, const std::vector<store::UnassignedNumber>& unassigned) {
  if (unassigned.empty()) return;
  std::map<NumberKind, Lookalikes> known;
  store::PeopleStore people{office.database()};
  const Directory directory{office.database(), Date{-1'000'000}, Date{1'000'000}};
  for (const store::NumberHolder& holder : people.number_holders(Date{-1'000'000}, Date{1'000'000})) {
    const store::Person* person = directory.by_id(holder.employee);
    if (person != nullptr) known[holder.kind].add_number(holder.text, person->employee_no + " " + person->name);
  }
  for (const store::UnassignedNumber& number : unassigned) {
    if (auto note = known[number.kind].number_note(number.text)) office.notes().push_back(std::move(*note));
  }
}

/// Who acts or types, by employee, as far as deciding about them is not theirs (Office::is_own).
std::map<std::int64_t, store::Person> people_who_act(Office& office) {
  store::PeopleStore people{office.database()};
  std::map<std::int64_t, store::Person> found;
  for (const std::string& number : {office.actor(), office.delegate()}) {
    const auto id = office.is_own(number) ? people.id_of(number) : std::nullopt;
    if (!id) continue;
    if (auto person = people.history(*id)) found.emplace(*id, std::move(*person));
  }
  return found;
}

/// What somebody would enter about himself is put aside, unless it is recorded already; gives how many lines that were.
/// Only of what people made: a clock's word may be about whoever brings it in.
std::int64_t reject_own(Office& office, PunchFile& file, const Owners& owners, const std::vector<std::int64_t>& ids) {
  const auto me = people_who_act(office);
  if (me.empty()) return 0;
  store::PunchStore store{office.database()};
  return static_cast<std::int64_t>(std::erase_if(file.punches, [&](const PunchDraft& punch) {
    const auto own = me.find(owners.employee(punch.number, punch.at));
    if (own == me.end()) return false;
    std::vector<store::PunchRow> rows{{punch.at, ids[punch.number], punch.direction}};
    if (store.drop_known(rows) > 0) return false;
    Problem problem = own_affair(own->second, domain::Permission::record_time);
    reject(file, punch.line, file.number_heading, std::move(problem.message), std::move(problem.way_out));
    return true;
  }));
}

/// Numbers with lines that are nobody's, ignored ones left out.
std::vector<store::UnassignedNumber> unassigned(const PunchFile& file, const Owners& owners,
                                                store::PunchStore& punches) {
  std::map<std::uint32_t, store::UnassignedNumber> found;
  const auto look = [&](std::uint32_t number, Moment at) {
    if (owners.is_somebodys(number, at)) return;
    auto& one = found[number];
    if (one.punches++ == 0) one.first = one.last = at;
    one.first = std::min(one.first, at);
    one.last = std::max(one.last, at);
  };
  for (const PunchDraft& punch : file.punches) look(punch.number, punch.at);
  for (const SessionDraft& session : file.sessions) look(session.number, session.from);
  std::vector<store::UnassignedNumber> list;
  for (auto& [number, one] : found) {
    one.kind = owners.kind(number);
    one.text = file.numbers.text(number);
    if (!punches.is_ignored(one.kind, one.text)) list.push_back(std::move(one));
  }
  std::sort(list.begin(), list.end(),
            [](const auto& a, const auto& b) { return store::number_before(a.text, b.text); });
  return list;
}

/// What is recorded of the sessions that a file speaks of.
class SessionEnds {
 public:
  SessionEnds(store::Database& database, const PunchFile& file) : numbers_{file.numbers} {
    if (file.sessions.empty()) return;
    const Days days = days_of(file);
    for (const auto& session : store::PunchStore{database}.session_ends(at(days.first), at(days.last + 1))) {
      ends_[{session.from, session.text}].push_back(session.to);
    }
  }

  /// Whether the session is recorded with this end, or with any where the draft has none.
  bool is_known(const SessionDraft& draft) const {
    const auto found = ends_.find(key(draft));
    return found != ends_.end() && (!draft.to || std::ranges::find(found->second, draft.to) != found->second.end());
  }
  /// The latest end that is recorded of the session.
  std::optional<Moment> latest(const SessionDraft& draft) const {
    const auto found = ends_.find(key(draft));
    return found == ends_.end() ? std::nullopt : found->second.back();
  }

 private:
  using Key = std::pair<Moment, std::string>;
  Key key(const SessionDraft& draft) const { return {draft.from, numbers_.text(draft.number)}; }

  const PunchNumbers& numbers_;
  std::map<Key, std::vector<std::optional<Moment>>> ends_;
};

/// Of several ends of one session the latest holds, in whatever order they come.  A line with an earlier one than is
/// known contradicts it and is put aside.
void reject_shorter(PunchFile& file, const SessionEnds& ends) {
  std::map<std::pair<std::uint32_t, Moment>, std::optional<Moment>> latest;
  for (const SessionDraft& draft : file.sessions) {
    auto& known = latest.try_emplace({draft.number, draft.from}, ends.latest(draft)).first->second;
    known = std::max(known, draft.to);
  }
  std::erase_if(file.sessions, [&](const SessionDraft& draft) {
    const auto& longest = latest.at({draft.number, draft.from});
    if (!draft.to || draft.to == longest || ends.is_known(draft)) return false;
    reject(file, draft.line, file.time_heading, {"clock-in.row.shorter", {draft.from, *longest, *draft.to}});
    return true;
  });
}

/// Whether a line says something that is not in the file yet.
class Fresh {
 public:
  Fresh(store::Database& database, const PunchFile& file, const SessionEnds& ends, const std::vector<std::int64_t>& ids,
        Moment until)
      : ids_{ids}, ends_{ends} {
    store::PunchStore store{database};
    std::vector<store::PunchRow> fresh;
    for (const PunchDraft& punch : file.punches) {
      if (punch.at < until) fresh.push_back({punch.at, ids[punch.number], punch.direction});
    }
    store.drop_known(fresh);
    for (const auto& row : fresh) punches_.insert({row.at, row.number, static_cast<int>(row.direction)});
  }

  bool is(const PunchDraft& punch) const {
    return punches_.contains({punch.at, ids_[punch.number], static_cast<int>(punch.direction)});
  }
  bool is(const SessionDraft& session) const { return !ends_.is_known(session); }

 private:
  const std::vector<std::int64_t>& ids_;
  const SessionEnds& ends_;
  std::set<std::tuple<Moment, std::int64_t, int>> punches_;
};

/// What is new and lies before the first month that was closed is put aside; gives how many lines that were.  What is
/// new of a closed month is a late fact, which is said.
std::int64_t sort_out_closed(Office& office, PunchFile& file, const Owners& owners, const SessionEnds& ends,
                             const std::vector<std::int64_t>& ids) {
  ClosedTime closed{office};
  if (!closed.month()) return 0;
  const Month newest = closed.month().value();
  const Moment closed_from = at(first_day(store::PayrollStore{office.database()}.oldest_paid().value()));
  const Fresh fresh{office.database(), file, ends, ids, closed.latest_end()};

  const std::size_t before = file.rejects.lines.size();
  std::set<Month> late;
  const auto put_aside = [&](const auto& draft, Moment at) {
    if (!closed.holds(owners.employee(draft.number, at), at) || !fresh.is(draft)) return false;
    if (at < closed_from) {
      reject(file, draft.line, file.time_heading, Message{"clock-in.row.month-closed", {newest}});
      return true;
    }
    late.insert(std::min(newest, month_of(date_of(at))));
    return false;
  };
  std::erase_if(file.punches, [&](const PunchDraft& punch) { return put_aside(punch, punch.at); });
  std::erase_if(file.sessions, [&](const SessionDraft& session) { return put_aside(session, session.from); });
  for (const Month month : late) take_late_fact(office, first_day(month));
  return static_cast<std::int64_t>(file.rejects.lines.size() - before);
}

/// Sorts the punches; gives how many lines were new.
std::int64_t record(Office& office, const UnitOfWork& work, PunchFile& file, const std::vector<std::int64_t>& ids) {
  constexpr std::size_t rows_at_a_time = 50'000;
  store::PunchStore store{office.database()};
  store::CorrectionStore clocks{office.database()};
  std::vector<std::int64_t> devices;
  for (const std::string& name : file.devices.texts()) devices.push_back(clocks.device_id(work.event(), name));
  // In the order of the table's key, so that each part goes behind the one before.
  std::sort(file.punches.begin(), file.punches.end(), [&ids](const PunchDraft& a, const PunchDraft& b) {
    return std::tuple{a.at, ids[a.number], a.direction} < std::tuple{b.at, ids[b.number], b.direction};
  });
  if (!file.punches.empty()) store.announce(work.event(), file.punches.front().at, file.punches.back().at);
  std::int64_t added = 0;
  std::vector<store::PunchRow> rows;
  for (std::span<const PunchDraft> open = file.punches; !open.empty();) {
    const auto part = open.first(std::min(open.size(), rows_at_a_time));
    open = open.subspan(part.size());
    rows.clear();
    for (const PunchDraft& punch : part) {
      const bool named = punch.device != PunchDraft::no_device;
      rows.push_back({punch.at, ids[punch.number], punch.direction, punch.state,
                      named ? std::optional{devices[punch.device]} : std::nullopt});
    }
    added += store.add(work.event(), rows);
  }
  std::vector<store::SessionRow> sessions;
  for (const SessionDraft& session : file.sessions) sessions.push_back({session.from, ids[session.number], session.to});
  return added + store.add_sessions(work.event(), sessions);
}

}  // namespace

PunchImportOutcome import_punches(Office& office, const PunchImport& import) {
  // Gather: the file is read and sorted out before the lock is taken.
  Parsed parsed = parse(import, office.now());
  PunchFile& file = parsed.file;
  if (file.read == 0) {
    const char* id = file.header_line == 0 ? "input.empty-file" : "input.only-header";
    throw Error{Failure::input, {Problem{.message = {id}, .place = Place{file.name, file.header_line, {}}}}};
  }
  if (!parsed.made_by_people) check_damage(import, file);
  if (const std::string device{trim(import.device)}; !device.empty()) {
    file.devices = {};
    const std::uint32_t index = file.devices.index(device);
    for (PunchDraft& punch : file.punches) punch.device = index;
  }

  UnitOfWork work{office, domain::Permission::record_time, "clock-in.import"};
  store::PunchStore store{office.database()};
  const Owners owners{office.database(), file, parsed.kind};
  if (parsed.made_by_people) reject_strangers(file, owners, office.database());
  std::vector<std::int64_t> ids;
  for (std::uint32_t i = 0; i < file.numbers.texts().size(); ++i) {
    ids.push_back(store.number_id(work.event(), owners.kind(i), file.numbers.text(i)));
  }

  // Decide: what is not taken, and whether that keeps the rest out.
  const std::int64_t own = parsed.made_by_people ? reject_own(office, file, owners, ids) : 0;
  const SessionEnds ends{office.database(), file};
  reject_shorter(file, ends);
  const std::int64_t closed = sort_out_closed(office, file, owners, ends, ids);
  if (parsed.text) complete(file.rejects, *parsed.text, file.header_line);
  const auto rejected = static_cast<std::int64_t>(file.rejects.lines.size());
  const bool whole_or_nothing = (parsed.made_by_people || import.strict) && !import.request.keep_good;
  if (rejected > 0 && whole_or_nothing) {
    const auto failure = own > 0 ? Failure::not_permitted : closed == rejected ? Failure::conflict : Failure::input;
    throw ImportRefused{failure, all_problems(file.rejects), std::move(file.rejects)};
  }
  PunchImportOutcome outcome{.batch = std::move(parsed.batch), .made_by_people = parsed.made_by_people};
  if (!parsed.made_by_people) outcome.unassigned = unassigned(file, owners, store);
  point_out_zeros(office, outcome.unassigned);

  // Record.
  parsed.text.reset();
  store::ImportBatch& batch = outcome.batch;
  batch.read = file.read;
  batch.rejected = rejected;
  batch.imported = record(office, work, file, ids);
  batch.known = batch.read - batch.rejected - batch.imported;
  if (closed > 0 && batch.imported == 0) {
    throw ImportRefused{Failure::conflict, all_problems(file.rejects), std::move(file.rejects)};
  }
  conclude_import(work, office.database(), batch);
  outcome.rejects = std::move(file.rejects);
  return outcome;
}

}  // namespace svcadm::usecase
