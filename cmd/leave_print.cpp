// svcadm leave print: the leave card, to be signed and kept.

#include "cmd/columns.hpp"
#include "cmd/leave.hpp"
#include "tabular/writer.hpp"
#include "usecase/office.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::string id;
};

void declare(Words& words, Options& options) {
  words.argument("ID", options.id, "Number of the leave (LV17) or card (RQ3), as leave list prints it").required();
  words.explain("With --format html one A4 page with boxes to sign in.");
  words.example("svcadm leave print LV17 --format html --output LV17.html");
}

/// Item after item of the card.
class Card {
 public:
  /// \param id  in each row for programs; empty for people, who read it in the heading
  Card(tabular::Writer& writer, std::string id) : writer_{writer}, id_{std::move(id)} {}

  void line(const std::string& item, const std::string& content, const std::string& clause = {}) {
    if (content.empty()) return;
    std::vector<tabular::Cell> row{item, content, text_cell(clause)};
    if (!id_.empty()) row.insert(row.begin(), tabular::Cell{id_});
    writer_.row(row);
  }

 private:
  tabular::Writer& writer_;
  std::string id_;
};

std::string asked(const usecase::LeaveCard& card) {
  const store::RequestRow& request = *card.request;
  const Term channel{"channel." + store::to_key(request.channel)};
  std::string text = to_string(request.asked_at) + " " + locale::say(Arg{channel});
  if (!card.reported_by.empty()) text += " (" + card.reported_by + ")";
  if (card.leave.typed_late) text += " " + locale::text("word.typed-late");
  return text;
}

std::string standing(const domain::Formality& one, Moment now) {
  const char* key = one.waived         ? "waived"
                    : one.in_order()   ? "in-order"
                    : one.done         ? "late"
                    : one.missed(now)  ? "missed"
                    : one.lapses_after ? "open"
                                       : "without-limit";
  const std::optional<Moment> when = one.done ? one.done : one.waived ? std::nullopt : one.lapses_after;
  const std::string text = locale::say(Arg{Term{std::string{"formality."} + key}});
  return when ? text + " " + to_string(*when) : text;
}

void print_acts(Card& lines, const usecase::LeaveCard& card) {
  for (const usecase::LeaveAct& act : card.acts) {
    std::string text = to_string(act.row.at) + " " + act.who;
    if (!act.instead.empty()) text += " " + locale::say(Message{"request.for", {act.instead}});
    for (const std::string* more : {&act.row.reason, &act.row.paper}) {
      if (!more->empty()) text += ", " + *more;
    }
    lines.line(locale::say(Arg{Term{"act." + act.row.act}}), text);
  }
}

int run(const Options& options, Session& session) {
  using tabular::Kind;
  const auto card = shown_leave(session, options.id);
  const usecase::ListedLeave& leave = card.leave;
  const std::string id = leave_number(leave);
  const bool people = for_people(session);
  std::vector<tabular::Column> columns{column("item"), column("content"), column("clause")};
  if (!people) columns.insert(columns.begin(), column("leave_id", Kind::identifier));
  const auto writer = session.writer();
  writer->begin({.title = locale::text("Leave card"),
                 .subtitle = session.office().company() + "  " + id,
                 .name = "leave.print",
                 .columns = columns,
                 .signatures = {locale::text("signature.asked"), locale::text("signature.took-over"),
                                locale::text("signature.approved")},
                 .created = session.now()});
  Card lines{*writer, people ? std::string{} : id};
  lines.line(locale::text("column.name"), leave.employee_no + " " + leave.name);
  lines.line(locale::text("column.department"), card.department);
  lines.line(locale::text("column.kind"), locale::label(leave.kind), card.cite.clause);
  lines.line(locale::text("column.from"), first_half_day(leave.row));
  lines.line(locale::text("column.to"), last_half_day(leave.row));
  lines.line(locale::text("column.days"), locale::say(Arg{leave.days}));
  if (leave.row.back_day) {
    lines.line(locale::text("column.returned"),
               to_string(*leave.row.back_day) + (leave.row.back_half == 2 ? "pm" : ""));
  }
  lines.line(locale::text("column.status"), locale::say(Arg{Term{"request." + domain::to_key(leave.status)}}));
  lines.line(locale::text("column.paper"), leave.row.paper);
  if (card.request) {
    lines.line(locale::text("column.reason"), card.request->reason);
    lines.line(locale::text("column.asked_at"), asked(card));
    for (const domain::Formality& one : card.formalities) {
      lines.line(locale::say(usecase::formality_name(one)), standing(one, session.now()), one.cite.clause);
    }
    print_acts(lines, card);
    for (const store::Attachment& file : card.files) {
      lines.line(locale::text("column.file"), locale::say(Message{"leave.file", {file.name, file.size}}));
    }
  }
  writer->end();
  return 0;
}

}  // namespace

Verb leave_print() { return verb<Options>("print", "Print the leave card", declare, Needs::reading, run); }

}  // namespace svcadm::cmd
