// What the compiler makes of rules, and which way answers come.
#include "calc/program/machine/machine.h"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "calc/program/code/compiler.h"
#include "calc/program/scalar/scalar_machine.h"
#include "calc/program/testing/evaluator_tester.h"
#include "calc/program/testing/rule_set_builder.h"

namespace ansio::program {
namespace {

struct Compiling : testing::Test {
  RuleSetBuilder rules;
  VariableId wage = rules.input("wage", Entity::household, 0, 100000);

  VariableId rule(NodeId formula) { return rules.rule("figure", Entity::household, formula); }
  NodeId two(NodeKind kind, NodeId a, NodeId b) { return rules.node(kind, {a, b}); }
  NodeId number(std::string_view text) { return rules.number(text); }
  NodeId cents(NodeId x) { return two(NodeKind::round_half_away, x, number("0.01")); }

  Program program(std::vector<VariableId> wanted, int decimals = 2) {
    Form form;
    form.timeline.first = YearMonth::of(2026, 5);
    form.inputs.push_back({{wage, Instance::household}, static_cast<std::uint8_t>(decimals), {true}});
    for (const VariableId variable : wanted)
      form.wanted.push_back({variable, Instance::household});
    std::optional<Program> compiled = compile(rules.rules(), form);
    EXPECT_TRUE(compiled);
    return compiled ? *std::move(compiled) : Program{};
  }
  std::string listing(VariableId wanted) { return disassemble(program({wanted})); }
};

TEST_F(Compiling, what_is_settled_before_running_needs_no_instruction) {
  const VariableId other = rules.input("other", Entity::household, 0, 10);
  rules.set_default(other, number("3"));
  EXPECT_EQ(listing(rule(two(NodeKind::multiply, rules.read(other), number("1.5")))), "output 0[0] = 9 / 2\n");
}

TEST_F(Compiling, a_percentage_rounded_to_cents_is_one_instruction) {
  // wage comes in cents: 25 % of it, in cents, is its quarter.
  EXPECT_EQ(listing(rule(cents(two(NodeKind::multiply, rules.read(wage), number("0.25"))))),
            "r2 = round(r1 / 4)\noutput 0[0] = r2 / 100\n");
}

TEST_F(Compiling, a_branch_that_nobody_can_take_is_left_out) {
  const VariableId income = rules.input("income", Entity::person, 0, 100000);
  const NodeId both = two(NodeKind::add, rules.read(wage), rules.read(income, Selector::spouse));
  const NodeId alone = rules.read(wage);
  const VariableId figure =
      rule(rules.node(NodeKind::if_else, {rules.role(NodeKind::exists, Selector::spouse), both, alone}));
  EXPECT_EQ(listing(figure), "output 0[0] = r0 / 100\n");
}

TEST_F(Compiling, a_comparison_that_the_bounds_settle_is_left_out) {
  const NodeId within = two(NodeKind::less, rules.read(wage), number("100000.01"));
  EXPECT_EQ(listing(rule(rules.node(NodeKind::if_else, {within, number("1"), rules.read(wage)}))), "output 0[0] = 1\n");
}

TEST_F(Compiling, the_same_figure_is_computed_once) {
  const VariableId half = rule(cents(two(NodeKind::divide, rules.read(wage), number("2"))));
  const VariableId sum =
      rule(two(NodeKind::add, rules.read(half), cents(two(NodeKind::multiply, number("0.5"), rules.read(wage)))));
  const std::string text = disassemble(program({half, sum}));
  EXPECT_EQ(text.find("round("), text.rfind("round(")) << text;
}

TEST_F(Compiling, a_comparison_with_a_limit_needs_no_multiplication) {
  // wage < 1000/3: in cents, wage < 33334
  const NodeId limit = two(NodeKind::divide, number("1000"), number("3"));
  EXPECT_EQ(listing(rule(rules.node(NodeKind::to_number, {two(NodeKind::less, rules.read(wage), limit)}))),
            "r2 = r1 < 33334\noutput 0[0] = r2\n");
}

TEST_F(Compiling, registers_are_used_again) {
  NodeId sum = rules.read(wage);
  for (int i = 1; i <= 40; ++i)
    sum = cents(two(NodeKind::multiply, two(NodeKind::add, sum, rules.read(wage)), number("0.3")));
  const Program compiled = program({rule(sum)});
  EXPECT_GE(compiled.instructions.size(), 80U);
  EXPECT_LE(compiled.register_count, compiled.constants.size() + 4);
}

TEST_F(Compiling, only_what_may_not_fit_64_bits_is_wide) {
  NodeId power = rules.read(wage);
  for (int i = 0; i < 3; ++i)
    power = two(NodeKind::multiply, power, rules.read(wage));
  const Program compiled = program({rule(two(NodeKind::minimum, power, number("1000000000000000")))});
  const auto count = [&](Operation operation) {
    return std::count_if(compiled.instructions.begin(), compiled.instructions.end(),
                         [&](const Instruction& instruction) { return instruction.operation == operation; });
  };
  EXPECT_EQ(count(Operation::multiply), 1);       // 10^7 · 10^7 cents
  EXPECT_EQ(count(Operation::multiply_wide), 2);  // 10^21, 10^28
  EXPECT_GE(count(Operation::widen), 1);
  EXPECT_TRUE(compiled.instructions.front().fits_double);
}

TEST_F(Compiling, a_program_runs_on_plain_integers) {
  const Program compiled = program({rule(cents(two(NodeKind::multiply, rules.read(wage), number("0.075"))))});
  ASSERT_EQ(compiled.inputs.size(), 1U);
  EXPECT_EQ(compiled.inputs[0].scale, 100);
  EXPECT_EQ(compiled.inputs[0].high, 10'000'000);
  ScalarMachine machine(compiled);
  const std::int64_t input[] = {100'020};  // 1000.20 · 0.075 = 75.015
  ASSERT_TRUE(machine.run(input));
  EXPECT_TRUE(machine.output(0) == *parse_fraction("75.02"));
}

TEST_F(Compiling, questions_of_one_form_share_a_program) {
  const VariableId figure = rule(cents(two(NodeKind::multiply, rules.read(wage), number("0.5"))));
  Machine machine(rules.rules());
  const auto ask = [&](std::string_view value) {
    Question question;
    question.timeline.first = YearMonth::of(2026, 5);
    question.given.push_back({{wage, Instance::household}, {parse_fraction(value)}});
    question.wanted.push_back({figure, Instance::household});
    return to_decimal_text(machine.answer(question)->values[0][0]);
  };
  EXPECT_EQ(ask("10.10"), "5.05");
  EXPECT_EQ(ask("10.11"), "5.06");
  EXPECT_EQ(machine.counts().compiled, 1U);
  EXPECT_EQ(ask("10.0999"), "5.05");  // more decimals than declared: another form
  EXPECT_EQ(machine.counts().compiled, 2U);
  EXPECT_EQ(machine.counts().by_program, 3U);
}

TEST_F(Compiling, a_value_without_finite_decimals_goes_to_the_tree) {
  const VariableId figure = rule(two(NodeKind::multiply, rules.read(wage), number("3")));
  EvaluatorTester tester(rules.rules());
  tester.question().given.push_back({{wage, Instance::household}, {Fraction::from_ratio(100, 3)}});
  EXPECT_EQ(tester.values(figure), "100");
  EXPECT_FALSE(tester.by_program());
}

TEST_F(Compiling, a_table_is_computed_by_the_program_wherever_the_key_is_inside) {
  const ParameterId table = rules.table("table", {TableKey{false, 0, 1, 3}}, {"10", "20", "30"});
  const VariableId figure = rule(rules.read_parameter(table, {rules.read(wage)}));
  EvaluatorTester inside(rules.rules()), outside(rules.rules());
  EXPECT_EQ(inside.give(wage, {"3"}).values(figure), "30");
  EXPECT_TRUE(inside.by_program());
  EXPECT_EQ(outside.give(wage, {"3.5"}).values(figure), "E401 table is looked up outside its keys (3.5)");
  EXPECT_FALSE(outside.by_program());
}

// The interval of a · b / c knows nothing of how a and c hang together; past what any figure has, the tree answers.
TEST_F(Compiling, a_share_is_computed_by_the_program_unless_it_is_astronomical) {
  const VariableId a = rules.input("a", Entity::household, 0, 100000),
                   c = rules.input("c", Entity::household, 0, 100000);
  const NodeId product =
      two(NodeKind::multiply, two(NodeKind::multiply, rules.read(wage), rules.read(a)), rules.read(a));
  const NodeId share = two(NodeKind::divide, product, two(NodeKind::maximum, rules.read(c), number("0.01")));
  const VariableId figure = rule(cents(share));
  EvaluatorTester usual(rules.rules()), absurd(rules.rules());
  EXPECT_EQ(usual.give(wage, {"1000"}).give(a, {"2000"}).give(c, {"3000"}).values(figure), "1333333.33");
  EXPECT_TRUE(usual.by_program());
  EXPECT_EQ(absurd.give(wage, {"100000"}).give(a, {"100000"}).give(c, {"0"}).values(figure), "100000000000000000");
  EXPECT_FALSE(absurd.by_program());
}

TEST_F(Compiling, an_input_without_bounds_is_answered_however_large_it_is) {
  const VariableId free = rules.input("free", Entity::household, 0, 0);
  rules.rules().variables[free].lowest.reset();
  rules.rules().variables[free].highest.reset();
  const VariableId figure = rule(two(NodeKind::multiply, rules.read(free), number("2")));
  EvaluatorTester usual(rules.rules()), large(rules.rules());
  EXPECT_EQ(usual.give(free, {"-1000000000"}).values(figure), "-2000000000");
  EXPECT_TRUE(usual.by_program());
  EXPECT_EQ(large.give(free, {"123456789012345678901"}).values(figure), "246913578024691357802");
  EXPECT_FALSE(large.by_program());
}

TEST(Instructions, are_all_in_the_documentation) {
  std::ifstream file(ANSIO_SOURCE_DIR "/docs/machine.md");
  std::stringstream text;
  text << file.rdbuf();
  const std::string page = text.str();
#define CALC_DOCUMENTED(name, ...) EXPECT_NE(page.find("| `" #name "` |"), std::string::npos) << #name;
  CALC_ARITHMETIC_INSTRUCTIONS(CALC_DOCUMENTED)
  CALC_OTHER_INSTRUCTIONS(CALC_DOCUMENTED)
#undef CALC_DOCUMENTED
}

}  // namespace
}  // namespace ansio::program
