// docs/coverage.md says what the rules say now; the pages of all modules hold every figure, input and notice.
#include <algorithm>
#include <fstream>
#include <iterator>

#include "calc/base/document/yaml_reader.h"
#include "calc/publish/pages/rule_pages.h"
#include "tests/floors.h"
#include "tests/law.h"

namespace ansio::tests {
namespace {

using testing::law;

std::vector<PinningTest> tests_of_the_law() {
  std::vector<PinningTest> pinning;
  for (const SourceFile& file : testing::law_files()) {
    if (!file.path.ends_with(".test.yaml"))
      continue;
    const Result<Document> document = read_yaml(file.path, file.text);
    if (!document || !overlay_of_tests(*document).empty())
      continue;
    const Result<std::vector<RuleTest>> tests = read_rule_tests(law(), *document);
    EXPECT_TRUE(tests) << file.path;
    if (tests)
      for (const RuleTest& test : *tests)
        pinning.push_back(pinning_test(law(), test));
  }
  return pinning;
}

TEST(CoveragePage, in_the_repository_is_the_one_the_rules_make) {
  std::ifstream in(ANSIO_SOURCE_DIR "/docs/coverage.md", std::ios::binary);
  const std::string kept(std::istreambuf_iterator<char>{in}, {});
  EXPECT_TRUE(kept == coverage_page(law(), Language::en))
      << "renew it: build/ansio doc --coverage docs/coverage.md --language en";
}

TEST(RulePagesOfTheLaw, hold_every_figure_in_every_language) {
  const std::vector<PinningTest> tests = tests_of_the_law();
  for (int i = 0; i < language_count; ++i) {
    const auto language = static_cast<Language>(i);
    for (std::uint16_t module = 0; module < law().modules.size(); ++module) {
      const std::string page = module_page(law(), module, tests, language);
      for (VariableId id = 0; id < law().variables.size(); ++id) {
        const Variable& variable = law().variables[id];
        const bool is_choice = std::any_of(law().choices.begin(), law().choices.end(),
                                           [&](const Choice& choice) { return choice.variable == id; });
        if (variable.module != module || is_choice)  // which reading holds is told beside its rule
          continue;
        EXPECT_NE(page.find('`' + variable.name + '`'), page.npos) << variable.name;
        EXPECT_NE(page.find(variable.title.in(language)), page.npos) << variable.name;
      }
    }
  }
}

TEST(RulePagesOfTheLaw, show_for_every_module_with_results_a_test_that_pins_it) {
  const std::vector<PinningTest> tests = tests_of_the_law();
  for (const Variable& variable : law().variables) {
    if (!variable.output)
      continue;
    EXPECT_TRUE(std::any_of(tests.begin(), tests.end(), [&](const PinningTest& test) {
      return std::find(test.modules.begin(), test.modules.end(), variable.module) != test.modules.end();
    })) << law().modules[variable.module].name;
  }
}

}  // namespace
}  // namespace ansio::tests
