#include "store/evaluated_punches.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "store/sql.hpp"

namespace svcadm::store {

namespace {

/// The corrections of some time, ready to be asked punch by punch.
class Corrections {
 public:
  explicit Corrections(const std::vector<CorrectionRow>& rows) {
    for (const CorrectionRow& row : rows) {
      if (row.kind == CorrectionKind::add) added_.push_back(row);
      if (row.kind == CorrectionKind::void_ || row.kind == CorrectionKind::move) {
        of_punch_.emplace(std::pair{row.employee, row.from}, row);
      }
      if (row.kind == CorrectionKind::clock) clocks_.push_back(row);
    }
  }

  const std::vector<CorrectionRow>& added() const { return added_; }
  /// A punch may be moved over the ends of the time that is asked for.
  Span farthest() const { return of_punch_.empty() && clocks_.empty() ? Span{} : farthest_correction; }

  /// A word about this very punch goes before one about its clock.
  void apply(EvaluatedPunch& punch, std::optional<std::int64_t> device) const {
    if (!of_punch_.empty()) {
      const auto found = of_punch_.find({punch.employee, punch.recorded});
      if (found != of_punch_.end()) {
        punch.correction = found->second.id;
        punch.counts = found->second.kind == CorrectionKind::move;
        if (punch.counts) punch.at = found->second.to;
        return;
      }
    }
    if (!device) return;
    for (const CorrectionRow& clock : clocks_) {
      if (clock.device != device || punch.recorded < clock.from || clock.to < punch.recorded) continue;
      punch.correction = clock.id;
      punch.at = punch.recorded + clock.by;
    }
  }

 private:
  std::vector<CorrectionRow> added_;
  std::map<std::pair<std::int64_t, Moment>, CorrectionRow> of_punch_;
  std::vector<CorrectionRow> clocks_;
};

}  // namespace

NumberPeople::NumberPeople(Database& database, Date first, Date last, std::int64_t known_until)
    : holders_{database, first, last, known_until} {
  Query numbers{database, "SELECT id, kind, text FROM punch_number"};
  while (numbers.next()) {
    const auto holders = holders_.of(parse_number_kind(numbers.text(1)), numbers.text(2));
    const auto number = static_cast<std::size_t>(numbers.integer(0));
    if (of_number_.size() <= number) of_number_.resize(number + 1);
    of_number_[number] = holders;
  }
}

std::int64_t NumberPeople::employee(std::int64_t number, Moment at) const {
  const auto place = static_cast<std::size_t>(number);
  return place < of_number_.size() ? PunchHolders::employee(of_number_[place], at) : 0;
}

std::vector<std::int64_t> NumberPeople::numbers_of(const std::set<std::int64_t>& employees, Date first,
                                                   Date last) const {
  std::vector<std::int64_t> numbers;
  for (std::size_t number = 0; number < of_number_.size(); ++number) {
    const auto& holders = of_number_[number];
    const bool theirs =
        std::ranges::any_of(holders, [&](const NumberHolder& one) { return employees.contains(one.employee); });
    Date held_to = first - 1;  // holders come in the order of their days
    for (const NumberHolder& one : holders) {
      if (one.from <= held_to + 1) held_to = std::max(held_to, one.to);
    }
    if (theirs || held_to < last) numbers.push_back(static_cast<std::int64_t>(number));
  }
  return numbers;
}

namespace {

/// Punches as recorded, in the order of the record.
const char* const all_punches = R"sql(
  SELECT at, number, direction, state, device FROM punch WHERE at >= :from AND at < :to AND event <= :known
   ORDER BY at, number, direction
)sql";
const char* const punches_of_numbers = R"sql(
  SELECT at, number, direction, state, device FROM punch
   WHERE at >= :from AND at < :to AND event <= :known AND number IN (SELECT value FROM json_each(:numbers))
   ORDER BY at, number, direction
)sql";

}  // namespace

void each_evaluated(Database& database, Moment from, Moment to, PunchStore::Known known_until,
                    const std::function<void(const EvaluatedPunch&)>& take, const std::set<std::int64_t>* only) {
  const Corrections corrections{
      CorrectionStore{database}.counting(from - farthest_correction, to + farthest_correction, known_until)};
  const std::int64_t known = known_until.value_or(INT64_MAX);
  const Moment first = from - corrections.farthest();
  const Moment last = to + corrections.farthest();
  const NumberPeople people{database, date_of(first) - 1, date_of(last), known};
  Query query{database, only == nullptr ? all_punches : punches_of_numbers};
  query.bind(":from", first).bind(":to", last).bind(":known", known);
  if (only != nullptr) {
    query.bind(":numbers",
               fmt::format("[{}]", fmt::join(people.numbers_of(*only, date_of(first), date_of(last)), ",")));
  }
  while (query.next()) {
    EvaluatedPunch punch{.at = query.moment(0),
                         .recorded = query.moment(0),
                         .number = query.integer(1),
                         .direction = static_cast<domain::Direction>(query.integer(2)),
                         .state = static_cast<int>(query.integer(3))};
    punch.employee = people.employee(punch.number, punch.recorded);
    corrections.apply(punch, query.is_null(4) ? std::nullopt : std::optional{query.integer(4)});
    if (from <= punch.at && punch.at < to) take(punch);
  }
  for (const CorrectionRow& row : corrections.added()) {
    if (row.from < from || row.from >= to) continue;
    take({.at = row.from,
          .recorded = row.from,
          .employee = row.employee,
          .direction = row.direction,
          .correction = row.id});
  }
}

std::set<std::int64_t> device_users(Database& database, std::int64_t device, Date first, Date last,
                                    PunchStore::Known known_until) {
  const std::int64_t known = known_until.value_or(INT64_MAX);
  const NumberPeople people{database, first - 1, last, known};
  std::set<std::int64_t> users;
  Query query{database, R"sql(
    SELECT at, number FROM punch WHERE at >= :from AND at < :to AND device = :device AND event <= :known
  )sql"};
  query.bind(":from", at(first)).bind(":to", at(last + 1)).bind(":device", device).bind(":known", known);
  while (query.next()) {
    const std::int64_t employee = people.employee(query.integer(1), query.moment(0));
    if (employee != 0) users.insert(employee);
  }
  return users;
}

}  // namespace svcadm::store
