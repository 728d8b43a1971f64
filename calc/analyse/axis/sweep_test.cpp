#include "calc/analyse/axis/sweep.h"

#include "calc/base/document/yaml_reader.h"
#include "calc/program/definition/definition.h"
#include "calc/program/machine/machine.h"
#include "calc/ruleset/testing/small_rules.h"

namespace ansio::analyse {
namespace {

const RuleSet& rules = testing::small_rules();
const Position here{"--vary", 0, 0};

Result<Answer> define(const Question& question) {
  return answer_by_definition(rules, question);
}

Case household() {
  return *read_case(rules, *read_yaml("case.yaml", "ansiopolku: 1\nstart: 2025-04\nrent: 500\nclient: {wage: 99}\n"));
}

Result<Sweep> swept(std::string_view axis, const char* figure, const Answering& answering) {
  const Case situation = household();
  return sweep_along(rules, situation, situation.scenarios[0], *read_axis(rules, axis, here),
                     {*parse_variable_name(rules, figure, here)}, answering);
}

Code refusal(std::string_view axis) {
  const Result<Axis> read = read_axis(rules, axis, here);
  EXPECT_FALSE(read) << axis;
  return read.diagnostics().front().code;
}

// 400 without income; of income above 100 half is taken off.
TEST(Sweep, shows_where_the_taper_begins) {
  const Result<Sweep> sweep = swept("client.wage=0:350:50", "support.amount", define);
  ASSERT_TRUE(sweep);
  std::string amounts;
  for (const Value& amount : sweep->columns[0])
    amounts += to_decimal_text(amount) + " ";
  EXPECT_EQ(amounts, "400 400 400 375 350 325 300 275 ");
  EXPECT_EQ(sweep->points.front(), Fraction::from_integer(0));
  EXPECT_EQ(sweep->points.back(), Fraction::from_integer(350));
}

TEST(Sweep, is_the_same_by_the_machine_and_compiles_once) {
  Machine machine(rules);
  const Result<Sweep> fast =
      swept("client.wage=0:1000:0.5", "net", [&](const Question& question) { return machine.answer(question); });
  const Result<Sweep> exact = swept("client.wage=0:1000:0.5", "net", define);
  ASSERT_TRUE(fast && exact);
  EXPECT_EQ(fast->columns, exact->columns);
  EXPECT_EQ(fast->points.size(), 2001U);
  EXPECT_EQ(machine.counts().compiled, 1U);
}

TEST(Sweep, knows_who_lives_in_the_household) {
  const Result<Sweep> sweep = swept("spouse.wage=0:10:1", "net", define);
  ASSERT_FALSE(sweep);
  EXPECT_EQ(sweep.diagnostics().front().code, Code::no_such_person);
}

TEST(Axis, ends_at_the_last_step_within) {
  const Result<Axis> axis = read_axis(rules, "client.wage=0:10:3", here);
  ASSERT_TRUE(axis);
  EXPECT_EQ(axis->count(), 4U);
  EXPECT_EQ(axis->at(3), Fraction::from_integer(9));
}

TEST(Axis, of_another_form_is_refused) {
  for (const char* text :
       {"", "client.wage", "client.wage=0:10", "client.wage=0:10:1:1", "client.wage=0:10:0", "client.wage=0:10:-1",
        "client.wage=10:0:1", "client.member=0:1:1", "client.wage=0:100000:0.01"})
    EXPECT_EQ(refusal(text), Code::wrong_use) << text;
}

}  // namespace
}  // namespace ansio::analyse
