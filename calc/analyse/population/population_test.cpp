// Populations by documented distributions: the same seed, the same households.
#include "calc/analyse/population/population.h"

#include <map>

#include "calc/base/document/yaml_reader.h"
#include "calc/ruleset/testing/small_rules.h"

namespace ansio::analyse {
namespace {

const RuleSet& rules() {
  static const RuleSet loaded = testing::load_fixture_rules("reform");
  return loaded;
}

Population population_of(const std::string& draws) {
  Result<Population> population = read_population(*read_yaml("p.yaml", "population: p\ndraws:\n" + draws), rules());
  for (const Diagnostic& diagnostic : population.diagnostics())
    ADD_FAILURE() << to_text(diagnostic);
  return std::move(*population);
}

std::vector<std::string> refusals(const std::string& text) {
  const Result<Population> population = read_population(*read_yaml("p.yaml", text), rules());
  std::vector<std::string> found;
  for (const Diagnostic& diagnostic : population.diagnostics())
    found.push_back(std::to_string(diagnostic.position.line) + ":" + std::to_string(diagnostic.position.column) + " E" +
                    std::to_string(static_cast<int>(diagnostic.code)));
  return found;
}

// The first numbers of SplitMix64 from the seed 1234567, as its reference implementation prints them.
TEST(Population, draws_the_numbers_of_split_mix_64) {
  EXPECT_EQ(split_mix(1234567, 1), 6457827717110365317U);
  EXPECT_EQ(split_mix(1234567, 2), 3203168211198807973U);
  EXPECT_EQ(split_mix(1234567, 3), 9817491932198370423U);
  EXPECT_EQ(split_mix(1234567, 4), 4593380528125082431U);
  EXPECT_EQ(split_mix(1234567, 5), 16408922859458223821U);
}

// 3 of 4; the standard deviation of 20,000 draws is 61.
TEST(Population, chooses_by_weight) {
  const Population population = population_of("  - {draw: kind, choose: {a: 3, b: 1}}\n");
  int first = 0;
  for (std::uint64_t number = 1; number <= 20000; ++number)
    first += draw_household(population, 1, number)[0].text == "a" ? 1 : 0;
  EXPECT_NEAR(first, 15000, 5 * 61);
}

TEST(Population, draws_every_step_of_a_range_alike) {
  const Population population = population_of("  - {draw: wage, between: [2000, 2400], step: 100}\n");
  std::map<std::string, int> counts;
  for (std::uint64_t number = 1; number <= 20000; ++number)
    ++counts[draw_household(population, 1, number)[0].text];
  ASSERT_EQ(counts.size(), 5U);
  for (const auto& [value, count] : counts)
    EXPECT_NEAR(count, 4000, 5 * 57) << value;
}

// Half of the draws below the median; from there evenly up to the end; all of them multiples of the step.
TEST(Population, draws_between_quantiles) {
  const Population population =
      population_of("  - {draw: wage, quantiles: [[0, 0], [50, 1000], [100, 5000]], step: 10}\n");
  const auto up_to = [&](int limit) {
    int count = 0;
    for (std::uint64_t number = 1; number <= 20000; ++number) {
      const Fraction value = *draw_household(population, 7, number)[0].number;
      EXPECT_TRUE((value / Fraction::from_integer(10)).is_integer());
      EXPECT_TRUE(value.sign() >= 0 && value <= Fraction::from_integer(5000));
      count += value <= Fraction::from_integer(limit) ? 1 : 0;
    }
    return count;
  };
  EXPECT_NEAR(up_to(500), 5000, 5 * 62);
  EXPECT_NEAR(up_to(1000), 10000, 5 * 71);
  EXPECT_NEAR(up_to(3000), 15000, 5 * 62);
}

TEST(Population, lets_later_draws_depend_on_earlier_ones) {
  const Population population = population_of(R"(
  - {draw: kind, choose: {single: 1, couple: 1}}
  - {column: client.wage, between: [0, 9]}
  - {column: spouse.wage, when: {kind: couple, client.wage: {from: 3, to: 5}}, choose: {100: 1}}
)");
  for (std::uint64_t number = 1; number <= 200; ++number) {
    const std::vector<DrawnValue> drawn = draw_household(population, 3, number);
    const bool applies =
        drawn[0].text == "couple" && (drawn[1].text == "3" || drawn[1].text == "4" || drawn[1].text == "5");
    EXPECT_EQ(drawn[2].text, applies ? "100" : "") << number;
  }
}

TEST(Population, is_another_with_another_seed) {
  const Population population = population_of("  - {draw: wage, between: [0, 1000000]}\n");
  int same = 0;
  for (std::uint64_t number = 1; number <= 100; ++number)
    same += draw_household(population, 1, number)[0].text == draw_household(population, 2, number)[0].text ? 1 : 0;
  EXPECT_LE(same, 1);
}

TEST(Population, is_refused_with_everything_that_is_wrong) {
  using Found = std::vector<std::string>;
  EXPECT_EQ(refusals("population: p\n"), Found{"1:1 E302"});
  EXPECT_EQ(refusals("population: p\ndraws: []\n"), Found{"2:8 E303"});
  EXPECT_EQ(refusals("population: p\ndrawz: []\n"), (Found{"1:1 E302", "2:1 E301"}));
  EXPECT_EQ(refusals(R"(population: p
draws:
  - {column: client.wagee, choose: {1: 1}}
  - {column: wage, choose: {1: 1}}
  - {column: client.wage, choose: {much: 1, -1: 1}}
  - {draw: kind, choose: {a: 0, b: 1.5}}
  - {draw: kind2, choose: {a: 1}, between: [1, 2]}
  - {draw: kind3}
  - {draw: kind4, choose: {a: 1}, when: {kinf: a}}
  - {draw: kind5, choose: {a: 1}, when: {kind4: b}}
  - {draw: kind4, choose: {a: 1}}
  - {draw: kind6, between: [2, 1]}
  - {draw: kind7, quantiles: [[0, 1], [90, 2]]}
  - {draw: kind8, between: [1, 2], step: 0}
  - {draw: kind9, choose: {a: 1}, colour: blue}
)"),
            (Found{"3:14 E502", "4:14 E505", "5:36 E503", "5:45 E504", "6:30 E303", "6:36 E303", "7:5 E301", "8:5 E302",
                   "9:42 E203", "10:49 E503", "11:12 E104", "12:28 E303", "13:30 E303", "14:42 E303", "15:35 E301"}));
}

}  // namespace
}  // namespace ansio::analyse
