#include "store/request_store.hpp"

#include <algorithm>
#include <array>

#include "store/sql.hpp"

namespace svcadm::store {

namespace {

constexpr std::array<std::string_view, 3> channel_keys{"own", "paper", "telephone"};
constexpr std::array<std::string_view, 5> act_keys{"approve", "reject", "hand_in", "hand_over", "waive"};

Channel read_channel(const std::string& key) {
  return static_cast<Channel>(std::find(channel_keys.begin(), channel_keys.end(), key) - channel_keys.begin());
}

std::optional<std::int64_t> optional_integer(Query& query, int column) {
  return query.is_null(column) ? std::nullopt : std::optional{query.integer(column)};
}

// The event of the transaction that is going on is written at its end.
#define SVCADM_REQUEST_COLUMNS                                                                            \
  "r.id, r.type, r.employee, r.subject, r.day, r.asked_at, r.channel, r.reported_by, r.reason, r.paper, " \
  "r.extends, coalesce(e.as_of, r.asked_at), b.halves, b.first_day, b.starts_at, b.day_ends_at "          \
  "FROM request AS r LEFT JOIN audit_event AS e ON e.event = r.event "                                    \
  "LEFT JOIN request_basis AS b ON b.request = r.id "

RequestRow read_request(Query& query) {
  RequestRow row;
  row.id = query.integer(0);
  row.type = query.text(1) == "leave" ? RequestType::leave : RequestType::conversion_card;
  row.employee = query.integer(2);
  row.subject = query.is_null(3) ? 0 : query.integer(3);
  if (!query.is_null(4)) row.day = query.date(4);
  row.asked_at = query.moment(5);
  row.channel = read_channel(query.text(6));
  row.reported_by = optional_integer(query, 7);
  row.reason = query.text(8);
  row.paper = query.text(9);
  row.extends = optional_integer(query, 10);
  row.typed_at = query.moment(11);
  if (!query.is_null(12)) {
    row.basis = RequestBasis{{static_cast<int>(query.integer(12))}, query.date(13), query.moment(14), query.moment(15)};
  }
  return row;
}

std::vector<RequestRow> read_requests(Query& query) {
  std::vector<RequestRow> rows;
  while (query.next()) rows.push_back(read_request(query));
  return rows;
}

#define SVCADM_ACT_COLUMNS                                                                                  \
  "a.id, a.request, a.act, a.about, a.person, a.instead, a.at, a.reason, a.paper, coalesce(e.as_of, a.at) " \
  "FROM request_act AS a LEFT JOIN audit_event AS e ON e.event = a.event "                                  \
  "WHERE NOT EXISTS (SELECT 1 FROM request_act_withdrawal AS w WHERE w.act = a.id AND w.event <= :known) AND "

RequestActRow read_act(Query& query) {
  return {.id = query.integer(0),
          .request = query.integer(1),
          .act = query.text(2),
          .about = query.text(3),
          .person = optional_integer(query, 4),
          .instead = optional_integer(query, 5),
          .at = query.moment(6),
          .reason = query.text(7),
          .paper = query.text(8),
          .typed_at = query.moment(9)};
}

}  // namespace

std::string to_key(Channel channel) { return std::string{channel_keys.at(static_cast<std::size_t>(channel))}; }

std::string to_key(domain::RequestAct::Kind kind) { return std::string{act_keys.at(static_cast<std::size_t>(kind))}; }

std::optional<domain::RequestAct> act_of(const RequestActRow& row) {
  const auto key = std::find(act_keys.begin(), act_keys.end(), row.act);
  if (key == act_keys.end()) return std::nullopt;
  return domain::RequestAct{static_cast<domain::RequestAct::Kind>(key - act_keys.begin()), row.about, row.at};
}

std::int64_t RequestStore::add(std::int64_t event, const RequestRow& request) {
  const bool leave = request.type == RequestType::leave;
  Query{database_, R"sql(
    INSERT INTO request (event, type, employee, subject, day, asked_at, channel, reported_by, reason, paper, extends)
    VALUES (:event, :type, :employee, :subject, :day, :asked_at, :channel, :reported_by, :reason, :paper, :extends)
  )sql"}
      .bind(":event", event)
      .bind(":type", leave ? "leave" : "conversion_card")
      .bind(":employee", request.employee)
      .bind(":subject", leave ? std::optional{request.subject} : std::nullopt)
      .bind(":day", request.day)
      .bind(":asked_at", request.asked_at)
      .bind(":channel", to_key(request.channel))
      .bind(":reported_by", request.reported_by)
      .bind(":reason", request.reason)
      .bind(":paper", request.paper)
      .bind(":extends", request.extends)
      .run();
  return last_row_id(database_);
}

void RequestStore::add_basis(std::int64_t event, std::int64_t request, const RequestBasis& basis) {
  Query{database_, R"sql(
    INSERT INTO request_basis (request, event, halves, first_day, starts_at, day_ends_at)
    VALUES (:request, :event, :halves, :first_day, :starts_at, :day_ends_at)
  )sql"}
      .bind(":request", request)
      .bind(":event", event)
      .bind(":halves", std::int64_t{basis.length.halves})
      .bind(":first_day", basis.first_day)
      .bind(":starts_at", basis.starts)
      .bind(":day_ends_at", basis.day_ends)
      .run();
}

void RequestStore::add_act(std::int64_t event, const RequestActRow& act) {
  Query{database_, R"sql(
    INSERT INTO request_act (event, request, act, about, person, instead, at, reason, paper)
    VALUES (:event, :request, :act, :about, :person, :instead, :at, :reason, :paper)
  )sql"}
      .bind(":event", event)
      .bind(":request", act.request)
      .bind(":act", act.act)
      .bind(":about", act.about)
      .bind(":person", act.person)
      .bind(":instead", act.instead)
      .bind(":at", act.at)
      .bind(":reason", act.reason)
      .bind(":paper", act.paper)
      .run();
}

void RequestStore::withdraw_acts(std::int64_t event, std::int64_t of_event, const std::string& reason) {
  Query{database_, R"sql(
    INSERT INTO request_act_withdrawal (act, event, reason)
    SELECT id, :event, :reason FROM request_act WHERE event = :of_event ORDER BY id
  )sql"}
      .bind(":event", event)
      .bind(":of_event", of_event)
      .bind(":reason", reason)
      .run();
}

std::vector<RequestRow> RequestStore::decided_by(std::int64_t event) {
  Query query{database_, "SELECT DISTINCT " SVCADM_REQUEST_COLUMNS
                         "JOIN request_act AS a ON a.request = r.id WHERE a.event = :event "
                         "AND NOT EXISTS (SELECT 1 FROM request_act_withdrawal AS w WHERE w.act = a.id) ORDER BY r.id"};
  query.bind(":event", event);
  return read_requests(query);
}

void RequestStore::attach(std::int64_t event, std::int64_t request, const Attachment& file) {
  Query{database_, R"sql(
    INSERT INTO attachment (event, request, name, type, sha256, bytes)
    VALUES (:event, :request, :name, :type, :sha256, :bytes)
  )sql"}
      .bind(":event", event)
      .bind(":request", request)
      .bind(":name", file.name)
      .bind(":type", file.type)
      .bind(":sha256", file.sha256)
      .bind_bytes(":bytes", file.bytes)
      .run();
}

std::vector<Attachment> RequestStore::attachments(std::int64_t request, int place) {
  Query query{database_, R"sql(
    SELECT name, type, sha256, length(bytes), CASE WHEN row_number() OVER (ORDER BY id) = :place THEN bytes END
      FROM attachment AS f WHERE request = :request
       AND NOT EXISTS (SELECT 1 FROM request_act AS a JOIN request_act_withdrawal AS w ON w.act = a.id
                        WHERE a.event = f.event)
     ORDER BY id
  )sql"};
  query.bind(":request", request).bind(":place", std::int64_t{place});
  std::vector<Attachment> files;
  while (query.next()) {
    files.push_back({query.text(0), query.text(1), query.text(2), query.is_null(4) ? std::string{} : query.text(4)});
    files.back().size = query.integer(3);
  }
  return files;
}

std::optional<RequestRow> RequestStore::find(std::int64_t id) {
  Query query{database_, "SELECT " SVCADM_REQUEST_COLUMNS "WHERE r.id = :id"};
  query.bind(":id", id);
  return query.next() ? std::optional{read_request(query)} : std::nullopt;
}

std::optional<RequestRow> RequestStore::of_leave(std::int64_t leave) {
  Query query{database_, "SELECT " SVCADM_REQUEST_COLUMNS "WHERE r.type = 'leave' AND r.subject = :leave"};
  query.bind(":leave", leave);
  return query.next() ? std::optional{read_request(query)} : std::nullopt;
}

std::vector<RequestRow> RequestStore::conversion_cards(Date first, Date last, Known known_until) {
  Query query{database_, "SELECT " SVCADM_REQUEST_COLUMNS
                         "WHERE r.type = 'conversion_card' AND r.day BETWEEN :first AND :last AND r.event <= :known "
                         "ORDER BY r.employee, r.day, r.id"};
  query.bind(":first", first).bind(":last", last).bind(":known", known_until.value_or(INT64_MAX));
  return read_requests(query);
}

std::vector<RequestRow> RequestStore::leaves_between(Date first, Date last, Known known_until) {
  Query query{database_, "SELECT " SVCADM_REQUEST_COLUMNS
                         "JOIN leave AS l ON l.id = r.subject "
                         "WHERE r.type = 'leave' AND l.first_day <= :last AND l.last_day >= :first "
                         "AND r.event <= :known ORDER BY r.employee, r.id"};
  query.bind(":first", first).bind(":last", last).bind(":known", known_until.value_or(INT64_MAX));
  return read_requests(query);
}

std::vector<RequestActRow> RequestStore::acts(std::int64_t request) {
  Query query{database_, "SELECT " SVCADM_ACT_COLUMNS "a.request = :request ORDER BY a.id"};
  query.bind(":request", request).bind(":known", INT64_MAX);
  std::vector<RequestActRow> rows;
  while (query.next()) rows.push_back(read_act(query));
  return rows;
}

std::unordered_map<std::int64_t, std::vector<RequestActRow>> RequestStore::acts_of(
    const std::vector<RequestRow>& requests, Known known_until) {
  std::unordered_map<std::int64_t, std::vector<RequestActRow>> acts;
  if (requests.empty()) return acts;
  for (const RequestRow& request : requests) acts[request.id];
  const auto [least, most] =
      std::minmax_element(requests.begin(), requests.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
  Query query{database_,
              "SELECT " SVCADM_ACT_COLUMNS "a.request BETWEEN :least AND :most AND a.event <= :known ORDER BY a.id"};
  query.bind(":least", least->id).bind(":most", most->id).bind(":known", known_until.value_or(INT64_MAX));
  while (query.next()) {
    RequestActRow row = read_act(query);
    if (const auto found = acts.find(row.request); found != acts.end()) found->second.push_back(std::move(row));
  }
  return acts;
}

void RequestStore::add_stand_in(std::int64_t event, const StandIn& stand_in) {
  Query{database_, R"sql(
    INSERT INTO stand_in (event, person, deputy, from_day, to_day) VALUES (:event, :person, :deputy, :from, :to)
  )sql"}
      .bind(":event", event)
      .bind(":person", stand_in.person)
      .bind(":deputy", stand_in.deputy)
      .bind(":from", stand_in.from)
      .bind(":to", stand_in.to)
      .run();
}

std::optional<std::int64_t> RequestStore::stand_in_for(std::int64_t person, Date day) {
  Query query{database_, R"sql(
    SELECT deputy FROM stand_in WHERE person = :person AND :day BETWEEN from_day AND to_day ORDER BY id DESC LIMIT 1
  )sql"};
  query.bind(":person", person).bind(":day", day);
  return query.next() ? optional_integer(query, 0) : std::nullopt;
}

std::vector<StandIn> RequestStore::stand_ins(Date day) {
  Query query{database_, R"sql(
    SELECT person, deputy, from_day, to_day FROM stand_in WHERE to_day >= :day ORDER BY id
  )sql"};
  query.bind(":day", day);
  std::vector<StandIn> rows;
  while (query.next()) rows.push_back({query.integer(0), optional_integer(query, 1), query.date(2), query.date(3)});
  return rows;
}

}  // namespace svcadm::store
