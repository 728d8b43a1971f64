// For all rule sets and conditions: what is solved is what a scan of every point finds.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "calc/analyse/axis/traced_axis.h"
#include "calc/analyse/solve/solve.h"
#include "calc/program/definition/definition.h"
#include "calc/program/testing/random_rules.h"

namespace ansio::analyse {
namespace {

// One comparison of a condition: `figure` (less the base's) `is` a number; as text, and as this test understands it.
struct Comparison {
  std::size_t figure = 0;  // of the question's wanted
  int is = 0;              // >=, <, =, !=
  bool with_base = false;
  bool negated = false;
  Fraction number;
};

struct Scanned {
  RandomCase random;
  Question question;
  Instance moved;
  Axis axis;
  std::vector<Answer> points;
};

std::optional<Scanned> scanned(const RandomOptions& options) {
  const auto decisions =
      *rc::gen::container<std::vector<std::uint32_t>>(2000, rc::gen::inRange<std::uint32_t>(0, 1U << 31));
  Scanned made{random_case(decisions, options), {}, {}, {}, {}};
  made.question = made.random.questions.front();
  std::vector<std::size_t> numbers;
  for (std::size_t i = 0; i < made.question.given.size(); ++i) {
    const Variable& variable = made.random.rules.variables[made.question.given[i].instance.variable];
    if (variable.kind == Variable::Kind::input && variable.type.kind == Type::Kind::number && variable.lowest)
      numbers.push_back(i);
  }
  // Of persons the client alone: others have no names in a condition.
  std::erase_if(made.question.wanted, [](const Instance& instance) {
    return instance.person != Instance::household && instance.person != 0;
  });
  if (numbers.empty() || made.question.wanted.empty())
    return std::nullopt;
  Given& given = made.question.given[numbers[*rc::gen::inRange<std::size_t>(0, numbers.size())]];
  made.moved = given.instance;
  const Variable& variable = made.random.rules.variables[given.instance.variable];
  const Fraction step = Fraction::from_ratio(*rc::gen::element(1, 10, 100, 1000), variable.decimals == 1 ? 10 : 100);
  const Fraction room = (*variable.highest - *variable.lowest) / step;
  const auto points = static_cast<std::int64_t>(round_to(room, Fraction::from_integer(1), Rounding::down).numerator());
  const std::int64_t length = std::min<std::int64_t>(points, *rc::gen::inRange(2, 200));
  const std::int64_t first = *rc::gen::inRange<std::int64_t>(0, points - length + 1);
  made.axis = {{{Owner::Role::household, 0}, given.instance.variable},
               *variable.lowest + step * Fraction::from_integer(first),
               *variable.lowest + step * Fraction::from_integer(first + length),
               step};
  Machine machine(made.random.rules, answer_by_definition);
  for (std::size_t point = 0; point < made.axis.count(); ++point) {
    given.values.assign(given.values.size(), made.axis.at(point));
    Result<Answer> answer = machine.answer(made.question);
    if (!answer)
      return std::nullopt;
    made.points.push_back(std::move(*answer));
  }
  given.values.assign(given.values.size(), made.axis.from);
  return made;
}

std::size_t index_of(const Scanned& scan, std::size_t figure, int month) {
  const bool yearly = scan.random.rules.variables[scan.question.wanted[figure].variable].period == Period::year;
  return static_cast<std::size_t>(yearly && !scan.question.timeline.typical ? month / 12 : month);
}

struct Place {
  std::size_t figure = 0, index = 0;
};

// Figures by month that move along the axis, or all of them when none does.
std::vector<Place> moving_places(const Scanned& scan) {
  std::vector<Place> moving, all;
  for (std::size_t i = 0; i < scan.question.wanted.size(); ++i)
    for (std::size_t index = 0; index < scan.points.front().values[i].size(); ++index) {
      all.push_back({i, index});
      const Value& first = scan.points.front().values[i][index];
      if (std::any_of(scan.points.begin(), scan.points.end(),
                      [&](const Answer& answer) { return !(answer.values[i][index] == first); }))
        moving.push_back(all.back());
    }
  return moving.empty() ? all : moving;
}

// With a number that the figure has, or nearly, at some point: so that comparisons turn.
Comparison comparison(const Scanned& scan) {
  Comparison made;
  const auto places = moving_places(scan);
  const Place place = places[*rc::gen::inRange<std::size_t>(0, places.size())];
  made.figure = place.figure;
  made.is = *rc::gen::element(0, 0, 1, 1, 2, 3);
  made.with_base = *rc::gen::element(false, true);
  made.negated = *rc::gen::element(false, false, true);
  const std::size_t point = *rc::gen::inRange<std::size_t>(0, scan.points.size());
  const Fraction here = scan.points[point].values[place.figure][place.index];
  const Fraction from = made.with_base ? scan.points.front().values[place.figure][place.index] : Fraction{};
  made.number = round_to(here - from, Fraction::from_ratio(1, 1000), Rounding::half_away);
  return made;
}

std::string text_of(const Scanned& scan, const Comparison& one) {
  constexpr const char* signs[] = {">=", "<", "=", "!="};
  const Variable& variable = scan.random.rules.variables[scan.question.wanted[one.figure].variable];
  const bool yearly = variable.period == Period::year;
  const auto read = [&](const std::string& name) { return yearly ? "this_year(" + name + ")" : name; };
  std::string text = read(variable.name);
  if (one.with_base)
    text += " - " + read("base." + variable.name);
  text += std::string(" ") + signs[one.is] + " ";
  text += one.number.sign() < 0 ? "-" + exact_text(-one.number) : exact_text(one.number);
  return one.negated ? "not (" + text + ")" : text;
}

bool holds(const Scanned& scan, const Comparison& one, std::size_t point, int month) {
  const std::size_t index = index_of(scan, one.figure, month);
  Fraction value = scan.points[point].values[one.figure][index];
  if (one.with_base)
    value = value - scan.points.front().values[one.figure][index];
  const bool truth = one.is == 0   ? value >= one.number
                     : one.is == 1 ? value < one.number
                     : one.is == 2 ? value == one.number
                                   : !(value == one.number);
  return truth != one.negated;
}

// At both points: where it does not, they are answered one by one, and nothing is known of what turns.
bool program_holds(const Solution& solution) {
  const auto traced = trace_axis(*solution.rules, solution.question, solution.axis, solution.moved);
  if (!traced)
    return false;
  const MovingValues values = traced->moving({traced->traced.sound});
  PointValues at_point;
  for (const SolvedPoint& point : solution.points) {
    values.evaluate(static_cast<std::int64_t>(((point.at - solution.axis.from) / solution.axis.step).numerator()),
                    at_point);
    if (at_point[values.place(traced->traced.sound)] == 0)
      return false;
  }
  return true;
}

void is_what_a_scan_finds(const RandomOptions& options) {
  const auto scan = scanned(options);
  if (!scan)
    return;
  const Comparison one = comparison(*scan);
  const Comparison other = *rc::gen::element(false, true) ? comparison(*scan) : one;
  const bool both = *rc::gen::element(false, true);
  const std::string text = text_of(*scan, one) + (both ? " and " : " or ") + text_of(*scan, other);
  Result<Condition> condition = read_condition(scan->random.rules, scan->question.shape, text, {});
  for (const Diagnostic& diagnostic : condition.diagnostics())
    RC_FAIL(text + ": " + to_text(diagnostic));
  std::vector<std::vector<Value>> base;
  for (const BaseRead& read : condition->base)
    for (std::size_t i = 0; i < scan->question.wanted.size(); ++i)
      if (scan->question.wanted[i] == read.figure)
        base.push_back(scan->points.front().values[i]);
  give_base(*condition, scan->question.timeline, base);

  const int last = scan->question.timeline.months - 1;
  const int from = *rc::gen::element(0, *rc::gen::inRange(0, last + 1));
  const ShownMonths shown{from, *rc::gen::element(last, *rc::gen::inRange(from, last + 1))};
  const Goal goal = *rc::gen::element(Goal::most, Goal::least);
  const Result<Solution> solution =
      solve(*condition, scan->question, scan->moved, scan->axis, goal, shown, answer_by_definition);
  for (const Diagnostic& diagnostic : solution.diagnostics())
    RC_FAIL(text + ": " + to_text(diagnostic));

  const auto fails_in = [&](std::size_t point) {
    std::vector<int> months;
    for (int month = shown.first; month <= shown.last; ++month) {
      const bool first = holds(*scan, one, point, month), second = holds(*scan, other, point, month);
      if (!(both ? first && second : first || second))
        months.push_back(month);
    }
    return months;
  };
  std::vector<std::pair<std::size_t, std::size_t>> stretches;
  for (std::size_t point = 0; point < scan->points.size(); ++point)
    if (fails_in(point).empty()) {
      if (!stretches.empty() && stretches.back().second + 1 == point)
        stretches.back().second = point;
      else
        stretches.emplace_back(point, point);
    }
  RC_ASSERT(solution->stretches.size() == stretches.size());
  for (std::size_t i = 0; i < stretches.size(); ++i) {
    RC_ASSERT(solution->stretches[i].from == scan->axis.at(stretches[i].first));
    RC_ASSERT(solution->stretches[i].to == scan->axis.at(stretches[i].second));
  }
  RC_ASSERT(solution->value.has_value() == !stretches.empty());
  RC_TAG(std::string(stretches.empty() ? "nowhere" : stretches.size() == 1 ? "one stretch" : "several stretches"));
  if (!stretches.empty())
    RC_ASSERT(*solution->value ==
              scan->axis.at(goal == Goal::most ? stretches.back().second : stretches.front().first));
  for (std::size_t i = 0; i < solution->points.size(); ++i) {
    const auto point =
        static_cast<std::size_t>(((solution->points[i].at - scan->axis.from) / scan->axis.step).numerator());
    RC_ASSERT(solution->points[i].fails_in == fails_in(point));
    for (const SolvedFigure& figure : solution->figures)
      for (std::size_t wanted = 0; wanted < scan->question.wanted.size(); ++wanted)
        if (scan->question.wanted[wanted] == figure.instance)
          RC_ASSERT(figure.values[i] == scan->points[point].values[wanted][static_cast<std::size_t>(figure.index)]);
  }
  // Whatever turns between two points that the program answers has a maker.
  const bool turns = solution->value && solution->points.size() == 2;
  RC_TAG(std::string(turns ? "turns" : "does not turn"));
  if (turns && program_holds(*solution))
    RC_ASSERT(!solution->causes.empty());
}

TEST(SolveProperty, is_what_a_scan_finds) {
  EXPECT_TRUE(rc::check("typical months", [] { is_what_a_scan_finds({}); }));
}

TEST(SolveProperty, is_what_a_scan_finds_in_plans) {
  EXPECT_TRUE(rc::check("plans", [] { is_what_a_scan_finds({.plan = true, .rule_count = 4, .depth = 3}); }));
}

TEST(SolveProperty, is_what_a_scan_finds_among_huge_values_and_failures) {
  EXPECT_TRUE(rc::check("huge values", [] { is_what_a_scan_finds({.huge = true, .failures = true}); }));
}

}  // namespace
}  // namespace ansio::analyse
