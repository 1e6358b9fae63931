#pragma once
// Words for people: sentences and headings in the language of the reader.
//
// A msgid is either an id ("problem.usage.day"), a promise to scripts that both languages
// translate, or an English sentence that stands for itself and only zh_CN translates.  Sentences hold
// numbered braces, {0} {1}; {0:%} writes a fraction as a percentage, {0:.} as a decimal, "about" where it is not
// finite.  The catalogues are gettext's, made from en/*.po and zh_CN/*.po (one file per area; only base.po has the
// header).

#include <string>
#include <string_view>

#include "base/message.hpp"

namespace svcadm::locale {

enum class Language { en, zh };

/// From now on everything is said in this language.  Sets C.UTF-8 and LANGUAGE of the process itself, so
/// that no generated locale is needed.
void set_language(Language language);
Language language();

/// The text of an id or of an English sentence; what has no translation is returned as it is.
std::string text(std::string_view msgid);

/// A message as a sentence.  An id without an entry is printed with its arguments: a missing sentence is no
/// reason to lose what happened.
std::string say(const Message& message);

/// One argument as it stands in a sentence: money "50.00", a span "15:01", half days "0.5", times as ISO 8601.
std::string say(const Arg& arg);

/// Whether somebody who typed this means the term: its key, or its word in either language.
bool names(const Term& term, std::string_view typed);

/// The name in the language that is set; the other one where that is empty.
std::string label(const Label& label);

}  // namespace svcadm::locale
