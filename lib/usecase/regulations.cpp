#include "usecase/regulations.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "base/digest.hpp"
#include "base/embedded.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "tabular/encoding.hpp"
#include "tabular/input_file.hpp"
#include "usecase/directory.hpp"
#include "usecase/office.hpp"
#include "usecase/unit_of_work.hpp"

namespace svcadm::usecase {

namespace {

constexpr int review_years = 1;  // after so long a value of law is to be compared with its source again

regulation::Regulation read(const store::EditionRow& edition) {
  return regulation::read_regulation(edition.text, edition.source, static_cast<int>(edition.id));
}

store::EditionRow as_edition(const ShippedRegulation& shipped, std::string code) {
  return {.code = std::move(code),
          .number = 0,
          .sha256 = sha256(shipped.text),
          .source = built_in,
          .text = std::string{shipped.text}};
}

bool has_law(const regulation::Regulation& regulation) {
  const auto areas = regulation.areas();
  return std::find(areas.begin(), areas.end(), regulation::Area::law) != areas.end();
}

/// Departments by whose own adoption CODE governs some area on the day.
std::vector<std::string> adopted_by(const std::vector<store::AdoptionRow>& adoptions,
                                    const store::DepartmentTree& departments, const std::string& code, Date day) {
  std::map<std::pair<std::int64_t, std::string>, std::string> holds;  // later rows replace earlier ones
  for (const store::AdoptionRow& adoption : adoptions) {
    if (adoption.from <= day) holds[{adoption.department, adoption.area}] = adoption.code;
  }
  std::set<std::int64_t> units;
  for (const auto& [where, held] : holds) {
    if (held == code) units.insert(where.first);
  }
  std::vector<std::string> names;
  for (const std::int64_t unit : units) names.push_back(departments.on(unit, day).name);
  return names;
}

void review(const regulation::Regulation& regulation, Date today, LawReview& law) {
  for (const regulation::LawCheck& check : regulation.law_checks()) {
    ++law.values;
    if (today < add_years(check.checked, review_years)) continue;
    const std::string value = check.section + (check.code.empty() ? "" : "." + check.code);
    law.due.push_back({"note.regulation.unreviewed", {regulation.code(), value, check.from, check.checked}});
  }
}

}  // namespace

std::vector<ShippedRegulation> shipped_regulations() {
  std::vector<ShippedRegulation> all;
  for (const EmbeddedFile& file : embedded_files()) {
    if (file.path.starts_with("regulations/") && file.path.ends_with(".toml")) all.push_back({file.path, file.text});
  }
  return all;
}

std::optional<ShippedRegulation> find_shipped(std::string_view code) {
  std::string file = fmt::format("regulations/{}.toml", code);
  for (char& letter : file) letter = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  for (const ShippedRegulation& shipped : shipped_regulations()) {
    if (shipped.file == file) return shipped;
  }
  return std::nullopt;
}

void copy_shipped_law(store::Database& database, std::int64_t event) {
  store::RegulationStore store{database};
  for (const ShippedRegulation& shipped : shipped_regulations()) {
    const auto regulation = regulation::read_regulation(shipped.text, shipped.file);
    if (!has_law(regulation)) continue;
    store::EditionRow edition = as_edition(shipped, regulation.code());
    edition.number = 1;
    store.add_edition(event, edition);
  }
}

std::string typed_code(std::string_view word) {
  std::string code{trim(word)};
  for (char& letter : code) letter = letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
  return code;
}

store::EditionRow find_regulation(Office& office, std::string_view code) {
  const std::string wanted = typed_code(code);
  store::RegulationStore store{office.database()};
  if (auto edition = store.newest_edition(wanted)) return std::move(*edition);
  if (const auto shipped = find_shipped(wanted)) return as_edition(*shipped, wanted);

  std::vector<std::string> codes;
  for (const store::EditionRow& edition : store.newest_editions()) codes.push_back(edition.code);
  for (const ShippedRegulation& shipped : shipped_regulations()) {
    codes.push_back(typed_code(std::filesystem::path{shipped.file}.stem().string()));
  }
  std::string nearest;
  for (const std::string& name : nearest_names(wanted, codes)) nearest += (nearest.empty() ? "" : ", ") + name;
  if (nearest.empty()) {
    throw Error{Failure::not_found, Message{"regulation.unknown", {wanted}}, "svcadm regulation list"};
  }
  throw Error{Failure::not_found, Message{"regulation.unknown-nearest", {wanted, nearest}}, "svcadm regulation list"};
}

LawReview review_law(Office& office) {
  const Reading reading{office, domain::Permission::read};
  LawReview law;
  for (const store::EditionRow& edition : store::RegulationStore{office.database()}.newest_editions()) {
    review(read(edition), office.today(), law);
  }
  return law;
}

std::vector<RegulationRow> list_regulations(Office& office) {
  const Reading reading{office, domain::Permission::read};
  store::RegulationStore store{office.database()};
  const auto departments = store::PeopleStore{office.database()}.departments();
  const auto adoptions = store.adoptions();

  std::map<std::string, RegulationRow> rows;
  for (const store::EditionRow& edition : store.newest_editions()) {
    const regulation::Regulation regulation = read(edition);
    rows[edition.code] = {.code = edition.code,
                          .title = regulation.title(),
                          .state = RegulationRow::State::in_file,
                          .edition = edition.number,
                          .adopted = adopted_by(adoptions, departments, edition.code, office.today())};
    LawReview law;
    review(regulation, office.today(), law);
    for (Message& due : law.due) office.notes().push_back(std::move(due));
  }
  for (const ShippedRegulation& shipped : shipped_regulations()) {
    const auto regulation = regulation::read_regulation(shipped.text, shipped.file);
    const auto own = rows.find(regulation.code());
    if (own == rows.end()) {
      rows[regulation.code()] = {.code = regulation.code(),
                                 .title = regulation.title(),
                                 .state = RegulationRow::State::shipped,
                                 .adopted = {}};
      continue;
    }
    const auto editions = store.editions(regulation.code());
    const bool known =
        std::any_of(editions.begin(), editions.end(),
                    [digest = sha256(shipped.text)](const auto& edition) { return edition.sha256 == digest; });
    if (known) continue;
    own->second.state = RegulationRow::State::newer_shipped;
    office.notes().push_back({"note.regulation.newer-shipped", {regulation.code()}});
  }

  std::vector<RegulationRow> list;
  for (auto& [code, row] : rows) list.push_back(std::move(row));
  return list;
}

ShownRegulation show_regulation(Office& office, std::string_view code, std::optional<int> number) {
  const Reading reading{office, domain::Permission::read};
  store::EditionRow edition = find_regulation(office, code);
  if (number && *number != edition.number) {
    std::string numbers;
    bool found = false;
    for (store::EditionRow& other : store::RegulationStore{office.database()}.editions(edition.code)) {
      numbers += (numbers.empty() ? "" : ", ") + std::to_string(other.number);
      if (other.number != *number) continue;
      edition = std::move(other);
      found = true;
    }
    if (!found) {
      throw Error{Failure::not_found,
                  Message{numbers.empty() ? "regulation.no-edition" : "regulation.no-such-edition",
                          {edition.code, std::int64_t{*number}, numbers}},
                  "svcadm regulation list"};
    }
  }
  const regulation::Regulation regulation = read(edition);
  return {std::move(edition), regulation.title(), regulation.entries()};
}

std::vector<regulation::Reading> list_readings(Office& office, std::string_view code, Date on) {
  const Reading reading{office, domain::Permission::read};
  return read(find_regulation(office, code)).readings(on);
}

RegulationText read_regulation_text(const std::string& file_or_code) {
  // A path says that a file is meant; a bare code that the program carries is that one.
  if (const auto shipped = find_shipped(typed_code(file_or_code))) {
    return {built_in, std::string{shipped->text}, regulation::read_regulation(shipped->text, shipped->file)};
  }
  tabular::InputFile input = tabular::read_input(file_or_code, tabular::largest_document);
  tabular::refuse_wide(input);
  auto regulation = regulation::read_new_regulation(input.bytes, input.name);
  return {std::filesystem::path{input.name}.filename().string(), std::move(input.bytes), std::move(regulation)};
}

}  // namespace svcadm::usecase
