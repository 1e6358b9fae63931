#include <array>

#include "regulation/sections.hpp"

namespace svcadm::regulation {

using domain::Consequence;

namespace {

// becomes = { leave = "personal", days = "1/2" } or { absenteeism = true, days = "1/2" }
Consequence read_becomes(Fields& in) {
  Consequence then;
  auto becomes = in.table("becomes");
  if (!becomes) return then;
  if (const auto what = becomes->one_of({"leave", "absenteeism"})) {
    then.kind = *what == "leave" ? Consequence::Kind::leave : Consequence::Kind::absenteeism;
    if (*what == "leave") {
      then.leave_kind = becomes->code("leave");
    } else if (!becomes->flag("absenteeism")) {
      becomes->problem({"regulation.only-true"}, "absenteeism");
    }
  }
  then.days = becomes->half_days("days");
  becomes->finish();
  return then;
}

}  // namespace

bool has_consequence(Fields& in) {
  bool found = false;
  for (const std::string_view key : {"deduct", "per_minute", "day_share", "becomes", "nothing"}) {
    found = in.has(key) || found;
  }
  return found;
}

Consequence read_consequence(Fields& in) {
  Consequence then;
  const auto key = in.one_of({"deduct", "per_minute", "day_share", "becomes", "nothing"});
  if (!key) return then;
  if (*key == "becomes") return read_becomes(in);
  if (*key == "nothing") {
    if (!in.flag("nothing")) in.problem({"regulation.only-true"}, "nothing");
  } else if (*key == "day_share") {
    then.kind = Consequence::Kind::day_share;
    then.share = in.share("day_share");
  } else {
    then.kind = *key == "deduct" ? Consequence::Kind::amount : Consequence::Kind::per_minute;
    then.amount = in.money(*key);
  }
  return then;
}

}  // namespace svcadm::regulation
