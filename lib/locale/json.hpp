#pragma once
// Messages and errors as JSON: ids and typed arguments for programs, a sentence beside them for people.

#include <string>
#include <string_view>

#include "base/error.hpp"
#include "base/message.hpp"

namespace svcadm::locale {

/// {"id":"ground.charge.late","args":[{"money":"50.00"},{"span":901}]}.  Each argument is an object whose
/// key is its type: count, text, money, fraction, date, month, moment, time, span (seconds), days, label, term.
std::string message_to_json(const Message& message);

/// Appends the same without the braces, where more members follow.
void append_message(std::string& out, const Message& message);

/// The message that message_to_json wrote.  Throws Failure::input when the text is none.
Message message_from_json(std::string_view json);

/// A text as a JSON string with its quotation marks; bytes that are no UTF-8 are replaced.
std::string json_string(std::string_view text);
void append_json_string(std::string& out, std::string_view text);

/// {"error":{"status":8,"problems":[{"id","args","text","file","line","field","way_out"}]}}; keys of a problem
/// that have nothing to say are left out.
std::string error_to_json(const Error& error);

}  // namespace svcadm::locale
