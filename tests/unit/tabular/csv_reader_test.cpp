#include <doctest/doctest.h>

#include "tabular/csv_reader.hpp"

namespace svcadm::tabular {

namespace {

using Fields = std::vector<std::string>;

struct Reading {
  std::vector<Record> records;
  Problems problems;
};

Reading read(std::string_view text, char delimiter = ',') {
  Reading reading;
  CsvReader reader{"a.csv", text, delimiter, reading.problems};
  for (Record record; reader.next(record);) reading.records.push_back(record);
  return reading;
}

}  // namespace

TEST_CASE("quotes hold commas, quotes and line ends, blanks are kept") {
  const Reading reading = read("a,\"b,\"\"c\"\"\", d \n\"x\r\ny\",,\"\"\n");
  REQUIRE(reading.records.size() == 2);
  CHECK(reading.records[0].fields == Fields{"a", "b,\"c\"", " d "});
  CHECK(reading.records[1].fields == Fields{"x\r\ny", "", ""});
  CHECK(reading.problems.empty());
}

TEST_CASE("every record knows its physical lines, whatever ends them and however many are empty") {
  const Reading reading = read("\n\na,b\r\n\r\n\"1\n2\n3\",c\rd,e\n\nf,g");
  REQUIRE(reading.records.size() == 4);
  CHECK(reading.records[0].line == 3);
  CHECK(reading.records[1].line == 5);
  CHECK(reading.records[1].last_line == 7);
  CHECK(reading.records[2].line == 8);
  CHECK(reading.records[3].line == 10);
  CHECK(reading.records[3].fields == Fields{"f", "g"});
}

TEST_CASE("a shorter record after a longer one has its own length") {
  const Reading reading = read("a,b,c\nd\n");
  REQUIRE(reading.records.size() == 2);
  CHECK(reading.records[1].fields == Fields{"d"});
}

TEST_CASE("the first quote out of place ends the reading and is its last problem") {
  for (const std::string bad : {"1,\"a\"b\n", "1,a\"b\n"}) {
    const Reading reading = read("a,b\n" + bad + "2,c\n\"\n");
    CHECK(reading.records.size() == 1);
    REQUIRE(reading.problems.size() == 1);
    CHECK(reading.problems[0].message.id == "input.bad-quote");
    CHECK(reading.problems[0].place->line == 2);
  }
}

TEST_CASE("a quote that never closes is a problem of the line where it opens") {
  const Reading reading = read("a,b\n1,\"x\n2,y\n3,z\n");
  CHECK(reading.records.size() == 1);
  REQUIRE(reading.problems.size() == 1);
  CHECK(reading.problems[0].message.id == "input.open-quote");
  CHECK(reading.problems[0].place->line == 2);
}

TEST_CASE("fields over 2 MB and records over 16 MB end the reading") {
  const std::string large(largest_field, 'x');
  CHECK(read(large + ",1\n").records.size() == 1);
  CHECK(read(large + "x,1\n").problems.at(0).message.id == "input.field-too-large");
  std::string record;
  for (int i = 0; i < 9; ++i) record += large + ",";
  CHECK(read("a\n" + record).problems.at(0).message.id == "input.record-too-large");
  CHECK(read("a\n\"" + std::string(largest_record, '\n')).problems.at(0).message.id == "input.field-too-large");
}

TEST_CASE("delimiters are found in the header, not in quotes or titles") {
  CHECK(find_delimiter("a;b;c\n") == ';');
  CHECK(find_delimiter("a\tb\n") == '\t');
  CHECK(find_delimiter("考勤表, 10 月\na;b;c\n") == ';');
  CHECK(find_delimiter("\"a;b;c\",d\n") == ',');
  CHECK(find_delimiter("") == ',');
  CHECK(read("a\tb, c\n", '\t').records.at(0).fields == Fields{"a", "b, c"});
}

TEST_CASE("a hundred thousand rows are read one by one") {
  std::string text;
  for (int i = 0; i < 100'000; ++i) text += std::to_string(i) + ",王小明,\"x\"\n";
  Problems problems;
  CsvReader reader{"a.csv", text, ',', problems};
  Record record;
  int rows = 0;
  int last_line = 0;
  for (; reader.next(record); ++rows) last_line = record.line;
  CHECK(rows == 100'000);
  CHECK(last_line == 100'000);
  CHECK(problems.empty());
}

}  // namespace svcadm::tabular
