// The ranges that a ValueGraph proves: every value lies in its own, whatever the inputs are; and parts, remainders and
// shares are known to be what they are.
#include "calc/program/values/value_graph.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>

namespace ansio::program {
namespace {

// Each value of the graph for these inputs, computed apart from the instructions.
std::vector<Int128> values_of(const ValueGraph& graph, const std::vector<Int128>& inputs) {
  std::vector<Int128> values;
  for (ValueId id = 0; id < graph.size(); ++id) {
    const ValueNode& node = graph[id];
    const auto of = [&](ValueId operand) { return values[operand]; };
    switch (node.kind) {
      case ValueKind::constant:
        values.push_back(graph.constant_of(id));
        break;
      case ValueKind::input:
        values.push_back(inputs[node.a]);
        break;
      case ValueKind::add:
        values.push_back(of(node.a) + of(node.b));
        break;
      case ValueKind::subtract:
        values.push_back(of(node.a) - of(node.b));
        break;
      case ValueKind::multiply:
        values.push_back(of(node.a) * of(node.b));
        break;
      case ValueKind::minimum:
        values.push_back(std::min(of(node.a), of(node.b)));
        break;
      case ValueKind::maximum:
        values.push_back(std::max(of(node.a), of(node.b)));
        break;
      case ValueKind::absolute:
        values.push_back(of(node.a) < 0 ? -of(node.a) : of(node.a));
        break;
      case ValueKind::less:
        values.push_back(of(node.a) < of(node.b) ? 1 : 0);
        break;
      case ValueKind::less_equal:
        values.push_back(of(node.a) <= of(node.b) ? 1 : 0);
        break;
      case ValueKind::equal:
        values.push_back(of(node.a) == of(node.b) ? 1 : 0);
        break;
      case ValueKind::not_equal:
        values.push_back(of(node.a) != of(node.b) ? 1 : 0);
        break;
      case ValueKind::select:
        values.push_back(of(node.a) != 0 ? of(node.b) : of(node.c));
        break;
      case ValueKind::divide_half_away:
        values.push_back(divide(of(node.a), of(node.b), Rounding::half_away));
        break;
      case ValueKind::divide_down:
        values.push_back(divide(of(node.a), of(node.b), Rounding::down));
        break;
      case ValueKind::divide_up:
        values.push_back(divide(of(node.a), of(node.b), Rounding::up));
        break;
      case ValueKind::look_up:
        values.push_back(graph.tables()[node.b][static_cast<std::size_t>(of(node.a))]);
        break;
    }
  }
  return values;
}

// A graph of random operations, rich in what proofs are made of: sums and what is taken from them, caps, shares.
std::vector<ValueId> grow(ValueGraph& graph, const std::vector<Interval>& inputs) {
  std::vector<ValueId> known;
  for (std::uint32_t i = 0; i < inputs.size(); ++i)
    known.push_back(graph.input(i, inputs[i]));
  const auto any = [&] { return known[*rc::gen::inRange<std::size_t>(0, known.size())]; };
  const auto small = [&] { return graph.constant(*rc::gen::inRange<int>(-2, 30)); };
  const int steps = *rc::gen::inRange<int>(1, 40);
  for (int step = 0; step < steps; ++step) {
    const ValueId a = any(), b = any();
    const Rounding mode = *rc::gen::element(Rounding::half_away, Rounding::down, Rounding::up);
    switch (*rc::gen::inRange<int>(0, 10)) {
      case 0:
        known.push_back(graph.add(a, b));
        break;
      case 1:
        known.push_back(graph.subtract(a, b));
        break;
      case 2:
        known.push_back(graph.subtract(a, graph.minimum(a, b)));
        break;
      case 3:
        known.push_back(graph.minimum(a, b));
        break;
      case 4:
        known.push_back(graph.maximum(a, *rc::gen::arbitrary<bool>() ? b : graph.constant(0)));
        break;
      case 5:
        known.push_back(graph.select(graph.less(a, b), any(), any()));
        break;
      case 6:
        known.push_back(graph.multiply(a, small()));
        break;
      case 7:
        known.push_back(graph.divide(a, graph.constant(*rc::gen::inRange<int>(1, 30)), mode));
        break;
      case 8:
        known.push_back(graph.divide(graph.multiply(a, b), graph.maximum(graph.constant(1), any()), mode));
        break;
      default:
        known.push_back(graph.divide(graph.multiply(a, graph.minimum(b, any())),
                                     graph.maximum(graph.constant(1), graph.add(b, any())), mode));
        break;
    }
  }
  return known;
}

TEST(ValueGraphProperty, every_value_lies_in_its_range) {
  EXPECT_TRUE(rc::check("values and their ranges", [] {
    std::vector<Interval> ranges;
    for (int i = 0; i < 3; ++i) {
      const auto low = *rc::gen::inRange<int>(-60, 60);
      ranges.push_back({low, low + *rc::gen::inRange<int>(0, 120)});
    }
    ValueGraph graph;
    grow(graph, ranges);
    RC_PRE(!graph.has_given_up());
    for (int sample = 0; sample < 20; ++sample) {
      std::vector<Int128> inputs;
      for (const Interval& range : ranges)
        inputs.push_back(*rc::gen::inRange(static_cast<int>(range.low), static_cast<int>(range.high) + 1));
      const std::vector<Int128> values = values_of(graph, inputs);
      for (ValueId id = 0; id < graph.size(); ++id)
        RC_ASSERT(graph.range(id).contains(values[id]));
    }
  }));
}

class ValueGraphRanges : public testing::Test {
 protected:
  ValueGraph graph;
  const ValueId income = graph.input(0, {0, 1'000'000}), other = graph.input(1, {0, 500'000});
  const ValueId total = graph.add(income, other);
};

TEST_F(ValueGraphRanges, a_deduction_of_at_most_the_income_leaves_nothing_negative) {
  EXPECT_EQ(graph.range(graph.subtract(income, graph.minimum(income, other))).low, 0);
  // min(income, 15000) less 18 hundredths of what is above, rounded.
  const ValueId above = graph.maximum(graph.subtract(income, graph.constant(15'000)), graph.constant(0));
  const ValueId full = graph.multiply(graph.minimum(income, graph.constant(15'000)), graph.constant(100));
  const ValueId left =
      graph.maximum(graph.subtract(full, graph.multiply(above, graph.constant(18))), graph.constant(0));
  const ValueId deduction = graph.divide(left, graph.constant(100), Rounding::half_away);
  EXPECT_EQ(graph.range(graph.subtract(income, deduction)).low, 0);
}

TEST_F(ValueGraphRanges, a_share_is_at_most_the_whole) {
  const ValueId divisor = graph.maximum(total, graph.constant(1));
  const ValueId whole = graph.input(2, {-70, 300});
  const ValueId share = graph.divide(graph.multiply(whole, other), divisor, Rounding::up);
  EXPECT_EQ(graph.range(share), Interval(-70, 300));
  // Of what may exceed the divisor, the product remains.
  const ValueId more =
      graph.divide(graph.multiply(whole, total), graph.maximum(other, graph.constant(1)), Rounding::up);
  EXPECT_EQ(graph.range(more).high, Int128{300} * 1'500'000);
}

TEST_F(ValueGraphRanges, what_may_be_negative_is_no_part) {
  const ValueId loss = graph.input(2, {-10, 10});
  EXPECT_EQ(graph.range(graph.subtract(graph.add(income, loss), income)).low, -1'000'000 - 10);
  const ValueId divisor = graph.maximum(graph.add(income, loss), graph.constant(1));
  const ValueId share = graph.divide(graph.multiply(other, income), divisor, Rounding::half_away);
  EXPECT_GT(graph.range(share).high, 500'000);
}

}  // namespace
}  // namespace ansio::program
