#pragma once
// The page that a month's folder opens with.

#include <filesystem>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "usecase/todo.hpp"

namespace svcadm::cmd {

class MonthIndex {
 public:
  MonthIndex(std::string company, Month month, bool demo) : company_{std::move(company)}, month_{month}, demo_{demo} {}

  /// A file of a report; `title` is an English phrase, those of one report come one after the other.
  void add(const std::string& title, const std::string& format, const std::string& file);
  /// Failure::disk where it cannot be written.
  void write(const std::filesystem::path& path, const std::vector<usecase::TodoItem>& waiting,
             const Message& footer) const;

 private:
  struct Entry {
    std::string title;
    std::vector<std::pair<std::string, std::string>> files;  ///< format, file
  };

  std::string company_;
  Month month_;
  bool demo_;
  std::vector<Entry> entries_;
};

}  // namespace svcadm::cmd
