// The rules as pages to read (Markdown): one for each module, an index, and what is covered.
//
//   std::string page = module_page(rules, module, tests, Language::fi);
//
// Everything on them comes from the rule set and its tests, so that they cannot say otherwise than the rules do.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "calc/publish/floor.h"
#include "calc/publish/rule_tests/rule_tests.h"
#include "calc/ruleset/model/ruleset.h"

namespace ansio::publish {

// A test as a reader of the rules sees it, and the modules whose figures it expects.
struct PinningTest {
  std::string name, source;
  std::vector<std::uint16_t> modules;
};

PinningTest pinning_test(const RuleSet& rules, const RuleTest& test);

std::string module_page(const RuleSet& rules, std::uint16_t module, std::span<const PinningTest> tests,
                        Language language);
std::string index_page(const RuleSet& rules, Language language);

// What is modelled, what is refused and how that is said, and what no source has confirmed.
std::string coverage_page(const RuleSet& rules, Language language);

}  // namespace ansio::publish
