// Ranges and stakes of real households compared with moving one thing by hand: fifty households drawn at random, and
// the worked examples of open facts.
#include <gtest/gtest.h>

#include <algorithm>

#include "calc/analyse/solve/assumed_solve.h"
#include "calc/analyse/unknown/stakes.h"
#include "calc/base/document/yaml_reader.h"
#include "calc/program/definition/definition.h"
#include "calc/program/machine/machine.h"
#include "tests/law.h"
#include "tests/random_households.h"

namespace ansio::tests {
namespace {

using testing::law;

constexpr int households = 50;
constexpr std::int64_t points = 400;

Case read(const std::string& text) {
  const Result<Document> document = read_yaml("case.yaml", text);
  Result<Case> situation = read_case(law(), *document);
  if (!situation) {
    ADD_FAILURE() << to_text(situation.diagnostics().front(), text);
    return {};
  }
  return std::move(*situation);
}

// The household as a case that does not know the client's wage: between a first value and so many cents more.
Case open_wage(const Row& row, const Shape& shape, const Value& first) {
  Case situation;
  situation.start = row.date;
  Scenario scenario;
  scenario.name = "case";
  scenario.shape = shape;
  const VariableId wage = *law().find_variable("wage");
  for (const RowValue& given : row.values)
    if (given.name.variable != wage || given.name.owner.role != Owner::Role::client)
      scenario.values.push_back({given.name, {{YearMonth{0}, given.value}}, {}});
  OpenValue open;
  open.kind = OpenValue::Kind::between;
  open.name = {Owner{Owner::Role::client}, wage};
  open.least = first;
  open.most = first + Fraction::from_ratio(points, 100);
  scenario.values.push_back({open.name, {{YearMonth{0}, first, 0}}, {}});
  situation.scenarios.push_back(std::move(scenario));
  situation.open.push_back(std::move(open));
  return situation;
}

TEST(RangesScan, of_real_households_are_what_every_cent_says) {
  RandomHouseholds drawn(law(), 14);
  Machine machine(law(), answer_by_definition);
  const Answering answering(machine);
  const VariableId left = *law().find_variable("disposable_income");
  int compared = 0, unproven = 0;
  for (int tries = 0; compared < households && tries < 40 * households; ++tries) {
    const Row row = drawn.next();
    const Result<Shape> shape = shape_of_row(row, {});
    if (!shape)
      continue;
    const Value first = Fraction::from_ratio(static_cast<std::int64_t>(drawn.below(300'000)), 100);
    const Case situation = open_wage(row, *shape, first);
    const Result<Ranges> ranges = compute_ranges(law(), situation, {left}, answering);
    if (!ranges || !ranges->is_whole || ranges->items.empty())
      continue;  // in a situation that the rules refuse
    ++compared;
    const RangeLine& line = ranges->lines.front();
    std::optional<Value> least, most;
    for (std::int64_t point = 0; point <= points; ++point) {
      const Scenario moved = with_item(situation, situation.scenarios.front(), ranges->items.front(),
                                       first + Fraction::from_ratio(point, 100));
      const Result<Answer> answer =
          machine.answer(make_question(law(), situation, moved, {{left, Instance::household}}));
      ASSERT_TRUE(answer);
      const Value& value = answer->values[0][0];
      least = least ? std::min(*least, value) : value;
      most = most ? std::max(*most, value) : value;
    }
    unproven += line.proven ? 0 : 1;
    EXPECT_EQ(line.least.front(), *least) << "household " << tries;
    EXPECT_EQ(line.most.front(), *most) << "household " << tries;
    EXPECT_LE(line.least.front(), line.values.front());
    EXPECT_LE(line.values.front(), line.most.front());
  }
  EXPECT_EQ(compared, households);
  // Of one of these households the search gives up its proof; its ends are those of the scan. Why is not known yet.
  EXPECT_LE(unproven, 1);
}

const char* const earnings_related_pensioner =
    "ansiopolku: 1\nstart: 2026-06\nmunicipality: Helsinki\nhousing: {tenure: rented, rent: 620}\n"
    "client: {birth_month: 1977-08, earnings_related_pension: 1250, earnings_related_pension_kind: full_disability,\n"
    "  established_earnings: %}\n"
    "scenarios: [{name: now}, {name: 910 a month, client: {wage: 910}}, {name: 995 a month, client: {wage: 995}}]\n";

std::string with(std::string text, const std::string& value) {
  return text.replace(text.find('%'), 1, value);
}

Value disposable_income(const Case& situation, std::size_t scenario) {
  Machine machine(law(), answer_by_definition);
  const Result<Answer> answer =
      machine.answer(make_question(law(), situation, situation.scenarios[scenario],
                                   {{*law().find_variable("disposable_income"), Instance::household}}));
  EXPECT_TRUE(answer);
  return answer ? answer->values[0][0] : Value{};
}

const RangeLine& line_of(const Ranges& ranges, std::size_t scenario, bool is_difference) {
  for (const RangeLine& line : ranges.lines)
    if (line.scenario == scenario && line.is_difference == is_difference)
      return line;
  return ranges.lines.front();
}

TEST(RangesScan, of_unknown_established_earnings_hold_every_true_answer) {
  Machine machine(law(), answer_by_definition);
  const Case situation = read(with(earnings_related_pensioner, "{between: [1500, 4000]}"));
  const Result<Ranges> ranges =
      compute_ranges(law(), situation, {*law().find_variable("disposable_income")}, Answering(machine));
  ASSERT_TRUE(ranges);
  for (const char* truth : {"1500", "2400", "3000", "4000"}) {
    const Case known = read(with(earnings_related_pensioner, truth));
    const Value now = disposable_income(known, 0);
    for (std::size_t scenario = 1; scenario < 3; ++scenario) {
      const Value then = disposable_income(known, scenario);
      const RangeLine& figure = line_of(*ranges, scenario, false);
      const RangeLine& difference = line_of(*ranges, scenario, true);
      EXPECT_TRUE(figure.proven);
      EXPECT_TRUE(difference.proven);
      EXPECT_LE(figure.least.front(), then) << truth;
      EXPECT_LE(then, figure.most.front()) << truth;
      EXPECT_LE(difference.least.front(), then - now) << truth;
      EXPECT_LE(then - now, difference.most.front()) << truth;
    }
  }
  const RangeLine& at_910 = line_of(*ranges, 1, true);
  EXPECT_EQ(at_910.least, at_910.most) << "910 is below every limit";
  const RangeLine& at_995 = line_of(*ranges, 2, true);
  EXPECT_LT(at_995.least.front(), at_995.most.front()) << "995 is above the smallest limit";
}

TEST(RangesScan, of_a_partner_and_an_allowance_hold_every_true_answer) {
  const std::string household =
      "ansiopolku: 1\nstart: 2026-06\nmunicipality: Helsinki\nhousing: {tenure: rented, rent: 620}\n%"
      "client: {birth_month: 1979-02, on_kela_disability_pension: true}\n"
      "scenarios: [{name: now}, {name: a job, client: {hourly_wage: 14, hours_per_week: 15}}]\n";
  const Case situation =
      read(with(household,
                "pensioner_housing_allowance.amount: {one_of: [null, 0]}\n"
                "spouse: {birth_month: 1979-09, on_kela_disability_pension: {one_of: [false, true]}, "
                "wage: {one_of: [0, 990]}}\n"));
  Machine machine(law(), answer_by_definition);
  const Result<Ranges> ranges =
      compute_ranges(law(), situation, {*law().find_variable("disposable_income")}, Answering(machine));
  ASSERT_TRUE(ranges);
  EXPECT_EQ(ranges->items.size(), 3U);
  for (const char* allowance : {"", "pensioner_housing_allowance.amount: 0\n"})
    for (const char* partner : {"{birth_month: 1979-09}", "{birth_month: 1979-09, wage: 990}",
                                "{birth_month: 1979-09, on_kela_disability_pension: true}"}) {
      const Case known = read(with(household, std::string(allowance) + "spouse: " + partner + "\n"));
      const Value now = disposable_income(known, 0), then = disposable_income(known, 1);
      const RangeLine& figure = line_of(*ranges, 1, false);
      const RangeLine& difference = line_of(*ranges, 1, true);
      EXPECT_TRUE(figure.proven) << "all there may be has been computed";
      EXPECT_LE(figure.least.front(), then);
      EXPECT_LE(then, figure.most.front());
      EXPECT_LE(difference.least.front(), then - now);
      EXPECT_LE(then - now, difference.most.front());
    }
}

TEST(Stakes, are_what_moving_one_item_by_hand_makes_of_the_figure) {
  const Case situation = read(with(earnings_related_pensioner, "unknown"));
  Machine machine(law(), answer_by_definition);
  const Result<StakesRequest> request =
      read_stakes_request(law(), situation, {.scenario = "995 a month", .against = "now"});
  ASSERT_TRUE(request);
  const Result<Stakes> stakes = find_stakes(law(), situation, *request, Answering(machine));
  ASSERT_TRUE(stakes);
  ASSERT_FALSE(stakes->stakes.empty());
  EXPECT_EQ(law().variables[stakes->items[stakes->stakes.front().item].name.variable].name, "established_earnings");
  for (const RangeCause& stake : stakes->stakes) {
    const OpenItem& item = stakes->items[stake.item];
    for (const bool most : {false, true}) {
      Case moved = situation;
      for (Scenario& scenario : moved.scenarios) {
        std::erase_if(scenario.values, [&](const CaseValue& value) { return value.name == item.name; });
        scenario.values.push_back({item.name, {{YearMonth{0}, most ? stake.at_most : stake.at_least}}, {}});
      }
      EXPECT_EQ(disposable_income(moved, 2) - disposable_income(moved, 0), most ? stake.most : stake.least)
          << law().variables[item.name.variable].name;
    }
  }
}

// The earnings limit of 2027 is expected between 1,006.74 and 1,019.52: a wage of 1,010 is over the lowest of them.
TEST(Stakes, an_expected_limit_of_next_year_may_cost_the_pension) {
  const Case situation = read(
      "ansiopolku: 1\nstart: 2027-03\nmunicipality: Tampere\nclient: {birth_month: 1985-03, "
      "on_kela_disability_pension: true, wage: 1010}\n");
  Machine machine(law(), answer_by_definition);
  const Result<StakesRequest> request = read_stakes_request(law(), situation, {.figure = "national_pension.amount"});
  ASSERT_TRUE(request) << to_text(request.diagnostics().front());
  const Result<Stakes> stakes = find_stakes(law(), situation, *request, Answering(machine));
  ASSERT_TRUE(stakes);
  const auto limit = std::find_if(stakes->stakes.begin(), stakes->stakes.end(), [&](const RangeCause& stake) {
    const OpenItem& item = stakes->items[stake.item];
    return item.kind == OpenItem::Kind::expected &&
           law().parameters[choice_of(law(), item).id].name == "guarantee_pension.full_amount";
  });
  ASSERT_NE(limit, stakes->stakes.end());
  EXPECT_EQ(limit->least.sign(), 0) << "the pension rests";
  EXPECT_GT(limit->most.sign(), 0);
}

TEST(AssumedSolve, holds_whatever_the_open_facts_are) {
  const Case situation = read(with(earnings_related_pensioner, "{between: [1500, 4000]}"));
  Machine machine(law(), answer_by_definition);
  const Result<SolveRequest> request = read_solve_request(
      law(), situation, {.vary = "client.wage=0:2400", .most = "earnings_related_pension.amount >= 1250 EUR/month"});
  ASSERT_TRUE(request);
  std::vector<Value> answers;
  for (const Assume assume : {Assume::worst, Assume::given, Assume::best}) {
    const Result<AssumedSolution> found =
        solve_assuming(law(), situation, *request, assume, Answering(machine), answer_by_definition);
    ASSERT_TRUE(found);
    ASSERT_TRUE(found->solution.value);
    answers.push_back(*found->solution.value);
  }
  EXPECT_LT(answers[0], answers[1]);
  EXPECT_LT(answers[1], answers[2]);
}

}  // namespace
}  // namespace ansio::tests
