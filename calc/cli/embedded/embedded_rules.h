#pragma once

#include <span>
#include <string_view>

#include "calc/cli/floor.h"

namespace ansio::cli {

/// One file of rules/ as it was when the command was built.
struct EmbeddedFile {
  std::string_view path;  ///< relative to rules/, with '/' between folders
  std::string_view text;  ///< the whole file, byte for byte
};

/// The rules compiled in: every .yaml and .csv file under rules/, sorted by
/// path. They let the command run anywhere without the repository; `--rules
/// DIR` reads a folder instead.
///
///     for (const EmbeddedFile& file : ansio::cli::embedded_rules())
///       load(file.path, file.text);
std::span<const EmbeddedFile> embedded_rules();

}  // namespace ansio::cli
