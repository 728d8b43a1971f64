#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace structure {

/// One line that breaks a rule of the house.
struct Violation {
  std::string file;  ///< relative to the root, as in "calc/base/number/decimal.h"
  int line = 0;
  std::string what;

  bool operator==(const Violation&) const = default;
};

/// The floors of the engine, lowest first.
const std::vector<std::string>& floors();

/// Include lines under <root>/calc that reach up, leave the engine, or bring a
/// library to a place that must do without it:
///  - a floor includes only itself and floors below it, as "calc/<floor>/…";
///  - yaml-cpp is seen in calc/base/document/yaml_reader.cpp only, Boost in
///    calc/program/definition/ only, so that the Wasm engine needs neither.
/// Tests, their helpers in testing/ and benchmarks obey the first rule too.
std::vector<Violation> wrong_includes(const std::filesystem::path& root);

/// Words of one country's law in the engine's own files, comments included.
/// The engine knows units, dates and entities only from the rules; tests may
/// name what they like.
std::vector<Violation> words_of_law(const std::filesystem::path& root);

/// Parts of the C++20 library that clang 14 does not have or cannot compile yet
/// (std::ranges and its algorithms, std::format). It makes the engine for the
/// browser, the fuzzers and the lint; g++ alone would say so too late.
std::vector<Violation> unknown_to_the_browser(const std::filesystem::path& root);

/// Number of source files under <root>/calc, so that a test can say it looked.
std::size_t count_sources(const std::filesystem::path& root);

}  // namespace structure
