#pragma once
// How much of the rule catalogue the shipped regulations carry.

#include <string>
#include <string_view>
#include <vector>

namespace svcadm::usecase {

/// Which part of the catalogue is looked at; empty: all of it.
struct CoverageFilter {
  std::string regulation = {};
  std::string area = {};  ///< an area of the catalogue, which has more of them than regulations can be adopted in
};

/// One rule of the catalogue.
struct CatalogueRule {
  std::string id;
  std::string regulation;
  std::string area;
  std::string kind;
  bool carried = false;  ///< an entry of a shipped regulation names it
  bool read = false;     ///< answers of that regulation differ without what names it
};

/// How many of a group are carried.  Norms are counted apart: they are recorded and shown, not computed.
struct CoverageRow {
  std::string by;     ///< "regulation", "area", "kind"; "all" for the last
  std::string group;  ///< its code
  int rules = 0;      ///< without norms
  int carried = 0;
  int read = 0;
  int norms = 0;
  int norms_carried = 0;

  /// Carried of a hundred rules, cut: 100 is all of them.  \pre there is a rule
  int percent() const { return carried * 100 / rules; }
};

struct Coverage {
  std::vector<CoverageRow> rows;
  std::vector<CatalogueRule> missing;  ///< not carried, or not read, in the catalogue's order; norms are not among them
  int repeated = 0;                    ///< ids that repeat another regulation's rule and are counted there
};

/// Failure::input with every id that a shipped regulation names and the catalogue does not know;
/// Failure::not_found for a regulation or an area of which the catalogue has no rule.
Coverage measure_coverage(const CoverageFilter& filter);

/// A text that carries rules, for tests; measure_coverage() takes what the program carries.
struct Carrier {
  std::string file;
  std::string text;
};
Coverage measure_coverage(const CoverageFilter& filter, std::string_view catalogue,
                          const std::vector<Carrier>& carriers);

}  // namespace svcadm::usecase
