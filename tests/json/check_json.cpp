// Checks JSON from the standard input against the schema that its "name" says (schemas/json/NAME.json); an error
// is checked against error.json.  Knows the words of JSON Schema that those files use, and refuses others.
//
//   svcadm leave list --format json | check_json
//
// Says the name and the number of rows; else each place that does not fit, with status 1.

#include <fstream>
#include <iostream>
#include <map>
#include <regex>
#include <set>
#include <string>

#include <nlohmann/json.hpp>

namespace {

using Json = nlohmann::json;

const std::string folder = SVCADM_SOURCE_DIR "/schemas/json/";

const Json& schema_file(const std::string& name) {
  static std::map<std::string, Json> files;
  if (const auto known = files.find(name); known != files.end()) return known->second;
  std::ifstream file{folder + name};
  if (!file) throw std::runtime_error{"no schema " + name};
  return files.emplace(name, Json::parse(file)).first->second;
}

bool is_type(const Json& value, const std::string& type) {
  if (type == "integer") return value.is_number_integer();
  if (type == "number") return value.is_number();
  return type == value.type_name();
}

class Checker {
 public:
  bool sound() const { return sound_; }

  /// `root` is what "$ref": "#" means.
  void check(const Json& value, const Json& schema, const Json& root, const std::string& place);

 private:
  void check_type(const Json& value, const Json& types, const std::string& place);
  void check_object(const Json& value, const Json& schema, const Json& root, const std::string& place);

  void complain(const std::string& place, const std::string& what) {
    std::cout << place << ": " << what << '\n';
    sound_ = false;
  }

  bool sound_ = true;
};

void Checker::check_type(const Json& value, const Json& types, const std::string& place) {
  const Json list = types.is_array() ? types : Json::array({types});
  for (const Json& type : list) {
    if (is_type(value, type.get<std::string>())) return;
  }
  complain(place, value.dump() + " is not " + types.dump());
}

void Checker::check_object(const Json& value, const Json& schema, const Json& root, const std::string& place) {
  for (const Json& key : schema.value("required", Json::array())) {
    if (!value.contains(key)) complain(place, "lacks " + key.dump());
  }
  if (value.size() < schema.value("minProperties", std::size_t{0})) complain(place, "has too little in it");
  if (value.size() > schema.value("maxProperties", value.size())) complain(place, "has too much in it");
  const Json properties = schema.value("properties", Json::object());
  const Json patterns = schema.value("patternProperties", Json::object());
  for (const auto& [key, each] : value.items()) {
    const std::string inside = place + "." + key;
    bool known = properties.contains(key);
    if (known) check(each, properties[key], root, inside);
    for (const auto& [pattern, of_pattern] : patterns.items()) {
      if (!std::regex_search(key, std::regex{pattern})) continue;
      known = true;
      check(each, of_pattern, root, inside);
    }
    if (!known && !schema.value("additionalProperties", true)) complain(inside, "is not in the schema");
  }
}

void Checker::check(const Json& value, const Json& schema, const Json& root, const std::string& place) {
  static const std::set<std::string> words{"$schema",    "title",         "description",       "type",
                                           "const",      "enum",          "pattern",           "items",
                                           "$ref",       "minProperties", "maxProperties",     "required",
                                           "properties", "format",        "patternProperties", "additionalProperties"};
  for (const auto& [word, ignored] : schema.items()) {
    if (!words.contains(word)) complain(place, "the schema says \"" + word + "\", which is not checked");
  }
  if (schema.contains("$ref")) {
    const auto target = schema["$ref"].get<std::string>();
    const Json& other = target == "#" ? root : schema_file(target);
    return check(value, other, other, place);
  }
  if (schema.contains("type")) check_type(value, schema["type"], place);
  if (schema.contains("const") && value != schema["const"]) complain(place, "is not " + schema["const"].dump());
  if (schema.contains("enum")) {
    const Json& list = schema["enum"];
    if (std::find(list.begin(), list.end(), value) == list.end()) complain(place, value.dump() + " is not in the list");
  }
  if (schema.contains("pattern") && value.is_string() &&
      !std::regex_search(value.get<std::string>(), std::regex{schema["pattern"].get<std::string>()})) {
    complain(place, value.dump() + " has another form");
  }
  if (value.is_object()) check_object(value, schema, root, place);
  if (!value.is_array() || !schema.contains("items")) return;
  for (std::size_t i = 0; i < value.size(); ++i) {
    check(value[i], schema["items"], root, place + "[" + std::to_string(i) + "]");
  }
}

}  // namespace

int main() {
  try {
    const Json value = Json::parse(std::cin);
    const std::string name = value.contains("error") ? "error" : value.at("name").get<std::string>();
    const Json& schema = schema_file(name + ".json");
    Checker checker;
    checker.check(value, schema, schema, name);
    if (!checker.sound()) return 1;
    const auto rows = value.value("rows", Json::array()).size();
    std::cout << name << (rows > 0 ? ", rows: " + std::to_string(rows) : "") << '\n';
  } catch (const std::exception& error) {
    std::cout << error.what() << '\n';
    return 1;
  }
}
