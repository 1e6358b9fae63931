// Runs a fuzz target without libFuzzer, which g++ has not: every file of its corpus, then mutations of them, always the
// same ones, until the time is over; where SVCADM_LONG is set, twenty times as long.
//
//   fuzz_TARGET SECONDS CORPUS [FAILURE]
//
// An input that ends the program, or takes longer than 20 seconds, is left in the file FAILURE.

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <vector>

#include "fuzz/hostile.hpp"

namespace {

using Bytes = std::vector<std::uint8_t>;
using Random = std::mt19937_64;

constexpr unsigned longest_run = 20;          // seconds that one input may take
constexpr std::size_t largest_input = 65536;  // mutations stay below it
constexpr std::uint64_t seed = 20261012;

// What the handler of a fatal signal needs; it may call nothing that allocates.
Bytes current;
const char* failure_file = "failure";

extern "C" void keep_input(int signal) {
  const int file = ::open(failure_file, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0600);
  if (file >= 0) {
    [[maybe_unused]] const auto written = ::write(file, current.data(), current.size());
    ::close(file);
  }
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

/// A finding of the sanitizers ends as a signal too, so that its input is kept.
extern "C" const char* __ubsan_default_options() { return "abort_on_error=1:print_stacktrace=1"; }
extern "C" const char* __asan_default_options() { return "abort_on_error=1"; }

void run(const Bytes& input) {
  current = input;
  ::alarm(longest_run);
  LLVMFuzzerTestOneInput(current.data(), current.size());
  ::alarm(0);
}

std::size_t below(Random& random, std::size_t bound) { return static_cast<std::size_t>(random() % bound); }

/// Bytes that readers of text trip over.
std::string_view nasty(Random& random) {
  using namespace std::string_view_literals;
  static constexpr std::array pieces = {"\0"sv,
                                        "\0\0\0\0"sv,
                                        "\r"sv,
                                        "\r\n"sv,
                                        "\n"sv,
                                        "\""sv,
                                        "\"\""sv,
                                        ",,,"sv,
                                        "\t"sv,
                                        "'"sv,
                                        "\\"sv,
                                        "[["sv,
                                        "]]"sv,
                                        "{"sv,
                                        "}"sv,
                                        "="sv,
                                        "--"sv,
                                        "\x1b[31m"sv,
                                        "\u202e"sv,
                                        "\u200b"sv,
                                        "\xed\xa0\x80"sv,
                                        "\xc0\xaf"sv,
                                        "\xff\xfe"sv,
                                        "\xef\xbb\xbf"sv,
                                        "\x81\x30\x81\x30"sv,
                                        "\U00020BB7"sv,
                                        "０"sv,
                                        "2026-02-30"sv,
                                        "0000-01-01"sv,
                                        "24:00"sv,
                                        "10000-01-01"sv,
                                        "99999999999999999999"sv,
                                        "-0"sv,
                                        "1e9"sv,
                                        "."sv};
  return pieces[below(random, pieces.size())];
}

void mutate(Bytes& input, const std::vector<Bytes>& corpus, Random& random) {
  const auto place = [&] { return input.begin() + static_cast<std::ptrdiff_t>(below(random, input.size() + 1)); };
  const auto from = place();
  const auto to = std::min(input.end(), from + static_cast<std::ptrdiff_t>(below(random, 40)));
  switch (below(random, 7)) {
    case 0:
      if (from != input.end()) *from = static_cast<std::uint8_t>(random());
      return;
    case 1:
      if (from != input.end()) *from = static_cast<std::uint8_t>(*from ^ (1U << below(random, 8)));
      return;
    case 2: input.erase(from, to); return;
    case 3: {  // said twice
      const Bytes part{from, to};
      input.insert(place(), part.begin(), part.end());
      return;
    }
    case 4: {
      const auto piece = nasty(random);
      input.insert(from, piece.begin(), piece.end());
      return;
    }
    case 5: {  // the end of another one
      const Bytes& other = corpus[below(random, corpus.size())];
      const auto start = other.begin() + static_cast<std::ptrdiff_t>(below(random, other.size() + 1));
      input.erase(from, input.end());
      input.insert(input.end(), start, other.end());
      return;
    }
    default: input.erase(from, input.end()); return;  // torn
  }
}

std::vector<Bytes> read_corpus(const char* folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator{folder}) files.push_back(entry.path());
  std::ranges::sort(files);
  std::vector<Bytes> corpus{Bytes{}};
  for (const auto& file : files) {
    std::ifstream stream{file, std::ios::binary};
    corpus.emplace_back(std::istreambuf_iterator<char>{stream}, std::istreambuf_iterator<char>{});
  }
  return corpus;
}

}  // namespace

int main(int count, char** words) {
  if (count < 3) {
    std::fputs("usage: fuzz_TARGET SECONDS CORPUS [FAILURE]\n", stderr);
    return 2;
  }
  if (count > 3) failure_file = words[3];
  for (const int signal : {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGALRM}) std::signal(signal, keep_input);

  const int factor = std::getenv("SVCADM_LONG") != nullptr ? 20 : 1;
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds{std::atoi(words[1]) * factor};
  const std::vector<Bytes> corpus = read_corpus(words[2]);
  for (const Bytes& input : corpus) run(input);
  long executions = static_cast<long>(corpus.size());
  Random random{seed};
  for (; std::chrono::steady_clock::now() < end; ++executions) {
    Bytes input = corpus[below(random, corpus.size())];
    for (std::size_t changes = 1 + below(random, 6); changes > 0; --changes) mutate(input, corpus, random);
    if (input.size() > largest_input) input.resize(largest_input);
    run(input);
  }
  std::printf("%ld inputs, %zu of them the corpus\n", executions, corpus.size());
  return 0;
}
