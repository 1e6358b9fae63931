#include "usecase/correction_desk.hpp"

#include <algorithm>
#include <memory>

#include <fmt/format.h>

#include "base/error.hpp"
#include "base/suggestion.hpp"
#include "base/text.hpp"
#include "store/audit_store.hpp"
#include "usecase/closed_month.hpp"
#include "usecase/directory.hpp"
#include "usecase/office.hpp"
#include "usecase/own_affair.hpp"

namespace svcadm::usecase {

namespace {

using store::CorrectionKind;
using store::CorrectionRow;
using store::CorrectionState;

CorrectionRow require_correction(Office& office, std::int64_t id) {
  auto row = store::CorrectionStore{office.database()}.find(id);
  if (!row) {
    throw Error{Failure::not_found, Message{"correction.unknown", {correction_name(id)}},
                "svcadm clock-in corrections"};
  }
  return *row;
}

std::string number_of(Office& office, const CorrectionRow& row) {
  return row.of_punch() ? store::PeopleStore{office.database()}.number_of(row.employee) : std::string{};
}

/// Throws where who acts may not be the second person of it.
void require_second_person(Office& office, const CorrectionRow& row) {
  const std::string name = correction_name(row.id);
  if (row.state != CorrectionState::pending) {
    const bool cancelled = row.state == CorrectionState::cancelled;
    throw Error{Failure::conflict, Message{cancelled ? "correction.cancelled" : "correction.confirmed", {name}}};
  }
  if (row.of_punch() && office.is_own(number_of(office, row))) {
    throw Error{Failure::not_permitted, Message{"correction.own", {name}}};
  }
  if (const auto me = recorded_by_me(office, row.event)) {
    throw Error{Failure::not_permitted, Message{"correction.same-person", {name, *me}}};
  }
}

/// Who was named needs no role for it.
UnitOfWork begin_confirming(Office& office, std::int64_t id) {
  constexpr const char* action = "clock-in.confirm";
  const auto row = store::CorrectionStore{office.database()}.find(id);
  if (row && row->asked == office.actor()) return UnitOfWork{office, action};
  return UnitOfWork{office, domain::Permission::record_time, action};
}

bool concerns(const CorrectionRow& row, Date first, Date last) {
  if (row.of_punch()) return first <= row.day && row.day <= last;
  return row.from < at(last + 1) && row.to >= at(first);
}

std::vector<CorrectionRow> of_days(Office& office, Date first, Date last, const KnownAt& known) {
  auto rows = store::CorrectionStore{office.database()}.between(at(first - 2), at(last + 3), known.event);
  std::erase_if(rows, [&](const CorrectionRow& row) { return !concerns(row, first, last); });
  return rows;
}

}  // namespace

std::string correction_name(std::int64_t id) { return fmt::format("TC{}", id); }

std::string correction_place(Office& office, const CorrectionRow& row) {
  if (row.device) return store::CorrectionStore{office.database()}.device_name(*row.device);
  return store::PeopleStore{office.database()}.departments().on(row.department.value(), date_of(row.from)).name;
}

Date first_day_of(const CorrectionRow& row) { return row.of_punch() ? row.day : date_of(row.from); }

Message describe(Office& office, const CorrectionRow& row) {
  switch (row.kind) {
    case CorrectionKind::add: return {"correction.add", {row.from, Term{"direction." + to_key(row.direction)}}};
    case CorrectionKind::void_: return {"correction.void", {row.from}};
    case CorrectionKind::move: return {"correction.move", {row.from, row.to}};
    case CorrectionKind::outage:
      return {row.device ? "correction.outage-clock" : "correction.outage",
              {correction_place(office, row), row.from, row.to}};
    case CorrectionKind::clock: break;
  }
  const bool back = row.by < Span{};
  return {back ? "correction.clock-fast" : "correction.clock-slow",
          {correction_place(office, row), row.from, row.to, back ? Span{} - row.by : row.by}};
}

std::int64_t enter_correction(Office& office, UnitOfWork& work, CorrectionRow row, const SecondPerson& second,
                              const std::optional<store::Person>& concerned) {
  if (concerned && office.is_own(concerned->employee_no)) {
    throw Error{Failure::not_permitted, Message{"clock-in.own-day", {concerned->employee_no, concerned->name}}};
  }
  if (row.reason.empty()) throw Error{Failure::usage, Message{"clock-in.reason-missing", {}}};
  const std::string paper{trim(second.paper)};
  if (second.person.empty() && !paper.empty()) throw Error{Failure::usage, Message{"correction.paper-of-whom", {}}};
  if (!second.person.empty()) {
    const auto witness = find_person(office, second.person, office.today());
    if (office.is_own(witness.employee_no) || (concerned && concerned->id == witness.id)) {
      throw Error{Failure::not_permitted, Message{"correction.no-second-person", {witness.employee_no, witness.name}}};
    }
    row.asked = witness.employee_no;
  }
  take_late_fact(office, first_day_of(row));

  store::CorrectionStore corrections{office.database()};
  const std::int64_t id = corrections.add(work.event(), row);
  const std::string name = correction_name(id);
  if (!paper.empty()) {
    corrections.confirm(work.event(), id, row.asked, paper);
    office.notes().push_back({"correction.counts", {name, row.asked, paper}});
  } else {
    office.notes().push_back({"correction.waits", {name}});
    office.notes().push_back({"note.way-out", {suggest("svcadm clock-in confirm {}", name)}});
  }
  work.conclude(
      concerned ? concerned->employee_no : correction_place(office, row),
      fmt::format(R"({{"correction":"{}","kind":"{}","reason":"{}"}})", name, to_key(row.kind), json_text(row.reason)));
  return id;
}

void confirm_correction(Office& office, std::int64_t id) {
  UnitOfWork work = begin_confirming(office, id);
  const CorrectionRow row = require_correction(office, id);
  require_second_person(office, row);
  take_late_fact(office, first_day_of(row));
  store::CorrectionStore{office.database()}.confirm(work.event(), id, office.actor(), {});
  work.conclude(correction_name(id));
}

void cancel_correction(Office& office, std::int64_t id, const std::string& typed) {
  UnitOfWork work{office, domain::Permission::record_time, "clock-in.cancel"};
  const CorrectionRow row = require_correction(office, id);
  const std::string name = correction_name(id);
  const std::string reason{trim(typed)};
  if (row.of_punch() && office.is_own(number_of(office, row))) {
    throw Error{Failure::not_permitted, Message{"correction.own", {name}}};
  }
  if (reason.empty()) throw Error{Failure::usage, Message{"clock-in.reason-missing", {}}};
  if (row.state == CorrectionState::cancelled) throw Error{Failure::conflict, Message{"correction.cancelled", {name}}};
  if (row.state == CorrectionState::confirmed) take_late_fact(office, first_day_of(row));
  store::CorrectionStore{office.database()}.cancel(work.event(), id, reason);
  work.conclude(name, fmt::format(R"({{"reason":"{}"}})", json_text(reason)));
}

std::vector<ListedCorrection> list_corrections(Office& office, Month month) {
  const Reading reading{office, domain::Permission::read};
  store::AuditStore audit{office.database()};
  store::PeopleStore people{office.database()};
  std::vector<ListedCorrection> listed;
  for (CorrectionRow& row : of_days(office, first_day(month), last_day(month), known_now(office))) {
    ListedCorrection one{.what = describe(office, row), .entered_by = audit.find(row.event).value().event.actor};
    if (row.of_punch()) {
      const auto person = people.find(row.employee, row.day).value();
      one.employee_no = person.employee_no;
      one.name = person.name;
    }
    one.row = std::move(row);
    listed.push_back(std::move(one));
  }
  return listed;
}

namespace {

Finding pending(Office& office, const CorrectionRow& row) {
  const std::string name = correction_name(row.id);
  Finding finding{.employee_no = {},
                  .name = {},
                  .message = {"finding.correction.pending", {name, first_day_of(row)}},
                  .way_out = suggest("svcadm clock-in confirm {}", name),
                  .blocks = false};
  if (row.of_punch()) {
    const auto person = store::PeopleStore{office.database()}.find(row.employee, row.day).value();
    finding.employee_no = person.employee_no;
    finding.name = person.name;
  }
  return finding;
}

}  // namespace

void find_pending(Office& office, Date first, Date last, const KnownAt& known, std::vector<Finding>& findings) {
  for (const CorrectionRow& row : of_days(office, first, last, known)) {
    if (row.state == CorrectionState::pending) findings.push_back(pending(office, row));
  }
}

std::vector<PendingCorrection> pending_corrections(Office& office) {
  std::vector<PendingCorrection> waiting;
  for (CorrectionRow& row : store::CorrectionStore{office.database()}.pending()) {
    Finding finding = pending(office, row);
    waiting.push_back({std::move(row), std::move(finding)});
  }
  return waiting;
}

}  // namespace svcadm::usecase
