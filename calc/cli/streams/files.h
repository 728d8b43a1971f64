// Files of the outside world: read whole up to the largest document, written whole or not at all.
#pragma once

#include <istream>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "calc/base/diagnostic/diagnostic.h"
#include "calc/cli/floor.h"
#include "calc/cli/streams/descriptor.h"
#include "calc/ruleset/read/sources.h"

namespace ansio::cli {

// "-" is standard input. Errors: unreadable_file, with the reason; too_large, before more is read.
Result<std::string> read_file(const std::string& path);

// The rule files of a folder (calc/ruleset/read/directory.h); of a single file just that one.
Result<std::vector<SourceFile>> read_sources(const std::string& path);

// A file to read bit by bit.
class InputStream {
 public:
  explicit InputStream(const std::string& path);
  ~InputStream();
  InputStream(const InputStream&) = delete;
  InputStream& operator=(const InputStream&) = delete;

  [[nodiscard]] const std::string& error() const { return error_; }  // why it cannot be opened
  std::istream& stream() { return stream_; }

 private:
  int descriptor_;
  std::string error_;
  DescriptorBuffer buffer_;
  std::istream stream_;
};

// A file that appears under its name only when it is complete: written beside it, renamed by finish(), with the mode of
// the file it replaces. Symbolic links are followed. What is no regular file (a device, a pipe) is written to directly.
// Without finish() nothing remains. Errors: unreadable_file, with the reason.
class OutputFile {
 public:
  explicit OutputFile(std::string path);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  [[nodiscard]] bool is_open() const { return descriptor_ >= 0; }
  std::ostream& stream() { return *stream_; }
  Diagnostics flush();  // what has failed so far
  Diagnostics finish();

 private:
  void close_stream();
  [[nodiscard]] Diagnostics failure(int error) const;

  std::string path_;       // as it was named
  std::string target_;     // where that leads
  std::string temporary_;  // empty: written to directly
  int descriptor_ = -1;
  int error_ = 0;
  std::unique_ptr<DescriptorBuffer> buffer_;
  std::unique_ptr<std::ostream> stream_;
};

Diagnostics write_file(const std::string& path, const std::string& text);

}  // namespace ansio::cli
