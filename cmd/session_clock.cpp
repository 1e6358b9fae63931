// The part of Session that needs no office: streams, the time and notes.

#include "cmd/failure.hpp"
#include "cmd/session.hpp"

namespace svcadm::cmd {

Session::Session(const SharedOptions& shared, const Environment& machine, std::istream& input, std::ostream& result,
                 std::ostream& notes, Needs need)
    : in{input}, out{result}, err{notes}, options{shared}, environment{machine}, needs{need} {}

Moment Session::machine_now() const { return Moment{environment.utc_seconds} + utc_offset_; }

Moment Session::now() {
  if (!now_) {
    const Present clock{machine_now(), environment.interactive(), [this](const Message& said) { note(said); }};
    now_ = options.as_of ? read_as_of(*options.as_of, clock) : clock.now;
  }
  return *now_;
}

Present Session::present() {
  return {now(), environment.interactive(), [this](const Message& said) { note(said); }};
}

void Session::note(const Message& message) {
  write_lines(err, Message{"note: {0}", {locale::say(message)}}, environment.err_is_terminal);
}

void Session::set_utc_offset(Span offset) {
  if (offset != utc_offset_) now_.reset();
  utc_offset_ = offset;
}

void Session::set_office_language(locale::Language language) {
  if (!options.lang()) locale::set_language(language);
}

}  // namespace svcadm::cmd
