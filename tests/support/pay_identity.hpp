#pragma once
// What every pay sheet keeps, whatever was paid: checked by each test that computes one.

#include <map>
#include <string>

#include "domain/payroll.hpp"

namespace svcadm::test {

/// What the sheet breaks; empty where it adds up.
inline std::string broken_identity(const domain::PaySheet& sheet) {
  using domain::PayColumn;
  Money by_columns;
  for (const PayColumn column : {PayColumn::base, PayColumn::full_attendance, PayColumn::performance, PayColumn::bonus,
                                 PayColumn::other_pay, PayColumn::adjustment}) {
    by_columns += sheet.column(column);
  }
  for (const PayColumn column :
       {PayColumn::lateness_deduction, PayColumn::absenteeism_deduction, PayColumn::personal_deduction,
        PayColumn::sick_deduction, PayColumn::complaint_deduction, PayColumn::loss_deduction,
        PayColumn::other_deduction}) {
    if (sheet.column(column) < Money{}) return "a deduction below zero";
    by_columns -= sheet.column(column);
  }
  by_columns += sheet.carried_out.total() - sheet.carried_in.total();
  if (sheet.payable != by_columns) return "payable is not what the columns give";

  Money by_lines;
  std::map<PayColumn, Money> columns;
  for (const domain::PayLine& line : sheet.lines) {
    by_lines += line.amount;
    if (line.column) columns[*line.column] += is_deduction(*line.column) ? -line.amount : line.amount;
    if (line.grounds.empty()) return "the line '" + line.item + "' has no grounds";
  }
  if (sheet.payable != by_lines) return "payable is not what the lines give";
  for (const auto& [column, amount] : columns) {
    if (sheet.column(column) != amount) return "a column is not the sum of its lines";
  }
  if (sheet.payable < Money{}) return "less than nothing is payable";

  const HalfDays leave =
      sheet.personal + sheet.sick + sheet.annual + sheet.other_paid + sheet.official + sheet.rest_comp;
  if (sheet.due != sheet.present + sheet.absent + leave) return "due days are not present + absent + leave";
  if (sheet.present < HalfDays{} || sheet.absent < HalfDays{}) return "fewer than no days";
  return {};
}

}  // namespace svcadm::test
