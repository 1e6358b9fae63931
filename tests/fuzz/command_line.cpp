// Any words, a line each, are a command that is understood or refused; nothing of it is carried out.

#include <vector>

#include "cmd/commands.hpp"
#include "cmd/parse.hpp"
#include "cmd/path.hpp"
#include "cmd/shared_options.hpp"
#include "fuzz/hostile.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count) {
  using namespace svcadm;
  std::vector<std::string> words;
  for (std::string_view rest = fuzz::text_of(bytes, count); !rest.empty();) {
    const auto end = std::min(rest.find('\n'), rest.size());
    words.emplace_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  for (const bool interactive : {false, true}) {
    fuzz::read([&] {
      cmd::SharedOptions shared;
      cmd::Words common;
      cmd::declare_shared(common, shared);
      const cmd::Path path = cmd::find_path(words, cmd::all_nouns(), common, interactive);
      cmd::Words own;
      cmd::Action action;  // its options are where the words go
      if (path.verb) action = path.verb->declare(own);
      cmd::read_words(own, common, path.rest);
      cmd::check_shared(shared);
    });
    const cmd::Present present{.now = at(make_date(2026, 11, 2)), .interactive = interactive};
    for (const std::string& word : words) {
      fuzz::read([&] { (void)cmd::read_day_part(word, present); });
      fuzz::read([&] { (void)cmd::read_month(word, present); });
      fuzz::read([&] { (void)cmd::read_as_of(word, present); });
      fuzz::read([&] { (void)cmd::read_time(word); });
      fuzz::read([&] { (void)cmd::read_money(word); });
      fuzz::read([&] { (void)cmd::read_count(word); });
      fuzz::read([&] { (void)cmd::read_offset(word); });
      fuzz::read([&] { (void)cmd::read_id("lv", word); });
    }
  }
  return 0;
}
