#include "calc/ruleset/read/directory.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>

namespace ansio::ruleset {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t largest_file = 16u << 20;

Diagnostic unreadable(std::string path, std::string message) {
  return {.code = Code::unreadable_file, .position = {.file = std::move(path)}, .message = std::move(message)};
}

bool read_file(const std::string& path, std::string& text) {
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (!file)
    return false;
  char buffer[1 << 16];
  for (std::size_t count; (count = std::fread(buffer, 1, sizeof buffer, file)) > 0 && text.size() <= largest_file;)
    text.append(buffer, count);
  const bool good = std::ferror(file) == 0;
  std::fclose(file);
  return good;
}

}  // namespace

Result<std::vector<SourceFile>> read_directory(const std::string& folder) {
  std::error_code error;
  std::vector<SourceFile> files;
  Diagnostics diagnostics;
  if (!fs::is_directory(folder, error))
    return unreadable(folder, "there is no such folder");
  for (fs::recursive_directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    const std::string extension = entry->path().extension().string();
    if ((extension != ".yaml" && extension != ".csv") || !entry->is_regular_file(error))
      continue;
    SourceFile file{entry->path().generic_string(), {}};
    if (!read_file(file.path, file.text))
      diagnostics.push_back(unreadable(file.path, "the file cannot be read"));
    files.push_back(std::move(file));
  }
  if (error)
    diagnostics.push_back(unreadable(folder, "the folder cannot be read"));
  if (has_errors(diagnostics))
    return diagnostics;
  std::sort(files.begin(), files.end(), [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
  return files;
}

}  // namespace ansio::ruleset
