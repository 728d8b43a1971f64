// What tests of commands share: a folder of their own, the command run in it, and the small rules
// (tests/fixtures/small).
//
//   TEST_F(Command, …) { Outcome answer = small({"calc", write("case.yaml", two_scenarios)}); … }
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <sstream>

#include "calc/cli/command/command.h"
#include "calc/cli/floor.h"

namespace ansio::cli::testing {

namespace fs = std::filesystem;
using nlohmann::json;

inline const std::string small_rules = ANSIO_SOURCE_DIR "/tests/fixtures/small";

struct Outcome {
  int code = 0;
  std::string out, err;
};

inline Outcome run(std::vector<std::string> arguments, const Terminal& terminal = {}) {
  std::ostringstream out;
  std::ostringstream err;
  const int code = run_command(arguments, out, err, terminal);
  return {code, out.str(), err.str()};
}

class Command : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("ansio-test-" + std::to_string(getpid()));
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string write(const std::string& name, const std::string& text) {
    const std::string path = (folder_ / name).string();
    std::ofstream(path, std::ios::binary) << text;
    return path;
  }
  static std::string read(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  std::size_t files_in_folder() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()));
  }
  Outcome small(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"--rules", small_rules});
    return run(std::move(arguments));
  }

  fs::path folder_;
};

inline constexpr const char* two_scenarios = R"(
ansiopolku: 1
start: 2026-06
rent: 500
client: {}
scenarios:
  - {name: now}
  - {name: a job, client: {wage: 300}}
)";

}  // namespace ansio::cli::testing
