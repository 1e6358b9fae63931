#include "store/fact_tables.hpp"

#include <array>
#include <charconv>
#include <string_view>

namespace svcadm::store {

namespace {

// The digest covers every column but the event itself, which selects the rows.
#define SVCADM_FACTS(table, columns, key)                                                                         \
  FactTable {                                                                                                     \
    table, "SELECT " columns " FROM " table " WHERE event = :event ORDER BY " key,                                \
        "SELECT event, " columns " FROM " table " ORDER BY " key, "SELECT 1 FROM " table " WHERE event >= :event" \
  }

// Results are written by runs and replaced while these are open; the event that closes a run answers for its rows.
#define SVCADM_FROZEN(table, run, columns, key)                                                               \
  FactTable {                                                                                                 \
    table,                                                                                                    \
        "SELECT " columns " FROM " table " WHERE " run                                                        \
        " IN (SELECT closed_run.run FROM closed_run WHERE closed_run.event = :event) ORDER BY " key,          \
        "SELECT (SELECT closed_run.event FROM closed_run WHERE closed_run.run = " table "." run "), " columns \
        " FROM " table " WHERE " run " IN (SELECT closed_run.run FROM closed_run) ORDER BY " key,             \
        nullptr                                                                                               \
  }

constexpr FactTable all_tables[] = {
    SVCADM_FACTS("setting", "id, key, from_day, value", "id"),
    SVCADM_FACTS("role_grant", "id, holder, role, from_day, to_day, granted", "id"),
    SVCADM_FACTS("account", "id, uid, holder", "id"),
    SVCADM_FACTS("import_batch", "id, kind, layout, file, sha256, encoding, read, imported, known, rejected", "id"),
    SVCADM_FACTS("department", "id, code", "id"),
    SVCADM_FACTS("department_term", "id, department, from_day, name, parent", "id"),
    SVCADM_FACTS("employee", "id, employee_no", "id"),
    SVCADM_FACTS("employee_term", "id, employee, attribute, from_day, value", "id"),
    SVCADM_FACTS("calendar_year", "id, year, notice, sha256", "id"),
    SVCADM_FACTS("calendar_day", "id, department, day, kind, note", "id"),
    SVCADM_FACTS("shift", "id, code, from_day, windows, label", "id"),
    SVCADM_FACTS("shift_assignment", "id, department, employee, weekday, from_day, shift", "id"),
    SVCADM_FACTS("roster_day", "employee, day, shift", "employee, day"),
    SVCADM_FACTS("regulation_edition", "id, code, number, sha256, source, text", "id"),
    SVCADM_FACTS("adoption", "id, department, area, code, from_day", "id"),
    SVCADM_FACTS("regulation_signature", "id, employee, code, edition, on_day", "id"),
    SVCADM_FACTS("punch_number", "id, kind, text", "id"),
    SVCADM_FACTS("ignored_number", "id, kind, text", "id"),
    // Rows that name no clock are digested as they were before there was that column.
    {"punch",
     "SELECT at, number, direction, iif(device IS NULL, state, state || '@' || device) FROM punch"
     " WHERE at BETWEEN :from AND :to AND event = :event ORDER BY at, number, direction",
     "SELECT event, at, number, direction, iif(device IS NULL, state, state || '@' || device) FROM punch"
     " ORDER BY at, number, direction",
     "SELECT 1 FROM punch_event WHERE event >= :event"},
    {"punch_event", "SELECT first_at, last_at FROM punch_event WHERE event = :event AND first_at IS NOT NULL",
     "SELECT event, first_at, last_at FROM punch_event WHERE first_at IS NOT NULL ORDER BY event", nullptr},
    SVCADM_FACTS("online_session", "from_at, number, to_at", "from_at, number"),
    SVCADM_FACTS("day_decision", "id, employee, day, decision, reason", "id"),
    SVCADM_FACTS("punch_device", "id, name", "id"),
    SVCADM_FACTS("time_correction",
                 "id, kind, employee, day, device, department, from_at, to_at, direction, seconds, reason, asked",
                 "id"),
    SVCADM_FACTS("time_correction_confirmation", "correction, confirmed, paper", "correction"),
    SVCADM_FACTS("time_correction_cancel", "correction, reason", "correction"),
    SVCADM_FACTS("day_objection", "id, employee, day, text, paper", "id"),
    SVCADM_FACTS("day_objection_answer", "objection, outcome, text", "objection"),
    SVCADM_FACTS("conduct_record", "id, kind, day, text", "id"),
    SVCADM_FACTS("conduct_person", "record, place, employee", "record, place"),
    SVCADM_FACTS("conduct_finding", "record", "record"),
    SVCADM_FACTS("conduct_decision", "id, employee, record, last_day, outcome, reason, grounds", "id"),
    SVCADM_FACTS("conduct_service", "decision, on_day, said", "decision"),
    SVCADM_FACTS("leave", "id, employee, kind, first_day, first_half, last_day, last_half, paper", "id"),
    SVCADM_FACTS("leave_cancel", "leave, reason", "leave"),
    SVCADM_FACTS("request", "id, type, employee, subject, day, asked_at, channel, reported_by, reason, paper, extends",
                 "id"),
    SVCADM_FACTS("request_act", "id, request, act, about, person, instead, at, reason, paper", "id"),
    SVCADM_FACTS("request_basis", "request, halves, first_day, starts_at, day_ends_at", "request"),
    SVCADM_FACTS("request_act_withdrawal", "act, reason", "act"),
    SVCADM_FACTS("leave_return", "id, leave, day, half, paper", "id"),
    SVCADM_FACTS("attachment", "id, request, name, type, sha256, bytes", "id"),
    SVCADM_FACTS("stand_in", "id, person, deputy, from_day, to_day", "id"),
    SVCADM_FACTS("payroll_input", "id, employee, month, kind, quantity, detail, comment, paper, replaces", "id"),
    SVCADM_FACTS("month_close", "month, run, last_event", "month"),
    SVCADM_FACTS("payroll_hold", "id, employee, month, held, reason", "id"),
    SVCADM_FACTS("payroll_approval", "id, run, sha256", "id"),
    SVCADM_FACTS("payroll_approval_withdrawal", "approval, reason", "approval"),
    SVCADM_FACTS("payroll_payment", "id, run, on_day", "id"),
    SVCADM_FACTS("payroll_payment_failure", "payment, employee", "payment, employee"),
    SVCADM_FACTS("employee_exit", "id, employee, last_day, reason", "id"),
    SVCADM_FACTS("opening_balance", "id, employee, on_day, kind, day, quantity", "id"),
    SVCADM_FACTS("run_close", "run, month, last_event", "run"),
    SVCADM_FROZEN("payroll_adjustment", "run", "run, employee, origin_month, item, label_zh, label_en, amount",
                  "run, employee, origin_month, item"),
    SVCADM_FROZEN("payroll_single", "run", "run, employee, kind", "run"),
    SVCADM_FROZEN("payroll_run", "id", "id, event, month, last_event, people, payable", "id"),
    SVCADM_FROZEN("payroll_computation", "run", "run, number, program", "run"),
    SVCADM_FROZEN("payroll_unsettled", "run", "run, employee", "run, employee"),
    SVCADM_FROZEN("payroll_sheet", "run", "run, employee, row, payable", "run, employee"),
    SVCADM_FROZEN("payroll_line", "run", "run, employee, line, item, label_zh, label_en, amount, grounds",
                  "run, employee, line"),
    SVCADM_FROZEN("payroll_carry", "run", "run, employee, kind, amount", "run, employee, kind"),
    SVCADM_FROZEN("payroll_absence", "run", "run, employee, day, halves", "run, employee, day"),
};
#undef SVCADM_FACTS
#undef SVCADM_FROZEN

}  // namespace

std::span<const FactTable> fact_tables() { return all_tables; }

void Written::add(Query& query, int first_column) {
  last = query.is_integer(first_column) ? std::to_string(query.integer(first_column)) : query.text(first_column);
  if (rows == 0) first = last;
  ++rows;
  const int columns = query.columns();
  for (int i = first_column; i < columns; ++i) {
    // Type and length before the bytes: no two rows have the same text.
    if (query.is_integer(i)) {
      add_number('i', query.integer(i), ';');
    } else if (query.is_null(i)) {
      bytes_ += "n;";
    } else {
      const std::string_view text = query.view(i);
      add_number('t', static_cast<std::int64_t>(text.size()), ':');
      bytes_ += text;
    }
  }
  constexpr std::size_t block = 4096;
  if (bytes_.size() >= block) digest_block();
}

std::string Written::hex() {
  digest_block();
  return digest_.hex();
}

void Written::add_number(char before, std::int64_t number, char after) {
  std::array<char, 24> text{};
  text[0] = before;
  char* end = std::to_chars(text.data() + 1, text.data() + text.size(), number).ptr;
  *end++ = after;
  bytes_.append(text.data(), static_cast<std::size_t>(end - text.data()));
}

void Written::digest_block() {
  digest_.add(bytes_);
  bytes_.clear();
}

}  // namespace svcadm::store
