// Reads fixtures of malformed rule files, and the test that runs them.
#include "calc/ruleset/testing/fixture.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "calc/ruleset/read/directory.h"

namespace ansio::testing {
namespace {

std::string expanded(std::string text) {
  for (std::size_t at = 0; (at = text.find("$T", at)) != std::string::npos;)
    text.replace(at, 2, all_languages);
  return text;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::size_t begin = 0;
  for (std::size_t end; (end = text.find('\n', begin)) != std::string::npos; begin = end + 1)
    lines.push_back(text.substr(begin, end - begin));
  if (begin < text.size())
    lines.push_back(text.substr(begin));
  return lines;
}

// "301 302" → each as "m.yaml:3 E301".
void expect_codes(FixtureCase& fixture, const std::string& file, std::size_t line, const std::string& codes) {
  for (std::size_t at = 0; (at = codes.find_first_of("0123456789", at)) != std::string::npos; at += 3)
    fixture.expected.push_back(file + ':' + std::to_string(line) + " E" + codes.substr(at, 3));
}

}  // namespace

std::string small_manifest() {
  return "ruleset: small\nversion: \"1\"\nlanguages: [fi, sv, en, fi-simple]\nlaw_from: 2024-01\nlaw_until: 2026-12\n"
         "citation_link: https://law.example/{year}/{number}\n"
         "units: {kg: {symbol: kg, decimals: 3}, coin: {symbol: c, decimals: 2}}\nrecipients: {office: " +
         std::string(all_languages) + "}\n";
}

std::vector<FixtureCase> read_fixture(const std::string& name, const std::string& text) {
  std::vector<FixtureCase> cases;
  std::size_t number = 0;
  for (const std::string& line : lines_of(text)) {
    ++number;
    if (line.starts_with("#### file: ")) {
      cases.back().files.push_back({line.substr(11), {}});
    } else if (line.starts_with("#### ")) {
      cases.emplace_back();
      cases.back().story = line.substr(5, line.find(" | ") - 5);
      cases.back().where = name + ':' + std::to_string(number);
      cases.back().files.push_back({"m.yaml", {}});
      if (const std::size_t bar = line.find(" | "); bar != std::string::npos) {
        const std::size_t at = line.find(" at ", bar);
        expect_codes(cases.back(), "m.yaml", std::stoul(line.substr(at + 4)), line.substr(bar, at - bar));
      }
    } else if (!cases.empty()) {
      SourceFile& file = cases.back().files.back();
      const auto place = static_cast<std::size_t>(std::count(file.text.begin(), file.text.end(), '\n')) + 1;
      const std::size_t mark = line.find("#! ");
      if (mark != std::string::npos)
        expect_codes(cases.back(), file.path, place, line.substr(mark));
      file.text += expanded(line.substr(0, line.find_last_not_of(' ', mark == 0 ? 0 : mark - 1) + 1)) + '\n';
    }
  }
  for (FixtureCase& one : cases) {
    if (one.files[0].text.find("module:") == std::string::npos && !one.files[0].text.empty())
      one.files[0].text += expanded("module: m\ntitle: $T\n");
    if (std::none_of(one.files.begin(), one.files.end(),
                     [](const SourceFile& file) { return file.path == "ruleset.yaml"; }))
      one.files.push_back({"ruleset.yaml", small_manifest()});
    std::sort(one.expected.begin(), one.expected.end());
  }
  return cases;
}

std::vector<std::string> complaints(const Diagnostics& diagnostics, bool with_warnings) {
  std::vector<std::string> list;
  for (const Diagnostic& one : diagnostics)
    if (with_warnings || one.severity == Severity::error)
      list.push_back(one.position.file + ':' + std::to_string(one.position.line) + " E" +
                     std::to_string(static_cast<int>(one.code)));
  std::sort(list.begin(), list.end());
  return list;
}

Result<RuleSet> load_module(std::string text, std::string overlay) {
  const std::vector<SourceFile> files{{"ruleset.yaml", small_manifest()},
                                      {"m.yaml", expanded("module: m\ntitle: $T\n" + std::move(text))}};
  std::vector<SourceFile> overlays;
  if (!overlay.empty())
    overlays.push_back({"overlay.yaml", expanded(std::move(overlay))});
  return load_rules(files, overlays);
}

namespace {

TEST(Fixtures, of_malformed_rule_files_are_refused_where_they_are_wrong) {
  const Result<std::vector<SourceFile>> files = read_directory(ANSIO_SOURCE_DIR "/tests/fixtures/rules");
  ASSERT_TRUE(files.ok());
  std::size_t malformed = 0;
  for (const SourceFile& file : *files)
    for (const FixtureCase& fixture : read_fixture(std::filesystem::path(file.path).filename().string(), file.text)) {
      const Result<RuleSet> rules = load_rules(fixture.files);
      const bool warns = std::any_of(fixture.expected.begin(), fixture.expected.end(),
                                     [](const std::string& one) { return one.ends_with("E307"); });
      std::string told;
      for (const Diagnostic& one : rules.diagnostics())
        told += to_text(one) + '\n';
      EXPECT_EQ(complaints(rules.diagnostics(), warns), fixture.expected)
          << fixture.where << ": " << fixture.story << '\n'
          << told;
      malformed += fixture.expected.empty() ? 0 : 1;
    }
  EXPECT_GE(malformed, 100U);
}

}  // namespace
}  // namespace ansio::testing
