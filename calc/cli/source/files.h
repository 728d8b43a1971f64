// Files of the outside world: read whole, written whole or not at all.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "calc/base/diagnostic/diagnostic.h"
#include "calc/cli/floor.h"
#include "calc/ruleset/read/sources.h"

namespace ansio::cli {

// "-" is standard input. Errors: unreadable_file.
Result<std::string> read_file(const std::string& path);

// The rule files of a folder (calc/ruleset/read/directory.h); of a single file just that one.
Result<std::vector<SourceFile>> read_sources(const std::string& path);

// A file that appears under its name only when it is complete: written beside it, renamed by finish().
// Without finish() nothing remains. Errors: unreadable_file.
class OutputFile {
 public:
  explicit OutputFile(std::string path);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  [[nodiscard]] const std::string& temporary_path() const { return temporary_; }
  Diagnostics finish();

 private:
  std::string path_;
  std::string temporary_;
  bool finished_ = false;
};

Diagnostics write_file(const std::string& path, const std::string& text);

}  // namespace ansio::cli
