#pragma once
// What is entered for a month's pay: scores, counts, amounts, complaints.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/appraisal.hpp"
#include "domain/input_form.hpp"
#include "domain/policy.hpp"
#include "store/payroll_store.hpp"
#include "usecase/import_request.hpp"

namespace svcadm::usecase {

class Office;

/// How a kind of input is written and what several entries mean.
struct InputKind {
  using Form = domain::InputForm;
  std::string key;
  Form form = Form::count;
  bool adds_up = false;  ///< several entries of a month add up (or are averaged); else the last counts
  bool needs_paper = false;
  bool needs_comment = false;
  Label label = {};  ///< as people write it in files
};

/// svcadm's own kinds and those that a regulation names besides.
std::vector<InputKind> input_kinds(const domain::Policy& policy);
/// By the last of the regulations that govern somebody's month one after the other, and the amounts that items of the
/// others pay a part of.  \pre there is one
std::vector<InputKind> input_kinds(const std::vector<const domain::Policy*>& policies);
/// Whether an item pays what is entered of the kind.
bool is_paid_by(const domain::Policy& policy, const std::string& key);
const InputKind* find_kind(const std::vector<InputKind>& kinds, std::string_view key);
/// By key or by label in either language.
const InputKind* kind_named(const std::vector<InputKind>& kinds, std::string_view text);

/// One entry as it is asked for.
struct InputEntry {
  std::string person;  ///< number or name; may be empty where a file's name says it
  std::string kind;
  std::string value;  ///< points, pieces or yuan; the severity of a complaint
  std::string comment = {};
  std::string paper = {};
  std::string name = {};  ///< as a file says it besides
  int line = 0;           ///< of a file; 0 from the command line
};

/// Records entries of a month, all or none, and gives their ids.  Failure::input with every problem,
/// Failure::conflict for a closed month.
std::vector<std::int64_t> enter_inputs(Office& office, Month month, const std::vector<InputEntry>& entries);

/// Brings in a file in the layout "payroll-input", a line per person and kind: all or nothing unless the good lines are
/// kept.  Entries equal to one that is there are known.
ImportOutcome import_inputs(Office& office, Month month, const ImportRequest& request);

/// What somebody has of each kind in a month, as text; "-" where a kind that his regulation needs is missing.
struct InputOverview {
  std::vector<InputKind> kinds;
  std::vector<bool> scored;  ///< as many as kinds: a regulation scores it
  struct Row {
    std::string employee_no;
    std::string name;
    std::vector<std::string> values;  ///< as many as kinds
  };
  std::vector<Row> rows;
};
InputOverview list_inputs(Office& office, Month month);

/// The living entries themselves, with their ids.
struct InputRecord {
  std::string employee_no;
  std::string name;
  store::InputRow row;
  std::string value;  ///< as it was entered
  Label kind = {};    ///< what the regulation calls it; empty where it does not
};
std::vector<InputRecord> input_records(Office& office, Month month, const std::string& person);

/// Takes an entry back: of what may be entered once, nothing is entered then.
void withdraw_input(Office& office, std::int64_t id, const std::string& reason);
/// Takes an entry back as if it had never been made: what it replaced counts again.
void undo_input(Office& office, std::int64_t id, const std::string& reason);

/// Living entries of one person as the rules see them.
domain::MonthInputs inputs_of(const std::vector<store::InputRow>& rows, const std::vector<InputKind>& kinds);

}  // namespace svcadm::usecase
