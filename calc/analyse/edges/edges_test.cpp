// Edges, their causes and break-even points on small rules, worked out by hand.
#include "calc/analyse/edges/edges.h"

#include "calc/analyse/edges/edge_causes.h"
#include "calc/base/document/yaml_reader.h"
#include "calc/program/definition/definition.h"
#include "calc/program/machine/machine.h"
#include "calc/program/testing/rule_set_builder.h"
#include "calc/ruleset/testing/small_rules.h"

namespace ansio::analyse {
namespace {

const Position here{"--vary", 0, 0};

std::string text(const Fraction& value) {
  return value.is_valid() ? to_decimal_text(value) : "none";
}

// "kink 100 1>0.5", "jump 700 10>4 even 900": one edge a line.
std::string described(const EdgeCurve& curve) {
  std::string lines;
  for (const Edge& edge : curve.edges) {
    const bool is_jump = edge.kind == Edge::Kind::jump;
    lines += (is_jump ? "jump " : "kink ") + text(edge.at);
    lines += is_jump ? " " + text(edge.from) + ">" + text(edge.to)
                     : " " + text(edge.slope_before) + ">" + text(edge.slope_after);
    if (is_jump && edge.to < edge.from)
      lines += " even " + text(edge.break_even);
    lines += "\n";
  }
  return lines;
}

Edges edges_of(const RuleSet& rules, const char* situation_text, const char* vary, const char* figure) {
  const Result<Case> situation = read_case(rules, *read_yaml("case.yaml", situation_text));
  Machine machine(rules, answer_by_definition);
  Result<Edges> edges = find_edges(
      rules, *situation, situation->scenarios[0], *read_axis(rules, vary, here, AxisStep::finest),
      {*parse_variable_name(rules, figure, here)}, [&](const Question& question) { return machine.answer(question); });
  for (const Diagnostic& diagnostic : edges.diagnostics())
    ADD_FAILURE() << to_text(diagnostic);
  return edges ? std::move(*edges) : Edges{};
}

// 80 % of a rent of 500; half of what is over 100 is taken off, so nothing is left from 900 on; the levy begins at 500
// a month and doubles at 1,000.
TEST(Edges, of_a_taper_and_a_scale_are_where_the_rules_have_them) {
  const Edges edges = edges_of(testing::small_rules(), "ansiopolku: 1\nstart: 2025-04\nrent: 500\nclient: {}\n",
                               "client.wage=0:2000", "net");
  ASSERT_EQ(edges.curves.size(), 1U);
  EXPECT_EQ(edges.curves[0].slope, Fraction::from_integer(1));
  EXPECT_EQ(described(edges.curves[0]),
            "kink 100 1>0.5\n"
            "kink 500 0.5>0.4\n"
            "kink 900 0.4>0.9\n"
            "kink 1000 0.9>0.8\n");
}

// In 2026 the share is 75 %: 375 of support, gone at 850.
TEST(Edges, of_a_plan_are_told_month_by_month_and_of_the_sum) {
  const Edges edges =
      edges_of(testing::small_rules(), "ansiopolku: 1\nstart: 2025-12\nmonths: 2\nrent: 500\nclient: {}\n",
               "client.wage=800:950", "support.amount");
  ASSERT_EQ(edges.curves.size(), 3U);
  EXPECT_EQ(described(edges.curves[0]), "kink 900 -0.5>0\n");
  EXPECT_EQ(described(edges.curves[1]), "kink 850 -0.5>0\n");
  EXPECT_EQ(edges.curves[2].index, -1);
  EXPECT_EQ(described(edges.curves[2]), "kink 850 -1>-0.5\nkink 900 -0.5>0\n");
  EXPECT_EQ(edges.curves[2].edges[0].causes.front().indexes, std::vector<int>{12}) << "January 2026";
}

TEST(Edges, name_the_rule_the_condition_and_the_parameter) {
  const RuleSet& rules = testing::small_rules();
  const Edges edges =
      edges_of(rules, "ansiopolku: 1\nstart: 2025-04\nrent: 500\nclient: {}\n", "client.wage=0:600", "net");
  ASSERT_EQ(edges.curves[0].edges.size(), 2U);
  CauseReader reader(rules, edges);
  const auto cause_of = [&](std::size_t i) {
    const Edge& edge = edges.curves[0].edges[i];
    EXPECT_EQ(edge.causes.size(), 1U);
    return reader.describe(edge.causes.front(), edge.at);
  };
  const DescribedCause taper = cause_of(0);
  EXPECT_EQ(rules.variables[taper.cause->instance.variable].name, "support.amount");
  EXPECT_EQ(taper.condition, "max(0, income - free_income)");
  ASSERT_EQ(taper.parameters.size(), 1U);
  EXPECT_EQ(rules.parameters[taper.parameters[0].parameter].name, "support.free_income");
  EXPECT_EQ(taper.parameters[0].value, Fraction::from_integer(100));
  EXPECT_EQ(taper.parameters[0].in_force->from, YearMonth::of(2024, 1));
  const DescribedCause scale = cause_of(1);
  EXPECT_EQ(rules.variables[scale.cause->instance.variable].name, "support.levy");
  ASSERT_EQ(scale.parameters.size(), 1U);
  EXPECT_EQ(scale.parameters[0].in_force->cells[2 * static_cast<std::size_t>(scale.parameters[0].band)],
            Fraction::from_integer(6000));
}

// Rules with one figure of one person's wage, for a curve from a formula.
class OneFigure {
 public:
  OneFigure() : wage_(rules.input("wage", Entity::person, 0, 5000)) {}

  NodeId wage() { return rules.read(wage_); }
  NodeId number(const char* text) { return rules.number(text); }
  NodeId node(NodeKind kind, std::vector<NodeId> children) { return rules.node(kind, std::move(children)); }

  Result<Edges> ask(NodeId formula, const char* from, const char* to, const char* step = "0.01") {
    const VariableId figure = rules.rule("figure", Entity::person, formula);
    const Axis axis{
        {{Owner::Role::client, 0}, wage_}, *parse_fraction(from), *parse_fraction(to), *parse_fraction(step)};
    Question question;
    question.timeline.first = YearMonth::of(2026, 5);
    question.given.push_back({{wage_, 0}, {axis.from}});
    question.wanted = {{figure, 0}};
    machine_ = std::make_unique<Machine>(rules.rules(), answer_by_definition);
    return find_edges(rules.rules(), question, {wage_, 0}, axis, {0, 0},
                      [&](const Question& asked) { return machine_->answer(asked); });
  }
  std::string edges(NodeId formula, const char* from, const char* to) {
    const Result<Edges> found = ask(formula, from, to);
    return found ? described(found->curves.at(0)) : to_text(found.diagnostics().front());
  }

  RuleSetBuilder rules;

 private:
  VariableId wage_;
  std::unique_ptr<Machine> machine_;
};

// 500 as long as the wage is at most 990.90, and half of the wage: lost 500, made good by twice as much wage.
TEST(Edges, a_cent_over_a_limit_costs_all_and_is_made_good_far_away) {
  OneFigure one;
  const NodeId over = one.node(NodeKind::greater, {one.wage(), one.number("990.90")});
  const NodeId benefit = one.node(NodeKind::if_else, {over, one.number("0"), one.number("500")});
  const NodeId half = one.node(NodeKind::multiply, {one.wage(), one.number("0.5")});
  EXPECT_EQ(one.edges(one.node(NodeKind::add, {benefit, half}), "0", "3000"),
            "jump 990.9 995.45>495.455 even 1990.9\n");
}

TEST(Edges, a_loss_is_made_good_beyond_the_axis_or_never) {
  OneFigure one;
  const NodeId over = one.node(NodeKind::greater, {one.wage(), one.number("990.90")});
  const auto lost = [&](const char* amount) {
    return one.node(NodeKind::add,
                    {one.node(NodeKind::if_else, {over, one.number("0"), one.number(amount)}), one.wage()});
  };
  EXPECT_EQ(one.edges(lost("1000"), "0", "1500"), "jump 990.9 1990.9>990.91 even 1990.9\n");
  EXPECT_EQ(one.edges(lost("10000"), "0", "1500"), "jump 990.9 10990.9>990.91 even none\n");
}

// Both ends of any stretch around it are alike, and it is a cent wide.
TEST(Edges, a_spike_one_cent_wide_is_found) {
  OneFigure one;
  const NodeId is_it = one.node(NodeKind::equal, {one.wage(), one.number("1234.56")});
  EXPECT_EQ(one.edges(one.node(NodeKind::if_else, {is_it, one.number("7"), one.number("0")}), "0", "5000"),
            "jump 1234.55 0>7\njump 1234.56 7>0 even none\n");
}

TEST(Edges, a_fine_rounding_makes_none_and_a_coarse_one_makes_a_staircase) {
  OneFigure one;
  const NodeId third = one.node(NodeKind::multiply, {one.wage(), one.number("0.3")});
  const Result<Edges> fine = one.ask(one.node(NodeKind::round_half_away, {third, one.number("0.05")}), "0", "5000");
  ASSERT_TRUE(fine);
  EXPECT_TRUE(fine->curves[0].edges.empty());
  EXPECT_EQ(fine->curves[0].slope, *parse_fraction("0.3"));
  EXPECT_TRUE(fine->curves[0].roundings >= *parse_fraction("0.05"));
  EXPECT_TRUE(fine->curves[0].roundings <= *parse_fraction("0.051"));
  EXPECT_EQ(one.edges(one.node(NodeKind::round_down, {one.wage(), one.number("100")}), "0", "350"),
            "jump 99.99 0>100\njump 199.99 100>200\njump 299.99 200>300\n");
}

// Two conditions turn at the same cent: both are named, the weightier first; one that makes no difference is not.
TEST(Edges, conditions_that_turn_together_are_weighed) {
  OneFigure one;
  const auto over = [&](const char* limit, const char* lost) {
    return one.node(NodeKind::if_else,
                    {one.node(NodeKind::greater, {one.wage(), one.number(limit)}), one.number("0"), one.number(lost)});
  };
  const VariableId small = one.rules.rule("small", Entity::person, over("800", "5"));
  const VariableId large = one.rules.rule("large", Entity::person, over("800", "50"));
  const VariableId none = one.rules.rule("none", Entity::person, over("800", "0"));
  NodeId sum = one.rules.read(small);
  for (const VariableId rule : {large, none})
    sum = one.node(NodeKind::add, {sum, one.rules.read(rule)});
  const Result<Edges> edges = one.ask(sum, "0", "1000");
  ASSERT_TRUE(edges);
  ASSERT_EQ(edges->curves[0].edges.size(), 1U);
  const auto& causes = edges->curves[0].edges[0].causes;
  ASSERT_EQ(causes.size(), 2U);
  EXPECT_EQ(causes[0].instance.variable, large);
  EXPECT_EQ(causes[1].instance.variable, small);
}

// What turns because something before it turned is no cause of its own.
TEST(Edges, the_first_condition_of_a_chain_is_the_cause) {
  OneFigure one;
  const VariableId benefit = one.rules.rule(
      "benefit", Entity::person,
      one.node(NodeKind::if_else,
               {one.node(NodeKind::less_equal, {one.wage(), one.number("900")}), one.number("500"), one.number("0")}));
  const VariableId support = one.rules.rule(
      "support", Entity::person,
      one.node(NodeKind::if_else, {one.node(NodeKind::less, {one.rules.read(benefit), one.number("100")}),
                                   one.number("200"), one.number("0")}));
  const Result<Edges> edges =
      one.ask(one.node(NodeKind::add, {one.rules.read(benefit), one.rules.read(support)}), "0", "1000");
  ASSERT_TRUE(edges);
  ASSERT_EQ(edges->curves[0].edges.size(), 1U);
  EXPECT_EQ(described(edges->curves[0]), "jump 900 500>200 even none\n");
  ASSERT_EQ(edges->curves[0].edges[0].causes.size(), 1U);
  EXPECT_EQ(edges->curves[0].edges[0].causes[0].instance.variable, benefit);
}

TEST(Edges, of_a_truth_are_where_it_changes) {
  OneFigure one;
  const NodeId over = one.node(NodeKind::greater, {one.wage(), one.number("990.90")});
  one.rules.rules().tree.nodes[over].type.kind = Type::Kind::boolean;
  EXPECT_EQ(one.edges(over, "0", "2000"), "jump 990.9 0>1\n");
}

// What 126 bits do not hold is answered by itself, point by point, as long as the points are few.
TEST(Edges, of_rules_beyond_the_machine_are_found_point_by_point) {
  OneFigure one;
  NodeId huge = one.wage();
  for (int i = 0; i < 6; ++i)
    huge = one.node(NodeKind::multiply, {huge, huge});
  const NodeId at_most = one.node(NodeKind::minimum, {huge, one.number("40")});
  const NodeId over = one.node(NodeKind::if_else,
                               {one.node(NodeKind::greater, {one.wage(), one.number("2")}), one.number("1"), at_most});
  const Result<Edges> few = one.ask(over, "1.50", "2.50");
  ASSERT_TRUE(few) << to_text(few.diagnostics().front());
  EXPECT_EQ(described(few->curves[0]), "jump 2 40>1 even none\n");
  const Result<Edges> many = one.ask(at_most, "1.50", "5000");
  ASSERT_FALSE(many);
  EXPECT_EQ(many.diagnostics().front().code, Code::wrong_use);
}

// Only from 3 on is the table left: the evaluator's own refusal, not a figure.
TEST(Edges, where_the_rules_have_no_answer_the_refusal_is_the_evaluators) {
  OneFigure one;
  const ParameterId table = one.rules.table("table", {TableKey{false, 0, 0, 2}}, {"1", "20", "300"});
  const NodeId key = one.node(NodeKind::round_down, {one.wage(), one.number("1")});
  const Result<Edges> within = one.ask(one.rules.read_parameter(table, {key}), "0", "2.99");
  ASSERT_TRUE(within);
  EXPECT_EQ(described(within->curves[0]), "jump 0.99 1>20\njump 1.99 20>300\n");
  const Result<Edges> outside = one.ask(one.rules.read_parameter(table, {key}), "0", "4");
  ASSERT_FALSE(outside);
  EXPECT_EQ(outside.diagnostics().front().code, Code::key_out_of_range);
}

// At 5.00 taken as at 4.99, where the other way is gone, the key would be 2: weighing the turn reads no such cell.
TEST(Edges, a_turn_is_weighed_inside_a_table_whose_key_the_turn_changes) {
  OneFigure one;
  const ParameterId table = one.rules.table("table", {TableKey{false, 0, 0, 1}}, {"20", "300"});
  const NodeId hundredfold = one.node(NodeKind::multiply, {one.wage(), one.number("100")});
  const NodeId from_498 = one.node(NodeKind::subtract, {hundredfold, one.number("498")});
  const NodeId at_least = one.node(NodeKind::greater_equal, {one.wage(), one.number("5")});
  const NodeId key = one.node(NodeKind::if_else, {at_least, one.number("0"), from_498});
  const Result<Edges> edges = one.ask(one.rules.read_parameter(table, {key}), "4.98", "6");
  ASSERT_TRUE(edges) << to_text(edges.diagnostics().front());
  EXPECT_EQ(described(edges->curves[0]), "jump 4.98 20>300\njump 4.99 300>20 even none\n");
}

TEST(Edges, of_somebody_who_is_not_there_are_refused_all_at_once) {
  const RuleSet& rules = testing::small_rules();
  const Result<Case> situation =
      read_case(rules, *read_yaml("case.yaml", "ansiopolku: 1\nstart: 2025-04\nrent: 500\nclient: {}\n"));
  const Result<Edges> edges = find_edges(rules, *situation, situation->scenarios[0],
                                         *read_axis(rules, "spouse.wage=0:10", here, AxisStep::finest),
                                         {*parse_variable_name(rules, "child1.wage", here)}, nullptr);
  ASSERT_FALSE(edges);
  ASSERT_EQ(edges.diagnostics().size(), 2U);
  EXPECT_EQ(edges.diagnostics().front().code, Code::no_such_person);
}

TEST(Edges, take_the_smallest_step_of_the_input) {
  const RuleSet& rules = testing::small_rules();
  EXPECT_EQ(read_axis(rules, "client.wage=0:6000", here, AxisStep::finest)->count(), 600'001U);
  EXPECT_EQ(read_axis(rules, "client.local_rate=0:30", here, AxisStep::finest)->count(), 3'001U);
  EXPECT_EQ(read_axis(rules, "client.wage=0:6000:0.5", here, AxisStep::finest)->count(), 12'001U);
  EXPECT_FALSE(read_axis(rules, "client.wage=0:6000", here));
}

}  // namespace
}  // namespace ansio::analyse
