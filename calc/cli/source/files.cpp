#include "calc/cli/source/files.h"

#include <unistd.h>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

#include "calc/ruleset/read/directory.h"

namespace ansio::cli {
namespace {

namespace fs = std::filesystem;

Diagnostic cannot(const std::string& path, std::string message) {
  return {.code = Code::unreadable_file, .position = {path, 0, 0}, .message = std::move(message)};
}

}  // namespace

Result<std::string> read_file(const std::string& path) {
  if (path == "-")
    return std::string(std::istreambuf_iterator<char>(std::cin), {});
  std::error_code error;
  if (fs::is_directory(path, error))
    return cannot(path, "this is a folder, not a file");
  std::ifstream in(path, std::ios::binary);
  if (!in)
    return cannot(path, "the file cannot be read");
  return std::string(std::istreambuf_iterator<char>(in), {});
}

Result<std::vector<SourceFile>> read_sources(const std::string& path) {
  std::error_code error;
  if (!fs::is_regular_file(path, error))
    return read_directory(path);
  Result<std::string> text = read_file(path);
  if (!text)
    return std::move(text).diagnostics();
  return std::vector<SourceFile>{{path, std::move(*text)}};
}

OutputFile::OutputFile(std::string path)
    : path_(std::move(path)), temporary_(path_ + ".part-" + std::to_string(getpid())) {}

OutputFile::~OutputFile() {
  if (finished_)
    return;
  std::error_code ignored;
  fs::remove(temporary_, ignored);
}

Diagnostics OutputFile::finish() {
  std::error_code error;
  fs::rename(temporary_, path_, error);
  if (error)
    return {cannot(path_, "the file cannot be written")};
  finished_ = true;
  return {};
}

Diagnostics write_file(const std::string& path, const std::string& text) {
  OutputFile file(path);
  {
    std::ofstream out(file.temporary_path(), std::ios::binary);
    out << text;
    out.flush();
    if (!out)
      return {cannot(path, "the file cannot be written")};
  }
  return file.finish();
}

}  // namespace ansio::cli
