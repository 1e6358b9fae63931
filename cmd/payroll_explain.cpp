// svcadm payroll explain: every amount as facts, clause, arithmetic and result.

#include <algorithm>

#include <fmt/format.h>

#include "base/text.hpp"
#include "cmd/payroll.hpp"
#include "locale/catalogue.hpp"
#include "locale/json.hpp"
#include "usecase/office.hpp"
#include "usecase/payroll.hpp"

namespace svcadm::cmd {

namespace {

constexpr int width = 80;

struct Options {
  std::string person;
  std::string item;
  std::string month;
  std::string run;
};

/// A sentence with its clause, wrapped; what follows the first line is indented below its text.
void print_wrapped(std::ostream& out, const std::string& text, int indent) {
  const std::string blanks(static_cast<std::size_t>(indent), ' ');
  for (const std::string& line : wrap(text, width - indent)) out << blanks << line << '\n';
}

void print_grounds(std::ostream& out, const std::vector<domain::Ground>& grounds, int indent) {
  for (const domain::Ground& ground : grounds) {
    print_wrapped(out, locale::say(ground.message) + citation(ground.cite), indent);
    print_grounds(out, ground.because, indent + 2);
  }
}

void print_text(Session& session, const usecase::ExplainedPay& pay, const std::string& item) {
  auto& out = session.out;
  const store::PayRow& row = pay.row;
  print_wrapped(out,
                locale::say(Message{"explain.head",
                                    {row.employee_no, row.name, row.department, row.month, row.regulation,
                                     std::int64_t{row.month_workdays}}}),
                0);
  if (!row.carried_as.empty()) print_wrapped(out, locale::text("explain." + row.carried_as), 0);
  if (pay.unsigned_regulation) print_wrapped(out, locale::text("explain.unsigned"), 0);
  Money sum;
  for (const usecase::ExplainedLine& line : pay.lines) {
    sum += line.amount;
    if (!item.empty() && line.item != item) continue;
    const std::string amount = to_string(line.amount);
    out << '\n' << pad(line_name(line), width - display_width(amount)) << amount << '\n';
    print_grounds(out, line.grounds, 2);
  }
  if (item.empty()) {
    const std::string amount = to_string(sum);
    out << '\n' << pad(locale::text("column.payable"), width - display_width(amount)) << amount << '\n';
  }
}

void print_json_grounds(std::ostream& out, const std::vector<domain::Ground>& grounds);

void print_json_ground(std::ostream& out, const domain::Ground& ground) {
  std::string message = locale::message_to_json(ground.message);
  message.pop_back();  // the object goes on
  out << message << ",\"text\":" << locale::json_string(locale::say(ground.message));
  if (!ground.cite.clause.empty()) {
    out << ",\"regulation\":" << locale::json_string(ground.cite.regulation)
        << ",\"clause\":" << locale::json_string(ground.cite.clause)
        << ",\"rule\":" << locale::json_string(ground.cite.rule) << ",\"edition\":" << ground.cite.edition;
  }
  if (!ground.because.empty()) {
    out << ",\"because\":";
    print_json_grounds(out, ground.because);
  }
  out << '}';
}

void print_json_grounds(std::ostream& out, const std::vector<domain::Ground>& grounds) {
  out << '[';
  for (std::size_t i = 0; i < grounds.size(); ++i) {
    if (i > 0) out << ',';
    print_json_ground(out, grounds[i]);
  }
  out << ']';
}

void print_json(Session& session, const usecase::ExplainedPay& pay, const std::string& item) {
  auto& out = session.out;
  out << fmt::format(
      R"({{"name":"payroll.explain","version":1,"employee_no":{},"month":"{}","run":"PR{}","payable":"{}","lines":[)",
      locale::json_string(pay.row.employee_no), to_string(pay.row.month), pay.run.number,
      to_string(pay.row.sheet.payable));
  bool first = true;
  for (const usecase::ExplainedLine& line : pay.lines) {
    if (!item.empty() && line.item != item) continue;
    out << (first ? "" : ",")
        << fmt::format(R"({{"item":{},"amount":"{}","grounds":)", locale::json_string(line.item),
                       to_string(line.amount));
    print_json_grounds(out, line.grounds);
    out << '}';
    first = false;
  }
  out << "]}\n";
}

/// The code of a line, typed as the code or as its name in either language.
std::string item_named(const usecase::ExplainedPay& pay, const std::string& word) {
  const auto is_code = [&](const usecase::ExplainedLine& line) { return line.item == word; };
  if (word.empty() || std::any_of(pay.lines.begin(), pay.lines.end(), is_code)) return word;
  const std::string typed = fold(word);
  for (const usecase::ExplainedLine& line : pay.lines) {
    for (const std::string& name : {line.item, line.label.zh, line.label.en}) {
      // Behind the name of an item that has several lines stand a line's days.
      if (typed == fold(name) || fold(name).starts_with(typed + " ")) return line.item;
    }
  }
  return word;
}

int run(const Options& options, Session& session) {
  auto& office = session.office();
  const std::string typed = options.month.empty() && options.run.empty() ? "last" : options.month;
  const auto pay = usecase::explain_pay(office, options.person, read_run_choice(options.run, typed, session));
  const std::string item = item_named(pay, options.item);
  const bool known = item.empty() || std::any_of(pay.lines.begin(), pay.lines.end(),
                                                 [&](const auto& line) { return line.item == item; });
  if (!known) {
    std::string items;
    for (const auto& line : pay.lines) items += (items.empty() ? "" : ", ") + line.item + " (" + line_name(line) + ")";
    throw Error{Failure::not_found, Message{"payroll.no-item", {item, pay.row.employee_no, pay.run.month, items}}};
  }
  if (session.options.format() == tabular::Format::json) {
    print_json(session, pay, item);
  } else {
    print_text(session, pay, item);
  }
  say_older(session, pay.run);
  return 0;
}

void declare(Words& words, Options& options) {
  words.argument("PERSON", options.person, "Number or name").required();
  words.argument("ITEM", options.item, "One line of the pay only, by its code or its name");
  words.option("--month", options.month, "MONTH", "The month; the last one where none is given");
  words.option("--run", options.run, "RUN", "A run by its number, such as PR4");
  words.example("svcadm payroll explain 1003 --month 2026-10");
  words.example("svcadm payroll explain 1003 personal --month 2026-10 --lang zh");
}

}  // namespace

Verb payroll_explain() {
  return verb<Options>("explain", "Explain somebody's pay: facts, clause, arithmetic, result", declare, Needs::reading,
                       run);
}

}  // namespace svcadm::cmd
