// bench_generator PEOPLE MONTH DIRECTORY [damaged]: the files of an office of so many people at the end of a month, for
// scripts/bench.  The same bytes on every machine.  With "damaged" about one line of punches in 500 is a wrong one.

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include <fmt/format.h>

#include "../sample/random.hpp"
#include "base/moment.hpp"

namespace {

namespace fs = std::filesystem;
using sample::Random;
using svcadm::Date;
using svcadm::Month;
using svcadm::Weekday;

constexpr std::uint64_t seed = 20260331;
constexpr int minute = 60;
constexpr int opening = 9 * 3600;
constexpr int closing = 18 * 3600;

/// A file that is written as it grows; a month of a million people is not kept in memory.
class File {
 public:
  explicit File(const fs::path& path) : path_{path}, out_{path, std::ios::binary} {}
  void line(std::string_view text) {
    out_ << text << '\n';
    if (!out_) throw std::runtime_error{"cannot write " + path_.string()};
  }

 private:
  fs::path path_;
  std::ofstream out_;
};

std::string number_of(int person) { return fmt::format("N{:07}", person); }

/// The third Thursday is free, and the Saturday after it is worked instead.
struct Workdays {
  Date free;
  Date worked;
  std::vector<Date> all;

  explicit Workdays(Month month) {
    int thursdays = 0;
    for (Date day = first_day(month); day <= last_day(month); ++day) {
      if (weekday(day) == Weekday::thursday && ++thursdays == 3) free = day;
    }
    worked = free + 2;
    for (Date day = first_day(month); day <= last_day(month); ++day) {
      if (day == worked || (!is_weekend(day) && day != free)) all.push_back(day);
    }
  }
};

void write_calendar(const fs::path& directory, const Workdays& workdays) {
  File file{directory / "holidays.csv"};
  file.line("date,kind");
  file.line(to_string(workdays.free) + ",holiday");
  file.line(to_string(workdays.worked) + ",workday");
}

void write_people(const fs::path& directory, int people, Date before) {
  constexpr std::array<std::string_view, 8> families{"赵", "钱", "孙", "李", "周", "吴", "郑", "王"};
  constexpr std::array<std::string_view, 8> names{"晨", "宇", "欣", "佳", "志明", "丽华", "建国", "雨"};
  constexpr std::array<std::string_view, 6> departments{"客服一部", "客服二部", "质检部", "财务部", "采购部", "行政部"};
  const auto one_of = [](const auto& words, Random& random) {
    return words[static_cast<std::size_t>(random.between(0, static_cast<int>(words.size()) - 1))];
  };
  Random random{seed};
  File file{directory / "employees.csv"};
  file.line("employee_no,name,department,hire_date");
  for (int person = 1; person <= people; ++person) {
    const std::string_view family = one_of(families, random);
    const std::string_view name = one_of(names, random);
    const std::string_view department = one_of(departments, random);
    file.line(fmt::format("{},{}{},{},{}", number_of(person), family, name, department,
                          to_string(before - random.between(40, 3600))));
  }
}

/// Who is off on which workday, as bits by the workday's place in the month.
using DaysOff = std::vector<std::uint32_t>;

/// About one workday in thirty: spans of one to three workdays, few of them refused; none overlap.
DaysOff write_leave(const fs::path& directory, int people, const Workdays& workdays) {
  Random random{seed + 1};
  DaysOff off(static_cast<std::size_t>(people));
  File file{directory / "leaves.csv"};
  file.line("employee_no,kind,start_date,end_date,status");
  const int days = static_cast<int>(workdays.all.size());
  for (int person = 1; person <= people; ++person) {
    std::uint32_t taken = 0;
    for (int attempt = 0; attempt < 2; ++attempt) {
      if (!random.once_in(6)) continue;
      const int first = random.between(0, days - 1);
      const int length = std::min(random.between(1, 3), days - first);
      const std::uint32_t span = ((1U << length) - 1U) << first;
      if ((taken & span) != 0) continue;
      taken |= span;
      const bool refused = random.once_in(20);
      if (!refused) off[static_cast<std::size_t>(person - 1)] |= span;
      const int lot = random.between(1, 10);
      const char* kind = lot <= 4 ? "sick" : lot <= 7 ? "personal" : "annual";
      file.line(fmt::format(
          "{},{},{},{},{}", number_of(person), kind, to_string(workdays.all[static_cast<std::size_t>(first)]),
          to_string(workdays.all[static_cast<std::size_t>(first + length - 1)]), refused ? "rejected" : "approved"));
    }
  }
  return off;
}

struct Punch {
  int second;
  int person;
  bool in;
};

/// A few in a hundred are late or leave early, forget a punch, or press twice.
void add_day(int person, Random& random, std::vector<Punch>& punches) {
  const std::size_t before = punches.size();
  const bool absent = random.once_in(250);
  if (!absent && !random.once_in(125)) {
    const bool late = random.once_in(12);
    const int arrival = late ? opening + random.between(minute, random.between(minute, 40 * minute))
                             : opening - random.between(-59, 40 * minute);
    punches.push_back({arrival, person, true});
  }
  if (!absent && !random.once_in(125)) {
    const bool early = random.once_in(50);
    const int leaving =
        early ? closing - random.between(1, random.between(1, 60 * minute)) : closing + random.between(0, 40 * minute);
    punches.push_back({leaving, person, false});
  }
  if (punches.size() > before && random.once_in(50)) {
    const Punch last = punches.back();
    punches.push_back({last.second + (random.once_in(3) ? random.between(1, 4) : 0), last.person, last.in});
  }
}

/// The wrong lines, one after another.
std::string wrong_line(int kind, const std::string& number, const std::string& day, const std::string& time,
                       std::string_view direction) {
  switch (kind % 7) {
    case 0: return fmt::format("{},{} 25:10:00,{}", number, day, direction);                 // no such hour
    case 1: return fmt::format("{},{}39 {},{}", number, day.substr(0, 8), time, direction);  // no such day
    case 2: return fmt::format("{},{} {}", number, day, time);                               // a field is missing
    case 3: return fmt::format("Z{},{} {},{}", number, day, time, direction);                // nobody's number
    case 4: return fmt::format("{},{} {},upwards", number, day, time);                       // no direction
    case 5: return fmt::format("{},1998{} {},{}", number, day.substr(4), time, direction);   // another month
    default: return fmt::format("{},{} {}?,{}", number, day, time.substr(0, 7), direction);  // not a digit
  }
}

void write_punches(const fs::path& directory, int people, const Workdays& workdays, const DaysOff& off, bool damaged) {
  Random random{seed + 2};
  Random damage{seed + 3};
  int wrong = 0;
  File file{directory / "punches.csv"};
  file.line("employee_no,timestamp,direction");
  std::vector<Punch> punches;
  for (std::size_t place = 0; place < workdays.all.size(); ++place) {
    punches.clear();
    for (int person = 1; person <= people; ++person) {
      const bool away = (off[static_cast<std::size_t>(person - 1)] >> place & 1U) != 0;
      if (away && !random.once_in(50)) continue;  // some come to work although they are on leave
      add_day(person, random, punches);
    }
    std::sort(punches.begin(), punches.end(), [](const Punch& a, const Punch& b) {
      return std::tie(a.second, a.person, b.in) < std::tie(b.second, b.person, a.in);
    });
    const std::string day = to_string(workdays.all[place]);
    for (const Punch& punch : punches) {
      const std::string number = number_of(punch.person);
      const std::string time =
          fmt::format("{:02}:{:02}:{:02}", punch.second / 3600, punch.second / minute % minute, punch.second % minute);
      const std::string_view direction = punch.in ? "in" : "out";
      file.line(fmt::format("{},{} {},{}", number, day, time, direction));
      if (damaged && damage.once_in(500)) file.line(wrong_line(wrong++, number, day, time, direction));
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  try {
    const std::string_view count = argc > 1 ? argv[1] : "";
    int people = 0;
    const bool good = std::from_chars(count.data(), count.data() + count.size(), people).ec == std::errc{};
    const auto month = svcadm::parse_month(argc > 2 ? argv[2] : "");
    if (argc < 4 || argc > 5 || !good || people < 1 || people > 9'999'999 || !month) {
      std::cerr << "usage: bench_generator PEOPLE MONTH DIRECTORY [damaged]\n";
      return 2;
    }
    const fs::path directory{argv[3]};
    fs::create_directories(directory);
    const Workdays workdays{*month};
    write_calendar(directory, workdays);
    write_people(directory, people, first_day(*month));
    write_punches(directory, people, workdays, write_leave(directory, people, workdays), argc == 5);
  } catch (const std::exception& error) {
    std::cerr << "bench_generator: " << error.what() << '\n';
    return 1;
  }
  return EXIT_SUCCESS;
}
