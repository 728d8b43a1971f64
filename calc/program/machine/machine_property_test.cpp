// For all rule sets and questions, the machine and the definition give equal answers or equal diagnostics, and columns
// hold what the machine computes.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "calc/program/definition/definition.h"
#include "calc/program/machine/machine.h"
#include "calc/program/testing/column_tester.h"
#include "calc/program/testing/random_rules.h"

namespace ansio::program {
namespace {

std::string shown(const Result<Answer>& result) {
  std::string text;
  for (const Diagnostic& diagnostic : result.diagnostics())
    text += to_text(diagnostic) + "\n";
  if (!result)
    return text;
  for (const auto& values : result->values) {
    for (const Fraction& value : values)
      text += to_decimal_text(value * Fraction::from_ratio(1, 1)) + " ";
    text += "\n";
  }
  return text;
}

bool same(const Result<Answer>& one, const Result<Answer>& other) {
  if (one.ok() != other.ok() || one.diagnostics().size() != other.diagnostics().size())
    return false;
  for (std::size_t i = 0; i < one.diagnostics().size(); ++i)
    if (one.diagnostics()[i].code != other.diagnostics()[i].code ||
        one.diagnostics()[i].message != other.diagnostics()[i].message ||
        one.diagnostics()[i].found != other.diagnostics()[i].found)
      return false;
  return !one || one->values == other->values;
}

// Always many, so that formulas are large from the first case on; shrinking makes them zero, the simplest.
std::vector<std::uint32_t> decisions() {
  return *rc::gen::container<std::vector<std::uint32_t>>(2000, rc::gen::inRange<std::uint32_t>(0, 1U << 31));
}

void compare(const RandomOptions& options) {
  const RandomCase random = random_case(decisions(), options);
  Machine machine(random.rules, answer_by_definition);
  for (const Question& question : random.questions) {
    const Result<Answer> expected = answer_by_definition(random.rules, question);
    const Result<Answer> found = machine.answer(question);
    if (!same(expected, found))
      RC_FAIL("definition:\n" + shown(expected) + "machine:\n" + shown(found));
  }
  if (const std::string difference = difference_in_columns(random.rules, random.questions); !difference.empty())
    RC_FAIL(difference);
  const Machine::Counts counts = machine.counts();
  RC_TAG(std::string(counts.by_tree == 0 ? "by program" : counts.by_program == 0 ? "by tree" : "by both"));
}

TEST(MachineProperty, typical_months_agree_with_the_definition) {
  EXPECT_TRUE(rc::check("typical months", [] { compare({}); }));
}

TEST(MachineProperty, plans_agree_with_the_definition) {
  EXPECT_TRUE(rc::check("plans", [] { compare({.plan = true, .depth = 3}); }));
}

TEST(MachineProperty, huge_values_agree_with_the_definition) {
  EXPECT_TRUE(rc::check("huge values", [] { compare({.huge = true}); }));
}

TEST(MachineProperty, failures_agree_with_the_definition) {
  EXPECT_TRUE(rc::check("failures", [] { compare({.failures = true}); }));
}

TEST(MachineProperty, failures_in_plans_agree_with_the_definition) {
  EXPECT_TRUE(rc::check("failures in plans", [] { compare({.plan = true, .failures = true, .depth = 3}); }));
}

}  // namespace
}  // namespace ansio::program
