#include "usecase/import_request.hpp"

#include <algorithm>
#include <filesystem>
#include <functional>
#include <map>

#include <fmt/format.h>

#include "base/digest.hpp"
#include "base/embedded.hpp"
#include "tabular/input_file.hpp"
#include "usecase/unit_of_work.hpp"

namespace svcadm::usecase {

ImportFile open_import(const ImportRequest& request, const std::string& kind, const std::string& layout,
                       std::size_t most) {
  tabular::InputFile input = tabular::read_input(request.path, most);
  store::ImportBatch batch{.kind = kind,
                           .layout = layout,
                           .file = std::filesystem::path{request.path}.filename().string(),
                           .sha256 = sha256(input.bytes),
                           .encoding = {}};
  tabular::Text text = tabular::decode(std::move(input), request.encoding);
  batch.encoding = to_string(text.encoding());
  return {std::move(text), std::move(batch)};
}

const regulation::Layout& import_layout(std::string_view name) {
  static std::map<std::string, regulation::Layout, std::less<>> layouts;
  if (const auto known = layouts.find(name); known != layouts.end()) return known->second;
  const std::string path = fmt::format("import/{}.toml", name);
  for (const EmbeddedFile& file : embedded_files()) {
    if (file.path == path) return layouts.emplace(name, regulation::read_layout(file.text, path)).first->second;
  }
  bug("no layout " + path);
}

bool has_either(const tabular::SheetReader& reader, const regulation::Layout& layout) {
  return std::ranges::any_of(layout.either, [&](const auto& group) {
    return std::ranges::all_of(group, [&](const std::string& key) { return reader.has(key); });
  });
}

void require_person_column(const tabular::SheetReader& reader, const regulation::Layout& layout,
                           tabular::Problems& problems) {
  if (reader.header_line() == 0 || has_either(reader, layout)) return;
  problems.push_back(
      {.message = {"input.no-person-column", {}}, .place = Place{reader.file(), reader.header_line(), {}}});
}

void throw_problems(tabular::Problems problems) {
  if (problems.empty()) return;
  const auto line = [](const Problem& problem) { return problem.place ? problem.place->line : 0; };
  std::stable_sort(problems.begin(), problems.end(),
                   [&](const Problem& a, const Problem& b) { return line(a) < line(b); });
  throw Error{Failure::input, std::move(problems)};
}

void conclude_import(UnitOfWork& work, store::Database& database, const store::ImportBatch& batch) {
  if (batch.imported == 0) return;
  store::OfficeStore{database}.add_batch(work.event(), batch);
  work.conclude(batch.file, fmt::format(R"({{"sha256":"{}","imported":{}}})", batch.sha256, batch.imported));
}

}  // namespace svcadm::usecase
