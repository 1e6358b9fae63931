#include "usecase/signed_editions.hpp"

#include <algorithm>

namespace svcadm::usecase {

namespace {

/// A regulation and its edition.
using Editions = std::set<std::pair<std::string, std::int64_t>>;

/// Whether the line takes something, or says what was taken of a loss brought forward.
bool takes(const ExplainedLine& line) {
  return line.amount < Money{} || std::any_of(line.grounds.begin(), line.grounds.end(), [](const auto& ground) {
           return ground.message.id == "ground.loss.taken" && std::get<Money>(ground.message.args.at(0)) > Money{};
         });
}

/// What an adjustment rests on stands below it.
void add_cited(const std::vector<domain::Ground>& grounds, Editions& editions) {
  for (const domain::Ground& ground : grounds) {
    if (ground.cite.edition > 0) editions.emplace(ground.cite.regulation, ground.cite.edition);
    add_cited(ground.because, editions);
  }
}

}  // namespace

SignedEditions::SignedEditions(store::Database& database) : regulations_{database} {
  for (const store::AdoptionRow& adoption : regulations_.adoptions()) {
    const auto [entry, fresh] = adopted_.try_emplace(adoption.code);
    if (!fresh) continue;
    for (const store::SignatureRow& one : regulations_.signatures(adoption.code)) {
      entry->second.emplace(one.employee, one.edition);
    }
  }
}

bool SignedEditions::lacks(std::int64_t employee, const std::vector<ExplainedLine>& lines) {
  Editions editions;
  for (const ExplainedLine& line : lines) {
    if (takes(line)) add_cited(line.grounds, editions);
  }
  return std::any_of(editions.begin(), editions.end(), [&](const auto& edition) {
    const auto adopted = adopted_.find(edition.first);
    return adopted != adopted_.end() && !adopted->second.contains({employee, edition.second});
  });
}

}  // namespace svcadm::usecase
