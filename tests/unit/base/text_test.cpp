#include "base/text.hpp"

#include <doctest/doctest.h>

#include "base/digest.hpp"

using namespace svcadm;

TEST_CASE("Chinese takes two columns, combining marks none") {
  CHECK(display_width("abc") == 3);
  CHECK(display_width("旷工") == 4);
  CHECK(display_width("\U00020BB7") == 2);  // a rare character beyond 16 bits
  CHECK(display_width("e\u0301") == 1);
  CHECK(display_width("\xff") == 1);
}

TEST_CASE("padding and cutting go by columns") {
  CHECK(pad("旷工", 6) == "旷工  ");
  CHECK(pad("旷工", 6, Align::right) == "  旷工");
  CHECK(pad("旷工", 3) == "旷工");
  CHECK(svcadm::truncate("旷工扣款", 8) == "旷工扣款");
  CHECK(svcadm::truncate("旷工扣款", 7) == "旷工扣…");
  CHECK(svcadm::truncate("旷工扣款", 6) == "旷工…");
}

TEST_CASE("lines are broken at blanks and between wide characters") {
  CHECK(wrap("one two three", 8) == std::vector<std::string>{"one two", "three"});
  CHECK(wrap("一二三四五", 4) == std::vector<std::string>{"一二", "三四", "五"});
  CHECK(wrap("", 10) == std::vector<std::string>{""});
  CHECK(wrap("a\nb", 10) == std::vector<std::string>{"a", "b"});
  CHECK(wrap("a\x1B[31mb\x07 c\xE2\x80\xAE", 10) == std::vector<std::string>{"a␛[31mb␇", "c\uFFFD"});
}

TEST_CASE("a line does not begin with a closing mark") {
  for (const std::string& line : wrap("一二三。四五六，七八九", 6)) {
    CHECK_FALSE(line.starts_with("。"));
    CHECK_FALSE(line.starts_with("，"));
  }
}

TEST_CASE("nothing stored can steer a terminal") {
  CHECK(printable("a\x1b[2J\n\x7f") == "a␛[2J␊␡");
  CHECK(printable("\u009b") == "�");
  for (const char* steering : {"\u202e", "\u2066", "\u200e", "\u200f", "\u061c", "\u2028"}) {
    CHECK(printable(steering) == "�");
  }
  CHECK(printable("\xff") == "�");
  CHECK(printable("张三 é") == "张三 é");
}

TEST_CASE("what people type is compared folded") {
  CHECK(trim(" \u3000 张三\t\ufeff") == "张三");
  CHECK(fold(" ＡＢＣ１２ ") == "abc12");
  CHECK(fold("É") == fold("e\u0301"));
}

TEST_CASE("only UTF-8 is valid UTF-8") {
  CHECK(valid_utf8("张三"));
  CHECK_FALSE(valid_utf8("\xd5\xc5"));      // GB18030
  CHECK_FALSE(valid_utf8("\xc0\x80"));      // an overlong form
  CHECK_FALSE(valid_utf8("\xed\xa0\x80"));  // half a surrogate pair
}

TEST_CASE("SHA-256 is SHA-256") {
  CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  Digest digest;
  digest.add("a");
  digest.add("bc");
  CHECK(digest.hex() == sha256("abc"));
}
