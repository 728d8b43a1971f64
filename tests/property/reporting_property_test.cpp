// What is claimed back is what was paid without right, to the cent, and nothing when changes are reported on time.
#include <rapidcheck.h>

#include "tests/floors.h"
#include "tests/property/plan_figures.h"

namespace ansio::tests {
namespace {

constexpr YearMonth start = YearMonth::of(2025, 1);
constexpr std::size_t months = 24;

const std::vector<std::string> figures = {"recovery.overpaid",
                                          "recovery.claimed_back",
                                          "recovery.open_after",
                                          "recovery.claimed_back_after_tax",
                                          "national_pension.amount",
                                          "pensioner_housing_allowance.amount",
                                          "unemployment.amount",
                                          "general_housing_allowance.amount",
                                          "care_allowance.amount",
                                          "earnings_related_pension.amount",
                                          "basic_social_assistance.amount"};

std::string stretches(const std::vector<std::string>& amounts) {
  std::vector<std::string> values;
  while (values.size() < months) {
    const std::string amount = *rc::gen::elementOf(amounts);
    values.insert(values.end(), static_cast<std::size_t>(*rc::gen::inRange(1, 8)), amount);
  }
  values.resize(months);
  return month_map(start, values);
}

// One of several kinds of household; what changes over the months, and how late it is reported.
std::string household(int late) {
  const std::string wages = stretches({"0", "300", "700", "986.30", "990.91", "1300", "2400"});
  const std::string rents = stretches({"400", "450", "640"});
  static const std::vector<std::string> clients = {
      "birth_month: 1985-05, on_kela_disability_pension: true, care_allowance: basic",
      "birth_month: 1985-05, earnings_related_pension: 1100, earnings_related_pension_kind: full_disability, "
      "established_earnings: 2600",
      "birth_month: 1985-05, on_kela_disability_pension: true, earnings_related_pension: 420, "
      "earnings_related_pension_kind: full_disability, "
      "established_earnings: 2000",
      "birth_month: 1985-05, unemployment_benefit: labour_market_subsidy",
      "birth_month: 1985-05, unemployment_benefit: earnings_related, wage_before_unemployment: 2700, "
      "unemployment_days_used: 20",
      "birth_month: 1985-05"};
  const std::string client = *rc::gen::elementOf(clients);
  return "ansiopolku: 1\nstart: 2025-01\nmonths: 24\nreported_late_months: " + std::to_string(late) +
         "\nmunicipality: Tampere\ntenure: rented\nrent: " + rents + "\nclient: {" + client + ", wage: " + wages +
         "}\n";
}

TEST(ReportingProperty, on_time_nothing_is_claimed_back) {
  EXPECT_TRUE(rc::check("any plan", [] {
    const PlanFigures plan(household(0), figures);
    for (const std::string name : {"recovery.overpaid", "recovery.claimed_back", "recovery.open_after"})
      RC_ASSERT(plan.sum(name).sign() == 0);
  }));
}

TEST(ReportingProperty, what_was_overpaid_is_claimed_back_once) {
  EXPECT_TRUE(rc::check("any plan, reported late", [] {
    const PlanFigures plan(household(*rc::gen::inRange(1, 7)), figures);
    for (std::size_t month = 0; month < months; ++month) {
      RC_ASSERT(plan["recovery.overpaid"][month].sign() >= 0);
      RC_ASSERT(plan["recovery.claimed_back_after_tax"][month].sign() >= 0);
      RC_ASSERT(plan["recovery.claimed_back_after_tax"][month] <= plan["recovery.claimed_back"][month]);
    }
    RC_ASSERT(plan.sum("recovery.overpaid") == plan.sum("recovery.claimed_back") + plan["recovery.open_after"].back());
  }));
}

// The report changes what is paid meanwhile, not what is due: pensions and benefits are the same. (A raise of a housing
// allowance is paid for a limited time before it is asked, and social assistance fills up what the others leave.)
TEST(ReportingProperty, what_is_due_does_not_depend_on_the_report) {
  EXPECT_TRUE(rc::check("any plan, on time and late", [] {
    const std::string late = household(4);
    std::string on_time = late;
    on_time.replace(on_time.find("months: 4"), 9, "months: 0");
    const PlanFigures one(late, figures), other(on_time, figures);
    for (const std::string name : {"client.national_pension.amount", "client.earnings_related_pension.amount",
                                   "client.care_allowance.amount", "client.unemployment.amount"})
      RC_ASSERT(one[name] == other[name]);
  }));
}

}  // namespace
}  // namespace ansio::tests
