#pragma once
// Editions of regulations, adoptions and signatures.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "store/database.hpp"

namespace svcadm::store {

struct EditionRow {
  std::int64_t id = 0;  ///< the number results cite
  std::string code;
  int number = 0;  ///< within the code
  std::string sha256;
  std::string source;
  std::string text;
};

struct AdoptionRow {
  std::int64_t department = 0;
  std::string area;
  std::string code;
  Date from;
  std::int64_t event = 0;
};

struct SignatureRow {
  std::int64_t employee = 0;
  std::string code;
  std::int64_t edition = 0;
  Date on;
};

class RegulationStore {
 public:
  using Known = std::optional<std::int64_t>;

  explicit RegulationStore(Database& database) : database_{database} {}

  /// Gives the new edition's id.
  std::int64_t add_edition(std::int64_t event, const EditionRow& edition);
  /// The newest edition of each code.
  std::vector<EditionRow> newest_editions(Known known_until = {});
  std::optional<EditionRow> newest_edition(const std::string& code, Known known_until = {});
  /// All editions of a code, by number.
  std::vector<EditionRow> editions(const std::string& code);

  void adopt(std::int64_t event, const AdoptionRow& adoption);
  /// In the order in which a later one goes before an earlier one: by day, then by event.
  std::vector<AdoptionRow> adoptions(Known known_until = {});

  void sign(std::int64_t event, const SignatureRow& signature);
  std::vector<SignatureRow> signatures(const std::string& code);

 private:
  Database& database_;
};

}  // namespace svcadm::store
