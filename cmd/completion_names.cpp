// Names of the office for somebody who is typing.

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/error.hpp"
#include "cmd/completion.hpp"
#include "locale/catalogue.hpp"
#include "usecase/offered_names.hpp"
#include "usecase/office.hpp"

namespace svcadm::cmd {

namespace {

using usecase::NameOf;
using usecase::OfferedName;

constexpr std::array deciding{"approve", "reject", "attach", "handover", "confirm",
                              "verify",  "decide", "serve",  "answer"};

std::optional<NameOf> kind_of(const NamePlace& place) {
  if (place.what == "PERSON" || place.what == "DEPUTY" || place.what == "SUCCESSOR") {
    const bool number = !place.typed.empty() && place.typed.front() >= '0' && place.typed.front() <= '9';
    return number ? NameOf::person_number : NameOf::person;
  }
  if (place.what == "DEPARTMENT") return NameOf::department;
  if (place.what == "KEY" && place.noun == "setting") return NameOf::setting;
  if (place.what == "CODE") return place.noun == "regulation" ? NameOf::regulation : NameOf::shift;
  if (place.what == "ID" && place.noun == "leave") return NameOf::leave;
  return std::nullopt;
}

std::vector<OfferedName> names_at(usecase::Office& office, const NamePlace& place) {
  const bool decides = std::find(deciding.begin(), deciding.end(), place.verb) != deciding.end();
  if (place.what == "ID" && decides) return usecase::waiting_ids(office, place.noun);
  const auto kind = kind_of(place);
  return kind ? usecase::names_of(office, *kind) : std::vector<OfferedName>{};
}

/// "~/office.db": what the shell has not opened out yet.
std::string at_home(const std::string& file, const Environment& environment) {
  const auto home = environment.variable("HOME");
  return file.starts_with("~/") && !home.empty() ? std::string{home} + file.substr(1) : file;
}

}  // namespace

std::vector<Offer> office_names(const Session& session, const NamePlace& place, const TypedOptions& typed) {
  if (!kind_of(place) && place.what != "ID") return {};
  SharedOptions options = session.options;
  options.wait = 0;
  if (!typed.db.empty()) options.db = at_home(typed.db, session.environment);
  if (!typed.as_of.empty()) options.as_of = typed.as_of;
  if (!typed.by.empty()) options.by = typed.by;
  std::vector<Offer> offers;
  try {
    Session asking{options, session.environment, session.in, session.out, session.err, Needs::reading};
    for (const OfferedName& name : names_at(asking.office(), place)) {
      offers.push_back({name.word, locale::say(name.about)});
    }
  } catch (const Error&) {
    offers.clear();  // no office, no permission: nothing to offer
  }
  return offers;
}

}  // namespace svcadm::cmd
