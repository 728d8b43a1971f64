// Every case of tests/cases/malformed.txt is refused with exactly the errors it announces, each on its line.
#include <algorithm>
#include <fstream>

#include "calc/base/document/yaml_reader.h"
#include "calc/case/read/case.h"
#include "calc/ruleset/testing/small_rules.h"

namespace ansio::cases {
namespace {

struct Malformed {
  std::string name, text;
  std::vector<std::string> expected;  // "E503@3"
};

std::vector<Malformed> read_malformed_cases() {
  std::ifstream in(ANSIO_SOURCE_DIR "/tests/cases/malformed.txt");
  std::vector<Malformed> cases;
  for (std::string line; std::getline(in, line);) {
    if (!line.starts_with("=== ")) {
      if (!cases.empty())
        cases.back().text += line + "\n";
      continue;
    }
    const std::size_t bar = line.find(" | ");
    Malformed malformed{line.substr(4, bar - 4), {}, {}};
    for (std::size_t begin = bar + 3; begin < line.size();) {
      const std::size_t end = std::min(line.find(' ', begin), line.size());
      malformed.expected.push_back(line.substr(begin, end - begin));
      begin = end + 1;
    }
    cases.push_back(std::move(malformed));
  }
  return cases;
}

Diagnostics read(const std::string& text) {
  const Result<Document> document = read_yaml("case.yaml", text);
  if (!document)
    return document.diagnostics();
  return read_case(testing::small_rules(), *document).diagnostics();
}

TEST(MalformedCases, are_refused_with_every_error_on_its_line) {
  const std::vector<Malformed> cases = read_malformed_cases();
  ASSERT_GE(cases.size(), 100U);
  for (const Malformed& malformed : cases) {
    std::vector<std::string> found;
    std::string texts;
    for (const Diagnostic& diagnostic : read(malformed.text)) {
      if (diagnostic.severity != Severity::error)
        continue;
      found.push_back("E" + std::to_string(static_cast<int>(diagnostic.code)) + "@" +
                      std::to_string(diagnostic.position.line));
      texts += to_text(diagnostic) + "\n";
    }
    std::vector<std::string> expected = malformed.expected;
    std::sort(expected.begin(), expected.end());
    std::sort(found.begin(), found.end());
    EXPECT_EQ(found, expected) << malformed.name << "\n" << malformed.text << texts;
  }
}

TEST(MalformedCases, get_the_nearest_name_as_a_hint) {
  const auto hint_of = [](const std::string& lines) {
    const Diagnostics diagnostics = read("ansiopolku: 1\nstart: 2026-01\n" + lines);
    return diagnostics.empty() ? std::string() : diagnostics.front().hint;
  };
  EXPECT_EQ(hint_of("rennt: 500\nclient: {}\n"), "rent");
  EXPECT_EQ(hint_of("clint: {wage: 1}\n"), "client: {wage: …}");
  EXPECT_EQ(hint_of("clint: 3\n"), "client");
  EXPECT_EQ(hint_of("client: {wagee: 1}\n"), "wage");
  EXPECT_EQ(hint_of("kind_of_dwelling: rentd\nclient: {}\n"), "rented");
  EXPECT_EQ(hint_of("support.amont: 3\nclient: {}\n"), "support.amount");
}

}  // namespace
}  // namespace ansio::cases
