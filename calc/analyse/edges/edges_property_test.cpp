// For all rule sets: nothing turns where a curve says that nothing does, and edges explain every step of a scan.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "calc/analyse/axis/traced_axis.h"
#include "calc/analyse/enclosure/curve.h"
#include "calc/analyse/testing/edge_scan.h"
#include "calc/program/definition/definition.h"
#include "calc/program/machine/machine.h"
#include "calc/program/testing/random_rules.h"

namespace ansio::analyse {
namespace {

// Always many, so that formulas are large from the first case on; shrinking makes them zero, the simplest.
std::vector<std::uint32_t> decisions() {
  return *rc::gen::container<std::vector<std::uint32_t>>(2000, rc::gen::inRange<std::uint32_t>(0, 1U << 31));
}

// A case with one of its numbers moving over some hundred points.
struct Moving {
  RandomCase random;
  Question question;
  Instance moved;
  Axis axis;
};

std::optional<Moving> moving(const RandomOptions& options) {
  Moving made{random_case(decisions(), options), {}, {}, {}};
  made.question = made.random.questions.front();
  std::vector<std::size_t> numbers;
  for (std::size_t i = 0; i < made.question.given.size(); ++i) {
    const Variable& variable = made.random.rules.variables[made.question.given[i].instance.variable];
    if (variable.kind == Variable::Kind::input && variable.type.kind == Type::Kind::number && variable.lowest)
      numbers.push_back(i);
  }
  if (numbers.empty() || made.question.wanted.empty())
    return std::nullopt;
  Given& given = made.question.given[numbers[*rc::gen::inRange<std::size_t>(0, numbers.size())]];
  made.moved = given.instance;
  const Variable& variable = made.random.rules.variables[given.instance.variable];
  const Fraction step = Fraction::from_ratio(*rc::gen::element(1, 10, 100), variable.decimals == 1 ? 10 : 100);
  const Fraction room = (*variable.highest - *variable.lowest) / step;
  const auto points = static_cast<std::int64_t>(round_to(room, Fraction::from_integer(1), Rounding::down).numerator());
  const std::int64_t length = std::min<std::int64_t>(points, *rc::gen::inRange(2, 500));
  const std::int64_t first = *rc::gen::inRange<std::int64_t>(0, points - length + 1);
  made.axis = {{{Owner::Role::household, 0}, given.instance.variable},
               *variable.lowest + step * Fraction::from_integer(first),
               *variable.lowest + step * Fraction::from_integer(first + length),
               step};
  given.values.assign(given.values.size(), made.axis.from);
  return made;
}

void nothing_turns_unseen(const RandomOptions& options) {
  const auto made = moving(options);
  if (!made)
    return;
  const auto traced = trace_axis(made->random.rules, made->question, made->axis, made->moved);
  RC_TAG(std::string(traced ? "traced" : "beyond the machine"));
  if (!traced)
    return;
  std::vector<ValueId> roots;
  for (const TracedOutput& output : traced->traced.outputs) {
    roots.push_back(output.value.numerator);
    if (output.value.divisor != no_value)
      roots.push_back(output.value.divisor);
  }
  const ValueId sound = traced->traced.sound;
  roots.push_back(sound);
  MovingValues values = traced->moving(roots);
  std::vector<Ratio> outputs;
  for (const TracedOutput& output : traced->traced.outputs)
    outputs.push_back({values.place(output.value.numerator),
                       output.value.divisor == no_value ? no_value : values.place(output.value.divisor),
                       output.value.denominator});
  const std::uint32_t sound_place = values.place(sound);
  Curve curve(std::move(values), outputs, sound_place, std::vector<Fraction>(outputs.size(), Fraction::from_integer(1)),
              traced->point_count);
  curve.subdivide();

  const auto& samples = curve.samples();
  RC_ASSERT(samples.front().point == 0);
  RC_ASSERT(samples.back().point == traced->point_count - 1);
  const MovingList list = curve.values().list();
  PointValues at_point;
  std::vector<std::uint64_t> signatures;
  for (std::size_t i = 0; i + 1 < samples.size(); ++i)
    for (std::int64_t point = samples[i].point; point < samples[i + 1].point; ++point) {
      curve.values().evaluate(point, at_point);
      curve.values().signatures(at_point, list, signatures);
      RC_ASSERT(curve.is_sound(at_point) == samples[i].sound);
      for (std::size_t k = 0; k < outputs.size(); ++k) {
        std::uint64_t signature = signatures[outputs[k].numerator];
        if (outputs[k].divisor != no_value)
          signature = signature * 31 + signatures[outputs[k].divisor];
        RC_ASSERT(signature == samples[i].signatures[k]);
      }
    }
}

void bounds_hold(const RandomOptions& options) {
  const auto made = moving(options);
  if (!made)
    return;
  const auto traced = trace_axis(made->random.rules, made->question, made->axis, made->moved);
  if (!traced || traced->point_count < 3)
    return;
  std::vector<ValueId> roots;
  for (const TracedOutput& output : traced->traced.outputs)
    roots.push_back(output.value.numerator);
  const MovingValues values = traced->moving(roots);
  const MovingList list = values.list();
  PointValues at_l, at_h, between;
  const std::int64_t last = traced->point_count - 1;
  values.evaluate(0, at_l);
  values.evaluate(last, at_h);
  Enclosure enclosure(values);
  enclosure.enclose(0, at_l, last, at_h, list);
  std::vector<std::uint32_t> places;
  for (const ValueId root : roots)
    if (values.moves(values.place(root)))
      places.push_back(values.place(root));
  const MovingList narrowed = enclosure.narrowed(places);
  RunValues run;
  const std::int64_t in_run = std::min(last - 1, longest_run);
  values.evaluate_run(1, in_run, narrowed, run);
  for (std::int64_t point = 1; point < last; ++point) {
    values.evaluate(point, between);
    for (std::uint32_t place = values.fixed_count(); place < values.count(); ++place)
      RC_ASSERT(enclosure.bounds(place).contains(between[place]));
    PointValues narrow;
    values.evaluate(point, narrowed, narrow);
    for (const std::uint32_t place : places) {
      RC_ASSERT(narrow[place] == between[place]);
      // Not as one condition: RapidCheck reads both of its sides.
      if (point <= in_run)
        RC_ASSERT(run[run_place(place, point - 1)] == between[place]);
    }
  }
}

void edges_explain_a_scan(const RandomOptions& options) {
  const auto made = moving(options);
  if (!made)
    return;
  Machine machine(made->random.rules, answer_by_definition);
  const Answering answering = [&](const Question& question) { return machine.answer(question); };
  const ShownMonths shown{0, made->question.timeline.months - 1};
  const Result<Edges> edges = find_edges(made->random.rules, made->question, made->moved, made->axis, shown, answering);
  std::vector<Answer> scan;
  Question question = made->question;
  bool refused = false;
  for (std::size_t point = 0; point < made->axis.count() && !refused; ++point) {
    for (Given& given : question.given)
      if (given.instance == made->moved)
        given.values.assign(given.values.size(), made->axis.at(point));
    Result<Answer> answer = answering(question);
    refused = !answer.ok();
    if (answer)
      scan.push_back(std::move(*answer));
  }
  RC_ASSERT(edges.ok() == !refused);
  if (refused)
    return;
  std::size_t straight = 0;
  for (const EdgeCurve& curve : edges->curves) {
    if (curve.index < 0)
      continue;
    const auto figure = [&](std::int64_t point) {
      return scan[static_cast<std::size_t>(point)].values[curve.wanted][static_cast<std::size_t>(curve.index)];
    };
    testing::EdgeScan check(*edges, curve, figure);
    for (const Edge& edge : curve.edges) {
      RC_ASSERT(edge.from == figure(edge.point));
      RC_ASSERT(edge.to == figure(edge.point + 1));
    }
    if (curve.bent || !curve.slope.is_valid())
      continue;  // a scan cannot tell how a bent one goes on
    ++straight;
    const std::string wrong = check.complaint(0, static_cast<std::int64_t>(scan.size()) - 1);
    if (!wrong.empty())
      RC_FAIL(wrong);
  }
  RC_TAG(std::string(straight == 0 ? "bent" : "straight"));
}

TEST(EdgesProperty, nothing_turns_unseen) {
  EXPECT_TRUE(rc::check("typical months", [] { nothing_turns_unseen({}); }));
}

TEST(EdgesProperty, nothing_turns_unseen_in_plans) {
  EXPECT_TRUE(rc::check("plans", [] { nothing_turns_unseen({.plan = true, .rule_count = 4, .depth = 3}); }));
}

TEST(EdgesProperty, nothing_turns_unseen_among_huge_values_and_failures) {
  EXPECT_TRUE(rc::check("huge values", [] { nothing_turns_unseen({.huge = true, .failures = true}); }));
}

TEST(EdgesProperty, bounds_hold_at_every_point) {
  EXPECT_TRUE(rc::check("bounds", [] { bounds_hold({}); }));
  EXPECT_TRUE(rc::check("bounds of huge values", [] { bounds_hold({.huge = true}); }));
}

TEST(EdgesProperty, edges_explain_a_scan) {
  EXPECT_TRUE(rc::check("a scan", [] { edges_explain_a_scan({}); }));
  EXPECT_TRUE(rc::check("a scan with failures", [] { edges_explain_a_scan({.failures = true}); }));
}

}  // namespace
}  // namespace ansio::analyse
