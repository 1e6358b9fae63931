// Runs a transcript: every command of it in one fresh directory, and compares what it says.
//
//   golden_runner SVCADM TESTDATA FILE.golden [--bless | --bless-all]
//
// A line of the file that begins with "$ " is a command for /bin/sh, "> " continues it; "| " is a line expected
// on stdout, "! " on stderr, "? N" the status if it is not 0; everything else is prose.  "# lang: zh" among the
// first lines sets LANG.  The directory and TESTDATA appear in outputs as $PWD and $SVCADM_TESTDATA, a digest of
// 64 hexadecimal digits as SHA256.
// --bless rewrites what differs in blanks only, --bless-all everything.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <regex>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

namespace fs = std::filesystem;
using Lines = std::vector<std::string>;

/// What a command said.
struct Said {
  Lines out;
  Lines err;
  int status = 0;
  friend bool operator==(const Said&, const Said&) = default;
};

/// One command of a transcript.
struct Step {
  std::size_t first_line = 0;  ///< index of its "$ " line
  std::size_t prose_from = 0;  ///< index of the first line after the command itself
  std::string command;
  Said expected;
};

struct Place {
  fs::path directory;
  fs::path svcadm;
  fs::path testdata;
  std::string lang;
};

Lines split(const std::string& text) {
  Lines lines;
  std::istringstream stream{text};
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

std::string read_file(const fs::path& path) {
  std::ifstream file{path, std::ios::binary};
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

bool marked(std::string_view line, char mark) {
  return !line.empty() && line[0] == mark && (line.size() == 1 || line[1] == ' ');
}

std::string unmarked(const std::string& line) { return line.size() < 2 ? "" : line.substr(2); }

bool expects(std::string_view line) { return marked(line, '|') || marked(line, '!') || marked(line, '?'); }

std::vector<Step> read_steps(const Lines& lines) {
  std::vector<Step> steps;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (marked(lines[i], '$')) {
      Step step{.first_line = i, .command = unmarked(lines[i]), .expected = {}};
      while (i + 1 < lines.size() && marked(lines[i + 1], '>')) step.command += "\n" + unmarked(lines[++i]);
      step.prose_from = i + 1;
      steps.push_back(std::move(step));
    } else if (!steps.empty()) {
      Said& expected = steps.back().expected;
      if (marked(lines[i], '|')) expected.out.push_back(unmarked(lines[i]));
      if (marked(lines[i], '!')) expected.err.push_back(unmarked(lines[i]));
      if (marked(lines[i], '?')) expected.status = std::atoi(unmarked(lines[i]).c_str());
    }
  }
  return steps;
}

std::string lang_of(const Lines& lines) {
  for (std::size_t i = 0; i < std::min<std::size_t>(3, lines.size()); ++i) {
    if (lines[i].starts_with("# lang: zh")) return "zh_CN.UTF-8";
  }
  return {};
}

void replace_all(std::string& text, const std::string& from, const std::string& to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

/// The child's environment is made from nothing, so that no variable of the caller's changes a transcript; SVCADM_LONG
/// only makes its files larger.
Lines environment(const Place& place) {
  Lines variables{"PATH=" + place.svcadm.parent_path().string() + ":/usr/local/bin:/usr/bin:/bin",
                  "HOME=" + place.directory.string(),
                  "PWD=" + place.directory.string(),
                  "TZ=UTC",
                  "NO_COLOR=1",
                  "SVCADM_TESTDATA=" + place.testdata.string()};
  if (!place.lang.empty()) variables.push_back("LANG=" + place.lang);
  for (const char* name : {"ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS", "SVCADM_LONG"}) {
    if (const char* value = std::getenv(name)) variables.push_back(std::string{name} + "=" + value);
  }
  return variables;
}

[[noreturn]] void become_shell(const std::string& command, const Place& place, const fs::path& out,
                               const fs::path& err) {
  Lines variables = environment(place);
  std::vector<char*> pointers;
  for (std::string& variable : variables) pointers.push_back(variable.data());
  pointers.push_back(nullptr);
  const auto open_as = [](const char* path, int flags, int descriptor) {
    const int opened = open(path, flags, 0600);
    if (opened < 0 || dup2(opened, descriptor) < 0) _exit(126);
  };
  open_as("/dev/null", O_RDONLY, 0);
  open_as(out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 1);
  open_as(err.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 2);
  if (chdir(place.directory.c_str()) != 0) _exit(126);
  execle("/bin/sh", "sh", "-c", command.c_str(), nullptr, pointers.data());
  _exit(126);
}

/// The hash of an event covers the machine's clock.
const std::regex sha256{"\\b[0-9a-f]{64}\\b"};

Said run(const std::string& command, const Place& place) {
  // Beside the directory, not in it: a command may list its directory.
  const fs::path out = place.directory.string() + ".out";
  const fs::path err = place.directory.string() + ".err";
  const pid_t child = fork();
  if (child == 0) become_shell(command, place, out, err);
  int status = 0;
  waitpid(child, &status, 0);
  Said said;
  said.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  for (const auto& [path, lines] : {std::pair{out, &said.out}, std::pair{err, &said.err}}) {
    std::string text = read_file(path);
    replace_all(text, place.directory.string(), "$PWD");
    replace_all(text, place.testdata.string(), "$SVCADM_TESTDATA");
    text = std::regex_replace(text, sha256, "SHA256");
    *lines = split(text);
    fs::remove(path);
  }
  return said;
}

/// Only what differs is shown: lines that agree at both ends are left out.
void show_difference(const char* what, const Lines& expected, const Lines& got) {
  if (expected == got) return;
  std::size_t begin = 0;
  const std::size_t shorter = std::min(expected.size(), got.size());
  while (begin < shorter && expected[begin] == got[begin]) ++begin;
  std::size_t end = 0;
  while (end < shorter - begin && expected[expected.size() - 1 - end] == got[got.size() - 1 - end]) ++end;
  std::cout << "  " << what << ", from line " << begin + 1 << ":\n";
  for (std::size_t i = begin; i < expected.size() - end; ++i) std::cout << "    expected  " << expected[i] << '\n';
  for (std::size_t i = begin; i < got.size() - end; ++i) std::cout << "    got       " << got[i] << '\n';
}

void report(const fs::path& file, const Step& step, const Said& got) {
  std::cout << file.string() << ":" << step.first_line + 1 << ": $ " << step.command << '\n';
  show_difference("stdout", step.expected.out, got.out);
  show_difference("stderr", step.expected.err, got.err);
  if (step.expected.status != got.status) {
    std::cout << "  status: expected " << step.expected.status << ", got " << got.status << '\n';
  }
}

std::string without_blanks(const Lines& lines) {
  std::string text;
  for (const std::string& line : lines) {
    std::copy_if(line.begin(), line.end(), std::back_inserter(text), [](char c) { return c != ' ' && c != '\t'; });
  }
  return text;
}

bool differs_in_blanks_only(const Said& a, const Said& b) {
  return a.status == b.status && without_blanks(a.out) == without_blanks(b.out) &&
         without_blanks(a.err) == without_blanks(b.err);
}

void append(Lines& lines, char mark, const Lines& said) {
  for (const std::string& line : said)
    lines.push_back(line.empty() ? std::string{mark} : std::string{mark, ' '} + line);
}

/// The transcript with `said` in the place of what it expected; prose stays where it is.
Lines rewritten(const Lines& lines, const std::vector<Step>& steps, const std::vector<Said>& said) {
  Lines written;
  std::size_t at = 0;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    for (; at < steps[i].prose_from; ++at) {
      if (i == 0 || !expects(lines[at])) written.push_back(lines[at]);
    }
    append(written, '|', said[i].out);
    append(written, '!', said[i].err);
    if (said[i].status != 0) written.push_back("? " + std::to_string(said[i].status));
  }
  for (; at < lines.size(); ++at) {
    if (!expects(lines[at])) written.push_back(lines[at]);
  }
  return written;
}

int run_transcript(const fs::path& file, Place place, std::string_view bless) {
  const Lines lines = split(read_file(file));
  const std::vector<Step> steps = read_steps(lines);
  if (steps.empty()) {
    std::cout << file.string() << ": no command in it\n";
    return 1;
  }
  place.lang = lang_of(lines);
  bool failed = false;
  bool changed = false;
  std::vector<Said> keep;
  for (const Step& step : steps) {
    const Said got = run(step.command, place);
    const bool same = got == step.expected;
    const bool blessed =
        !same && (bless == "--bless-all" || (bless == "--bless" && differs_in_blanks_only(step.expected, got)));
    if (!same && !blessed) report(file, step, got);
    failed = failed || (!same && !blessed);
    changed = changed || blessed;
    keep.push_back(blessed ? got : step.expected);
  }
  if (changed) {
    std::ofstream out{file, std::ios::binary};
    for (const std::string& line : rewritten(lines, steps, keep)) out << line << '\n';
    std::cout << file.string() << ": rewritten\n";
  }
  return failed ? 1 : 0;
}

}  // namespace

int main(int argc, char** argv) {
  const Lines words{argv, argv + argc};
  if (words.size() < 4) {
    std::cerr << "usage: golden_runner SVCADM TESTDATA FILE.golden [--bless | --bless-all]\n";
    return 2;
  }
  std::string pattern = (fs::temp_directory_path() / "svcadm-golden-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) {
    std::cerr << "no temporary directory\n";
    return 1;
  }
  const Place place{fs::canonical(pattern), fs::canonical(words[1]), fs::absolute(words[2]), {}};
  const int status = run_transcript(words[3], place, words.size() > 4 ? words[4] : "");
  fs::remove_all(place.directory);
  return status;
}
