// sample_generator DIRECTORY: writes the files that a customer-service centre has at the end of two months, for
// scripts/quickstart to bring into an office.  The same bytes on every machine: everything comes from one seed.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <iconv.h>

#include "days.hpp"
#include "people.hpp"
#include "random.hpp"

namespace sample {

namespace {

namespace fs = std::filesystem;
using svcadm::Moment;
using svcadm::Month;
using svcadm::Span;

constexpr std::uint64_t seed = 20261102;

void write(const fs::path& file, const std::string& text) {
  fs::create_directories(file.parent_path());
  std::ofstream out{file, std::ios::binary};
  out << text;
  if (!out.flush()) throw std::runtime_error{"cannot write " + file.string()};
}

/// As a spreadsheet saves it: a byte order mark and CRLF.
std::string as_spreadsheet(const std::string& text) {
  std::string saved = "\xEF\xBB\xBF";
  for (const char c : text) saved += c == '\n' ? std::string{"\r\n"} : std::string{c};
  return saved;
}

std::string to_gb18030(std::string text) {
  const iconv_t converter = iconv_open("GB18030", "UTF-8");
  std::string bytes(4 * text.size(), '\0');
  char* from = text.data();
  char* to = bytes.data();
  std::size_t left = text.size();
  std::size_t room = bytes.size();
  const std::size_t failed = iconv(converter, &from, &left, &to, &room);
  iconv_close(converter);
  if (failed == static_cast<std::size_t>(-1)) throw std::runtime_error{"iconv"};
  bytes.resize(bytes.size() - room);
  return bytes;
}

// ---- people ----

std::string departments_file() {
  std::string text = "部门,上级部门\n";
  for (const std::string_view name : departments) {
    text += fmt::format("{},{}\n", name, name == departments[0] ? std::string_view{} : departments[0]);
  }
  return text;
}

std::string employees_file() {
  std::string text = "工号,姓名,部门,岗位,上级,入职日期,考勤号码,坐席工号\n";
  for (const Person& person : people) {
    if (person.number == joins_later) continue;
    text += fmt::format("{},{},{},{},{},{},{},{}\n", person.number, person.name,
                        departments[static_cast<std::size_t>(person.team)], person.post,
                        person.superior == 0 ? "" : fmt::to_string(person.superior), person.hired, person.device,
                        person.agent == 0 ? "" : fmt::to_string(person.agent));
  }
  return text;
}

bool serves(const Person& person, Date date) { return day(person.first) <= date && date <= day(person.last); }

std::string roster_file(Month month) {
  std::string header = "工号,姓名";
  std::string weekdays = ",";
  static constexpr std::string_view names[] = {"一", "二", "三", "四", "五", "六", "日"};
  for (Date date = first_day(month); date <= last_day(month); ++date) {
    header += fmt::format(",{}", day_of_month(date));
    weekdays += fmt::format(",{}", names[static_cast<int>(weekday(date)) - 1]);
  }
  std::string text = header + "\n" + weekdays + "\n";
  for (const Person& person : people) {
    // The manager is not on the roster: he follows the calendar.
    if (person.team == 0 || day(person.last) < first_day(month) || last_day(month) < day(person.first)) continue;
    text += fmt::format("{},{}", person.number, person.name);
    for (Date date = first_day(month); date <= last_day(month); ++date) {
      const auto shift = shift_of(person, date);
      text += ",";
      if (serves(person, date)) text += shift ? shift->code : "休";
    }
    text += "\n";
  }
  return text;
}

std::string leave_file(Month month) {
  std::string text = "工号,姓名,假别,开始日期,结束日期,请假单号\n";
  for (const Leave& leave : leaves) {
    if (month_of(day(leave.from.substr(0, 10))) != month) continue;
    const auto* person = std::find_if(std::begin(people), std::end(people),
                                      [&](const Person& one) { return one.number == leave.number; });
    text +=
        fmt::format("{},{},{},{},{},{}\n", leave.number, person->name, leave.kind, leave.from, leave.to, leave.paper);
  }
  return text;
}

// ---- time ----

struct Punch {
  Moment at;
  int pin;
  int state;
};

struct Session {
  Moment from;
  Moment to;
  int agent;
};

struct Time {
  std::vector<Punch> punches;
  std::vector<Session> sessions;
};

/// One person's day, from arrival to departure.
class Day {
 public:
  Day(Random& random, const Person& person, Date date, const Shift& shift, Time& time)
      : random_{random}, person_{person}, date_{date}, shift_{shift}, time_{time} {}

  void live() {
    const Halves leave = leave_on(person_.number, date_);
    if ((leave.first && leave.second) || event_of(person_.number, date_, What::absent) != nullptr) return;
    const bool alone = event_of(person_.number, date_, What::one_punch) != nullptr;
    const Moment arrived = punch(leave.first ? back_from_lunch() : arrival());
    if (leave.first || leave.second) {
      sign(arrived, leave.first ? departure() : at(date_, shift_.lunch_from));
      punch(leave.first ? departure() : at(date_, shift_.lunch_from) + within(10, 200));
      return;
    }
    const Moment gone = at(date_, shift_.lunch_from) + within(10, 240);
    const Moment back = back_from_lunch();
    const Moment left = departure();
    sign(arrived, gone - within(1, 9));
    sign(back, left - within(30, 60));
    if (alone) return;
    punch(gone);
    punch(back);
    punch(left);
  }

 private:
  Span within(int low, int high) { return {random_.between(low, high)}; }

  Moment arrival() {
    const auto* event = event_of(person_.number, date_, What::late);
    const Moment due = at(date_, shift_.from);
    // An agent counts as there when signed in, a minute or two after the clock.
    return event != nullptr ? due + Span{event->seconds - signs_after()} : due - within(300, 1300);
  }
  Moment back_from_lunch() {
    const auto* event = event_of(person_.number, date_, What::late_from_lunch);
    const Moment due = at(date_, shift_.lunch_to);
    return event != nullptr ? due + Span{event->seconds - signs_after()} : due - within(200, 840);
  }
  Moment departure() {
    if (left_) return *left_;
    const auto* event = event_of(person_.number, date_, What::early);
    const Moment due = at(date_, shift_.to);
    left_ = event != nullptr ? due - Span{event->seconds} : due + within(45, 900);
    return *left_;
  }

  int signs_after() const { return person_.agent == 0 ? 0 : 80; }

  Moment punch(Moment moment) {
    // Clocks leave nearly everybody on state 0; a few press the key.
    const int state = random_.once_in(90) ? 1 : 0;
    time_.punches.push_back({moment, person_.device, state});
    if (random_.once_in(60)) time_.punches.push_back({moment + within(2, 6), person_.device, state});  // taps twice
    return moment;
  }
  void sign(Moment after, Moment to) {
    if (person_.agent != 0) time_.sessions.push_back({after + Span{signs_after()}, to, person_.agent});
  }

  Random& random_;
  const Person& person_;
  Date date_;
  Shift shift_;
  Time& time_;
  std::optional<Moment> left_ = std::nullopt;
};

Time live_two_months(Random& random) {
  Time time;
  for (Date date = day("2026-09-01"); date <= day("2026-10-31"); ++date) {
    for (const Person& person : people) {
      const auto shift = shift_of(person, date);
      if (shift && serves(person, date)) Day{random, person, date, *shift, time}.live();
    }
  }
  // The guard's finger: he tries the clock whenever it was switched off.
  for (const auto& [date, when] : {std::pair{"2026-09-01", clock(7, 52)},
                                   {"2026-09-21", clock(7, 48)},
                                   {"2026-10-08", clock(7, 55)},
                                   {"2026-10-26", clock(7, 50)}}) {
    time.punches.push_back({at(day(date), when), 99, 0});
  }
  std::sort(time.punches.begin(), time.punches.end(), [](const Punch& a, const Punch& b) {
    return std::pair{a.at, a.pin} < std::pair{b.at, b.pin};
  });
  std::sort(time.sessions.begin(), time.sessions.end(), [](const Session& a, const Session& b) {
    return std::pair{a.from, a.agent} < std::pair{b.from, b.agent};
  });
  return time;
}

/// A line of the clock's file: number, time, device, state, way of checking (15: by face), work code.
std::string log_line(const Punch& punch) {
  return fmt::format("{:>9}\t{}\t1\t{}\t{}\t0\r\n", punch.pin, to_string(punch.at), punch.state,
                     punch.pin % 4 == 0 ? 15 : 1);
}

/// What the clock writes to a USB stick: everything it remembers.  `damaged` as real files are.
std::string clock_file(const std::vector<Punch>& punches, Moment until, bool damaged) {
  constexpr std::size_t repeated = 120;
  std::string log;
  std::string head;
  std::size_t count = 0;
  for (const Punch& punch : punches) {
    if (until < punch.at) break;
    const std::string line = log_line(punch);
    log += line;
    if (++count <= repeated) head += line;
    if (!damaged) continue;
    if (count == 900) log += line.substr(0, 21) + "\r\n";                             // torn
    if (count == 2300) log += "        5\t1971--10--29 -23:-59:-53\t1\t0\t1\t0\r\n";  // no time at all
    if (count == 3100) log += std::string(65536, '\0');                               // a block that was never written
  }
  if (damaged) return log + head;
  return log + log_line({until, 99, 0}).substr(0, 22);  // the stick was pulled out too early
}

std::string agent_file(const std::vector<Session>& sessions, Month month) {
  std::string text = "坐席工号,签入时间,签出时间\r\n";
  for (const Session& session : sessions) {
    if (month_of(date_of(session.from)) != month) continue;
    text += fmt::format("{},{},{}\r\n", session.agent, to_string(session.from), to_string(session.to));
  }
  return text;
}

// ---- what else the month's pay needs ----

struct Input {
  int number;
  std::string_view month;
  std::string_view kind;
  std::string_view value;
  std::string_view detail = {};
  std::string_view comment = {};
  std::string_view paper = {};
};

constexpr Input inputs[] = {
    {1014, "2026-09", "绩效奖金", "300.00", "", "续签合同一份", ""},
    {1023, "2026-09", "损失赔偿", "800.00", "", "派错工单，经本人确认", "PS-2026-09-02"},
    {1022, "2026-10", "错单", "1", "", "收货地址登记错误", ""},
    {1017, "2026-10", "投诉", "1", "一般投诉", "服务态度，经复核成立", "TS-2026-10-17"},
    {1016, "2026-10", "损失赔偿", "860.00", "", "漏填保价，经本人确认", "PS-2026-10-03"},
};

std::string scores(Random& random, const Person& person) {
  static constexpr std::string_view comments[] = {"工作稳定", "进步明显", "能带新人", "话术熟练", "需加强系统操作"};
  const auto score = [&] { return std::clamp(person.ability + random.between(-3, 3), 60, 100); };
  const std::string who = fmt::format("{},{}", person.number, person.name);
  std::string text = fmt::format("{},业务考试,{},,,\n", who, score());
  for (int sample = 0; sample < 3; ++sample) text += fmt::format("{},通话质检,{},,,\n", who, score());
  const auto comment = static_cast<std::size_t>(person.ability < 80 ? 4 : random.between(0, 3));
  text += fmt::format("{},组长评分,{},,{},\n", who, score(), comments[comment]);
  if (person.agent == 0) return text;
  const int orders = random.between(84, 140);
  const int returned = person.number == 1013 ? (orders + 17) / 18 : random.between(0, 3);  // one above 5 %
  return text + fmt::format("{},订单数,{},,,\n{},退单数,{},,,\n", who, orders, who, returned);
}

std::string input_file(Random& random, Month month) {
  std::string text = "工号,姓名,项目,数值,明细,评语,单号\n";
  for (const Person& person : people) {
    if (day(person.last) < last_day(month) || first_day(month) < day(person.first))
      continue;  // part months have no scores
    text += scores(random, person);
    for (const Input& input : inputs) {
      if (input.number != person.number || input.month != to_string(month)) continue;
      text += fmt::format("{},{},{},{},{},{},{}\n", person.number, person.name, input.kind, input.value, input.detail,
                          input.comment, input.paper);
    }
  }
  return text;
}

void generate(const fs::path& folder) {
  Random random{seed};
  write(folder / "departments.csv", as_spreadsheet(departments_file()));
  write(folder / "employees.csv", as_spreadsheet(employees_file()));
  const Time time = live_two_months(random);
  for (const Month month : {svcadm::make_month(2026, 9), svcadm::make_month(2026, 10)}) {
    const fs::path files = folder / to_string(month);
    const bool first = month_number(month) == 9;
    const Moment exported = first ? at(day("2026-10-08"), clock(7, 55)) : at(day("2026-11-02"), clock(8, 10));
    write(files / "1_attlog.dat", clock_file(time.punches, exported, !first));
    write(files / "agents.csv", to_gb18030(agent_file(time.sessions, month)));
    write(files / "roster.csv", as_spreadsheet(roster_file(month)));
    write(files / "leave.csv", as_spreadsheet(leave_file(month)));
    write(files / "inputs.csv", as_spreadsheet(input_file(random, month)));
  }
}

}  // namespace

}  // namespace sample

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: sample_generator DIRECTORY\n";
    return 2;
  }
  try {
    sample::generate(argv[1]);
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "sample_generator: " << error.what() << '\n';
    return 1;
  }
}
