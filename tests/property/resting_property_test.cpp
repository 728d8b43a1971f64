// Whatever is earned month by month: how long a pension rests, and what is paid meanwhile (738/2009 5 § and 6 §).
#include <rapidcheck.h>

#include "tests/floors.h"
#include "tests/property/plan_figures.h"

namespace ansio::tests {
namespace {

constexpr YearMonth start = YearMonth::of(2024, 1);
constexpr std::size_t months = 36;

// Stretches of a few months each, around the limits of Kela (976.59 to 990.90) and of the pension company (1,200 and
// 1,800).
std::vector<std::string> earnings() {
  static const std::vector<std::string> amounts = {"0",      "500",  "976.59",  "976.60", "986.30", "988",     "990.90",
                                                   "990.91", "1200", "1200.01", "1500",   "1800",   "1800.01", "2500"};
  std::vector<std::string> values;
  while (values.size() < months) {
    const std::string amount = *rc::gen::elementOf(amounts);
    const int length = *rc::gen::element(1, 1, 2, 3, 5, 12, 25);
    values.insert(values.end(), static_cast<std::size_t>(length), amount);
  }
  values.resize(months);
  return values;
}

// Unbroken runs of resting: at least three months unless the plan ends before, at most 24.
void check_runs(const PlanFigures& plan, const std::string& counter) {
  const std::vector<Value>& rested = plan[counter];
  for (std::size_t month = 0; month < months; ++month) {
    const Value before = month == 0 ? Value{} : rested[month - 1];
    RC_ASSERT(rested[month] <= Value::from_integer(24));
    if (rested[month].sign() > 0)
      RC_ASSERT(rested[month] == before + Value::from_integer(1));
    else
      RC_ASSERT(before.sign() == 0 || before >= Value::from_integer(3));
  }
}

TEST(RestingProperty, kelas_pension_rests_three_to_twenty_four_months) {
  EXPECT_TRUE(rc::check("any earnings", [] {
    const PlanFigures plan(
        "ansiopolku: 1\nstart: 2024-01\nmonths: 36\nclient:\n  birth_month: 1990-05\n"
        "  on_kela_disability_pension: true\n  care_allowance: middle\n  wage: " +
            month_map(start, earnings()) + "\n",
        {"disability_pension.kela_months_resting", "disability_pension.state", "national_pension.amount",
         "guarantee_pension.amount", "care_allowance.amount", "disability_allowance.amount",
         "disability_pension.margin"});
    check_runs(plan, "client.disability_pension.kela_months_resting");
    bool ended = false;
    for (std::size_t month = 0; month < months; ++month) {
      const std::string& state = plan.text("client.disability_pension.state", month);
      const bool paid = plan["client.national_pension.amount"][month].sign() > 0;
      RC_ASSERT(paid == (state == "paid"));
      RC_ASSERT(paid == (plan["client.guarantee_pension.amount"][month].sign() > 0));
      RC_ASSERT(paid == (plan["client.care_allowance.amount"][month].sign() > 0));
      RC_ASSERT((state == "resting") == (plan["client.disability_allowance.amount"][month].sign() > 0));
      if (plan["client.disability_pension.margin"][month].sign() < 0)
        RC_ASSERT(!paid);
      if (state == "ended" && !ended)
        RC_ASSERT(month >= 24 &&
                  plan["client.disability_pension.kela_months_resting"][month - 1] == Value::from_integer(24));
      RC_ASSERT(!ended || state == "ended");
      ended = state == "ended";
    }
  }));
}

TEST(RestingProperty, an_earnings_related_pension_rests_as_long) {
  EXPECT_TRUE(rc::check("any earnings", [] {
    const PlanFigures plan(
        "ansiopolku: 1\nstart: 2024-01\nmonths: 36\nclient:\n  birth_month: 1985-05\n"
        "  earnings_related_pension: 1400\n  earnings_related_pension_kind: full_disability\n"
        "  established_earnings: 3000\n  wage: " +
            month_map(start, earnings()) + "\n",
        {"earnings_related_pension.months_resting", "earnings_related_pension.state", "earnings_related_pension.amount",
         "earnings_related_pension.between_limits"});
    check_runs(plan, "client.earnings_related_pension.months_resting");
    for (std::size_t month = 0; month < months; ++month) {
      const std::string& state = plan.text("client.earnings_related_pension.state", month);
      const Value amount = plan["client.earnings_related_pension.amount"][month];
      RC_ASSERT(amount == Value::from_integer(state == "paid" ? 1400 : state == "partial" ? 700 : 0));
      if (state == "partial")  // never in the first month between the limits
        RC_ASSERT(month > 0 && plan.text("client.earnings_related_pension.between_limits", month - 1) == "true");
    }
  }));
}

}  // namespace
}  // namespace ansio::tests
