// PunchLog: from numbers to people.

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <tuple>

#include "base/error.hpp"
#include "store/evaluated_punches.hpp"
#include "store/sql.hpp"

namespace svcadm::store {

namespace {

/// A session with its person, before it is sorted.
struct OwnedSession {
  std::int64_t employee;
  domain::OnlineSession fact;
};

/// A punch with its person in one number: the person, then the second after some beginning, then the direction.
class PackedPunch {
 public:
  static std::uint64_t pack(std::int64_t employee, Span after, domain::Direction direction) {
    if (employee <= 0 || employee >> 32 != 0 || after < Span{} || after.seconds >> 29 != 0)
      bug("a punch out of bounds");
    return static_cast<std::uint64_t>(employee) << 32 | static_cast<std::uint64_t>(after.seconds) << 3 |
           static_cast<std::uint64_t>(direction);
  }

  explicit PackedPunch(std::uint64_t packed) : packed_{packed} {}
  std::size_t employee() const { return packed_ >> 32; }
  Span after() const { return Span{static_cast<std::int64_t>(packed_ >> 3 & 0x1fffffff)}; }
  domain::Direction direction() const { return static_cast<domain::Direction>(packed_ & 7); }

 private:
  std::uint64_t packed_;
};

std::size_t owner(std::uint64_t punch) { return PackedPunch{punch}.employee(); }
std::size_t owner(const OwnedSession& session) { return static_cast<std::size_t>(session.employee); }
std::uint64_t fact_of(std::uint64_t punch) { return punch; }
const domain::OnlineSession& fact_of(const OwnedSession& session) { return session.fact; }
Span time_of_fact(std::uint64_t punch) { return PackedPunch{punch}.after(); }
Moment time_of_fact(const domain::OnlineSession& session) { return session.from; }

/// Sorts by person and time and says where each person's facts begin: those of `employee` lie from begins[employee] to
/// begins[employee + 1].  Facts come in order of time but for the few that were corrected.
template <class Owned, class Fact>
void arrange(const std::vector<Owned>& owned, std::vector<Fact>& facts, std::vector<std::size_t>& begins) {
  for (const Owned& one : owned) {
    const auto after = owner(one) + 1;
    if (begins.size() <= after) begins.resize(after + 1);
    ++begins[after];
  }
  std::partial_sum(begins.begin(), begins.end(), begins.begin());
  facts.resize(owned.size());
  std::vector<std::size_t> next = begins;
  for (const Owned& one : owned) facts[next[owner(one)]++] = fact_of(one);
  const auto earlier = [](const Fact& a, const Fact& b) { return time_of_fact(a) < time_of_fact(b); };
  for (std::size_t i = 0; i + 1 < begins.size(); ++i) {
    const auto begin = facts.begin() + static_cast<std::ptrdiff_t>(begins[i]);
    const auto end = facts.begin() + static_cast<std::ptrdiff_t>(begins[i + 1]);
    if (!std::is_sorted(begin, end, earlier)) std::stable_sort(begin, end, earlier);
  }
}

template <class Fact>
std::span<const Fact> facts_of(std::int64_t employee, const std::vector<Fact>& facts,
                               const std::vector<std::size_t>& begins) {
  const auto place = static_cast<std::size_t>(employee);
  if (place + 1 >= begins.size()) return {};
  return std::span{facts}.subspan(begins[place], begins[place + 1] - begins[place]);
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
  std::optional<NumberPeople> holders;  // read where there is anything
  std::set<std::int64_t> employees;
  const auto take = [&](Query& query) {
    while (query.next()) {
      if (!holders) holders.emplace(database, first - 1, last, known);
      const std::int64_t employee = holders->employee(query.integer(1), query.moment(0));
      if (employee != 0) employees.insert(employee);
    }
  };
  // Of the many punches only those of the days that later events have written.
  Query written{database, R"sql(
    SELECT max(min(coalesce(first_at, :from)), :from), min(max(coalesce(last_at + 1, :to)), :to) FROM punch_event
     WHERE event > :since AND event <= :known AND coalesce(first_at < :to AND last_at >= :from, 1)
  )sql"};
  written.bind(":from", at(first)).bind(":to", at(last + 1)).bind(":since", since).bind(":known", known);
  if (written.next() && !written.is_null(0)) {
    Query punches{database, R"sql(
      SELECT at, number FROM punch WHERE at >= :from AND at < :to AND event > :since AND event <= :known
    )sql"};
    take(punches.bind(":from", written.moment(0))
             .bind(":to", written.moment(1))
             .bind(":since", since)
             .bind(":known", known));
  }
  Query sessions{database, R"sql(
    SELECT from_at, number FROM online_session
     WHERE from_at >= :from AND from_at < :to AND event > :since AND event <= :known
  )sql"};
  take(sessions.bind(":from", at(first)).bind(":to", at(last + 1)).bind(":since", since).bind(":known", known));
  return employees;
}

PunchLog::PunchLog(Database& database, Moment from, Moment to, PunchStore::Known known_until,
                   const std::set<std::int64_t>* only)
    : from_{from} {
  load_punches(database, from, to, known_until.value_or(INT64_MAX), only);
  load_sessions(database, from, to, known_until.value_or(INT64_MAX));
}

void PunchLog::load_punches(Database& database, Moment from, Moment to, std::int64_t known_until,
                            const std::set<std::int64_t>* only) {
  std::vector<std::uint64_t> owned;
  std::map<std::int64_t, UnassignedNumber> unassigned;
  const auto take = [&](const EvaluatedPunch& punch) {
    if (!punch.counts) return;
    if (punch.employee != 0) {
      owned.push_back(PackedPunch::pack(punch.employee, punch.at - from, punch.direction));
      return;
    }
    UnassignedNumber& found = unassigned[punch.number];
    if (found.punches++ == 0) found.first = punch.at;
    found.last = punch.at;
  };
  each_evaluated(database, from, to, known_until, take, only);
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
  std::optional<NumberPeople> holders;  // read where there is any session
  std::vector<OwnedSession> owned;
  Query query{database, R"sql(
    SELECT from_at, number, max(to_at) FROM online_session
     WHERE from_at >= :from AND from_at < :to AND event <= :known
     GROUP BY from_at, number ORDER BY from_at, number
  )sql"};
  query.bind(":from", from).bind(":to", to).bind(":known", known_until);
  while (query.next()) {
    domain::OnlineSession session{query.moment(0)};
    if (!query.is_null(2)) session.to = query.moment(2);
    if (!holders) holders.emplace(database, date_of(from) - 1, date_of(to), known_until);
    const std::int64_t employee = holders->employee(query.integer(1), session.from);
    if (employee != 0) owned.push_back({employee, session});
  }
  arrange(owned, sessions_, sessions_of_);
}

std::span<const domain::Punch> PunchLog::punches(std::int64_t employee) const {
  if (unpacked_of_ != employee) {
    unpacked_of_ = employee;
    unpacked_.clear();
    for (const std::uint64_t one : facts_of(employee, punches_, punches_of_)) {
      const PackedPunch punch{one};
      unpacked_.push_back({from_ + punch.after(), punch.direction()});
    }
  }
  return unpacked_;
}

std::span<const domain::OnlineSession> PunchLog::sessions(std::int64_t employee) const {
  return facts_of(employee, sessions_, sessions_of_);
}

}  // namespace svcadm::store
