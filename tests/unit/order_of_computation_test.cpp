// What feeds into what: primary benefits come first, social assistance last and into nothing but totals; read from the
// rules' own graph.
#include <algorithm>
#include <set>

#include "calc/program/question/dependencies.h"
#include "tests/floors.h"
#include "tests/law.h"

namespace ansio::tests {
namespace {

using testing::law;

VariableId id_of(std::string_view name) {
  const auto found = law().find_variable(name);
  EXPECT_TRUE(found) << name;
  return found.value_or(0);
}

const std::string& module_of(VariableId variable) {
  return law().modules[law().variables[variable].module].name;
}

bool reads(VariableId reader, VariableId read) {
  const std::vector<VariableId> needed = dependencies_of(law(), {{reader, Instance::household}}).needed;
  return std::binary_search(needed.begin(), needed.end(), read);
}

bool reads(std::string_view reader, std::string_view read) {
  return reads(id_of(reader), id_of(read));
}

TEST(OrderOfComputation, social_assistance_feeds_into_nothing_but_totals) {
  const VariableId assistance = id_of("basic_social_assistance.amount");
  std::set<std::string> readers;
  for (VariableId variable = 0; variable < law().variables.size(); ++variable) {
    const bool is_notice = std::any_of(law().notices.begin(), law().notices.end(),
                                       [&](const Notice& notice) { return notice.variable == variable; });
    if (variable != assistance && !is_notice && reads(variable, assistance))
      readers.insert(module_of(variable));
  }
  // The activity allowance of rehabilitative work is paid to those on assistance, and is no income of anything;
  // liquidity and money in hand follow what is left, and nothing reads them.
  for (const std::string& module : readers)
    EXPECT_TRUE(module == "totals" || module == "public_finances" || module == "rehabilitative_work" ||
                module == "liquidity" || module == "money_in_hand" || module == "recovery" ||
                module.starts_with("overpaid"))
        << module << " rests on social assistance";
  EXPECT_TRUE(readers.count("totals") == 1);
  for (const char* primary :
       {"unemployment.amount", "general_housing_allowance.amount", "pensioner_housing_allowance.amount",
        "sickness_allowance.amount", "rehabilitation_allowance.amount", "home_care_allowance.amount",
        "student_aid.amount", "student_aid.housing_supplement", "child_benefit.amount",
        "child_maintenance_support.amount", "national_pension.amount", "guarantee_pension.amount",
        "earnings_related_pension.amount", "tax.total", "contributions.total", "withholding.wage",
        "early_childhood_fee.amount", "debt_enforcement.seized"})
    EXPECT_FALSE(reads(primary, "basic_social_assistance.amount")) << primary;
}

TEST(OrderOfComputation, social_assistance_comes_after_every_primary_benefit_and_what_is_withheld) {
  for (const char* before :
       {"unemployment.amount", "general_housing_allowance.amount", "pensioner_housing_allowance.amount",
        "sickness_allowance.amount", "partial_sickness_allowance.amount", "rehabilitation_allowance.amount",
        "home_care_allowance.amount", "student_aid.amount", "student_aid.housing_supplement", "child_benefit.amount",
        "child_maintenance_support.amount", "national_pension.amount", "guarantee_pension.amount",
        "earnings_related_pension.amount", "child_increase.amount", "tax.total", "work.earnings", "commission.earnings",
        "debt_enforcement.seized"})
    EXPECT_TRUE(reads("basic_social_assistance.amount", before)) << before;
}

TEST(OrderOfComputation, what_does_not_count_in_social_assistance_does_not_reach_it) {
  for (const char* disregarded : {"care_allowance.amount", "disability_allowance.amount",
                                  "rehabilitation_allowance.maintenance", "rehabilitative_work.amount"})
    EXPECT_FALSE(reads("basic_social_assistance.counted_income", disregarded)) << disregarded;
}

TEST(OrderOfComputation, the_housing_allowances_follow_pay_and_benefits_and_lead_to_neither_taxes_nor_benefits) {
  for (const char* allowance : {"general_housing_allowance.amount", "pensioner_housing_allowance.amount"}) {
    for (const char* before : {"work.earnings", "unemployment.amount", "sickness_allowance.amount",
                               "national_pension.amount", "earnings_related_pension.amount"})
      EXPECT_TRUE(reads(allowance, before)) << allowance << " of " << before;
    for (const char* after : {"tax.total", "contributions.total", "unemployment.amount", "sickness_allowance.amount",
                              "national_pension.amount", "early_childhood_fee.amount", "home_care_allowance.amount",
                              "debt_enforcement.seized", "withholding.pension"})
      EXPECT_FALSE(reads(after, allowance)) << after << " of " << allowance;
    EXPECT_FALSE(reads(allowance, "tax.total")) << allowance << " counts gross income";
    EXPECT_FALSE(reads(allowance, "withholding.wage")) << allowance << " counts gross income";
  }
  EXPECT_FALSE(reads("pensioner_housing_allowance.amount", "general_housing_allowance.amount"))
      << "only one of them is paid, and the pensioner's is looked at first";
}

TEST(OrderOfComputation, gross_benefits_do_not_depend_on_taxes) {
  for (const char* gross : {"unemployment.amount", "sickness_allowance.amount", "rehabilitation_allowance.amount",
                            "national_pension.amount", "guarantee_pension.amount", "earnings_related_pension.amount",
                            "home_care_allowance.amount", "student_aid.amount", "child_benefit.amount"}) {
    EXPECT_FALSE(reads(gross, "tax.total")) << gross;
    EXPECT_FALSE(reads(gross, "withholding.benefits")) << gross;
  }
}

TEST(OrderOfComputation, tax_free_income_does_not_reach_the_tax) {
  for (const char* tax_free :
       {"care_allowance.amount", "disability_allowance.amount", "child_increase.amount", "child_benefit.amount",
        "child_maintenance_support.amount", "rehabilitative_work.amount", "rehabilitation_allowance.maintenance",
        "student_aid.housing_supplement", "general_housing_allowance.amount", "pensioner_housing_allowance.amount"}) {
    EXPECT_FALSE(reads("tax.total", tax_free)) << tax_free;
    EXPECT_FALSE(reads("contributions.total", tax_free)) << tax_free;
  }
}

}  // namespace
}  // namespace ansio::tests
