#pragma once
// The regulations an office has, and those the program carries.
//
// What the program carries is a source to copy from: it governs nobody before it is in the office's file.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/message.hpp"
#include "regulation/regulation.hpp"
#include "store/regulation_store.hpp"

namespace svcadm::usecase {

class Office;

/// A regulation that the program carries.
struct ShippedRegulation {
  std::string_view file;  ///< below schemas/
  std::string_view text;
};

/// By file.
std::vector<ShippedRegulation> shipped_regulations();
/// By code, which names the file.
std::optional<ShippedRegulation> find_shipped(std::string_view code);

/// What stands in place of a file name where an edition was copied from the program.
inline constexpr const char* built_in = "built in";

/// Copies the shipped regulations of law into a new office, as edition 1 of each.
void copy_shipped_law(store::Database& database, std::int64_t event);

/// A code as it is written in files, whatever the case it was typed in.
std::string typed_code(std::string_view word);

/// The newest edition in the office's file, else what the program carries (number 0).
/// Failure::not_found with the nearest codes.
store::EditionRow find_regulation(Office& office, std::string_view code);

struct RegulationRow {
  enum class State {
    shipped,  ///< the program carries it, the office has no copy
    in_file,
    newer_shipped,  ///< the office has a copy, and the program carries a text it has never had
  };
  std::string code;
  Label title;
  State state = State::in_file;
  int edition = 0;                   ///< number of the newest; 0 where the office has no copy
  std::vector<std::string> adopted;  ///< departments whose adoption of some area holds today
};

/// Those in the file and those the program carries, by code.  Notes what is newer in the program, and values of
/// law that nobody has compared with their source for a year.
std::vector<RegulationRow> list_regulations(Office& office);

/// Values of law in the office's file that nobody has compared with their source for a year, and how many there are.
struct LawReview {
  int values = 0;
  std::vector<Message> due;
};
LawReview review_law(Office& office);

struct ShownRegulation {
  store::EditionRow edition;  ///< number 0: as the program carries it
  Label title;
  std::vector<regulation::EntryInfo> entries;
};

/// The newest edition, or the one of that number.  Failure::not_found with the numbers there are.
ShownRegulation show_regulation(Office& office, std::string_view code, std::optional<int> number);

/// What the text leaves open, as it is read on the day.
std::vector<regulation::Reading> list_readings(Office& office, std::string_view code, Date on);

/// A text to check or to import, and what was read from it.
struct RegulationText {
  std::string source;  ///< file name without folder, or "built in"
  std::string text;
  regulation::Regulation regulation;
};

/// Reads and checks a file, or a regulation that the program carries by its code; needs no office.
/// Failure::input with every problem.
RegulationText read_regulation_text(const std::string& file_or_code);

}  // namespace svcadm::usecase
