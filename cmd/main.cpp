// svcadm: hands words and streams to run().

#include <csignal>
#include <iostream>
#include <string>
#include <vector>

#include <unistd.h>

#include "cmd/environment.hpp"
#include "cmd/run.hpp"

int main(int argc, char** argv) {
  // Ctrl-C ends at once: what is not committed SQLite undoes, and no command leaves half a file in place.
  std::signal(SIGINT, [](int) { _exit(130); });
  std::ios::sync_with_stdio(false);
  const std::vector<std::string> words{argv + (argc > 0 ? 1 : 0), argv + argc};
  return svcadm::cmd::run(words, std::cin, std::cout, std::cerr, svcadm::cmd::machine_environment());
}
