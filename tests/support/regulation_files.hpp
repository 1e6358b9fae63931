#pragma once
// Regulations for tests: the shipped ones, the houses' in tests/data, and what a change of one value makes of them.

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

#include "domain/policy.hpp"
#include "regulation/regulation.hpp"

namespace svcadm::test {

inline std::string read_file(const std::string& path) {
  std::ifstream in{path, std::ios::binary};
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

/// A shipped regulation's text; SVCADM_REGULATIONS names another folder to take it from, so that a test can be run
/// upon a changed one.
inline std::string shipped(const std::string& name) {
  const char* folder = std::getenv("SVCADM_REGULATIONS");
  return read_file((folder != nullptr ? std::string{folder} : SVCADM_SOURCE_DIR "/schemas/regulations") + "/" + name);
}

/// A house's text: "late-by-event".
inline std::string house(const std::string& name) {
  return read_file(SVCADM_SOURCE_DIR "/tests/data/regulations/" + name + ".toml");
}

/// The text with one value changed for good.
inline std::string changed(const std::string& text, const std::string& key, const std::string& value) {
  return regulation::set_value(text, key, value, make_date(2020, 1, 1));
}

/// The text with further keys in the first entry of a section.
inline std::string with_keys(std::string text, const std::string& section, const std::string& keys) {
  const std::string heading = "[[" + section + "]]";
  return text.insert(text.find(heading) + heading.size(), "\n" + keys);
}

/// The text, a late return from lunch being lateness as well.
inline std::string with_lunch(std::string text) {
  return with_keys(std::move(text), "attendance.punches", R"(lunch_return = { counts = true, clause = "2.2" })");
}

/// Puts what the text says on a day in each of its areas upon a policy.
inline domain::Policy put_upon(domain::Policy policy, const std::string& text, Date day = make_date(2026, 10, 1)) {
  const auto regulation = regulation::read_regulation(text, "test.toml", 1);
  for (const auto area : regulation.areas()) regulation.apply(area, day, policy);
  return policy;
}

/// The policy of all areas that a text's regulation sets, on a day.
inline domain::Policy policy_of(const std::string& text, Date day) { return put_upon({}, text, day); }

/// The plain house with other texts put upon it, one after the other.
template <class... Texts>
domain::Policy plain_with(const Texts&... texts) {
  domain::Policy policy = put_upon({}, house("house-plain"));
  ((policy = put_upon(std::move(policy), texts)), ...);
  return policy;
}

}  // namespace svcadm::test
