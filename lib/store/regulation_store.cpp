#include "store/regulation_store.hpp"

#include "store/sql.hpp"

namespace svcadm::store {

namespace {

EditionRow read_edition(Query& query) {
  return {query.integer(0), query.text(1), static_cast<int>(query.integer(2)),
          query.text(3),    query.text(4), query.text(5)};
}

}  // namespace

std::int64_t RegulationStore::add_edition(std::int64_t event, const EditionRow& edition) {
  Query{database_, R"sql(
    INSERT INTO regulation_edition (event, code, number, sha256, source, text)
    VALUES (:event, :code, :number, :sha256, :source, :text)
  )sql"}
      .bind(":event", event)
      .bind(":code", edition.code)
      .bind(":number", edition.number)
      .bind(":sha256", edition.sha256)
      .bind(":source", edition.source)
      .bind(":text", edition.text)
      .run();
  return last_row_id(database_);
}

std::vector<EditionRow> RegulationStore::newest_editions(Known known_until) {
  Query query{database_, R"sql(
    SELECT id, code, number, sha256, source, text
      FROM (SELECT *, row_number() OVER (PARTITION BY code ORDER BY number DESC) AS place
              FROM regulation_edition WHERE event <= :known)
     WHERE place = 1 ORDER BY code
  )sql"};
  query.bind(":known", known_until.value_or(INT64_MAX));
  std::vector<EditionRow> editions;
  while (query.next()) editions.push_back(read_edition(query));
  return editions;
}

std::optional<EditionRow> RegulationStore::newest_edition(const std::string& code, Known known_until) {
  Query query{database_, R"sql(
    SELECT id, code, number, sha256, source, text FROM regulation_edition
     WHERE code = :code AND event <= :known ORDER BY number DESC LIMIT 1
  )sql"};
  query.bind(":code", code).bind(":known", known_until.value_or(INT64_MAX));
  if (!query.next()) return std::nullopt;
  return read_edition(query);
}

std::vector<EditionRow> RegulationStore::editions(const std::string& code) {
  Query query{database_, R"sql(
    SELECT id, code, number, sha256, source, text FROM regulation_edition WHERE code = :code ORDER BY number
  )sql"};
  query.bind(":code", code);
  std::vector<EditionRow> editions;
  while (query.next()) editions.push_back(read_edition(query));
  return editions;
}

void RegulationStore::adopt(std::int64_t event, const AdoptionRow& adoption) {
  Query{database_, R"sql(
    INSERT INTO adoption (event, department, area, code, from_day) VALUES (:event, :department, :area, :code, :from)
  )sql"}
      .bind(":event", event)
      .bind(":department", adoption.department)
      .bind(":area", adoption.area)
      .bind(":code", adoption.code)
      .bind(":from", adoption.from)
      .run();
}

std::vector<AdoptionRow> RegulationStore::adoptions(Known known_until) {
  Query query{database_, R"sql(
    SELECT department, area, code, from_day, event FROM adoption WHERE event <= :known ORDER BY from_day, event, id
  )sql"};
  query.bind(":known", known_until.value_or(INT64_MAX));
  std::vector<AdoptionRow> adoptions;
  while (query.next()) {
    adoptions.push_back({query.integer(0), query.text(1), query.text(2), query.date(3), query.integer(4)});
  }
  return adoptions;
}

void RegulationStore::sign(std::int64_t event, const SignatureRow& signature) {
  Query{database_, R"sql(
    INSERT INTO regulation_signature (event, employee, code, edition, on_day)
    VALUES (:event, :employee, :code, :edition, :on)
  )sql"}
      .bind(":event", event)
      .bind(":employee", signature.employee)
      .bind(":code", signature.code)
      .bind(":edition", signature.edition)
      .bind(":on", signature.on)
      .run();
}

std::vector<SignatureRow> RegulationStore::signatures(const std::string& code) {
  Query query{database_, R"sql(
    SELECT employee, code, edition, on_day FROM regulation_signature WHERE code = :code ORDER BY employee, edition
  )sql"};
  query.bind(":code", code);
  std::vector<SignatureRow> signatures;
  while (query.next()) signatures.push_back({query.integer(0), query.text(1), query.integer(2), query.date(3)});
  return signatures;
}

}  // namespace svcadm::store
