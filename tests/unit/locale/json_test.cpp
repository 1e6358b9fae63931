#include "locale/json.hpp"

#include <doctest/doctest.h>

#include "locale/catalogue.hpp"

using namespace svcadm;

TEST_CASE("a message comes back from JSON as it went in") {
  const Message all{"ground.every.kind",
                    {std::int64_t{-7}, std::string{"三 \"quoted\"\n"}, yuan(50), Money{-4091}, Rational{2, 3},
                     Rational{-1, 7}, Rational{5}, make_date(2026, 10, 12), make_month(2026, 10),
                     at(make_date(2026, 10, 12), TimeOfDay{34205}), TimeOfDay{34200}, TimeOfDay{-60}, TimeOfDay{200000},
                     Span{901}, HalfDays{1}, HalfDays{-3}, Label{.zh = "病假", .en = "sick leave"}, Term{"late"}}};
  CHECK(locale::message_from_json(locale::message_to_json(all)) == all);
  CHECK(locale::message_from_json(locale::message_to_json({"no.args"})) == Message{"no.args"});
}

TEST_CASE("the written form is the promised one") {
  CHECK(locale::message_to_json({"ground.lateness.tier", {yuan(50), Span{901}, HalfDays{1}}}) ==
        R"({"id":"ground.lateness.tier","args":[{"money":"50.00"},{"span":901},{"days":"0.5"}]})");
}

TEST_CASE("what is no message is refused") {
  for (const char* text :
       {"", "{", "[]", R"({"id":"a"})", R"({"id":"a","args":[{"fen":1}]})", R"({"id":"a","args":[{"money":"x"}]})",
        R"({"id":"a","args":[1]})", R"({"id":"a","args":[{"days":"0.3"}]})"}) {
    CAPTURE(text);
    CHECK_THROWS_AS(locale::message_from_json(text), Error);
  }
}

TEST_CASE("an error carries all its problems, ids and arguments beside the sentence") {
  const Error error{Failure::input,
                    {{.message = {"problem.usage.count", {std::string{"x"}}},
                      .place = Place{.file = "a.csv", .line = 3, .field = "days"},
                      .way_out = "svcadm help"},
                     {.message = {"bug", {std::string{"\xff"}}}}}};
  CHECK(locale::error_to_json(error) ==
        R"({"error":{"status":8,"problems":[{"id":"problem.usage.count","args":[{"text":"x"}],)"
        R"("text":"'x' is no count: write a whole number from 0 on","file":"a.csv","line":3,"field":"days",)"
        R"("way_out":"svcadm help"},{"id":"bug","args":[{"text":"�"}],"text":"a mistake in svcadm itself: �"}]}})");
}
