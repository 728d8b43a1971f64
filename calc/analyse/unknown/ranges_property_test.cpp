// For all rule sets: no value lies outside the range told, both ends are attained where the range is proven, the value
// as assumed lies within, and knowing more never widens a proven range.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <random>

#include "calc/analyse/unknown/ranges.h"
#include "calc/program/definition/definition.h"
#include "calc/program/machine/machine.h"
#include "calc/program/testing/random_rules.h"

namespace ansio::analyse {
namespace {

constexpr int rule_sets = 1000;
constexpr std::int64_t longest = 120;  // steps from the least to the most

// A random question as a case whose numbers can be opened.
struct OpenCase {
  RandomCase random;
  Case situation;
  std::vector<VariableId> variables;  // the figures wanted
  std::vector<std::size_t> numbers;   // places in the scenario's values that may be opened
};

OpenCase open_case(std::uint32_t seed, const RandomOptions& options) {
  std::mt19937 draw(seed);
  std::vector<std::uint32_t> decisions(2000);
  for (std::uint32_t& one : decisions)
    one = static_cast<std::uint32_t>(draw()) >> 1;
  OpenCase made{random_case(decisions, options), {}, {}, {}};
  const Question& question = made.random.questions.front();
  Case& situation = made.situation;
  situation.start = YearMonth{question.timeline.first.index + question.timeline.start};
  situation.months = question.timeline.months - question.timeline.start;
  Scenario scenario;
  scenario.name = "case";
  scenario.shape = question.shape;
  for (const Given& given : question.given) {
    const Variable& variable = made.random.rules.variables[given.instance.variable];
    std::optional<Value> value;
    for (const std::optional<Value>& one : given.values)
      if (one && !value)
        value = one;
    if (!value)
      continue;
    if (variable.kind == Variable::Kind::input && variable.type.kind == Type::Kind::number && variable.lowest)
      made.numbers.push_back(scenario.values.size());
    scenario.values.push_back(
        {{owner_of(question.shape, given.instance.person), given.instance.variable}, {{YearMonth{0}, value}}, {}});
  }
  situation.scenarios.push_back(std::move(scenario));
  for (const Instance& wanted : question.wanted)
    if (std::find(made.variables.begin(), made.variables.end(), wanted.variable) == made.variables.end())
      made.variables.push_back(wanted.variable);
  return made;
}

// Opens a number over so many of its smallest steps from its lowest value on.
void open_number(OpenCase& made, std::size_t place, std::int64_t first, std::int64_t last) {
  CaseValue& value = made.situation.scenarios.front().values[place];
  const Variable& variable = made.random.rules.variables[value.name.variable];
  Fraction step = Fraction::from_integer(1);
  for (int i = 0; i < variable.decimals; ++i)
    step = step / Fraction::from_integer(10);
  OpenValue open;
  open.kind = OpenValue::Kind::between;
  open.name = value.name;
  open.least = *variable.lowest + step * Fraction::from_integer(first);
  open.most = std::min(*variable.highest, *variable.lowest + step * Fraction::from_integer(last));
  value.steps = {{YearMonth{0}, open.least, static_cast<std::int32_t>(made.situation.open.size())}};
  made.situation.open.push_back(std::move(open));
}

struct Bounds {
  std::optional<Value> least, most;
  void see(const Value& value) {
    if (!least || value < *least)
      least = value;
    if (!most || *most < value)
      most = value;
  }
};

// Every line at every point of the open numbers; empty when some point has no answer.
std::vector<std::vector<Bounds>> brute_force(const OpenCase& made, const Ranges& ranges, Machine& machine) {
  std::vector<std::vector<Bounds>> bounds(ranges.lines.size());
  for (std::size_t i = 0; i < bounds.size(); ++i)
    bounds[i].resize(ranges.lines[i].values.size() + 1);
  std::vector<Instance> wanted;
  for (const VariableId id : made.variables)
    for (const Instance& instance : instances_of(made.random.rules, made.situation.scenarios[0].shape, id))
      wanted.push_back(instance);
  const std::vector<OpenItem>& items = ranges.items;
  std::vector<Value> at;
  for (const OpenItem& item : items)
    at.push_back(item.least);
  for (bool more = true; more;) {
    Case moved = made.situation;
    for (CaseValue& value : moved.scenarios.front().values)
      for (Step& step : value.steps)
        for (std::size_t i = 0; i < items.size(); ++i)
          if (step.open == items[i].open)
            step.value = at[i];
    const Result<Answer> answer =
        machine.answer(make_question(made.random.rules, moved, moved.scenarios.front(), wanted));
    if (!answer)
      return {};
    for (std::size_t line = 0; line < ranges.lines.size(); ++line) {
      const RangeLine& told = ranges.lines[line];
      const Shape& shape = moved.scenarios.front().shape;
      for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (wanted[i].variable != told.variable || person_name(shape, wanted[i].person) != told.person)
          continue;
        const bool yearly = made.random.rules.variables[told.variable].period == Period::year;
        const Timeline timeline = timeline_of(moved);
        const std::size_t begin =
            moved.is_typical() || yearly ? 0 : static_cast<std::size_t>(moved.start.index - timeline.first.index);
        Value sum;
        for (std::size_t month = 0; month < told.values.size(); ++month) {
          bounds[line][month].see(answer->values[i][begin + month]);
          sum = sum + answer->values[i][begin + month];
        }
        bounds[line].back().see(sum);
      }
    }
    more = false;
    for (std::size_t i = 0; i < items.size() && !more; ++i) {
      at[i] = at[i] + items[i].step;
      more = !(items[i].most < at[i]);
      if (!more)
        at[i] = items[i].least;
    }
  }
  return bounds;
}

void expect_within(const Ranges& ranges, const std::vector<std::vector<Bounds>>& truth, std::uint32_t seed,
                   int& proven) {
  for (std::size_t i = 0; i < ranges.lines.size(); ++i) {
    const RangeLine& line = ranges.lines[i];
    for (std::size_t month = 0; month < line.values.size(); ++month) {
      const Bounds& bounds = truth[i][month];
      ASSERT_LE(line.least[month], line.values[month]) << "seed " << seed;
      ASSERT_LE(line.values[month], line.most[month]) << "seed " << seed;
      ASSERT_LE(*bounds.least, line.least[month]) << "no such value, seed " << seed;
      ASSERT_LE(line.most[month], *bounds.most) << "no such value, seed " << seed;
      if (!line.proven)
        continue;
      ++proven;
      ASSERT_EQ(line.least[month], *bounds.least) << "a value outside, seed " << seed;
      ASSERT_EQ(line.most[month], *bounds.most) << "a value outside, seed " << seed;
    }
    if (line.total && line.proven) {
      ASSERT_EQ(*line.total_least, *truth[i].back().least) << "seed " << seed;
      ASSERT_EQ(*line.total_most, *truth[i].back().most) << "seed " << seed;
    }
  }
}

void one_number_is_proven(const RandomOptions& options, int count) {
  int proven = 0, cases = 0;
  for (std::uint32_t seed = 1; seed <= static_cast<std::uint32_t>(count); ++seed) {
    OpenCase made = open_case(seed, options);
    if (made.numbers.empty())
      continue;
    open_number(made, made.numbers[seed % made.numbers.size()], seed % 50, seed % 50 + longest);
    Machine machine(made.random.rules, answer_by_definition);
    const Result<Ranges> ranges = compute_ranges(made.random.rules, made.situation, made.variables, Answering(machine));
    if (!ranges || ranges->items.empty() || !ranges->is_whole)
      continue;
    const auto truth = brute_force(made, *ranges, machine);
    if (truth.empty())
      continue;
    ++cases;
    expect_within(*ranges, truth, seed, proven);
    if (::testing::Test::HasFatalFailure())
      return;
  }
  EXPECT_GT(cases, count / 3);
  EXPECT_GT(proven, count / 3);
}

TEST(RangesProperty, of_one_number_are_what_brute_force_finds) {
  one_number_is_proven({}, rule_sets);
}

TEST(RangesProperty, of_one_number_are_what_brute_force_finds_in_plans) {
  one_number_is_proven({.plan = true, .rule_count = 4, .depth = 3}, rule_sets / 10);
}

TEST(RangesProperty, of_two_numbers_hold_nothing_that_is_not_attained) {
  for (std::uint32_t seed = 1; seed <= rule_sets / 5; ++seed) {
    OpenCase made = open_case(seed, {});
    if (made.numbers.size() < 2)
      continue;
    open_number(made, made.numbers[0], 0, 12);
    open_number(made, made.numbers[1], 3, 15);
    Machine machine(made.random.rules, answer_by_definition);
    const Result<Ranges> ranges = compute_ranges(made.random.rules, made.situation, made.variables, Answering(machine));
    if (!ranges || ranges->items.size() < 2 || !ranges->is_whole)
      continue;
    const auto truth = brute_force(made, *ranges, machine);
    int proven = 0;
    if (!truth.empty())
      expect_within(*ranges, truth, seed, proven);
    if (HasFatalFailure())
      return;
    EXPECT_EQ(proven, 0) << "what is found is not told as proven";
  }
}

TEST(RangesProperty, knowing_more_never_widens_a_proven_range) {
  for (std::uint32_t seed = 1; seed <= rule_sets / 5; ++seed) {
    OpenCase wide = open_case(seed, {});
    if (wide.numbers.empty())
      continue;
    OpenCase narrow = wide;
    open_number(wide, wide.numbers[0], 0, longest);
    open_number(narrow, narrow.numbers[0], longest / 4, longest / 2);
    Machine machine(wide.random.rules, answer_by_definition);
    const Result<Ranges> all = compute_ranges(wide.random.rules, wide.situation, wide.variables, Answering(machine));
    Machine other(narrow.random.rules, answer_by_definition);
    const Result<Ranges> some =
        compute_ranges(narrow.random.rules, narrow.situation, narrow.variables, Answering(other));
    if (!all || !some || !all->is_whole || !some->is_whole || all->items.empty() || some->items.empty())
      continue;
    ASSERT_EQ(all->lines.size(), some->lines.size());
    for (std::size_t i = 0; i < all->lines.size(); ++i)
      for (std::size_t month = 0; month < all->lines[i].values.size() && all->lines[i].proven; ++month) {
        EXPECT_LE(all->lines[i].least[month], some->lines[i].least[month]) << "seed " << seed;
        EXPECT_LE(some->lines[i].most[month], all->lines[i].most[month]) << "seed " << seed;
      }
  }
}

}  // namespace
}  // namespace ansio::analyse
