// bench_measure TIMES COMMAND ...: runs the command so often, one after the other, and prints on the third file
// descriptor the mean of the wall clock's milliseconds and the largest memory of any process in it, in KB.
// The status is the command's, where one run of it fails.

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <iostream>
#include <string>

#include <fmt/format.h>

int main(int argc, char** argv) {
  const int times = argc > 2 ? std::atoi(argv[1]) : 0;
  if (times < 1) {
    std::cerr << "usage: bench_measure TIMES COMMAND ... 3>RESULT\n";
    return 2;
  }
  const auto begin = std::chrono::steady_clock::now();
  for (int i = 0; i < times; ++i) {
    const pid_t child = fork();
    if (child < 0) return 1;
    if (child == 0) {
      execvp(argv[2], argv + 2);
      _exit(127);
    }
    int status = 0;
    waitpid(child, &status, 0);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
  }
  const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - begin;
  rusage children{};
  getrusage(RUSAGE_CHILDREN, &children);
  const std::string line = fmt::format("{:.3f} {}\n", taken.count() / times, children.ru_maxrss);
  return write(3, line.data(), line.size()) == static_cast<ssize_t>(line.size()) ? 0 : 1;
}
