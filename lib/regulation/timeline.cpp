#include "regulation/timeline.hpp"

#include <algorithm>
#include <set>

namespace svcadm::regulation {

namespace {

constexpr std::string_view header_keys[] = {"format", "code", "title", "reading"};

/// Gathers the timelines; one per section and code.
class Collector {
 public:
  explicit Collector(Problems& problems) : problems_{problems} {}

  void add_section(const std::string& name, const Node& list) {
    const Section* section = find_section(name);
    if (section == nullptr) {
      problems_.add({"regulation.unknown-section", {name}}, first_line(list), name);
      return;
    }
    if (list.kind != Node::Kind::array) {
      problems_.add({"regulation.not-entries", {name}}, list.line, name);
      return;
    }
    for (const Node& node : list.items) {
      if (node.kind == Node::Kind::table) {
        add_entry(*section, node);
      } else {
        problems_.add({"regulation.not-entries", {name}}, node.line, name);
      }
    }
  }

  std::vector<Entry> take() {
    std::vector<Entry> all;
    for (auto& timeline : timelines_) {
      join(timeline);
      for (Entry& entry : timeline) all.push_back(std::move(entry));
    }
    return all;
  }

 private:
  static int first_line(const Node& list) { return list.items.empty() ? list.line : list.items.front().line; }

  // Wrong or missing values of these keys are reported when the entry is read.
  void add_entry(const Section& section, const Node& node) {
    Entry entry;
    entry.node = &node;
    entry.section = &section;
    if (const Node* code = node.find("code"); section.coded && code != nullptr) entry.code = code->text;
    const Node* from = node.find("from");
    if (from == nullptr || from->kind != Node::Kind::date) {
      undated_.push_back(entry);
    } else {
      entry.from = from->date;
    }
    if (const Node* until = node.find("until"); until != nullptr && until->kind == Node::Kind::date) {
      entry.until = until->date;
    }
    const auto same = std::find_if(timelines_.begin(), timelines_.end(), [&](const std::vector<Entry>& timeline) {
      return timeline.front().section == entry.section && timeline.front().code == entry.code;
    });
    if (same == timelines_.end()) {
      timelines_.push_back({entry});
    } else {
      same->push_back(entry);
    }
  }

  void report(const Entry& entry, Message message, std::string_view key) {
    const Node* node = entry.node->find(key);
    problems_.add(std::move(message), node == nullptr ? entry.node->line : node->line,
                  entry.path() + "." + std::string{key});
  }

  void join(std::vector<Entry>& timeline) {
    std::stable_sort(timeline.begin(), timeline.end(), [](const Entry& a, const Entry& b) { return a.from < b.from; });
    for (std::size_t i = 0; i < timeline.size(); ++i) {
      Entry& entry = timeline[i];
      if (entry.until && *entry.until <= entry.from) {
        report(entry, {"regulation.until-before-from", {*entry.until, entry.from}}, "until");
      }
      if (i + 1 == timeline.size()) continue;
      const Entry& next = timeline[i + 1];
      if (next.from == entry.from) {
        if (!is_undated(entry) && !is_undated(next)) {
          report(next, {"regulation.same-day", {entry.from, std::int64_t{entry.node->line}}}, "from");
        }
      } else if (entry.until && *entry.until < next.from) {
        report(entry, {"regulation.hole", {*entry.until, next.from}}, "until");
      } else if (entry.until && *entry.until > next.from) {
        report(entry, {"regulation.overlap", {*entry.until, next.from}}, "until");
      }
      entry.until = next.from;
    }
  }

  bool is_undated(const Entry& entry) const {
    return std::any_of(undated_.begin(), undated_.end(), [&](const Entry& other) { return other.node == entry.node; });
  }

  Problems& problems_;
  std::vector<std::vector<Entry>> timelines_;
  std::vector<Entry> undated_;
};

}  // namespace

std::string Entry::path() const {
  std::string name{section->name};
  return code.empty() ? name : name + "." + code;
}

std::vector<Entry> collect_entries(const Node& document, Problems& problems) {
  Collector collector{problems};
  for (const auto& [key, value] : document.members) {
    if (std::find(std::begin(header_keys), std::end(header_keys), key) != std::end(header_keys)) continue;
    if (value.kind != Node::Kind::table || find_section(key) != nullptr) {
      collector.add_section(key, value);
      continue;
    }
    for (const auto& [name, list] : value.members) collector.add_section(key + "." + name, list);
  }
  return collector.take();
}

std::vector<Date> change_days(const std::vector<Entry>& entries) {
  std::set<Date> days;
  for (const Entry& entry : entries) {
    days.insert(entry.from);
    if (entry.until) days.insert(*entry.until);
  }
  return {days.begin(), days.end()};
}

void read_entry(const Entry& entry, const Source& source, Problems& problems, InForce& into) {
  Fields in{*entry.node, entry.path(), source, problems};
  in.date("from");
  if (in.has("until")) in.date("until");
  std::string code;
  if (entry.section->coded) code = in.code("code");
  entry.section->read(in, code, into);
  in.finish();
}

InForce read_in_force(const std::vector<Entry>& entries, Date day, const Source& source, Problems& problems) {
  InForce says;
  for (const Entry& entry : entries) {
    if (entry.in_force(day)) read_entry(entry, source, problems, says);
  }
  return says;
}

}  // namespace svcadm::regulation
