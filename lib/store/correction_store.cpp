#include "store/correction_store.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "store/sql.hpp"

namespace svcadm::store {

namespace {

constexpr std::array<std::string_view, 5> kind_keys{"add", "void", "move", "outage", "clock"};
constexpr std::array<std::string_view, 3> state_keys{"pending", "confirmed", "cancelled"};

CorrectionKind parse_kind(const std::string& key) {
  return static_cast<CorrectionKind>(std::find(kind_keys.begin(), kind_keys.end(), key) - kind_keys.begin());
}

// A correction touches the time of what it is about and, moved, of what counts instead.
#define SVCADM_CORRECTIONS(condition)                                                                               \
  "SELECT c.id, c.event, c.kind, c.employee, c.day, c.device, c.department, c.from_at, c.to_at, c.direction,"       \
  "       c.seconds, c.reason, c.asked, x.correction IS NOT NULL, coalesce(y.confirmed, ''), coalesce(y.paper, '')" \
  "  FROM time_correction AS c"                                                                                     \
  "  LEFT JOIN time_correction_confirmation AS y ON y.correction = c.id AND y.event <= :known"                      \
  "  LEFT JOIN time_correction_cancel AS x ON x.correction = c.id AND x.event <= :known"                            \
  " WHERE c.event <= :known AND " condition " ORDER BY c.id"

CorrectionRow read_row(Query& query) {
  CorrectionRow row{.id = query.integer(0),
                    .event = query.integer(1),
                    .kind = parse_kind(query.text(2)),
                    .from = query.moment(7),
                    .to = query.moment(8),
                    .direction = static_cast<domain::Direction>(query.integer(9)),
                    .by = {query.integer(10)},
                    .reason = query.text(11),
                    .asked = query.text(12),
                    .confirmed_by = query.text(14),
                    .paper = query.text(15)};
  if (!query.is_null(3)) row.employee = query.integer(3);
  if (!query.is_null(4)) row.day = query.date(4);
  if (!query.is_null(5)) row.device = query.integer(5);
  if (!query.is_null(6)) row.department = query.integer(6);
  if (query.integer(13) != 0) {
    row.state = CorrectionState::cancelled;
  } else if (!row.confirmed_by.empty()) {
    row.state = CorrectionState::confirmed;
  }
  return row;
}

}  // namespace

std::string to_key(CorrectionKind kind) { return std::string{kind_keys.at(static_cast<std::size_t>(kind))}; }
std::string to_key(CorrectionState state) { return std::string{state_keys.at(static_cast<std::size_t>(state))}; }

std::int64_t CorrectionStore::add(std::int64_t event, const CorrectionRow& row) {
  Query insert{database_, R"sql(
    INSERT INTO time_correction (event, kind, employee, day, device, department, from_at, to_at, direction, seconds,
                                 reason, asked)
    VALUES (:event, :kind, :employee, :day, :device, :department, :from, :to, :direction, :seconds, :reason, :asked)
  )sql"};
  insert.bind(":event", event)
      .bind(":kind", to_key(row.kind))
      .bind(":device", row.device)
      .bind(":department", row.department)
      .bind(":from", row.from)
      .bind(":to", row.to)
      .bind(":direction", static_cast<int>(row.direction))
      .bind(":seconds", row.by.seconds)
      .bind(":reason", row.reason)
      .bind(":asked", row.asked)
      .bind(":employee", row.of_punch() ? std::optional{row.employee} : std::nullopt)
      .bind(":day", row.of_punch() ? std::optional{row.day} : std::nullopt)
      .run();
  return last_row_id(database_);
}

void CorrectionStore::confirm(std::int64_t event, std::int64_t correction, const std::string& by,
                              const std::string& paper) {
  Query{database_, R"sql(
    INSERT INTO time_correction_confirmation (correction, event, confirmed, paper)
    VALUES (:correction, :event, :confirmed, :paper)
  )sql"}
      .bind(":correction", correction)
      .bind(":event", event)
      .bind(":confirmed", by)
      .bind(":paper", paper)
      .run();
}

void CorrectionStore::cancel(std::int64_t event, std::int64_t correction, const std::string& reason) {
  Query{database_,
        "INSERT INTO time_correction_cancel (correction, event, reason) VALUES (:correction, :event, :reason)"}
      .bind(":correction", correction)
      .bind(":event", event)
      .bind(":reason", reason)
      .run();
}

std::optional<CorrectionRow> CorrectionStore::find(std::int64_t id) {
  Query query{database_, SVCADM_CORRECTIONS("c.id = :id")};
  query.bind(":id", id).bind(":known", INT64_MAX);
  if (!query.next()) return std::nullopt;
  return read_row(query);
}

std::vector<CorrectionRow> CorrectionStore::between(Moment from, Moment to, Known known_until) {
  Query query{database_, SVCADM_CORRECTIONS("min(c.from_at, c.to_at) < :to AND max(c.from_at, c.to_at) >= :from")};
  query.bind(":from", from).bind(":to", to).bind(":known", known_until.value_or(INT64_MAX));
  std::vector<CorrectionRow> rows;
  while (query.next()) rows.push_back(read_row(query));
  return rows;
}

std::vector<CorrectionRow> CorrectionStore::pending() {
  Query query{database_, SVCADM_CORRECTIONS("y.correction IS NULL AND x.correction IS NULL")};
  query.bind(":known", INT64_MAX);
  std::vector<CorrectionRow> rows;
  while (query.next()) rows.push_back(read_row(query));
  return rows;
}

std::vector<CorrectionRow> CorrectionStore::counting(Moment from, Moment to, Known known_until) {
  auto rows = between(from, to, known_until);
  std::erase_if(rows, [](const CorrectionRow& row) { return row.state != CorrectionState::confirmed; });
  return rows;
}

std::int64_t CorrectionStore::device_id(std::int64_t event, const std::string& name) {
  if (const auto known = find_device(name)) return *known;
  Query{database_, "INSERT INTO punch_device (event, name) VALUES (:event, :name)"}
      .bind(":event", event)
      .bind(":name", name)
      .run();
  return last_row_id(database_);
}

std::optional<std::int64_t> CorrectionStore::find_device(const std::string& name) {
  Query query{database_, "SELECT id FROM punch_device WHERE name = :name"};
  query.bind(":name", name);
  return query.next() ? std::optional{query.integer(0)} : std::nullopt;
}

std::string CorrectionStore::device_name(std::int64_t id) {
  Query query{database_, "SELECT name FROM punch_device WHERE id = :id"};
  query.bind(":id", id);
  return query.next() ? query.text(0) : std::string{};
}

std::vector<std::string> CorrectionStore::device_names() {
  Query query{database_, "SELECT name FROM punch_device ORDER BY name"};
  std::vector<std::string> names;
  while (query.next()) names.push_back(query.text(0));
  return names;
}

}  // namespace svcadm::store
