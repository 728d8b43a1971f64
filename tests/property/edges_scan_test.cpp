// Edges of real households compared with a scan by the machine: whole where it is quick, in windows elsewhere.
#include <gtest/gtest.h>

#include "calc/analyse/testing/edge_scan.h"
#include "calc/base/document/yaml_reader.h"
#include "calc/program/definition/definition.h"
#include "calc/program/machine/machine.h"
#include "calc/ruleset/read/directory.h"
#include "calc/ruleset/read/load.h"
#include "tests/floors.h"

namespace ansio::tests {
namespace {

const RuleSet& rules() {
  static const RuleSet loaded = [] {
    const auto files = read_directory(ANSIO_SOURCE_DIR "/rules");
    Result<RuleSet> read = load_rules(*files);
    return std::move(*read);
  }();
  return loaded;
}

struct Household {
  const char* name;
  const char* situation;
  const char* figure;
  const char* vary;
};

const Household households[] = {
    {"alone_on_a_disability_pension",
     "ansiopolku: 1\nstart: 2026-06\nmunicipality: Helsinki\n"
     "housing: {tenure: rented, rent: 700, water: included, heating: included}\n"
     "client: {birth_month: 1990-05, on_kela_disability_pension: true}\n",
     "disposable_income", "client.wage=0:6000"},
    {"a_couple_with_two_children",
     "ansiopolku: 1\nstart: 2026-05\nmunicipality: Tampere\n"
     "housing: {tenure: rented, rent: 1100, water: separate, heating: included}\n"
     "client: {birth_month: 1988-03}\nspouse: {birth_month: 1990-07, wage: 1850}\n"
     "children: [{birth_month: 2020-02, early_childhood_education: full_day}, {birth_month: 2023-09}]\n",
     "disposable_income", "client.wage=0:6000"},
    {"on_general_support",
     "ansiopolku: 1\nstart: 2026-06\nmunicipality: Oulu\n"
     "housing: {tenure: rented, rent: 560, water: separate, heating: included}\n"
     "client: {birth_month: 1979-11, unemployment_benefit: general_support}\n",
     "disposable_income", "client.wage=0:6000"},
    {"a_student",
     "ansiopolku: 1\nstart: 2026-10\nmunicipality: Turku\n"
     "housing: {tenure: rented, rent: 480, water: included, heating: included}\n"
     "client: {birth_month: 2003-01, student: true, study_grant: 279.38}\n",
     "disposable_income", "client.wage=0:6000"},
    {"on_a_partial_disability_pension",
     "ansiopolku: 1\nstart: 2026-04\nmunicipality: Kuopio\n"
     "housing: {tenure: rented, rent: 650, water: separate, heating: included}\n"
     "client: {birth_month: 1972-02, earnings_related_pension: 640, earnings_related_pension_kind: "
     "partial_disability,\n"
     "         established_earnings: 2800}\n",
     "disposable_income", "client.wage=0:6000"},
    {"under_debt_enforcement",
     "ansiopolku: 1\nstart: 2026-03\nmunicipality: Vantaa\n"
     "housing: {tenure: rented, rent: 800, water: included, heating: included}\n"
     "client: {birth_month: 1985-08, on_kela_disability_pension: true, earnings_related_pension: 500,\n"
     "         debt_enforcement: active, dependants: 0}\n",
     "income_after_costs", "client.wage=0:6000"},
    {"by_hours_over_four_months",
     "ansiopolku: 1\nstart: 2026-11\nmonths: 4\nmunicipality: Helsinki\n"
     "housing: {tenure: rented, rent: 700, water: included, heating: included}\n"
     "client: {birth_month: 1990-05, on_kela_disability_pension: true, hourly_wage: 14.50, supplements: 60}\n",
     "disposable_income", "client.hours_per_week=0:40:0.05"},
};

class EdgesScan : public ::testing::TestWithParam<Household> {};

// The last one: of the sum over the months of a plan. A month's edges are checked through the sum's.
TEST_P(EdgesScan, finds_nothing_else_and_all_that_was_found) {
  const Household& household = GetParam();
  const Result<Case> situation = read_case(rules(), *read_yaml("case.yaml", household.situation));
  ASSERT_TRUE(situation) << to_text(situation.diagnostics().front());
  Machine machine(rules(), answer_by_definition);
  const Answering answering = [&](const Question& question) { return machine.answer(question); };
  const Position here{"--vary", 0, 0};
  const auto axis = read_axis(rules(), household.vary, here, AxisStep::finest);
  ASSERT_TRUE(axis);
  const auto edges = find_edges(rules(), *situation, situation->scenarios[0], *axis,
                                {*parse_variable_name(rules(), household.figure, here)}, answering);
  ASSERT_TRUE(edges) << to_text(edges.diagnostics().front());

  const ShownMonths shown = shown_months(*situation);
  Question question = edges->question;
  const auto figures_at = [&](std::int64_t point) {
    for (Given& given : question.given)
      if (given.instance == edges->moved)
        given.values.assign(given.values.size(), axis->at(static_cast<std::size_t>(point)));
    const Result<Answer> answer = answering(question);
    return answer ? answer->values[0] : std::vector<Value>{};
  };
  for (const EdgeCurve& curve : edges->curves) {
    const auto figure = [&](std::int64_t point) {
      const std::vector<Value> values = figures_at(point);
      if (curve.index >= 0)
        return values[static_cast<std::size_t>(curve.index)];
      Value total = Fraction::from_integer(0);
      for (int month = shown.first; month <= shown.last; ++month)
        total = total + values[static_cast<std::size_t>(month)];
      return total;
    };
    ::ansio::testing::EdgeScan scan(*edges, curve, figure);
    const auto last = static_cast<std::int64_t>(axis->count()) - 1;
    // Around every edge, and eight windows that know of none.
    constexpr std::int64_t around = 40, window = 400;
    for (const Edge& edge : curve.edges) {
      const std::string wrong =
          scan.complaint(std::max<std::int64_t>(edge.point - around, 0), std::min(edge.point + around, last));
      EXPECT_EQ(wrong, "") << "curve " << curve.index;
    }
    for (std::int64_t i = 0; i < 8; ++i) {
      const std::int64_t from = (last - window) * i / 7;
      EXPECT_EQ(scan.complaint(std::max<std::int64_t>(from, 0), std::min(from + window, last)), "")
          << "curve " << curve.index;
    }
    // A loss made good within a window's length is made good where the scan says so.
    for (const Edge& edge : curve.edges) {
      if (edge.kind != Edge::Kind::jump || !(edge.to < edge.from))
        continue;
      const std::int64_t until = std::min(edge.point + window, last);
      const std::int64_t made_good = scan.made_good(edge, until);
      if (made_good >= 0) {
        EXPECT_EQ(edge.break_even, axis->at(static_cast<std::size_t>(made_good)));
      } else if (edge.break_even.is_valid()) {
        EXPECT_GT(edge.break_even, axis->at(static_cast<std::size_t>(until)));
      }
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Households, EdgesScan, ::testing::ValuesIn(households),
                         [](const auto& instance) { return std::string(instance.param.name); });

}  // namespace
}  // namespace ansio::tests
