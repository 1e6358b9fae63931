#include "usecase/opening.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "base/suggestion.hpp"
#include "base/text.hpp"
#include "store/people_store.hpp"
#include "tabular/row_fields.hpp"
#include "tabular/sheet_reader.hpp"
#include "usecase/closed_month.hpp"
#include "usecase/directory.hpp"
#include "usecase/leave_desk.hpp"
#include "usecase/office.hpp"
#include "usecase/own_affair.hpp"
#include "usecase/policy_book.hpp"
#include "usecase/settings.hpp"
#include "usecase/unit_of_work.hpp"

namespace svcadm::usecase {

namespace {

constexpr std::string_view leave_prefix = "leave:";

/// What files call the kinds that are no leave.
constexpr struct {
  const char* key;
  const char* zh;
} kinds_of_balance[] = {{"loss", "损失"}, {"other", "其他扣款"}, {"absence", "旷工"}};

struct Line {
  int line = 0;
  std::string person;
  std::string name;
  store::OpeningRow row;
  std::string leave;  ///< the kind of leave as it is written; empty of other kinds
  bool good = true;   ///< in its form; else it is only looked at for what else is wrong with it
  bool keyed = true;  ///< its kind and day can be read
};

std::string kind_of_balance(std::string_view word) {
  for (const auto& [key, zh] : kinds_of_balance) {
    if (fold(word) == key || word == zh) return key;
  }
  return {};
}

/// The row's kind, day and quantity; whatever they are not becomes a problem.
void read_balance(tabular::RowFields& fields, Date on, Line& line) {
  const auto word = fields.text("kind", tabular::Need::required, 200);
  line.keyed = word.has_value();
  if (!word) return;
  line.row.kind = kind_of_balance(*word);
  line.row.day = on;
  if (line.row.kind.empty()) line.leave = *word;
  if (line.row.kind == "loss" || line.row.kind == "other") {
    const auto amount = fields.money("value");
    if (amount && *amount < Money{}) fields.problem("value", {"opening.negative", {*amount}});
    line.row.quantity = amount.value_or(Money{}).fen;
    return;
  }
  const auto days = fields.half_days("value");
  line.row.quantity = days.value_or(HalfDays{}).halves;
  if (line.row.kind != "absence") return;
  if (days && *days > whole_days(1)) fields.problem("value", {"opening.more-than-a-day", {*days}});
  const auto day = fields.date("day");
  line.keyed = day.has_value();
  if (!day) return;
  line.row.day = *day;
  // A row of absence is looked for in the month before; what is older is over or was dealt with.
  const Date oldest = first_day(month_of(on) - 1);
  if (*day < oldest || *day >= on) fields.problem("day", {"opening.absence-day", {*day, oldest, on - 1}});
}

struct Sheet {
  std::vector<Line> lines;
  std::map<std::string, std::string> headings;  ///< field -> the file's own heading
  int header_line = 0;
  std::int64_t read = 0;
};

Sheet read_sheet(const tabular::Text& text, const ImportRequest& request, Date on, tabular::Problems& problems) {
  const regulation::Layout& layout = import_layout("opening");
  tabular::SheetReader reader{text, layout.sheet, request.mappings, problems};
  require_person_column(reader, layout, problems);
  throw_problems(std::exchange(problems, {}));
  Sheet sheet{.lines = {}, .headings = {}, .header_line = reader.header_line()};
  tabular::SheetRow row;
  while (reader.next(row)) {
    ++sheet.read;
    for (const tabular::Field& field : layout.sheet.fields) sheet.headings[field.key] = row.heading(field.key);
    tabular::RowFields fields{row, problems};
    Line line{.line = row.line(), .person = {}, .name = {}, .row = {}, .leave = {}};
    const auto number = row.get("name").empty() ? tabular::Need::required : tabular::Need::optional;
    line.person = fields.text("employee_no", number, 200).value_or("");
    line.name = fields.text("name", tabular::Need::optional, 200).value_or("");
    line.row.on = on;
    read_balance(fields, on, line);
    line.good = fields.good();
    if (!line.person.empty() || !line.name.empty()) sheet.lines.push_back(std::move(line));
  }
  return sheet;
}

/// Names a kind of leave by its code; gives what is wrong otherwise.
std::optional<Problem> find_leave(PolicyBook& book, std::int64_t department, Date on, const std::string& word,
                                  std::string& kind) {
  if (auto missing = book.missing(department, on, {regulation::Area::leave}); !missing.empty()) return missing.front();
  const auto& leave = book.on(department, on)->leave;
  if (const auto* meant = kind_named(leave, word)) {
    kind = std::string{leave_prefix} + meant->code;
    return std::nullopt;
  }
  std::string known = "loss 损失, other 其他扣款, absence 旷工";
  for (const domain::LeaveKind& each : leave.kinds) known += fmt::format(", {} {}", each.code, each.label.zh);
  return Problem{.message = {"opening.kind-unknown", {word, known}}};
}

void require_first_day(Office& office, Date on) {
  const auto first = first_month(office.database(), on);
  if (!first || first_day(*first) != on) {
    const Date expected = first_day(first.value_or(month_of(on)));
    throw Error{Failure::refused, Message{"opening.not-first-day", {on, expected}},
                first ? suggest("svcadm opening import FILE --on {}", to_string(expected))
                      : suggest("svcadm setting set first_month {}", to_string(month_of(on)))};
  }
  require_open_month(office.database(), on);
}

/// What the file says otherwise than what counts now, and which lines say the same.
struct Sorted {
  std::vector<std::pair<int, store::OpeningRow>> fresh;
  std::vector<int> known;
  tabular::Problems problems;
  bool own = false;
};

Sorted sort_lines(Office& office, const Sheet& sheet, const std::string& file, Date on) {
  Sorted sorted;
  const auto departments = store::PeopleStore{office.database()}.departments();
  PolicyBook book{office.database(), departments, on, on};
  const Directory directory{office.database(), on, on};
  const auto living = store::OpeningStore{office.database()}.living();
  std::vector<store::OpeningRow> read;
  for (const Line& line : sheet.lines) {
    const auto complain = [&](const char* field, Problem problem) {
      problem.place = Place{file, line.line, sheet.headings.at(field)};
      sorted.problems.push_back(std::move(problem));
    };
    const auto [person, problem, field] = directory.named(line.person, line.name, on);
    if (problem) complain(field, *problem);
    if (person == nullptr) continue;
    if (office.is_own(person->employee_no)) {
      sorted.own = true;
      complain("employee_no", own_affair(*person, domain::Permission::run_payroll));
      continue;
    }
    store::OpeningRow row = line.row;
    row.employee = person->id;
    if (!line.keyed) continue;
    if (!line.leave.empty()) {
      if (auto wrong = find_leave(book, person->term_on(on)->department, on, line.leave, row.kind)) {
        complain("kind", std::move(*wrong));
        continue;
      }
    }
    const auto same = [&](const store::OpeningRow& other) { return other.same_entry(row); };
    const auto before = std::find_if(living.begin(), living.end(), same);
    const bool twice = std::any_of(read.begin(), read.end(), same);
    read.push_back(row);
    if (twice) {
      complain("kind", {.message = {"opening.twice", {person->employee_no, person->name}}});
      continue;
    }
    if (!line.good) continue;
    if ((before == living.end() ? 0 : before->quantity) == row.quantity) {
      sorted.known.push_back(line.line);
    } else {
      sorted.fresh.emplace_back(line.line, row);
    }
  }
  return sorted;
}

}  // namespace

ImportOutcome import_opening(Office& office, const ImportRequest& request, Date on) {
  tabular::Problems problems;
  ImportFile file = open_import(request, "opening", "opening");
  const Sheet sheet = read_sheet(file.text, request, on, problems);

  UnitOfWork work{office, domain::Permission::run_payroll, "opening.import"};
  require_first_day(office, on);
  Sorted sorted = sort_lines(office, sheet, file.text.name(), on);
  problems.insert(problems.end(), sorted.problems.begin(), sorted.problems.end());
  if (sorted.own && !request.keep_good) throw Error{Failure::not_permitted, std::move(problems)};
  Rejects rejects = put_aside(file.text, sheet.header_line, std::move(problems), request.keep_good);
  std::erase_if(sorted.fresh, [&](const auto& one) { return rejects.holds(one.first); });

  store::OpeningStore balances{office.database()};
  for (const auto& [line, row] : sorted.fresh) balances.add(work.event(), row);
  file.batch.read = sheet.read;
  file.batch.imported = static_cast<std::int64_t>(sorted.fresh.size());
  file.batch.known = std::ranges::count_if(sorted.known, [&](int line) { return !rejects.holds(line); });
  file.batch.rejected = static_cast<std::int64_t>(rejects.lines.size());
  conclude_import(work, office.database(), file.batch);
  return {file.batch, std::move(rejects)};
}

std::string leave_taken_over(const store::OpeningRow& row) {
  return row.kind.starts_with(leave_prefix) ? row.kind.substr(leave_prefix.size()) : std::string{};
}

std::vector<OpeningLine> list_opening(Office& office, const std::string& person) {
  const Reading reading{office, domain::Permission::read_pay};
  const auto rows = store::OpeningStore{office.database()}.living();
  std::vector<OpeningLine> lines;
  if (rows.empty()) return lines;
  const Date on = rows.front().on;
  const std::int64_t wanted = person.empty() ? 0 : find_person(office, person, on).id;
  const Directory directory{office.database(), on, on};
  const auto departments = store::PeopleStore{office.database()}.departments();
  PolicyBook book{office.database(), departments, on, on};
  for (const store::OpeningRow& row : rows) {
    if (wanted != 0 && row.employee != wanted) continue;
    const store::Person* who = directory.by_id(row.employee);
    if (who == nullptr) continue;
    OpeningLine line{.row = row, .employee_no = who->employee_no, .name = who->name};
    if (const std::string code = leave_taken_over(row); !code.empty()) {
      const auto* kind = book.on(who->term_on(on)->department, on)->leave.find(code);
      line.leave_kind = kind == nullptr ? Label{code, code} : kind->label;
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace svcadm::usecase
