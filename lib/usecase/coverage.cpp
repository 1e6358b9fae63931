#include "usecase/coverage.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "base/embedded.hpp"
#include "base/error.hpp"
#include "usecase/regulations.hpp"

namespace svcadm::usecase {

namespace {

/// A line of the catalogue: id, regulation, area, kind, duplicate_of.  It is ours and holds no quotes.
using Line = std::array<std::string_view, 5>;

std::vector<Line> read_catalogue(std::string_view text) {
  std::vector<Line> lines;
  bool heading = true;
  while (!text.empty()) {
    const auto end = text.find('\n');
    std::string_view row = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (row.ends_with('\r')) row.remove_suffix(1);
    if (row.empty() || std::exchange(heading, false)) continue;
    Line line;
    for (std::string_view& field : line) {
      const auto comma = row.find(',');
      field = row.substr(0, comma);
      row.remove_prefix(comma == std::string_view::npos ? row.size() : comma + 1);
    }
    lines.push_back(line);
  }
  return lines;
}

/// Ids by whether they are named and whether they are read.
struct Named {
  std::map<std::string, Place, std::less<>> carried;  ///< and where first
  std::set<std::string, std::less<>> read;
};

Named named_rules(const std::vector<Carrier>& carriers) {
  Named named;
  for (const Carrier& carrier : carriers) {
    const auto regulation = regulation::read_regulation(carrier.text, carrier.file);
    for (const regulation::EntryInfo& entry : regulation.entries()) {
      for (const std::string& id : entry.rules)
        named.carried.emplace(id, Place{carrier.file, entry.line, entry.section});
    }
    for (const std::string& id : regulation::rules_read(carrier.text)) named.read.insert(id);
  }
  return named;
}

/// The rule whose id counts: the first of several that say the same.
using Originals = std::map<std::string_view, std::string_view>;

Originals find_originals(const std::vector<Line>& lines) {
  Originals originals;
  for (const Line& line : lines) originals[line[0]] = line[4].empty() ? line[0] : line[4];
  return originals;
}

void require_known(const Named& named, const Originals& originals) {
  std::vector<Problem> problems;
  for (const auto& [id, place] : named.carried) {
    if (!originals.contains(id)) problems.push_back({.message = {"coverage.unknown-rule", {id}}, .place = place});
  }
  if (!problems.empty()) throw Error{Failure::input, std::move(problems)};
}

void count(CoverageRow& row, const CatalogueRule& rule) {
  if (rule.kind == "norm") {
    ++row.norms;
    row.norms_carried += rule.carried ? 1 : 0;
    return;
  }
  ++row.rules;
  row.carried += rule.carried ? 1 : 0;
  row.read += rule.read ? 1 : 0;
}

/// Rows by regulation, by area and by kind, each in the catalogue's order, and one of all.
class Groups {
 public:
  void add(const CatalogueRule& rule) {
    count(row("regulation", rule.regulation), rule);
    count(row("area", rule.area), rule);
    count(row("kind", rule.kind), rule);
    count(all_, rule);
  }

  std::vector<CoverageRow> rows() const {
    std::vector<CoverageRow> rows;
    for (const char* by : {"regulation", "area", "kind"}) {
      std::copy_if(rows_.begin(), rows_.end(), std::back_inserter(rows),
                   [&](const CoverageRow& row) { return row.by == by; });
    }
    rows.push_back(all_);
    return rows;
  }

 private:
  CoverageRow& row(const char* by, const std::string& group) {
    const auto known = std::find_if(rows_.begin(), rows_.end(),
                                    [&](const CoverageRow& row) { return row.by == by && row.group == group; });
    if (known != rows_.end()) return *known;
    return rows_.emplace_back(CoverageRow{.by = by, .group = group});
  }

  std::vector<CoverageRow> rows_;
  CoverageRow all_{.by = "all", .group = {}};
};

std::string_view shipped_catalogue() {
  for (const EmbeddedFile& file : embedded_files()) {
    if (file.path == "catalogue.csv") return file.text;
  }
  bug("no catalogue");
}

}  // namespace

Coverage measure_coverage(const CoverageFilter& filter, std::string_view catalogue,
                          const std::vector<Carrier>& carriers) {
  const auto lines = read_catalogue(catalogue);
  const Originals originals = find_originals(lines);
  const Named named = named_rules(carriers);
  require_known(named, originals);
  std::set<std::string_view> carried;
  std::set<std::string_view> read;
  for (const auto& [id, place] : named.carried) carried.insert(originals.find(id)->second);
  for (const std::string& id : named.read) read.insert(originals.find(id)->second);

  Coverage coverage;
  Groups groups;
  bool found = false;
  for (const Line& line : lines) {
    const auto& [id, regulation, area, kind, duplicate_of] = line;
    if (!filter.regulation.empty() && regulation != filter.regulation) continue;
    if (!filter.area.empty() && area != filter.area) continue;
    found = true;
    if (!duplicate_of.empty()) {
      ++coverage.repeated;
      continue;
    }
    CatalogueRule rule{.id = std::string{id},
                       .regulation = std::string{regulation},
                       .area = std::string{area},
                       .kind = std::string{kind},
                       .carried = carried.contains(id),
                       .read = read.contains(id)};
    groups.add(rule);
    if (kind != "norm" && !rule.read) coverage.missing.push_back(std::move(rule));
  }
  if (!found) throw Error{Failure::not_found, Message{"coverage.nothing", {filter.regulation, filter.area}}};
  coverage.rows = groups.rows();
  return coverage;
}

Coverage measure_coverage(const CoverageFilter& filter) {
  std::vector<Carrier> carriers;
  for (const ShippedRegulation& shipped : shipped_regulations()) {
    carriers.push_back({std::string{shipped.file}, std::string{shipped.text}});
  }
  return measure_coverage(filter, shipped_catalogue(), carriers);
}

}  // namespace svcadm::usecase
