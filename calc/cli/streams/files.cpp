// Opens files by their descriptors, so that each failure has its reason.
#include "calc/cli/streams/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <iostream>

#include "calc/base/limits/limits.h"
#include "calc/cli/streams/unfinished.h"
#include "calc/ruleset/read/directory.h"

namespace ansio::cli {
namespace {

namespace fs = std::filesystem;

Diagnostic cannot(const std::string& path, std::string message, int error = 0) {
  return {.code = Code::unreadable_file,
          .position = {path, 0, 0},
          .message = std::move(message),
          .found = reason_of(error)};
}

// What a path leads to over symbolic links, also when the last of them leads nowhere yet.
std::string target_of(std::string path) {
  std::error_code error;
  constexpr int most_links = 40;
  for (int i = 0; i < most_links && fs::is_symlink(path, error); ++i) {
    const fs::path next = fs::read_symlink(path, error);
    path = next.is_absolute() ? next.string() : (fs::path(path).parent_path() / next).string();
  }
  return path;
}

Result<std::string> read_stream(std::istream& in, const std::string& path) {
  std::string text;
  std::string piece(std::size_t{1} << 16, '\0');
  for (;;) {
    in.read(piece.data(), static_cast<std::streamsize>(piece.size()));
    text.append(piece, 0, static_cast<std::size_t>(in.gcount()));
    if (text.size() > largest_document_bytes)
      return Diagnostic{.code = Code::too_large,
                        .position = {path, 1, 1},
                        .message = "the text is too large",
                        .expected = "at most " + std::to_string(largest_document_bytes) + " bytes"};
    if (!in)
      break;
  }
  if (const int error = error_of(in))
    return cannot(path, "the file cannot be read", error);
  return text;
}

}  // namespace

Result<std::string> read_file(const std::string& path) {
  if (path == "-")
    return read_stream(std::cin, "<case>");
  std::error_code error;
  if (fs::is_directory(path, error))
    return cannot(path, "this is a folder, not a file");
  InputStream in(path);
  if (!in.error().empty()) {
    Diagnostic diagnostic = cannot(path, "the file cannot be read");
    diagnostic.found = in.error();
    return diagnostic;
  }
  return read_stream(in.stream(), path);
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

InputStream::InputStream(const std::string& path)
    : descriptor_(open(path.c_str(), O_RDONLY | O_CLOEXEC)),
      error_(descriptor_ < 0 ? reason_of(errno) : std::string()),
      buffer_(descriptor_),
      stream_(&buffer_) {}

InputStream::~InputStream() {
  if (descriptor_ >= 0)
    close(descriptor_);
}

OutputFile::OutputFile(std::string path) : path_(std::move(path)), target_(target_of(path_)) {
  struct stat found = {};
  const bool exists = stat(target_.c_str(), &found) == 0;
  if (exists && S_ISDIR(found.st_mode)) {
    error_ = EISDIR;
  } else if (exists && !S_ISREG(found.st_mode)) {
    descriptor_ = open(target_.c_str(), O_WRONLY | O_CLOEXEC);
  } else if (exists && access(target_.c_str(), W_OK) != 0) {
    error_ = errno;  // the folder might allow what the file does not
  } else {
    temporary_ = target_ + ".part-" + std::to_string(getpid());
    note_unfinished(temporary_);
    descriptor_ = open(temporary_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, exists ? 0600 : 0666);
  }
  if (descriptor_ < 0 && error_ == 0)
    error_ = errno;
  // Whom the file belongs to can be kept by few; its mode by all who may write it.
  if (exists && descriptor_ >= 0 && !temporary_.empty())
    if (fchown(descriptor_, found.st_uid, found.st_gid) != 0 || fchmod(descriptor_, found.st_mode & 07777) != 0)
      fchmod(descriptor_, found.st_mode & 0777);
  buffer_ = std::make_unique<DescriptorBuffer>(descriptor_);
  stream_ = std::make_unique<std::ostream>(buffer_.get());
}

OutputFile::~OutputFile() {
  close_stream();
  if (temporary_.empty())
    return;
  unlink(temporary_.c_str());
  forget_unfinished(temporary_);
}

void OutputFile::close_stream() {
  if (descriptor_ < 0)
    return;
  stream_->flush();
  error_ = std::max(error_, buffer_->error());
  if (close(descriptor_) != 0 && error_ == 0)
    error_ = errno;
  descriptor_ = -1;
}

Diagnostics OutputFile::failure(int error) const {
  return {cannot(path_, "the file cannot be written", error)};
}

Diagnostics OutputFile::flush() {
  if (is_open())
    stream_->flush();
  const int error = error_ != 0 ? error_ : buffer_->error();
  return error == 0 ? Diagnostics{} : failure(error);
}

Diagnostics OutputFile::finish() {
  close_stream();
  if (error_ != 0)
    return failure(error_);
  if (temporary_.empty())
    return {};
  if (std::rename(temporary_.c_str(), target_.c_str()) != 0)
    return failure(errno);
  forget_unfinished(temporary_);
  temporary_.clear();
  return {};
}

Diagnostics write_file(const std::string& path, const std::string& text) {
  OutputFile file(path);
  file.stream() << text;
  return file.finish();
}

}  // namespace ansio::cli
