// PunchLog: from numbers to people.

#include <algorithm>
#include <map>
#include <tuple>

#include "store/evaluated_punches.hpp"
#include "store/sql.hpp"

namespace svcadm::store {

namespace {

/// A fact with its person, before it is sorted.
template <class Fact>
struct Owned {
  std::int64_t employee;
  Fact fact;
};

Moment time_of_fact(const domain::Punch& punch) { return punch.at; }
Moment time_of_fact(const domain::OnlineSession& session) { return session.from; }

/// Sorts by person and time and says where each person's facts lie.
template <class Fact, class Slices>
void arrange(std::vector<Owned<Fact>>& owned, std::vector<Fact>& facts, Slices& slices) {
  std::stable_sort(owned.begin(), owned.end(), [](const Owned<Fact>& a, const Owned<Fact>& b) {
    return std::make_pair(a.employee, time_of_fact(a.fact)) < std::make_pair(b.employee, time_of_fact(b.fact));
  });
  facts.reserve(owned.size());
  for (const Owned<Fact>& one : owned) {
    auto& slice = slices[one.employee];
    if (slice.end == 0) slice.begin = facts.size();
    facts.push_back(one.fact);
    slice.end = facts.size();
  }
}

}  // namespace

PunchHolders::PunchHolders(Database& database, Date first, Date last, std::optional<std::int64_t> known_until)
    : holders_{PeopleStore{database}.number_holders(first, last, known_until)} {}

std::span<const NumberHolder> PunchHolders::of(NumberKind kind, const std::string& text) const {
  struct ByNumber {
    bool operator()(const NumberHolder& holder, const std::pair<NumberKind, const std::string&>& number) const {
      return std::tie(holder.kind, holder.text) < std::tie(number.first, number.second);
    }
    bool operator()(const std::pair<NumberKind, const std::string&>& number, const NumberHolder& holder) const {
      return std::tie(number.first, number.second) < std::tie(holder.kind, holder.text);
    }
  };
  const std::pair<NumberKind, const std::string&> number{kind, text};
  const auto [begin, end] = std::equal_range(holders_.begin(), holders_.end(), number, ByNumber{});
  return {begin, end};
}

std::int64_t PunchHolders::employee(std::span<const NumberHolder> holders, Moment at) {
  const Date day = date_of(at);
  for (const NumberHolder& holder : holders) {
    if (holder.from <= day && day <= holder.to) return holder.employee;
  }
  for (const NumberHolder& holder : holders) {
    if (day == holder.to + 1 && time_of(at) < TimeOfDay{12 * 3600}) return holder.employee;
  }
  return 0;
}

std::set<std::int64_t> punchers_since(Database& database, Date first, Date last, std::int64_t since,
                                      PunchStore::Known known_until) {
  const std::int64_t known = known_until.value_or(INT64_MAX);
  const NumberPeople holders{database, first - 1, last, known};
  std::set<std::int64_t> employees;
  for (const char* sql : {R"sql(
         SELECT at, number FROM punch WHERE at >= :from AND at < :to AND event > :since AND event <= :known
       )sql",
                          R"sql(
         SELECT from_at, number FROM online_session
          WHERE from_at >= :from AND from_at < :to AND event > :since AND event <= :known
       )sql"}) {
    Query query{database, sql};
    query.bind(":from", at(first)).bind(":to", at(last + 1)).bind(":since", since).bind(":known", known);
    while (query.next()) {
      const std::int64_t employee = holders.employee(query.integer(1), query.moment(0));
      if (employee != 0) employees.insert(employee);
    }
  }
  return employees;
}

PunchLog::PunchLog(Database& database, Moment from, Moment to, PunchStore::Known known_until) {
  load_punches(database, from, to, known_until.value_or(INT64_MAX));
  load_sessions(database, from, to, known_until.value_or(INT64_MAX));
}

void PunchLog::load_punches(Database& database, Moment from, Moment to, std::int64_t known_until) {
  std::vector<Owned<domain::Punch>> owned;
  std::map<std::int64_t, UnassignedNumber> unassigned;
  each_evaluated(database, from, to, known_until, [&](const EvaluatedPunch& punch) {
    if (!punch.counts) return;
    if (punch.employee != 0) {
      owned.push_back({punch.employee, {punch.at, punch.direction}});
      return;
    }
    UnassignedNumber& found = unassigned[punch.number];
    if (found.punches++ == 0) found.first = punch.at;
    found.last = punch.at;
  });
  arrange(owned, punches_, punches_of_);

  Query number{database, R"sql(
    SELECT kind, text FROM punch_number AS n
     WHERE id = :id AND NOT EXISTS (SELECT 1 FROM ignored_number AS i WHERE i.kind = n.kind AND i.text = n.text)
  )sql"};
  for (auto& [id, found] : unassigned) {
    number.bind(":id", id);
    if (number.next()) {
      found.kind = parse_number_kind(number.text(0));
      found.text = number.text(1);
      unassigned_.push_back(found);
    }
    number.reset();
  }
}

void PunchLog::load_sessions(Database& database, Moment from, Moment to, std::int64_t known_until) {
  const NumberPeople holders{database, date_of(from) - 1, date_of(to), known_until};
  std::vector<Owned<domain::OnlineSession>> owned;
  Query query{database, R"sql(
    SELECT from_at, number, max(to_at) FROM online_session
     WHERE from_at >= :from AND from_at < :to AND event <= :known
     GROUP BY from_at, number ORDER BY from_at, number
  )sql"};
  query.bind(":from", from).bind(":to", to).bind(":known", known_until);
  while (query.next()) {
    domain::OnlineSession session{query.moment(0)};
    if (!query.is_null(2)) session.to = query.moment(2);
    const std::int64_t employee = holders.employee(query.integer(1), session.from);
    if (employee != 0) owned.push_back({employee, session});
  }
  arrange(owned, sessions_, sessions_of_);
}

std::span<const domain::Punch> PunchLog::punches(std::int64_t employee) const {
  const auto found = punches_of_.find(employee);
  if (found == punches_of_.end()) return {};
  return std::span{punches_}.subspan(found->second.begin, found->second.end - found->second.begin);
}

std::span<const domain::OnlineSession> PunchLog::sessions(std::int64_t employee) const {
  const auto found = sessions_of_.find(employee);
  if (found == sessions_of_.end()) return {};
  return std::span{sessions_}.subspan(found->second.begin, found->second.end - found->second.begin);
}

}  // namespace svcadm::store
