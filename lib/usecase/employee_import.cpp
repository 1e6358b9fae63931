// The employees' file of an office.

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/text.hpp"
#include "tabular/row_fields.hpp"
#include "tabular/sheet_reader.hpp"
#include "usecase/department.hpp"
#include "usecase/directory.hpp"
#include "usecase/employee.hpp"
#include "usecase/employee_intake.hpp"
#include "usecase/lookalikes.hpp"
#include "usecase/office.hpp"
#include "usecase/unit_of_work.hpp"

namespace svcadm::usecase {

namespace {

struct Row {
  int line = 0;
  NewEmployee draft;
  std::set<std::string> told;  ///< headings of what cannot be read: empty in the draft, the problem is there already
};

struct Sheet {
  std::vector<Row> rows;
  std::map<std::string, std::string> headings;  ///< field -> the file's own heading
  int header_line = 0;
  std::int64_t read = 0;
};

std::string text_of(tabular::RowFields& fields, const char* key, tabular::Need need = tabular::Need::optional) {
  return std::string{trim(fields.text(key, need, longest_name).value_or(std::string{}))};
}

std::string number_of(tabular::RowFields& fields, const char* key, tabular::Need need = tabular::Need::optional) {
  return std::string{trim(fields.number_text(key, need, longest_name).value_or(std::string{}))};
}

Sheet read_sheet(const tabular::Text& text, const ImportRequest& request, tabular::Problems& problems) {
  const tabular::Layout& layout = import_layout("employee").sheet;
  tabular::SheetReader reader{text, layout, request.mappings, problems};
  Sheet sheet{.rows = {}, .headings = {}, .header_line = reader.header_line()};
  std::set<std::string> seen;
  tabular::SheetRow row;
  while (reader.next(row)) {
    ++sheet.read;
    if (sheet.headings.empty()) {
      for (const tabular::Field& field : layout.fields) sheet.headings[field.key] = row.heading(field.key);
    }
    const std::size_t before = problems.size();
    tabular::RowFields fields{row, problems};
    NewEmployee draft{.employee_no = number_of(fields, "employee_no", tabular::Need::required),
                      .name = text_of(fields, "name", tabular::Need::required),
                      .department = text_of(fields, "department", tabular::Need::required),
                      .hired = fields.date("hired").value_or(Date{})};
    draft.post = text_of(fields, "post");
    draft.grade = text_of(fields, "grade");
    draft.superior = number_of(fields, "superior");
    draft.base_pay = fields.money("base_pay", tabular::Need::optional);
    draft.probation_end = fields.date("probation_end", tabular::Need::optional);
    draft.device_number = number_of(fields, "device_number");
    draft.agent_number = number_of(fields, "agent_number");
    if (!draft.employee_no.empty() && !seen.insert(draft.employee_no).second) {
      fields.problem("employee_no", {"people.twice-in-file", {draft.employee_no}});
      continue;
    }
    Row read{.line = row.line(), .draft = std::move(draft), .told = {}};
    for (std::size_t i = before; i < problems.size(); ++i) read.told.insert(problems[i].place->field);
    sheet.rows.push_back(std::move(read));
  }
  sheet.read += static_cast<std::int64_t>(reader.rejected().size());
  return sheet;
}

/// Who is meant by a superior's word: somebody of the file, by number, by a name borne once or by both.
class FileNames {
 public:
  explicit FileNames(const Sheet& sheet) {
    for (const Row& row : sheet.rows) {
      if (row.told.contains(sheet.headings.at("employee_no"))) continue;
      by_word_.emplace(row.draft.employee_no, row.draft.employee_no);
      by_word_.emplace(row.draft.name, row.draft.employee_no);
      by_word_.emplace(row.draft.employee_no + " " + row.draft.name, row.draft.employee_no);
    }
  }
  /// The employee number; empty where it is nobody or several.
  std::string number(const std::string& word) const {
    return by_word_.count(word) == 1 ? by_word_.find(word)->second : std::string{};
  }

 private:
  std::multimap<std::string, std::string> by_word_;
};

/// The number of whom a row names as superior: somebody of the office, or of the file; empty for nobody.
std::string superior_number(const NewEmployee& draft, const Intake& intake, const FileNames& names) {
  if (draft.superior.empty()) return {};
  const store::Person* present = intake.superior(draft);
  return present != nullptr ? present->employee_no : names.number(draft.superior);
}

/// Of people who would be above themselves no line can be taken, whatever the others of the file are.
void complain_of_circles(const Sheet& sheet, const std::string& file, const Intake& intake, const FileNames& names,
                         const std::vector<const Row*>& fresh, Date today, tabular::Problems& problems) {
  std::map<std::string, std::string> superiors;  // of those who come
  for (const Row* row : fresh) superiors[row->draft.employee_no] = superior_number(row->draft, intake, names);
  for (const Row* row : fresh) {
    const std::string& own = row->draft.employee_no;
    const std::string& superior = superiors[own];
    if (superior == own) continue;  // which is said already
    auto circle = superior_circle(own, superior, [&](const std::string& below) {
      const auto coming = superiors.find(below);
      return coming != superiors.end() ? coming->second
                                       : intake.superior_number(below, std::max(row->draft.hired, today));
    });
    if (!circle) continue;
    problems.push_back({.message = std::move(*circle), .place = Place{file, row->line, sheet.headings.at("superior")}});
  }
}

/// Who refers to somebody of the file whose own row is not taken cannot be taken either, and so on upwards.
void complain_of_missing_superiors(const Sheet& sheet, const std::string& file, const Intake& intake,
                                   const FileNames& names, const std::vector<const Row*>& fresh,
                                   tabular::Problems& problems) {
  std::set<int> bad;
  for (const Problem& problem : problems) bad.insert(problem.place->line);
  std::set<std::string> coming;
  for (const Row* row : fresh) {
    if (!bad.contains(row->line)) coming.insert(row->draft.employee_no);
  }
  for (bool again = true; again;) {
    again = false;
    for (const Row* row : fresh) {
      const NewEmployee& draft = row->draft;
      if (draft.superior.empty() || !coming.contains(draft.employee_no)) continue;
      if (intake.superior(draft) != nullptr || coming.contains(names.number(draft.superior))) continue;
      problems.push_back({.message = {"people.superior-rejected", {draft.superior}},
                          .place = Place{file, row->line, sheet.headings.at("superior")}});
      coming.erase(draft.employee_no);
      again = true;
    }
  }
}

/// Notes of who looks like somebody else, of the office or of a row above.
void point_out(Office& office, const std::vector<const Row*>& fresh, const std::vector<store::Person>& people) {
  Lookalikes known{people};
  for (const Row* row : fresh) {
    const NewEmployee& draft = row->draft;
    for (auto note : {known.name_note(draft.name), known.number_note(draft.employee_no)}) {
      if (note) office.notes().push_back(std::move(*note));
    }
    known.add_name(draft.name, draft.employee_no + " " + draft.name);
    known.add_number(draft.employee_no, draft.employee_no + " " + draft.name);
  }
}

/// The departments that the rows name and that are not there, each once; notes of those that look like another.
std::vector<std::string> missing_departments(Office& office, const Intake& intake,
                                             const std::vector<const Row*>& fresh) {
  Lookalikes known{intake.departments()};
  std::vector<std::string> departments;
  for (const Row* row : fresh) {
    const std::string& name = row->draft.department;
    if (intake.department(name, row->draft.hired) || std::ranges::find(departments, name) != departments.end()) {
      continue;
    }
    if (auto note = known.name_note(name)) office.notes().push_back(std::move(*note));
    known.add_name(name, name);
    departments.push_back(name);
  }
  return departments;
}

}  // namespace

ImportOutcome import_employees(Office& office, const EmployeeImport& import) {
  tabular::Problems problems;
  ImportFile file = open_import(import.request, "employee", "employee");
  const Sheet sheet = read_sheet(file.text, import.request, problems);
  file.batch.read = sheet.read;

  UnitOfWork work{office, domain::Permission::manage_people, "employee.import"};
  store::PeopleStore people{office.database()};
  Intake intake{office.database(), office.today()};
  const FileNames names{sheet};

  // Decide: each row is known already, new, or wrong.
  std::vector<const Row*> fresh;
  std::set<std::string> said;
  tabular::Problems repeated;
  for (const Row& row : sheet.rows) {
    if (row.told.empty() && intake.is_known(row.draft)) {
      ++file.batch.known;
      continue;
    }
    // Of a row that cannot be read as a whole the rest is looked at too.
    NewEmployee draft = row.draft;
    if (draft.hired == Date{}) draft.hired = office.today();
    for (Fault& fault : intake.check(
             draft, [&](const std::string& word) { return !names.number(word).empty(); }, import.add_departments)) {
      if (row.told.contains(sheet.headings.at(fault.field))) continue;
      // A department that is unknown is named once, however many people are in it.
      const bool is_news = fault.field != "department" || said.insert(row.draft.department).second;
      fault.problem.place = Place{file.text.name(), row.line, sheet.headings.at(fault.field)};
      (is_news ? problems : repeated).push_back(std::move(fault.problem));
    }
    if (!row.told.empty()) continue;
    intake.reserve(row.draft);
    fresh.push_back(&row);
  }
  complain_of_circles(sheet, file.text.name(), intake, names, fresh, office.today(), problems);
  if (import.request.keep_good) complain_of_missing_superiors(sheet, file.text.name(), intake, names, fresh, problems);
  Rejects rejects = put_aside(file.text, sheet.header_line, std::move(problems), import.request.keep_good, repeated);
  std::erase_if(fresh, [&](const Row* row) { return rejects.holds(row->line); });
  point_out(office, fresh, intake.directory().people());
  const std::vector<std::string> departments = missing_departments(office, intake, fresh);

  // Record: departments, then people, then what refers to people.
  std::map<std::string, std::int64_t> founded;
  const std::int64_t root = intake.departments().list(beginning).front().id;
  for (const std::string& name : departments) {
    founded[name] = people.add_department(work.event(), name);
    people.set_department(work.event(), founded[name], {beginning, name, root});
  }
  std::map<std::string, std::int64_t> ids;
  for (const Row* row : fresh) {
    const NewEmployee* draft = &row->draft;
    const store::Person* former = intake.directory().by_number(draft->employee_no);
    ids[draft->employee_no] = former != nullptr ? former->id : people.add_employee(work.event(), draft->employee_no);
  }
  for (const Row* row : fresh) {
    const NewEmployee* draft = &row->draft;
    const std::int64_t id = ids.at(draft->employee_no);
    const auto department = intake.department(draft->department, draft->hired);
    std::optional<std::int64_t> superior;
    if (const store::Person* present = intake.superior(*draft)) {
      superior = present->id;
    } else if (!draft->superior.empty()) {
      superior = ids.at(names.number(draft->superior));
    }
    people.add_terms(work.event(), intake.leftovers(*draft, id));
    people.add_terms(work.event(),
                     terms_of(*draft, id, department ? department->id : founded.at(draft->department), superior));
  }
  file.batch.imported = static_cast<std::int64_t>(fresh.size());
  file.batch.rejected = static_cast<std::int64_t>(rejects.lines.size());
  conclude_import(work, office.database(), file.batch);
  return {file.batch, std::move(rejects)};
}

}  // namespace svcadm::usecase
