#pragma once
// What is entered for a month's pay: the program's own inputs, and how a value of each is written.

#include <string_view>

namespace svcadm::domain {

/// How a value is written and counted.
enum class InputForm {
  score,      ///< points
  count,      ///< pieces
  complaint,  ///< the severity of one upheld complaint
  amount,     ///< yuan
};

/// An input that there is whatever a regulation says.
struct OwnInput {
  std::string_view key;
  InputForm form;
  bool adds_up;  ///< several entries of a month add up (or are averaged); else the last counts
};

inline constexpr OwnInput own_inputs[] = {
    {"exam", InputForm::score, false},         {"quality", InputForm::score, true},
    {"leader_score", InputForm::score, false}, {"complaint", InputForm::complaint, true},
    {"orders", InputForm::count, false},       {"returned_orders", InputForm::count, false},
    {"wrong_orders", InputForm::count, true},  {"order_grabbing", InputForm::count, true},
    {"loss", InputForm::amount, true},         {"contract_bonus", InputForm::amount, false},
};

/// The number of upheld complaints, as a gate names it: counted from the complaints, not entered.
inline constexpr std::string_view complaint_count = "complaints";

}  // namespace svcadm::domain
