#include "usecase/time_corrections.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "base/error.hpp"
#include "base/suggestion.hpp"
#include "base/text.hpp"
#include "store/evaluated_punches.hpp"
#include "usecase/closed_month.hpp"
#include "usecase/correction_desk.hpp"
#include "usecase/directory.hpp"
#include "usecase/month_times.hpp"
#include "usecase/office.hpp"

namespace svcadm::usecase {

namespace {

using store::CorrectionKind;
using store::CorrectionRow;
using store::CorrectionState;

template <class Items>
std::string joined(const Items& items) {
  std::string line;
  for (const std::string& item : items) line += (line.empty() ? "" : ", ") + item;
  return line;
}

/// Somebody's day and the punches that belong to it.
class PunchDay {
 public:
  PunchDay(Office& office, const std::string& word, Date day) : office_{office}, day_{day}, times_{office, day, day} {
    const auto named = find_person(office, word, day);
    const store::Person* person = times_.person(named.id);
    if (person == nullptr || !person->in_service(day)) {
      throw Error{Failure::conflict, Message{"people.not-in-service", {named.employee_no, named.name, day}},
                  suggest("svcadm employee show {}", named.employee_no)};
    }
    person_ = *person;
    std::tie(from_, to_) = times_.civil_day(person_, day);
    store::each_evaluated(office.database(), from_, to_, {}, [this](const store::EvaluatedPunch& punch) {
      if (punch.employee == person_.id) punches_.push_back(punch);
    });
    for (CorrectionRow& row : store::CorrectionStore{office.database()}.between(from_ - store::farthest_correction,
                                                                                to_ + store::farthest_correction)) {
      if (row.employee == person_.id && row.state != CorrectionState::cancelled) living_.push_back(std::move(row));
    }
  }

  const store::Person& person() const { return person_; }

  /// A time of the day; one after midnight lies on the next, and of a shift that begins at midnight the evening before
  /// is its arrival's.
  Moment moment(TimeOfDay time) const {
    for (const Date day : days_around()) {
      if (const Moment moment = at(day, time); from_ <= moment && moment < to_) return moment;
    }
    throw Error{Failure::usage, Message{"correction.not-of-day", {time, day_, from_, to_ - Span{1}}}};
  }

  /// The recorded time of the punch that is meant.
  Moment recorded(TimeOfDay time) const {
    std::set<Moment> found;
    std::vector<std::string> all;
    for (const store::EvaluatedPunch& punch : punches_) {
      if (punch.number == 0) continue;
      all.push_back(to_string(time_of(punch.recorded)));
      for (const Date day : days_around()) {
        const Moment asked = at(day, time);
        const bool to_the_minute = time.seconds % 60 == 0;
        const bool meant = punch.recorded == asked ||
                           (to_the_minute && asked <= punch.recorded && punch.recorded < asked + minutes(1));
        if (meant) found.insert(punch.recorded);
      }
    }
    if (found.size() == 1) return *found.begin();
    const auto show = suggest("svcadm clock-in day {} {}", person_.employee_no, to_string(day_));
    if (found.empty()) {
      throw Error{Failure::not_found,
                  Message{"correction.no-punch",
                          {person_.employee_no, person_.name, time, day_, all.empty() ? "-" : joined(all)}},
                  show};
    }
    throw Error{Failure::usage, Message{"correction.several-punches", {person_.employee_no, person_.name, time, day_}},
                show};
  }

  /// Of one punch only one thing is said at a time.
  void require_untouched(Moment recorded, bool added) const {
    for (const CorrectionRow& row : living_) {
      if (row.from != recorded || (row.kind == CorrectionKind::add) != added) continue;
      throw Error{Failure::conflict, Message{"correction.touched", {recorded, correction_name(row.id)}},
                  suggest("svcadm clock-in cancel {} --reason TEXT", correction_name(row.id))};
    }
  }
  void require_free(Moment at) const {
    for (const store::EvaluatedPunch& punch : punches_) {
      if (punch.counts && punch.at == at) {
        throw Error{Failure::conflict, Message{"correction.punch-there", {person_.employee_no, person_.name, at}},
                    suggest("svcadm clock-in day {} {}", person_.employee_no, to_string(day_))};
      }
    }
  }

  /// Added and moved punches of the calendar month, against what the regulation allows.
  void require_allowance() {
    const auto& rule = times_.book().on(person_.term_on(day_)->department, day_)->attendance.correction;
    if (!rule) return;
    const Month month = month_of(day_);
    std::vector<std::string> used;
    for (const CorrectionRow& row :
         store::CorrectionStore{office_.database()}.between(at(first_day(month) - 2), at(last_day(month) + 3))) {
      const bool counts = row.kind == CorrectionKind::add || row.kind == CorrectionKind::move;
      if (!counts || row.employee != person_.id || row.state == CorrectionState::cancelled) continue;
      if (month_of(row.day) == month) used.push_back(correction_name(row.id));
    }
    if (std::ssize(used) < rule->allowance) return;
    throw Error{Failure::refused,
                Message{"correction.allowance",
                        {person_.employee_no, person_.name, month, std::int64_t{rule->allowance}, rule->cite.regulation,
                         rule->cite.clause, used.empty() ? "-" : joined(used)}},
                suggest("svcadm clock-in corrections --month {}", to_string(month))};
  }

 private:
  std::array<Date, 3> days_around() const { return {day_, day_ + 1, day_ - 1}; }

  Office& office_;
  Date day_;
  MonthTimes times_;
  store::Person person_;
  Moment from_;
  Moment to_;
  std::vector<store::EvaluatedPunch> punches_;
  std::vector<CorrectionRow> living_;
};

void require_past(const Office& office, Moment at) {
  if (at > office.now()) throw Error{Failure::refused, Message{"clock-in.future", {at, office.now()}}};
}

void require_span(Moment from, Moment to) {
  if (to < from) throw Error{Failure::usage, Message{"correction.span-reversed", {from, to}}};
}

[[noreturn]] void unknown_clock(const char* id, const std::string& word, const std::vector<std::string>& clocks) {
  throw Error{Failure::not_found, Message{id, {word, clocks.empty() ? "-" : joined(clocks)}},
              "svcadm clock-in list --month MONTH --wide"};
}

}  // namespace

std::int64_t correct_punch(Office& office, const PunchCorrection& correction) {
  UnitOfWork work{office, domain::Permission::record_time, "clock-in.correct"};
  PunchDay day{office, correction.person, correction.day};
  CorrectionRow row{.kind = correction.kind,
                    .employee = day.person().id,
                    .day = correction.day,
                    .reason = std::string{trim(correction.reason)}};
  if (correction.kind == CorrectionKind::add) {
    row.from = row.to = day.moment(correction.time);
    row.direction = direction_of(correction.direction);
    require_past(office, row.from);
    day.require_free(row.from);
    day.require_untouched(row.from, true);
  } else {
    row.from = row.to = day.recorded(correction.time);
    day.require_untouched(row.from, false);
    if (correction.kind == CorrectionKind::move) {
      row.to = day.moment(correction.to);
      require_past(office, row.to);
      day.require_free(row.to);
    }
  }
  if (correction.kind != CorrectionKind::void_) day.require_allowance();
  return enter_correction(office, work, std::move(row), correction.second, day.person());
}

std::int64_t record_outage(Office& office, const NewOutage& outage) {
  UnitOfWork work{office, domain::Permission::record_time, "clock-in.outage"};
  require_span(outage.from, outage.to);
  require_past(office, outage.to);
  store::CorrectionStore corrections{office.database()};
  const std::string place{trim(outage.place)};
  CorrectionRow row{
      .kind = CorrectionKind::outage, .from = outage.from, .to = outage.to, .reason = std::string{trim(outage.reason)}};
  row.device = corrections.find_device(place);
  if (!row.device) {
    try {
      row.department = find_department(office, place, date_of(outage.from)).id;
    } catch (const Error& error) {
      if (error.failure() != Failure::not_found) throw;
      unknown_clock("correction.place-unknown", place, corrections.device_names());
    }
  }
  return enter_correction(office, work, std::move(row), outage.second, std::nullopt);
}

std::int64_t shift_clock(Office& office, const ClockShift& shift) {
  UnitOfWork work{office, domain::Permission::record_time, "clock-in.shift-clock"};
  require_span(shift.from, shift.to);
  const Span farthest = store::farthest_correction;
  if (shift.by == Span{} || shift.by > farthest || shift.by < Span{} - farthest) {
    throw Error{Failure::usage, Message{"correction.bad-shift", {farthest}}};
  }
  store::CorrectionStore corrections{office.database()};
  const std::string name{trim(shift.device)};
  const auto device = corrections.find_device(name);
  if (!device) unknown_clock("correction.clock-unknown", name, corrections.device_names());
  for (const CorrectionRow& other : corrections.between(shift.from, shift.to + Span{1})) {
    if (other.kind != CorrectionKind::clock || other.device != device || other.state == CorrectionState::cancelled) {
      continue;
    }
    throw Error{Failure::conflict,
                Message{"correction.clock-shifted", {name, other.from, other.to, correction_name(other.id)}},
                suggest("svcadm clock-in cancel {} --reason TEXT", correction_name(other.id))};
  }
  return enter_correction(office, work,
                          {.kind = CorrectionKind::clock,
                           .device = device,
                           .from = shift.from,
                           .to = shift.to,
                           .by = shift.by,
                           .reason = std::string{trim(shift.reason)}},
                          shift.second, std::nullopt);
}

}  // namespace svcadm::usecase
