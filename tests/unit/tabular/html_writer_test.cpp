#include <doctest/doctest.h>

#include <sstream>

#include "tabular/writer.hpp"

namespace svcadm::tabular {

namespace {

std::string html(const Header& header, const std::vector<std::vector<Cell>>& rows, const WriterOptions& options) {
  std::ostringstream out;
  const auto writer = make_writer(Format::html, out, options);
  writer->begin(header);
  for (const auto& row : rows) writer->row(row);
  writer->end();
  return out.str();
}

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a printed page has title, rows, sums and boxes to sign, everything escaped") {
  const Header header = {.title = "工资表 <b>",
                         .subtitle = "2026-10",
                         .columns = {{"name", "姓名"}, {"net", "实发", Kind::money, true}},
                         .total_label = "合计",
                         .created = at(make_date(2026, 10, 31))};
  const std::string page = html(header, {{"<script>&\"'\n\x01\xFF", yuan(1)}, {"李", yuan(2)}},
                                {.signature_labels = {"制表", "审核", "批准"}});
  CHECK(contains(page, "<h1>工资表 &lt;b&gt;</h1>"));
  CHECK(contains(page, "<p>2026-10</p>"));
  CHECK(contains(page, "<td>&lt;script&gt;&amp;&quot;&#39;<br> \xEF\xBF\xBD</td><td class=\"n\">1.00</td>"));
  CHECK(contains(page, "<td>合计</td><td class=\"n\">3.00</td>"));
  CHECK(contains(page, "<div>制表</div><div>审核</div><div>批准</div>"));
  CHECK(contains(page, "2026-10-31 00:00:00"));
  CHECK_FALSE(contains(page, "<script>"));
}

TEST_CASE("another grid is a page of its own, with its own sum and boxes; what a record is about stands above") {
  std::ostringstream out;
  const auto writer = make_writer(Format::html, out, {.signature_labels = {"制表"}});
  Header header = {.about = {"1003 王芳", "<18>"}, .columns = {{"net", "实发", Kind::money, true}}};
  writer->begin(header);
  writer->row(std::vector<Cell>{yuan(1)});
  header.about = {"1004 李娜"};
  writer->next(header);
  writer->row(std::vector<Cell>{yuan(2)});
  writer->end();
  const std::string pages = out.str();
  const auto second = pages.find("<section>", pages.find("<section>") + 1);
  REQUIRE(second != std::string::npos);
  CHECK(contains(pages.substr(0, second), "<p class=\"about\">1003 王芳<br>&lt;18&gt;</p>"));
  CHECK(contains(pages.substr(0, second), "<tr><td class=\"n\">1.00</td></tr>\n</tbody>\n</table>"));
  CHECK(contains(pages.substr(second), "<p class=\"about\">1004 李娜</p>"));
  CHECK(contains(pages.substr(second), "<tr><td class=\"n\">2.00</td></tr>\n</tbody>\n</table>"));
  CHECK(contains(pages.substr(second), "<div>制表</div>"));
  CHECK(contains(pages, "section + section { break-before: page; }"));
}

TEST_CASE("a stamp stands behind the subtitle, or in its place") {
  CHECK(
      contains(html({.subtitle = "2026-10", .columns = {{"a", "A"}}}, {}, {.stamp = "demo"}), "<p>2026-10  demo</p>"));
  CHECK(contains(html({.columns = {{"a", "A"}}}, {}, {.stamp = "demo"}), "<p>demo</p>"));
  CHECK_FALSE(contains(html({.columns = {{"a", "A"}}}, {}, {}), "<p>"));
}

TEST_CASE("many columns turn the page on its side") {
  Header header;
  for (int i = 0; i < 31; ++i) header.columns.push_back({"d" + std::to_string(i), std::to_string(i)});
  CHECK(contains(html(header, {}, {}), "size: A4 landscape"));
  header.columns.resize(4);
  CHECK_FALSE(contains(html(header, {}, {}), "landscape"));
}

}  // namespace svcadm::tabular
