// svcadm employee add: employ somebody.

#include "cmd/several.hpp"
#include "cmd/verbs.hpp"
#include "usecase/employee.hpp"
#include "usecase/office.hpp"

namespace svcadm::cmd {

namespace {

struct Options {
  std::string number;
  std::string name;
  std::string department;
  std::string hired;
  std::string post;
  std::string grade;
  std::string superior;
  std::optional<std::string> base_pay;
  std::optional<std::string> probation_end;
  std::string device_number;
  std::string agent_number;
};

void declare(Words& words, Options& options) {
  words.argument("NO", options.number, "Employee number").required();
  words.option("--name", options.name, "NAME", "Name").required();
  words.option("--department", options.department, "DEPARTMENT", "Department").required();
  words.option("--hired", options.hired, "DATE", "First day of service").required();
  words.option("--post", options.post, "POST", "Post");
  words.option("--grade", options.grade, "GRADE", "Grade, where pay goes by grade");
  words.option("--superior", options.superior, "PERSON", "To whom he or she reports");
  words.option("--base-pay", options.base_pay, "YUAN", "Own base pay, where the regulation's does not hold");
  words.option("--probation-end", options.probation_end, "DATE", "Last day of probation");
  words.option("--device-number", options.device_number, "NUMBER", "Number at the clock");
  words.option("--agent-number", options.agent_number, "NUMBER", "Number at the telephone platform");
  words.explain("Who has left and comes back keeps the number; years of service count from the new first day.");
  words.example("svcadm employee add 1001 --name 王芳 --department 客服一组 --hired 2024-10-14 --post 坐席");
}

int run(const Options& options, Session& session) {
  auto& office = session.office();
  const Present present = session.present();
  Several read;
  usecase::NewEmployee employee{.employee_no = options.number,
                                .name = options.name,
                                .department = options.department,
                                .hired = read([&] { return read_day(options.hired, present); }),
                                .post = options.post,
                                .grade = options.grade,
                                .superior = options.superior,
                                .device_number = options.device_number,
                                .agent_number = options.agent_number};
  if (options.base_pay) employee.base_pay = read([&] { return read_money(*options.base_pay); });
  if (options.probation_end) {
    employee.probation_end = read([&] { return read_day(*options.probation_end, present); });
  }
  read.conclude();
  usecase::add_employee(office, employee);
  return 0;
}

}  // namespace

Verb employee_add() { return verb<Options>("add", "Employ somebody", declare, Needs::writing, run); }

}  // namespace svcadm::cmd
