// Twenty processes that punch, approve and read while another drafts, approves, pays and closes a month: what was said
// to be done is there, once.
//
// Some seconds; with SVCADM_LONG five minutes.

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <new>
#include <thread>

#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "fault/office_file.hpp"
#include "fault/writing_use_cases.hpp"
#include "usecase/audit.hpp"
#include "usecase/clock_in.hpp"
#include "usecase/leave_request.hpp"
#include "usecase/payroll_steps.hpp"
#include "usecase/payroll_verify.hpp"

using namespace svcadm;
using test::Folder;

namespace {

constexpr int punchers = 12;
constexpr int approvers = 4;
constexpr int readers = 4;
constexpr int requests_each = 3;
constexpr Month october_2026{2026 * 12 + 9};
const Date november_2 = make_date(2026, 11, 2);

bool is_long() { return std::getenv("SVCADM_LONG") != nullptr; }
int punches_each() { return is_long() ? 6000 : 10; }
std::chrono::seconds time_given() { return std::chrono::seconds{is_long() ? 300 : 20}; }

/// What the processes tell each other; in memory that they share.
struct Told {
  std::atomic<int> punched = 0;
  std::atomic<int> approved = 0;
  std::atomic<int> read = 0;
  std::atomic<int> unexpected = 0;
  std::atomic<int> busy = 0;
  std::atomic<bool> closed = false;
  std::atomic<bool> over = false;
};

class Shared {
 public:
  Shared() {
    void* memory = ::mmap(nullptr, sizeof(Told), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    REQUIRE(memory != MAP_FAILED);
    told_ = new (memory) Told;
  }
  ~Shared() { ::munmap(told_, sizeof(Told)); }
  Shared(const Shared&) = delete;
  Shared& operator=(const Shared&) = delete;
  Told* operator->() { return told_; }

 private:
  Told* told_;
};

/// In the evening of the day, as account `uid`.
usecase::Caller evening(std::int64_t uid) {
  return {.uid = uid, .utc_seconds = test::fault_caller().utc_seconds + 12 * 3600};
}

/// One command; what it fails of, but for waiting too long, is nothing that may happen.
template <class Work>
bool command(const std::string& file, Shared& told, std::int64_t uid, const Work& work) {
  try {
    usecase::Office office{store::Database::open(file, store::Patience{60}), evening(uid)};
    work(office);
    return true;
  } catch (const Error& error) {
    ++(error.failure() == Failure::busy ? told->busy : told->unexpected);
    if (error.failure() != Failure::busy) {
      fmt::print(stderr, "{}\n", error.problems().empty() ? "?" : error.problems().front().message.id);
    }
    return false;
  }
}

void punch(const std::string& file, Shared& told, int which) {
  const std::string person = std::to_string(1001 + which % 3);
  for (int i = 0; i < punches_each() && !told->over; ++i) {
    const Moment when = at(november_2 - 1) + Span{8 * 3600 + which + punchers * i};
    bool added = false;
    const bool done = command(file, told, 7, [&](usecase::Office& office) {
      added = usecase::record_punch(office, {.person = person, .at = when});
    });
    if (done && added) ++told->punched;
  }
}

void approve(const std::string& file, Shared& told, const std::vector<std::int64_t>& leaves) {
  for (const std::int64_t leave : leaves) {
    const bool done = command(file, told, 7, [&](usecase::Office& office) {
      usecase::approve_leave(
          office, leave, {.on_paper = {.person = "1002", .at = at(november_2, TimeOfDay{10 * 3600}), .paper = "X-1"}});
    });
    if (done) ++told->approved;
  }
}

void read(const std::string& file, Shared& told) {
  while (!told->over) {
    const bool done = command(file, told, 8, [&](usecase::Office& office) {
      if (!usecase::verify_audit(office).findings.empty()) ++told->unexpected;
      usecase::list_events(office, {.last = 10});
    });
    if (done) ++told->read;
  }
}

void close_month(const std::string& file, Shared& told) {
  const usecase::RunChoice october{.run = {}, .month = october_2026};
  const auto step = [&](std::int64_t uid, const auto& work) { return command(file, told, uid, work); };
  told->closed =
      step(7, [](usecase::Office& office) { usecase::close_run(office, {.run = {}, .month = october_2026 - 1}); }) &&
      step(
          8,
          [](usecase::Office& office) {
            usecase::run_payroll(office, {.month = october_2026, .hold = {"1001", "1002", "1003"}, .reason = "等账号"});
          }) &&
      step(7, [&](usecase::Office& office) { usecase::approve_run(office, october); }) &&
      step(7, [&](usecase::Office& office) { usecase::pay_run(office, october, november_2, {}); }) &&
      step(7, [&](usecase::Office& office) { usecase::close_run(office, october); });
}

pid_t start(const std::function<void()>& work) {
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    try {
      work();
    } catch (...) {
      ::_exit(1);
    }
    ::_exit(0);
  }
  return child;
}

bool ended_well(pid_t child) {
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/// Requests of 1003 for one day each that wait for an approval.
std::vector<std::int64_t> ask(const std::string& file) {
  usecase::Office office{store::Database::open(file), evening(7)};
  std::vector<std::int64_t> leaves;
  for (Date day = november_2 + 7; leaves.size() < approvers * requests_each; day = day + 7) {
    leaves.push_back(usecase::request_leave(office, {.person = "1003",
                                                     .kind = "病假",
                                                     .span = {day, 1, day, 1},
                                                     .deputy = "1001",
                                                     .asked_on = at(november_2, TimeOfDay{9 * 3600})})
                         .leave);
  }
  return leaves;
}

std::int64_t count_of(const std::string& file, const char* sql) {
  auto database = store::Database::open(file);
  store::Query query{database, sql};
  query.next();
  return query.integer(0);
}

}  // namespace

TEST_CASE("of a crowd that writes at once nothing is lost and nothing is doubled") {
  const Folder folder;
  const std::string file = folder / "office.db";
  test::make_fault_office(file);
  const auto leaves = ask(file);
  const char* const punches = "SELECT count(*) FROM punch";
  const char* const punch_events = "SELECT count(*) FROM audit_event WHERE action = 'clock-in.punch'";
  const char* const approvals = "SELECT count(*) FROM request_act WHERE act = 'approve'";
  const auto before = count_of(file, punches);
  const auto events_before = count_of(file, punch_events);
  const auto approved_before = count_of(file, approvals);

  Shared told;
  std::vector<pid_t> writers;
  for (int i = 0; i < punchers; ++i) writers.push_back(start([&] { punch(file, told, i); }));
  for (std::size_t i = 0; i < approvers; ++i) {
    const auto first = leaves.begin() + static_cast<std::ptrdiff_t>(i * requests_each);
    const std::vector<std::int64_t> own{first, first + requests_each};
    writers.push_back(start([&, own] { approve(file, told, own); }));
  }
  writers.push_back(start([&] { close_month(file, told); }));
  std::vector<pid_t> others;
  for (int i = 0; i < readers; ++i) others.push_back(start([&] { read(file, told); }));
  std::thread limit{[&] {
    const auto until = std::chrono::steady_clock::now() + time_given();
    while (!told->over && std::chrono::steady_clock::now() < until) ::usleep(10000);
    told->over = true;
  }};
  for (const pid_t child : writers) CHECK(ended_well(child));
  told->over = true;
  limit.join();
  for (const pid_t child : others) CHECK(ended_well(child));

  CHECK(told->unexpected == 0);
  CHECK(told->closed);
  CHECK(told->read > 0);
  CHECK(told->punched > 0);
  if (told->busy == 0) CHECK(told->approved == approvers * requests_each);
  CHECK(count_of(file, punches) == before + told->punched);
  CHECK(count_of(file, punch_events) == events_before + told->punched);
  CHECK(count_of(file, approvals) == approved_before + told->approved);
  CHECK(test::unsound(file) == "");
  usecase::Office office{store::Database::open(file), evening(7)};
  for (const auto& run : usecase::verify_month(office, october_2026)) CHECK(run.comparison.holds());
  if (is_long()) {
    fmt::print("crowd: {} punches, {} approvals, {} readings, {} waited too long\n", told->punched.load(),
               told->approved.load(), told->read.load(), told->busy.load());
  }
}
