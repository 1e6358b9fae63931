#include "usecase/regulations.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>

#include "base/digest.hpp"
#include "unit/usecase/regulation_fixture.hpp"

using namespace svcadm;
using namespace svcadm::usecase;

namespace {

using Ids = std::vector<std::string>;
using State = RegulationRow::State;

ShippedRegulation some_shipped() { return shipped_regulations().front(); }

const RegulationRow& row_of(const std::vector<RegulationRow>& rows, const std::string& code) {
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const auto& row) { return row.code == code; });
  REQUIRE(found != rows.end());
  return *found;
}

}  // namespace

TEST_CASE("every shipped regulation is sound and found by its code in any case") {
  for (const ShippedRegulation& shipped : shipped_regulations()) {
    const auto regulation = regulation::read_regulation(shipped.text, shipped.file);
    CAPTURE(shipped.file);
    REQUIRE(find_shipped(regulation.code()).has_value());
    CHECK(find_shipped(regulation.code())->file == shipped.file);
  }
}

TEST_CASE("what the program carries is listed before the office has it") {
  Office office = make_regulated_office();
  const auto rows = list_regulations(office);
  REQUIRE(rows.size() == shipped_regulations().size());
  CHECK(std::all_of(rows.begin(), rows.end(),
                    [](const auto& row) { return row.state == State::shipped && row.edition == 0; }));
}

TEST_CASE("a shipped text that the office has never had is said to be newer; nothing changes by that") {
  Office office = make_regulated_office();
  const auto shipped = some_shipped();
  const auto code = regulation::read_regulation(shipped.text, shipped.file).code();
  import_text(office, std::string{shipped.text} + "\n# the office's own remark\n");
  CHECK(row_of(list_regulations(office), code).state == State::newer_shipped);
  CHECK(std::any_of(office.notes().begin(), office.notes().end(),
                    [](const Message& note) { return note.id == "note.regulation.newer-shipped"; }));
  import_text(office, std::string{shipped.text});
  import_text(office, std::string{shipped.text} + "\n# another remark\n");
  const auto row = row_of(list_regulations(office), code);
  CHECK(row.state == State::in_file);
  CHECK(row.edition == 3);
}

TEST_CASE("departments that have adopted are listed while their adoption holds") {
  Office office = make_regulated_office();
  add_department(office, {.name = "客服"});
  import_text(office, desk());
  import_text(office, header("NIGHT") + hours("2026-01-01", "22:00-30:00"));
  adopt(office, "HOURS", make_date(2026, 9, 1));
  adopt(office, "HOURS", make_date(2026, 9, 1), "客服");
  CHECK(row_of(list_regulations(office), "HOURS").adopted == Ids{"星河", "客服"});
  adopt(office, "NIGHT", make_date(2026, 10, 1), "客服");
  CHECK(row_of(list_regulations(office), "HOURS").adopted == Ids{"星河"});
  CHECK(row_of(list_regulations(office), "NIGHT").adopted == Ids{"客服"});
}

TEST_CASE("a value of law that nobody has compared with its source for a year is noted") {
  Office office = make_office(make_date(2027, 9, 1));
  import_text(office, header("LAW-X") +
                          "\n[[law.damage_limit]]\nfrom = 2026-01-01\nshare = \"20%\"\n"
                          "instrument = \"规定\"\nclause = \"一\"\nchecked = 2026-09-01\n");
  list_regulations(office);
  const auto& notes = office.notes();
  CHECK(std::count_if(notes.begin(), notes.end(),
                      [](const Message& note) { return note.id == "note.regulation.unreviewed"; }) == 1);
}

TEST_CASE("an edition is shown by its number, the newest without one") {
  Office office = make_regulated_office();
  import_text(office, desk());
  import_text(office, desk("08:00-17:00"));
  CHECK(show_regulation(office, "HOURS", 1).edition.text == desk());
  CHECK(show_regulation(office, "HOURS", {}).edition.number == 2);
  CHECK(show_regulation(office, "HOURS", {}).entries.size() == 1);
  CHECK(problem_ids([&] { show_regulation(office, "HOURS", 3); }) == Ids{"regulation.no-such-edition"});
}

TEST_CASE("a file is checked as a whole: every problem with file, line and key") {
  const auto path = std::filesystem::temp_directory_path() / "svcadm-regulation-check.toml";
  std::ofstream{path} << header("HOURS") << "\n[[attendance.hours]]\nfrom = 2026-01-01\nwindows = \"always\"\n"
                      << "\n[[attendance.nothing]]\nfrom = 2026-01-01\n";
  std::vector<Problem> problems;
  try {
    read_regulation_text(path.string());
  } catch (const Error& error) {
    CHECK(error.failure() == Failure::input);
    problems = error.problems();
  }
  std::filesystem::remove(path);
  REQUIRE(problems.size() == 3);
  for (const Problem& problem : problems) {
    CHECK(problem.place->file == path.string());
    CHECK(problem.place->line > 0);
    CHECK_FALSE(problem.place->field.empty());
  }
}

TEST_CASE("the shipped law comes into a new office as edition 1") {
  Office office = make_regulated_office();
  UnitOfWork work{office, domain::Permission::regulate, "test"};
  copy_shipped_law(office.database(), work.event());
  const auto editions = store::RegulationStore{office.database()}.newest_editions();
  REQUIRE_FALSE(editions.empty());
  for (const auto& edition : editions) {
    CHECK(edition.number == 1);
    CHECK(edition.sha256 == sha256(edition.text));
    CHECK_FALSE(regulation::read_regulation(edition.text, edition.source).law_checks().empty());
  }
}
