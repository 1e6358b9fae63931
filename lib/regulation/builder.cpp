// From text to a Regulation: read, check, and work out the periods in which nothing changes.

#include <algorithm>

#include "regulation/key_path.hpp"
#include "regulation/references.hpp"
#include "regulation/timeline.hpp"
#include "regulation/unsound_pay.hpp"

namespace svcadm::regulation {

namespace {

constexpr std::int64_t format_number = 1;

// Every rule named in the table and below it, each once.
void gather_rules(const Node& node, std::vector<std::string>& rules) {
  for (const auto& [key, value] : node.members) {
    if (key != "rule") {
      gather_rules(value, rules);
      continue;
    }
    for (const std::string& id : rule_ids(value)) {
      if (std::find(rules.begin(), rules.end(), id) == rules.end()) rules.push_back(id);
    }
  }
  for (const Node& item : node.items) gather_rules(item, rules);
}

std::string text_of(const Node& node, std::string_view key) {
  const Node* value = node.find(key);
  return value == nullptr ? std::string{} : value->text;
}

EntryInfo describe(const Entry& entry) {
  EntryInfo info;
  info.section = std::string{entry.section->name};
  info.code = entry.code;
  info.area = entry.section->area;
  info.from = entry.from;
  info.until = entry.until;
  const std::string instrument = text_of(*entry.node, "instrument");
  info.clause = (instrument.empty() ? "" : "《" + instrument + "》") + text_of(*entry.node, "clause");
  gather_rules(*entry.node, info.rules);
  info.line = entry.node->line;
  for (const auto& [key, value] : entry.node->members) {
    constexpr std::string_view own_members[] = {"from", "until", "code", "clause", "rule", "instrument"};
    if (std::find(std::begin(own_members), std::end(own_members), key) != std::end(own_members)) continue;
    info.values.emplace_back(key, value);
  }
  return info;
}

}  // namespace

/// Builds a Regulation; its only friend.
class Builder {
 public:
  Builder(std::string_view text, std::string_view file, int edition, bool is_new = false)
      : problems_{file}, document_{parse_document(text, problems_)}, source_{"", edition}, is_new_{is_new} {}

  Regulation build() {
    read_header();
    entries_ = collect_entries(document_, problems_);
    for (const Entry& entry : entries_) {
      InForce scratch;
      read_entry(entry, source_, problems_, scratch);
      result_.entries_.push_back(describe(entry));
    }
    if (entries_.empty()) problems_.add({"regulation.says-nothing"}, 1);
    build_periods();
    read_readings();
    problems_.throw_if_any();
    gather_law();
    return std::move(result_);
  }

 private:
  void read_header() {
    Fields in{document_, "", source_, problems_};
    const int format = in.count("format", 1, 1'000'000);  // 1 where it is missing, which is said
    if (format != format_number) {
      problems_.add({"regulation.unknown-format", {std::int64_t{format}, format_number}}, format_line(), "format");
    }
    source_.code = in.text("code");
    if (!source_.code.empty() && !is_regulation_code(source_.code)) {
      in.problem({"regulation.bad-value", {source_.code, "CODE"}}, "code");
    }
    result_.code_ = source_.code;
    result_.title_ = in.label("title");
    result_.edition_ = source_.edition;
  }

  int format_line() const {
    const Node* format = document_.find("format");
    return format == nullptr ? 1 : format->line;
  }

  // Values are read again for each period: the entries' own faults are known by now and not told twice.
  void build_periods() {
    const KnownAreas known{speaks_of(Area::leave), speaks_of(Area::payroll), speaks_of(Area::appraisal)};
    for (const Date day : change_days(entries_)) {
      Problems known_already{problems_.file()};
      Regulation::Period period{day, read_in_force(entries_, day, source_, known_already), {}};
      for (Misfit& misfit : find_misfits(period.says.policy, known)) report(misfit, day);
      if (is_new_) {
        for (Misfit& misfit : find_unsound_pay(period.says.policy)) report(misfit, day);
      }
      result_.periods_.push_back(std::move(period));
    }
  }

  bool speaks_of(Area area) const {
    return std::any_of(entries_.begin(), entries_.end(),
                       [&](const Entry& entry) { return entry.section->area == area; });
  }

  void report(Misfit& misfit, Date day) {
    std::string field = misfit.section;
    int line = document_.line;
    for (const Entry& entry : entries_) {
      if (entry.section->name != misfit.section || !entry.in_force(day)) continue;
      if (!misfit.code.empty() && entry.code != misfit.code) continue;
      field = entry.path();
      line = entry.node->line;
      if (misfit.key.empty()) break;
      field += "." + misfit.key;
      if (const auto path = parse_key_path(field)) {
        if (const Node* node = resolve(*entry.node, path->steps)) line = node->line;
      }
      break;
    }
    problems_.add(std::move(misfit.message), line, field);
  }

  void read_readings() {
    const Node* list = document_.find("reading");
    if (list == nullptr) return;
    if (list->kind != Node::Kind::array) {
      problems_.add({"regulation.not-entries", {"reading"}}, list->line, "reading");
      return;
    }
    for (const Node& node : list->items) {
      if (node.kind != Node::Kind::table) {
        problems_.add({"regulation.not-entries", {"reading"}}, node.line, "reading");
        continue;
      }
      Fields in{node, "reading", source_, problems_};
      Reading reading{in.text("key"), in.text("clause"), in.label("asks"), "", {}};
      if (in.has("alternatives")) reading.alternatives = in.codes("alternatives");
      in.finish();
      if (!find_values(reading.key) && !reading.key.empty()) {
        in.problem({"regulation.reading-of-nothing", {reading.key}}, "key");
      }
      result_.readings_.push_back(std::move(reading));
    }
  }

  bool find_values(const std::string& key) {
    const auto path = parse_key_path(key);
    if (!path) return false;
    bool found = false;
    for (Regulation::Period& period : result_.periods_) {
      const Entry* entry = find_entry(entries_, *path, period.from);
      const Node* value = entry == nullptr ? nullptr : resolve(*entry->node, path->steps);
      if (value == nullptr) continue;
      found = true;
      period.reading_values.emplace(key, to_text(*value));
    }
    return found;
  }

  void gather_law() {
    Problems known_already{problems_.file()};
    for (const Entry& entry : entries_) {
      if (entry.section->area != Area::law) continue;
      Fields in{*entry.node, entry.path(), source_, known_already};
      result_.law_checks_.push_back(
          {std::string{entry.section->name}, entry.code, entry.from, in.citation(), in.date("checked")});
      if (!entry.section->coded) continue;
      const LawPlace place{entry.code, in.label("label"), in.has("example") && in.flag("example")};
      const auto same = std::find_if(result_.places_.begin(), result_.places_.end(),
                                     [&](const LawPlace& other) { return other.code == place.code; });
      // The newest entry of a place speaks for it.
      if (same == result_.places_.end()) {
        result_.places_.push_back(place);
      } else {
        *same = place;
      }
    }
  }

  Problems problems_;
  Node document_;
  Source source_;
  bool is_new_;
  std::vector<Entry> entries_;
  Regulation result_;
};

Regulation read_regulation(std::string_view text, std::string_view file_name, int edition) {
  return Builder{text, file_name, edition}.build();
}

Regulation read_new_regulation(std::string_view text, std::string_view file_name) {
  constexpr bool is_new = true;
  return Builder{text, file_name, 0, is_new}.build();
}

}  // namespace svcadm::regulation
