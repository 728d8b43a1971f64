// Decisions that last: an allowance changes only when it is reviewed, and is reviewed in time.
#include <rapidcheck.h>

#include "tests/floors.h"
#include "tests/property/plan_figures.h"

namespace ansio::tests {
namespace {

constexpr YearMonth start = YearMonth::of(2024, 6);
constexpr std::size_t months = 30;

std::string stretches(const std::vector<std::string>& amounts) {
  std::vector<std::string> values;
  while (values.size() < months) {
    const std::string amount = *rc::gen::elementOf(amounts);
    values.insert(values.end(), static_cast<std::size_t>(*rc::gen::inRange(1, 14)), amount);
  }
  values.resize(months);
  return month_map(start, values);
}

PlanFigures plan_of(const std::string& client, const std::string& decisions, const std::vector<std::string>& figures) {
  return {"ansiopolku: 1\nstart: 2024-06\nmonths: 30\nmunicipality: " + stretches({"Tampere", "Tampere", "Helsinki"}) +
              "\ntenure: rented\nrent: " + stretches({"350", "380", "405", "620"}) +
              "\ndeposits: " + stretches({"0", "13000", "70000"}) +
              "\nspouse: " + *rc::gen::element<std::string>("none", "{birth_month: 1988-01}") + "\nclient: {" + client +
              ", wage: " + stretches({"0", "84.79", "199", "399", "600", "985", "1500"}) + "}\n" + decisions,
          figures};
}

void check_decisions(const PlanFigures& plan, const std::string& amount, const std::string& entitlement,
                     const std::string& reviewed, const std::string& decision_month, int interval) {
  for (std::size_t month = 0; month < months; ++month) {
    const bool is_reviewed = plan.text(reviewed, month) == "true";
    const bool entitled = plan.text(entitlement, month) == "true";
    if (month > 0 && entitled && plan.text(entitlement, month - 1) == "true")
      RC_ASSERT(plan[amount][month] == plan[amount][month - 1] || is_reviewed);
    RC_ASSERT(entitled || plan[amount][month].sign() == 0);
    const Value now = Value::from_integer(start.index + static_cast<int>(month));
    const Value age = now - plan[decision_month][month];
    RC_ASSERT(age.sign() >= 0 && age < Value::from_integer(interval));
    RC_ASSERT(!is_reviewed || age.sign() == 0);
  }
}

TEST(DecisionsProperty, the_general_housing_allowance_lasts_until_a_review_of_twelve_months_at_most) {
  EXPECT_TRUE(rc::check("any changes", [] {
    const PlanFigures plan = plan_of("birth_month: 1985-05", "",
                                     {"general_housing_allowance.amount", "general_housing_allowance.entitled",
                                      "general_housing_allowance.review", "general_housing_allowance.decision_month"});
    check_decisions(plan, "general_housing_allowance.amount", "general_housing_allowance.entitled",
                    "general_housing_allowance.review", "general_housing_allowance.decision_month", 12);
  }));
}

TEST(DecisionsProperty, the_pensioners_housing_allowance_lasts_until_a_review_of_two_years_at_most) {
  EXPECT_TRUE(rc::check("any changes", [] {
    const PlanFigures plan =
        plan_of("birth_month: 1985-05, on_kela_disability_pension: true",
                "decisions: {pensioner_housing_allowance: {decided: 2023-01, amount: 300.10, counted_income: 11500, "
                "accepted_costs: 4200}}\n",
                {"pensioner_housing_allowance.amount", "pensioner_housing_allowance.entitled",
                 "pensioner_housing_allowance.reviewed", "pensioner_housing_allowance.decision_month",
                 "pensioner_housing_allowance.generation"});
    check_decisions(plan, "pensioner_housing_allowance.amount", "pensioner_housing_allowance.entitled",
                    "pensioner_housing_allowance.reviewed", "pensioner_housing_allowance.decision_month", 24);
    for (std::size_t month = 0; month < months; ++month) {
      const bool decided_before_2025 =
          plan["pensioner_housing_allowance.decision_month"][month] < Value::from_integer(YearMonth::of(2025, 1).index);
      RC_ASSERT((plan.text("pensioner_housing_allowance.generation", month) == "before_2025") == decided_before_2025);
    }
  }));
}

}  // namespace
}  // namespace ansio::tests
