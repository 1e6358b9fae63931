#include "store/office_store.hpp"

#include "store/sql.hpp"

namespace svcadm::store {

std::optional<std::string> OfficeStore::setting(const std::string& key, Date day) {
  Query query{database_, R"sql(
    SELECT value FROM setting WHERE key = :key AND from_day <= :day ORDER BY from_day DESC, event DESC, id DESC LIMIT 1
  )sql"};
  query.bind(":key", key).bind(":day", day);
  if (!query.next()) return std::nullopt;
  return query.text(0);
}

std::vector<Setting> OfficeStore::settings(Date day) {
  Query query{database_, R"sql(
    SELECT key, from_day, value
      FROM (SELECT key, from_day, value,
                   row_number() OVER (PARTITION BY key ORDER BY from_day DESC, event DESC, id DESC) AS place
              FROM setting WHERE from_day <= :day)
     WHERE place = 1 ORDER BY key
  )sql"};
  query.bind(":day", day);
  std::vector<Setting> settings;
  while (query.next()) settings.push_back({query.text(0), query.date(1), query.text(2)});
  return settings;
}

void OfficeStore::set(std::int64_t event, const Setting& setting) {
  Query{database_, "INSERT INTO setting (event, key, from_day, value) VALUES (:event, :key, :from, :value)"}
      .bind(":event", event)
      .bind(":key", setting.key)
      .bind(":from", setting.from)
      .bind(":value", setting.value)
      .run();
}

std::vector<domain::Role> OfficeStore::roles_of(const std::string& holder, Date day) {
  Query query{database_, R"sql(
    SELECT role
      FROM (SELECT role, granted, to_day, row_number() OVER (PARTITION BY role ORDER BY from_day DESC, event DESC, id DESC) AS place
              FROM role_grant WHERE holder = :holder AND from_day <= :day)
     WHERE place = 1 AND granted = 1 AND (to_day IS NULL OR to_day >= :day)
  )sql"};
  query.bind(":holder", holder).bind(":day", day);
  std::vector<domain::Role> roles;
  while (query.next()) {
    if (const auto role = domain::parse_role(query.text(0))) roles.push_back(*role);
  }
  return roles;
}

std::vector<RoleGrant> OfficeStore::grants(Date day) {
  Query query{database_, R"sql(
    -- A grant ends with its last day, or before the day from which it is revoked.
    SELECT holder, role, from_day,
           nullif(min(coalesce(to_day, 99999999),
                      coalesce((SELECT min(later.from_day) - 1 FROM role_grant AS later
                                 WHERE later.holder = held.holder AND later.role = held.role
                                   AND later.granted = 0 AND later.from_day > :day), 99999999)), 99999999)
      FROM (SELECT *, row_number() OVER (PARTITION BY holder, role ORDER BY from_day DESC, event DESC, id DESC) AS place
              FROM role_grant WHERE from_day <= :day) AS held
     WHERE place = 1 AND granted = 1 AND (to_day IS NULL OR to_day >= :day)
     ORDER BY role, holder
  )sql"};
  query.bind(":day", day);
  std::vector<RoleGrant> grants;
  while (query.next()) {
    RoleGrant grant{query.text(0), domain::parse_role(query.text(1)).value(), query.date(2), std::nullopt, true};
    if (!query.is_null(3)) grant.to = query.date(3);
    grants.push_back(grant);
  }
  return grants;
}

void OfficeStore::grant(std::int64_t event, const RoleGrant& grant) {
  Query{database_, R"sql(
    INSERT INTO role_grant (event, holder, role, from_day, to_day, granted)
    VALUES (:event, :holder, :role, :from, :to, :granted)
  )sql"}
      .bind(":event", event)
      .bind(":holder", grant.holder)
      .bind(":role", domain::to_key(grant.role))
      .bind(":from", grant.from)
      .bind(":to", grant.to)
      .bind(":granted", grant.granted ? 1 : 0)
      .run();
}

std::optional<std::string> OfficeStore::holder_of_account(std::int64_t uid) {
  Query query{database_, "SELECT holder FROM account WHERE uid = :uid ORDER BY event DESC, id DESC LIMIT 1"};
  query.bind(":uid", uid);
  if (!query.next()) return std::nullopt;
  return query.text(0);
}

void OfficeStore::map_account(std::int64_t event, std::int64_t uid, const std::string& holder) {
  Query{database_, "INSERT INTO account (event, uid, holder) VALUES (:event, :uid, :holder)"}
      .bind(":event", event)
      .bind(":uid", uid)
      .bind(":holder", holder)
      .run();
}

void OfficeStore::add_batch(std::int64_t event, const ImportBatch& batch) {
  Query{database_, R"sql(
    INSERT INTO import_batch (event, kind, layout, file, sha256, encoding, read, imported, known, rejected)
    VALUES (:event, :kind, :layout, :file, :sha256, :encoding, :read, :imported, :known, :rejected)
  )sql"}
      .bind(":event", event)
      .bind(":kind", batch.kind)
      .bind(":layout", batch.layout)
      .bind(":file", batch.file)
      .bind(":sha256", batch.sha256)
      .bind(":encoding", batch.encoding)
      .bind(":read", batch.read)
      .bind(":imported", batch.imported)
      .bind(":known", batch.known)
      .bind(":rejected", batch.rejected)
      .run();
}

}  // namespace svcadm::store
