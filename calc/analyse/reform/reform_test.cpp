// Reforms over households: winners, losers, deciles and sums on the small rules.
#include "calc/analyse/reform/reform.h"

#include "calc/base/document/yaml_reader.h"
#include "calc/ruleset/testing/small_rules.h"

namespace ansio::analyse {
namespace {

Fraction whole(std::int64_t value) {
  return Fraction::from_integer(value);
}

ReformHousehold household(std::int64_t income, std::int64_t change, std::int64_t group = 0) {
  return {whole(income), whole(income + change), whole(0), whole(-change), group};
}

TEST(Reform, counts_who_gains_and_who_loses) {
  ReformSummary summary;
  for (const std::int64_t change : {10, -4, 0, 30, -6, 0, 0})
    summary.add(household(1000, change));
  const ReformTally& all = summary.all();
  EXPECT_EQ(all.households, 7U);
  EXPECT_EQ(all.winners, 2U);
  EXPECT_EQ(all.losers, 2U);
  EXPECT_EQ(all.unchanged(), 3U);
  EXPECT_EQ(all.gained, whole(40));
  EXPECT_EQ(all.lost, whole(-10));
  EXPECT_EQ(all.total_change(), whole(30));
  EXPECT_EQ(all.mean_change(), Fraction::from_ratio(30, 7));
  EXPECT_EQ(all.purse_change, whole(-30));
}

TEST(Reform, counts_a_cent_as_a_change) {
  ReformSummary summary;
  summary.add({whole(5), *parse_fraction("5.01"), whole(0), whole(0), 0});
  EXPECT_EQ(summary.all().winners, 1U);
}

// Incomes 0…999, each once: the n-th tenth has those from 100 (n − 1) on, and each gains its number.
TEST(Reform, tells_deciles_apart) {
  ReformSummary summary;
  for (int i = 0; i < 1000; ++i) {
    const std::int64_t income = (i * 7) % 1000;  // in no order
    summary.add(household(income, income / 100 + 1));
  }
  const std::vector<Decile> deciles = summary.deciles();
  ASSERT_EQ(deciles.size(), 10U);
  for (int n = 0; n < 10; ++n) {
    const Decile& decile = deciles[static_cast<std::size_t>(n)];
    EXPECT_EQ(decile.from, n * 100);
    EXPECT_EQ(decile.to, n * 100 + 100);
    EXPECT_EQ(decile.tally.households, 100U);
    EXPECT_EQ(decile.tally.mean_change(), whole(n + 1));
  }
}

TEST(Reform, keeps_households_of_the_same_whole_income_together) {
  ReformSummary summary;
  for (int i = 0; i < 60; ++i)
    summary.add({Fraction::from_ratio(1000 * 100 + i, 100), whole(1001), whole(0), whole(0), 0});  // 1000.00 … 1000.59
  for (int i = 0; i < 40; ++i)
    summary.add(household(2000, 0));
  const std::vector<Decile> deciles = summary.deciles();
  EXPECT_EQ(deciles[2].tally.households, 60U) << "the middle one of the sixty is in the third tenth";
  EXPECT_EQ(deciles[7].tally.households, 40U);
  EXPECT_EQ(deciles[0].tally.households, 0U);
}

TEST(Reform, comes_to_the_same_in_parts) {
  ReformSummary whole_summary;
  ReformSummary parts[3];
  for (int i = 0; i < 500; ++i) {
    const ReformHousehold one = household(i * 37 % 911, i % 7 - 3, i % 2);
    whole_summary.add(one);
    parts[i % 3].add(one);
  }
  ReformSummary joined;
  for (const ReformSummary& part : parts)
    joined.add(part);
  EXPECT_EQ(joined.all().total_change(), whole_summary.all().total_change());
  EXPECT_EQ(joined.groups().at(1).losers, whole_summary.groups().at(1).losers);
  for (std::size_t n = 0; n < 10; ++n) {
    EXPECT_EQ(joined.deciles()[n].from, whole_summary.deciles()[n].from);
    EXPECT_EQ(joined.deciles()[n].tally.total_change(), whole_summary.deciles()[n].tally.total_change());
  }
}

TEST(Reform, refuses_measures_that_are_none) {
  const RuleSet rules = testing::load_fixture_rules("reform");
  const auto refusals = [&](const std::string& text) {
    const auto measures = read_reform_measures(*read_yaml("reform.yaml", text), rules);
    std::vector<std::string> found;
    for (const Diagnostic& diagnostic : measures.diagnostics())
      found.push_back(std::to_string(diagnostic.position.line) + " E" +
                      std::to_string(static_cast<int>(diagnostic.code)));
    return found;
  };
  using Found = std::vector<std::string>;
  EXPECT_EQ(refusals("gain: left\npurse: grant.purse\ngroup: grant.kind\n"), Found{});
  EXPECT_EQ(refusals("gain: lefft\npurse: grant.kind\ngroup: grant.purse\n"), (Found{"1 E502", "2 E303", "3 E303"}));
  EXPECT_EQ(refusals("gain: client.wage\npurse: grant.purse\ncolour: blue\n"), (Found{"1 E303", "1 E302", "3 E301"}));
}

}  // namespace
}  // namespace ansio::analyse
