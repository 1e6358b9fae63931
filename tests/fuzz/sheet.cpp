// Any bytes are a file that somebody made: its encoding is found or refused, its rows are read or rejected with a line.

#include <cstdint>

#include "base/embedded.hpp"
#include "base/error.hpp"
#include "regulation/layout.hpp"
#include "tabular/encoding.hpp"
#include "tabular/sheet_reader.hpp"

namespace {

svcadm::regulation::Layout employees() {
  for (const svcadm::EmbeddedFile& file : svcadm::embedded_files()) {
    if (file.path == "import/employee.toml") return svcadm::regulation::read_layout(file.text, file.path);
  }
  __builtin_trap();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count) {
  static const auto layout = employees();
  try {
    const auto text = svcadm::tabular::decode({"fuzz.csv", std::string{reinterpret_cast<const char*>(bytes), count}});
    svcadm::tabular::Problems problems;
    svcadm::tabular::SheetReader reader{text, layout.sheet, {}, problems};
    svcadm::tabular::SheetRow row;
    int line = 0;
    while (reader.next(row)) {
      if (row.line() <= line) __builtin_trap();
      line = row.line();
      for (const char* key : {"employee_no", "name", "department", "hired", "post"}) (void)row.get(key);
    }
  } catch (const svcadm::Error& error) {
    if (error.failure() == svcadm::Failure::bug) __builtin_trap();
  }
  return 0;
}
