// Over the rules of rules/ and random households: columns, on every instruction set, compute what the scalar machine
// computes, and a series' answers are the definition's.
#include <gtest/gtest.h>

#include "calc/case/names/names.h"
#include "calc/program/definition/definition.h"
#include "calc/program/machine/machine.h"
#include "calc/program/testing/column_tester.h"
#include "tests/floors.h"
#include "tests/law.h"
#include "tests/random_households.h"

namespace ansio::tests {
namespace {

Question question_of(const RuleSet& rules, const Row& row, const std::vector<VariableId>& wanted) {
  const Result<Shape> shape = shape_of_row(row, {});
  std::vector<Instance> instances;
  for (const VariableId id : wanted)
    for (const Instance& instance : instances_of(rules, *shape, id))
      instances.push_back(instance);
  return make_row_question(row, *shape, std::move(instances));
}

std::vector<VariableId> outputs_of(const RuleSet& rules) {
  std::vector<VariableId> outputs;
  for (VariableId id = 0; id < rules.variables.size(); ++id)
    if (rules.variables[id].output && !rules.variables[id].rate)
      outputs.push_back(id);
  return outputs;
}

// Questions of the form of the first row: its values, replaced by those of other rows where these give them.
std::vector<Question> alike(const RuleSet& rules, RandomHouseholds& households, std::size_t count,
                            const std::vector<VariableId>& wanted) {
  const Row first = households.next();
  std::vector<Question> questions{question_of(rules, first, wanted)};
  while (questions.size() < count)
    questions.push_back(question_of(rules, households.next_like(first), wanted));
  return questions;
}

std::string shown(const Result<Answer>& answer) {
  std::string text;
  for (const Diagnostic& diagnostic : answer.diagnostics())
    text += to_text(diagnostic) + "\n";
  for (std::size_t i = 0; answer && i < answer->values.size(); ++i)
    for (const Value& value : answer->values[i])
      text += std::to_string(i) + " " + to_decimal_text(value) + "\n";
  return text;
}

TEST(ColumnsOfTheRules, are_what_the_scalar_machine_computes) {
  const RuleSet& rules = testing::law();
  ASSERT_FALSE(rules.variables.empty());
  RandomHouseholds households(rules, 1);
  for (int i = 0; i < 12; ++i)
    ASSERT_EQ(difference_in_columns(rules, alike(rules, households, 20, outputs_of(rules))), "");
}

TEST(ColumnsOfTheRules, answer_a_series_as_the_definition_does) {
  const RuleSet& rules = testing::law();
  ASSERT_FALSE(rules.variables.empty());
  RandomHouseholds households(rules, 2);
  std::size_t in_columns = 0;
  std::size_t refused = 0;
  const std::vector<VariableId> outputs = outputs_of(rules);
  constexpr std::size_t groups = 40;
  constexpr std::size_t cases = 12;
  for (std::size_t i = 0; i < groups; ++i) {
    // A few figures at a time: a random household is nearly always in some situation in which one has no answer.
    std::vector<VariableId> wanted;
    for (int figure = 0; figure < 3; ++figure)
      wanted.push_back(outputs[static_cast<std::size_t>(households.below(outputs.size()))]);
    const std::vector<Question> questions = alike(rules, households, cases, wanted);
    Series series;
    series.question = questions[0];
    series.values.resize(questions[0].given.size());
    for (std::size_t given = 0; given < series.values.size(); ++given) {
      series.moving.push_back(given);
      for (const Question& question : questions)
        series.values[given].push_back(*question.given[given].values[0]);
    }
    Machine machine(rules, answer_by_definition);
    std::vector<int> taken(questions.size(), 0);
    machine.answer(series, [&](std::size_t at, const Result<Answer>& answer) {
      ++taken[at];
      EXPECT_EQ(shown(answer), shown(answer_by_definition(rules, questions[at])));
      refused += answer ? 0 : 1;
    });
    EXPECT_EQ(taken, std::vector<int>(questions.size(), 1));
    in_columns += machine.counts().in_columns;
  }
  // Most are answered, and most of those in columns.
  EXPECT_LT(refused, groups * cases / 2);
  EXPECT_GT(in_columns, (groups * cases - refused) / 2);
}

}  // namespace
}  // namespace ansio::tests
