// Malformed rule files as data: tests/fixtures/rules/*.yaml.
//
// A file holds cases, each under a line `#### what is wrong`. Where the loader must complain, a line ends with `#! 301
// 302`: the codes it must report there, and no others. Where no comment can stand, the heading says so: `#### a story |
// 103 at 4`.
// `#### file: towns.csv` begins another file of the same case. `$T` is a text in all languages. A case that names no
// module gets one, called `m`; a case without expectations must load.
#pragma once

#include <string>
#include <vector>

#include "calc/ruleset/floor.h"
#include "calc/ruleset/read/load.h"

namespace ansio::testing {

using namespace ruleset;

struct FixtureCase {
  std::string story;
  std::string where;  // "301_unknown_key.yaml:12"
  std::vector<SourceFile> files;
  std::vector<std::string> expected;  // "m.yaml:3 E301", sorted
};

std::vector<FixtureCase> read_fixture(const std::string& name, const std::string& text);

// The manifest of every fixture that brings none of its own.
std::string small_manifest();

// What the loader says of the files, in the form of `expected`; warnings only when asked for.
std::vector<std::string> complaints(const Diagnostics& diagnostics, bool with_warnings);

// A text in all languages, for rule files in tests.
inline constexpr const char* all_languages = "{fi: a, sv: b, en: c, fi-simple: d}";

// Loads one module called `m` under the small manifest; every $T is a text in all languages.
Result<RuleSet> load_module(std::string text, std::string overlay = {});

}  // namespace ansio::testing
