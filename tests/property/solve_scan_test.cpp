// What is solved for real households compared with a scan of every point by the machine: random conditions about the
// figures people ask about, on wages cent by cent and on weekly hours, alone and against the household without work.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <map>

#include "calc/analyse/solve/solve.h"
#include "calc/base/document/yaml_reader.h"
#include "calc/program/definition/definition.h"
#include "tests/floors.h"
#include "tests/property/plan_figures.h"

namespace ansio::tests {
namespace {

struct Household {
  const char* name;
  const char* situation;  // without the work that the axis varies: it is its own base
  const char* vary;
  std::vector<const char*> figures;
};

const Household households[] = {
    {"alone_on_a_disability_pension",
     "ansiopolku: 1\nstart: 2026-06\nmunicipality: Helsinki\n"
     "housing: {tenure: rented, rent: 700, water: included, heating: included}\n"
     "client: {birth_month: 1990-05, on_kela_disability_pension: true}\n",
     "client.wage=0:1200",
     {"disposable_income", "client.disability_pension.margin", "pensioner_housing_allowance.amount"}},
    {"a_couple_with_two_children",
     "ansiopolku: 1\nstart: 2026-05\nmunicipality: Tampere\n"
     "housing: {tenure: rented, rent: 1100, water: separate, heating: included}\n"
     "client: {birth_month: 1988-03}\nspouse: {birth_month: 1990-07, wage: 1850}\n"
     "children: [{birth_month: 2020-02, early_childhood_education: full_day}, {birth_month: 2023-09}]\n",
     "client.wage=0:900",
     {"disposable_income", "client.net_income", "spouse.net_income", "general_housing_allowance.amount",
      "basic_social_assistance.amount"}},
    {"on_general_support_by_the_hour",
     "ansiopolku: 1\nstart: 2026-06\nmunicipality: Oulu\n"
     "housing: {tenure: rented, rent: 560, water: separate, heating: included}\n"
     "client: {birth_month: 1979-11, unemployment_benefit: general_support, hourly_wage: 13.70, supplements: 35}\n",
     "client.hours_per_week=0:40",
     {"disposable_income", "client.unemployment.amount", "client.net_income"}},
    {"a_year_with_holiday_pay_in_July",
     "ansiopolku: 1\nstart: 2026-01\nmonths: 12\nmunicipality: Kuopio\n"
     "housing: {tenure: rented, rent: 650, water: separate, heating: included}\n"
     "client:\n  birth_month: 1990-05\n  on_kela_disability_pension: true\n  hourly_wage: 14.50\n"
     "  holiday_bonus: {2026-01: 0, 2026-07: 120, 2026-08: 0}\n",
     "client.hours_per_week=0:30:0.02",
     {"disposable_income", "client.disability_pension.margin", "pensioner_housing_allowance.amount"}},
    {"a_couple_over_four_months",
     "ansiopolku: 1\nstart: 2026-03\nmonths: 4\nmunicipality: Turku\n"
     "housing: {tenure: rented, rent: {2026-03: 780, 2026-05: 960}, water: included, heating: included}\n"
     "client: {birth_month: 1984-02, unemployment_benefit: labour_market_subsidy}\n"
     "spouse: {birth_month: 1986-01, earnings_related_pension: 900, earnings_related_pension_kind: full_disability}\n",
     "client.wage=200:1400:0.2",
     {"disposable_income", "client.net_income", "spouse.net_income"}},
};

// Every figure at every point, in every month of the timeline.
struct Scan {
  Case situation;
  Axis axis;
  ShownMonths shown;
  std::vector<std::vector<std::vector<Value>>> figures;  // by figure, point, month
};

const Scan& scan_of(const Household& household) {
  static std::map<const char*, Scan> known;
  const auto found = known.find(household.name);
  if (found != known.end())
    return found->second;
  Scan scan;
  scan.situation = *read_case(law(), *read_yaml("case.yaml", household.situation));
  scan.axis = *read_axis(law(), household.vary, {}, AxisStep::finest);
  scan.shown = shown_months(scan.situation);
  const Scenario& scenario = scan.situation.scenarios.front();
  std::vector<Instance> wanted;
  for (const char* figure : household.figures)
    wanted.push_back(*instance_in(scenario.shape, *parse_variable_name(law(), figure, {})));
  Series series;
  series.question = make_question(law(), scan.situation, with_value(scenario, scan.axis.name, scan.axis.from), wanted);
  const Instance moved = *instance_in(scenario.shape, scan.axis.name);
  for (std::size_t i = 0; i < series.question.given.size(); ++i)
    if (series.question.given[i].instance == moved)
      series.moving = {i};
  series.values.resize(1);
  for (std::size_t point = 0; point < scan.axis.count(); ++point)
    series.values[0].push_back(scan.axis.at(point));
  scan.figures.assign(wanted.size(), std::vector<std::vector<Value>>(scan.axis.count()));
  Machine machine(law(), answer_by_definition);
  machine.answer(series, [&](std::size_t at, const Result<Answer>& answer) {
    ASSERT_TRUE(answer) << household.name << ": " << to_text(answer.diagnostics().front());
    for (std::size_t i = 0; i < wanted.size(); ++i)
      scan.figures[i][at] = answer->values[i];
  });
  return known.emplace(household.name, std::move(scan)).first->second;
}

// `figure` (less the base's) is at least a number, less than it, or just that.
struct Comparison {
  std::size_t figure = 0;
  int is = 0;
  bool with_base = false;
  Fraction number;

  [[nodiscard]] bool holds(const Scan& scan, std::size_t point, std::size_t month) const {
    Value value = scan.figures[figure][point][month];
    if (with_base)
      value = value - scan.figures[figure][0][month];
    return is == 0 ? value >= number : is == 1 ? value < number : !(value == number);
  }
};

Comparison comparison(const Household& household, const Scan& scan, bool can_have_base) {
  Comparison made;
  made.figure = *rc::gen::inRange<std::size_t>(0, household.figures.size());
  made.is = *rc::gen::element(0, 0, 0, 1, 1, 2);
  made.with_base = can_have_base && *rc::gen::element(false, true);
  const std::size_t point = *rc::gen::inRange<std::size_t>(0, scan.axis.count());
  const auto month = static_cast<std::size_t>(*rc::gen::inRange(scan.shown.first, scan.shown.last + 1));
  made.number = scan.figures[made.figure][point][month];
  if (made.with_base)
    made.number = made.number - scan.figures[made.figure][0][month];
  made.number = round_to(made.number, Fraction::from_ratio(1, 100), Rounding::half_away);
  return made;
}

std::string text_of(const Household& household, const Comparison& one) {
  constexpr const char* signs[] = {">=", "<", "!="};
  const std::string name = household.figures[one.figure];
  std::string text = name;
  if (one.with_base) {
    const bool has_role = name.starts_with("client.") || name.starts_with("spouse.");
    const std::size_t begin = has_role ? name.find('.') + 1 : 0;
    text += " - " + name.substr(0, begin) + "base." + name.substr(begin);
  }
  const Fraction magnitude = one.number.sign() < 0 ? -one.number : one.number;
  return text + " " + signs[one.is] + (one.number.sign() < 0 ? " -" : " ") + exact_text(magnitude) + " EUR/month";
}

class SolveScan : public ::testing::TestWithParam<Household> {};

TEST_P(SolveScan, finds_what_looking_at_every_point_finds) {
  const Household& household = GetParam();
  const Scan& scan = scan_of(household);
  ASSERT_FALSE(HasFatalFailure());
  // Where the axis begins at nothing, its first point is the base.
  const bool can_have_base = scan.axis.from.sign() == 0;
  Machine machine(law(), answer_by_definition);
  std::size_t turning = 0;
  EXPECT_TRUE(rc::check(household.name, [&] {
    const Comparison one = comparison(household, scan, can_have_base);
    const Comparison other = comparison(household, scan, can_have_base);
    const bool both = *rc::gen::element(false, true), negated = *rc::gen::element(false, true);
    const bool is_most = *rc::gen::element(false, true);
    const std::string second = text_of(household, other);
    const std::string text =
        text_of(household, one) + (both ? " and " : " or ") + (negated ? "not (" + second + ")" : second);
    const Result<SolveRequest> request = read_solve_request(
        law(), scan.situation, {.vary = household.vary, .most = is_most ? text : "", .least = is_most ? "" : text});
    RC_ASSERT(request.ok());
    const Result<Solution> solution = solve(law(), scan.situation, *request, Answering(machine), answer_by_definition);
    RC_ASSERT(solution.ok());

    const auto fails_in = [&](std::size_t point, int month) {
      const auto at = static_cast<std::size_t>(month);
      const bool first = one.holds(scan, point, at), last = other.holds(scan, point, at) != negated;
      return !(both ? first && last : first || last);
    };
    std::vector<std::pair<std::size_t, std::size_t>> stretches;
    for (std::size_t point = 0; point < scan.axis.count(); ++point) {
      bool fails = false;
      for (int month = scan.shown.first; month <= scan.shown.last && !fails; ++month)
        fails = fails_in(point, month);
      if (fails)
        continue;
      if (!stretches.empty() && stretches.back().second + 1 == point)
        stretches.back().second = point;
      else
        stretches.emplace_back(point, point);
    }
    const std::size_t told = std::min(stretches.size(), most_stretches);
    RC_ASSERT(solution->has_more == (stretches.size() > told));
    if (is_most)
      stretches.erase(stretches.begin(), stretches.end() - static_cast<std::ptrdiff_t>(told));
    stretches.resize(told);
    RC_ASSERT(solution->stretches.size() == told);
    for (std::size_t i = 0; i < told; ++i) {
      RC_ASSERT(solution->stretches[i].from == scan.axis.at(stretches[i].first));
      RC_ASSERT(solution->stretches[i].to == scan.axis.at(stretches[i].second));
    }
    RC_ASSERT(solution->value.has_value() == !stretches.empty());
    if (!solution->value)
      return;
    const std::size_t answer = is_most ? stretches.back().second : stretches.front().first;
    RC_ASSERT(*solution->value == scan.axis.at(answer));
    const std::size_t last = scan.axis.count() - 1;
    RC_ASSERT((solution->points.size() == 1) == (answer == (is_most ? last : 0)));
    if (solution->points.size() == 1)
      return;
    ++turning;
    const std::size_t beyond = is_most ? answer + 1 : answer - 1;
    std::vector<int> failing;
    for (int month = scan.shown.first; month <= scan.shown.last; ++month)
      if (fails_in(beyond, month))
        failing.push_back(month);
    RC_ASSERT(solution->points[1].fails_in == failing);
    RC_ASSERT(!solution->causes.empty());
    for (const EdgeCause& cause : solution->causes)
      RC_ASSERT(!cause.indexes.empty());
  }));
  EXPECT_GT(turning, 0U) << "conditions that turn nowhere say nothing";
}

// Its own municipal tax is not known: what is left is refused, and a condition that asks for no tax is answered.
TEST(SolveOnAland, refuses_what_the_rules_refuse_and_nothing_else) {
  const Result<Case> situation =
      read_case(law(), *read_yaml("case.yaml",
                                  "ansiopolku: 1\nstart: 2026-06\nmunicipality: Maarianhamina\n"
                                  "housing: {tenure: rented, rent: 700, water: included, heating: included}\n"
                                  "client: {birth_month: 1990-05}\n"));
  ASSERT_TRUE(situation);
  Machine machine(law(), answer_by_definition);
  const auto solved = [&](const char* condition) {
    const Result<SolveRequest> request =
        read_solve_request(law(), *situation, {.vary = "client.wage=0:3000", .most = condition});
    return solve(law(), *situation, *request, Answering(machine), answer_by_definition);
  };
  for (const char* condition : {"disposable_income >= 1000 EUR/month", "disposable_income >= base.disposable_income"}) {
    const Result<Solution> refused = solved(condition);
    ASSERT_FALSE(refused) << condition;
    EXPECT_EQ(refused.diagnostics().front().code, Code::unsupported);
  }
  const Result<Solution> answered = solved("wage <= 100 EUR/month");
  ASSERT_TRUE(answered);
  EXPECT_EQ(*answered->value, Fraction::from_integer(100));
}

INSTANTIATE_TEST_SUITE_P(Households, SolveScan, ::testing::ValuesIn(households),
                         [](const auto& instance) { return std::string(instance.param.name); });

}  // namespace
}  // namespace ansio::tests
