#include "calc/cli/embedded/embedded_rules.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace ansio::cli {
namespace {

namespace fs = std::filesystem;

const fs::path rules = fs::path{ANSIO_SOURCE_DIR} / "rules";

std::string text_of(const fs::path& file) {
  std::ifstream in{file, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, {}};
}

TEST(EmbeddedRules, hold_every_rule_file_byte_for_byte) {
  for (const EmbeddedFile& file : embedded_rules())
    EXPECT_EQ(file.text, text_of(rules / file.path)) << file.path;
}

TEST(EmbeddedRules, leave_no_rule_file_out) {
  std::vector<std::string> on_disk;
  if (fs::exists(rules))
    for (const auto& entry : fs::recursive_directory_iterator{rules})
      if (entry.path().extension() == ".yaml" || entry.path().extension() == ".csv")
        on_disk.push_back(fs::relative(entry.path(), rules).generic_string());
  std::vector<std::string> embedded;
  for (const EmbeddedFile& file : embedded_rules())
    embedded.emplace_back(file.path);
  std::sort(on_disk.begin(), on_disk.end());
  std::sort(embedded.begin(), embedded.end());
  EXPECT_EQ(embedded, on_disk);
}

}  // namespace
}  // namespace ansio::cli
