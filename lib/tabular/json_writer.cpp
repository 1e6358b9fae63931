// The JSON envelope, one row a line.  Keys are a promise (schemas/json); amounts are strings, so that no reader
// turns them into floating point.

#include <algorithm>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "tabular/cell_text.hpp"
#include "tabular/plan.hpp"
#include "tabular/writers.hpp"

namespace svcadm::tabular {

namespace {

void append_quoted(std::string& json, std::string_view text) {
  const auto plain = [](char c) { return c >= 0x20 && c < 0x7F && c != '"' && c != '\\'; };
  if (std::ranges::all_of(text, plain)) {
    json.append(1, '"').append(text).append(1, '"');
  } else {
    json += nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  }
}

void append_cell(std::string& json, const Cell& cell) {
  if (std::holds_alternative<std::monostate>(cell)) {
    json += "null";
  } else if (std::holds_alternative<std::int64_t>(cell) || std::holds_alternative<bool>(cell)) {
    json += text_for_programs(cell);
  } else if (const auto* structured = std::get_if<Structured>(&cell)) {
    json += structured->json;
  } else if (std::holds_alternative<Moment>(cell)) {
    std::string moment = text_for_programs(cell);
    std::ranges::replace(moment, ' ', 'T');
    append_quoted(json, moment);
  } else {
    append_quoted(json, text_for_programs(cell));
  }
}

class JsonWriter : public Writer {
 public:
  JsonWriter(std::ostream& out, const WriterOptions& options) : out_{out}, options_{options} {}

  void begin(const Header& header) override {
    plan_ = Plan{header, options_, false};
    for (std::size_t at = 0; at < plan_.size(); ++at) {
      std::string key;
      append_quoted(key, plan_.column(at).key);
      keys_.push_back(key + ':');
    }
    text_ = "{\"name\":";
    append_quoted(text_, header.name);
    text_ += ",\"version\":" + std::to_string(header.version) + ",\"created\":";
    append_cell(text_, header.created);
    text_ += ",\"rows\":[";
    flush();
  }

  void row(std::span<const Cell> cells) override {
    plan_.add(cells);
    text_ += first_ ? "\n{" : ",\n{";
    first_ = false;
    for (std::size_t at = 0; at < plan_.size(); ++at) {
      if (at > 0) text_ += ',';
      text_ += keys_[at];
      append_cell(text_, plan_.cell(cells, at));
    }
    text_ += '}';
    flush();
  }

  void end() override {
    text_ += first_ ? "]" : "\n]";
    if (plan_.has_totals()) totals();
    text_ += "}\n";
    flush();
    check_written(out_);
  }

 private:
  void totals() {
    text_ += ",\"totals\":{";
    bool first = true;
    for (std::size_t at = 0; at < plan_.size(); ++at) {
      if (!plan_.column(at).total) continue;
      if (!first) text_ += ',';
      first = false;
      text_ += keys_[at];
      append_cell(text_, plan_.total(at));
    }
    text_ += '}';
  }

  void flush() {
    out_.write(text_.data(), static_cast<std::streamsize>(text_.size()));
    text_.clear();
  }

  std::ostream& out_;
  WriterOptions options_;
  Plan plan_;
  std::vector<std::string> keys_;
  std::string text_;
  bool first_ = true;
};

}  // namespace

std::unique_ptr<Writer> make_json_writer(std::ostream& out, const WriterOptions& options) {
  return std::make_unique<JsonWriter>(out, options);
}

}  // namespace svcadm::tabular
