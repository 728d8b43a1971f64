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

/// Namespaces opened on another floor than theirs: a source of calc/<floor> opens ansio::<floor>, what lies in testing/
/// also ansio::testing. The floor `case` has the namespace `cases`.
std::vector<Violation> wrong_namespaces(const std::filesystem::path& root);

/// What nobody would find their way in: a source outside the folder of a subject, a folder of more than most_sources
/// (tests, benchmarks and their helpers apart), a file of more than most_lines, a line of more than most_columns.
std::vector<Violation> wrong_sizes(const std::filesystem::path& root);
inline constexpr int most_sources = 15;
inline constexpr int most_lines = 600;
inline constexpr std::size_t most_columns = 120;

/// Rule files, their texts and tests under <root>/rules that nobody would read aloud: a line of more than most_columns,
/// a file of more than most_rule_lines.
std::vector<Violation> wrong_rule_sizes(const std::filesystem::path& root);
inline constexpr int most_rule_lines = 400;

/// Sources of more than most_lines_unexplained that do not open with a comment: what they are for.
std::vector<Violation> without_purpose(const std::filesystem::path& root);
inline constexpr int most_lines_unexplained = 80;

/// Of the lines of the engine's own sources (tests, their helpers and benchmarks apart) that hold code or a comment,
/// how many in a thousand hold a comment.
int comments_in_a_thousand(const std::filesystem::path& root);
inline constexpr int fewest_comments = 80, most_comments = 150;

/// Tests whose names are no sentences in snake_case, as in TEST(Load, values_hold_from_their_date). Suites are called
/// in CamelCase after what they test.
std::vector<Violation> wrong_test_names(const std::filesystem::path& root);

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
