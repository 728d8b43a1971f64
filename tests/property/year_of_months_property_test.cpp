// Months and their year: taxes add up, and a plan in which nothing changes is the typical month again and again.
#include <rapidcheck.h>

#include "tests/floors.h"
#include "tests/property/plan_figures.h"

namespace ansio::tests {
namespace {

Value distance(const Value& a, const Value& b) {
  return a < b ? b - a : a - b;
}

std::string number(int low, int high) {
  return std::to_string(*rc::gen::inRange(low, high));
}

std::string any_household(const std::string& wage) {
  static const std::vector<std::string> clients = {
      "birth_month: 1985-05, on_kela_disability_pension: true, care_allowance: highest",
      "birth_month: 1985-05, on_kela_disability_pension: true, earnings_related_pension: 333.33, "
      "earnings_related_pension_kind: full_disability, established_earnings: 2000, "
      "earnings_related_months_between_limits: 12",
      "birth_month: 1985-05, earnings_related_pension: 1100, earnings_related_pension_kind: full_disability, "
      "established_earnings: 2600, earnings_related_months_between_limits: 12",
      "birth_month: 1985-05, earnings_related_pension: 612.34, earnings_related_pension_kind: partial_disability, "
      "established_earnings: 2600",
      "birth_month: 1985-05"};
  static const std::vector<std::string> spouses = {"none", "{birth_month: 1987-02}",
                                                   "{birth_month: 1987-02, on_kela_disability_pension: true}",
                                                   "{birth_month: 1987-02, wage: 1900}"};
  static const std::vector<std::string> towns = {"Helsinki", "Tampere", "Salo", "Kuopio"};
  const std::string rent = number(200, 1200);
  return "municipality: " + *rc::gen::elementOf(towns) + "\ntenure: rented\nrent: " + rent +
         "\napplies_for_social_assistance: false\nspouse: " + *rc::gen::elementOf(spouses) + "\nclient: {" +
         *rc::gen::elementOf(clients) + ", wage: " + wage + "}\n";
}

// What differs, and why: contributions are rounded per payslip (twice twelve times half a cent), so that the year's
// tax, of which they are deducted and which is itself a sum of seven rounded taxes, may be some cents away; a month of
// tax is a share in whole cents, withholding follows the cards. Unemployment benefit (weekdays of the month) and social
// assistance (what is paid out, not what is due) are not in these households. 2025 has no change of these laws within
// the year.
TEST(YearOfMonthsProperty, a_plan_without_change_is_the_typical_month_again) {
  const std::vector<std::string> figures = {"national_pension.amount",          "guarantee_pension.amount",
                                            "earnings_related_pension.amount",  "care_allowance.amount",
                                            "disability_allowance.amount",      "pensioner_housing_allowance.amount",
                                            "general_housing_allowance.amount", "disability_pension.state",
                                            "disability_pension.margin",        "totals.tax_free_income",
                                            "totals.household_benefits",        "employer.cost"};
  std::vector<std::string> all = figures;
  all.insert(all.end(), {"contributions.total", "tax.total"});
  EXPECT_TRUE(rc::check("the same month twelve times", [&] {
    const std::string household = any_household(number(0, 3000));
    const PlanFigures plan("ansiopolku: 1\nstart: 2025-01\nmonths: 12\n" + household, all);
    const PlanFigures typical("ansiopolku: 1\nstart: 2025-01\n" + household, all);
    for (const std::string& figure : figures) {
      for (const std::string owner : {"", "client.", "spouse."}) {
        if (!typical.has(owner + figure))
          continue;
        RC_LOG() << owner << figure << ": " << typical.text(owner + figure, 0) << " in the typical month\n";
        for (const Value& value : plan[owner + figure])
          RC_ASSERT(value == typical[owner + figure][0]);
      }
    }
    for (const std::string owner : {"client.", "spouse."}) {
      if (!typical.has(owner + "tax.total"))
        continue;
      const Value of_contributions =
          distance(plan[owner + "contributions.total"][0], typical[owner + "contributions.total"][0]);
      RC_ASSERT(of_contributions <= Value::from_ratio(12, 100));
      RC_ASSERT(distance(plan[owner + "tax.total"][0], typical[owner + "tax.total"][0]) <=
                of_contributions + Value::from_ratio(7, 100));
    }
  }));
}

// Wages that change every month or two; a card from the start and, often, a revised one.
TEST(YearOfMonthsProperty, tax_of_the_months_is_the_years) {
  EXPECT_TRUE(rc::check("any wages over two years", [] {
    std::vector<std::string> wages;
    while (wages.size() < 24)
      wages.push_back(*rc::gen::element<std::string>("0", "480.50", "1000", "2333.33", "3100"));
    const PlanFigures plan(
        "ansiopolku: 1\nstart: 2025-01\nmonths: 24\napplies_for_social_assistance: false\nclient: {birth_month: "
        "1980-05, "
        "municipal_tax_rate: 8.1, other_pensions: " +
            number(0, 1500) + ", pension_tax_card_rate: " + number(0, 30) + ", revised_tax_card_from: 2025-0" +
            number(2, 10) + ", wage: " + month_map(YearMonth::of(2025, 1), wages) + "}\n",
        {"totals.taxes_of_month", "totals.shared_taxes", "withholding.wage", "withholding.pension",
         "withholding.of_year", "withholding.back_tax", "withholding.tax_refund", "withholding.earned_income_taxes",
         "tax_settlement.amount"});
    for (std::size_t year = 0; year < 2; ++year) {
      RC_ASSERT(plan.sum("client.totals.taxes_of_month", 12 * year, 12) == plan["client.totals.shared_taxes"][year]);
      RC_ASSERT(plan.sum("client.withholding.wage", 12 * year, 12) +
                    plan.sum("client.withholding.pension", 12 * year, 12) ==
                plan["client.withholding.of_year"][year]);
      RC_ASSERT(plan["client.withholding.of_year"][year] + plan["client.withholding.back_tax"][year] -
                    plan["client.withholding.tax_refund"][year] ==
                plan["client.withholding.earned_income_taxes"][year]);
    }
    // What the first year left open is settled in the second, but for a refund under ten euros.
    const Value open = plan["client.withholding.tax_refund"][0] - plan["client.withholding.back_tax"][0];
    const bool too_small = open.sign() > 0 && open < Value::from_integer(10);
    RC_ASSERT(plan.sum("client.tax_settlement.amount") == (too_small ? Value{} : open));
  }));
}

}  // namespace
}  // namespace ansio::tests
