// The model in whole numbers, written by hand: amounts in hundred-millionths, which no product of the model leaves, and
// 128 bits where one amount is multiplied by another.
#include "tests/bench/peers/models.h"

#include <algorithm>

namespace peers {
namespace {

using Amount = std::int64_t;
constexpr Amount cent = 1'000'000;

// `rate` ten-thousandths of an amount with at most four decimals.
constexpr Amount share(Amount rate, Amount amount) {
  return amount * rate / 10'000;
}

// Halves away from zero.
constexpr Amount rounded(Amount amount) {
  return (amount >= 0 ? amount + cent / 2 : amount - cent / 2) / cent * cent;
}

// a · b / c, rounded to the cent at once; none of them below zero.
constexpr Amount rounded_ratio(Amount a, Amount b, Amount c) {
  __extension__ using Wide = __int128;
  const Wide unit = static_cast<Wide>(c) * cent;
  return static_cast<Amount>((2 * static_cast<Wide>(a) * b + unit) / (2 * unit)) * cent;
}

}  // namespace

std::int64_t exact_disposable_income(std::int64_t wage_in_cents, std::int64_t rent_in_cents) {
  const Amount wage = wage_in_cents * cent;
  const Amount rent = rent_in_cents * cent;
  const Amount annual_wage = 12 * wage;
  const Amount pension_contribution = rounded(share(715, wage));
  const Amount unemployment_contribution = rounded(share(59, wage));
  const bool pays_daily_allowance_contribution = annual_wage >= 1686200 * cent;
  const Amount daily_allowance_contribution = pays_daily_allowance_contribution ? rounded(share(84, annual_wage)) : 0;
  const Amount contribution_deduction =
      12 * (pension_contribution + unemployment_contribution) + daily_allowance_contribution;
  const Amount income_production_deduction = std::min<Amount>(75000 * cent, annual_wage);
  const Amount net_earned_income = annual_wage - income_production_deduction;
  const Amount income_after_contributions = std::max<Amount>(0, net_earned_income - contribution_deduction);
  const Amount full_basic_deduction = std::min<Amount>(398000 * cent, income_after_contributions);
  const Amount basic_deduction_excess = std::max<Amount>(0, income_after_contributions - 398000 * cent);
  const Amount basic_deduction = std::max<Amount>(0, full_basic_deduction - share(1800, basic_deduction_excess));
  const Amount taxable_income = std::max<Amount>(0, income_after_contributions - basic_deduction);
  const Amount band_1 = share(1264, std::clamp<Amount>(income_after_contributions, 0, 2200000 * cent));
  const Amount band_2 =
      share(1900, std::clamp<Amount>(income_after_contributions, 2200000 * cent, 3260000 * cent) - 2200000 * cent);
  const Amount band_3 =
      share(3025, std::clamp<Amount>(income_after_contributions, 3260000 * cent, 4010000 * cent) - 3260000 * cent);
  const Amount band_4 =
      share(3375, std::clamp<Amount>(income_after_contributions, 4010000 * cent, 5210000 * cent) - 4010000 * cent);
  const Amount band_5 = share(3775, std::max<Amount>(income_after_contributions, 5210000 * cent) - 5210000 * cent);
  const Amount state_tax_before_credit = band_1 + band_2 + band_3 + band_4 + band_5;
  const Amount credit_building_up = std::min<Amount>(share(1800, annual_wage), 343000 * cent);
  const Amount credit_excess = std::max<Amount>(0, net_earned_income - 3500000 * cent);
  const Amount credit_reduction = share(203, credit_excess);
  const Amount credit = std::max<Amount>(0, credit_building_up - credit_reduction);
  const Amount municipal_tax_before_credit = rounded(share(754, taxable_income));
  const Amount health_contribution_before_credit = rounded(share(106, taxable_income));
  const Amount church_tax_before_credit = rounded(share(139, taxable_income));
  const Amount credit_for_state_tax = std::min<Amount>(credit, state_tax_before_credit);
  const Amount credit_left = credit - credit_for_state_tax;
  const Amount local_taxes_before_credit =
      municipal_tax_before_credit + health_contribution_before_credit + church_tax_before_credit;
  const Amount credit_for_municipal_tax =
      local_taxes_before_credit > 0 ? rounded_ratio(credit_left, municipal_tax_before_credit, local_taxes_before_credit)
                                    : 0;
  const Amount credit_for_health_contribution =
      local_taxes_before_credit > 0
          ? rounded_ratio(credit_left, health_contribution_before_credit, local_taxes_before_credit)
          : 0;
  const Amount credit_for_church_tax =
      local_taxes_before_credit > 0 ? rounded_ratio(credit_left, church_tax_before_credit, local_taxes_before_credit)
                                    : 0;
  const Amount state_tax = rounded(state_tax_before_credit - credit_for_state_tax);
  const Amount municipal_tax = std::max<Amount>(0, municipal_tax_before_credit - credit_for_municipal_tax);
  const Amount health_contribution =
      std::max<Amount>(0, health_contribution_before_credit - credit_for_health_contribution);
  const Amount church_tax = std::max<Amount>(0, church_tax_before_credit - credit_for_church_tax);
  const Amount broadcasting_base = std::max<Amount>(0, net_earned_income - 1515000 * cent);
  const Amount broadcasting_tax = rounded(std::min<Amount>(16000 * cent, share(250, broadcasting_base)));
  const Amount taxes_of_year =
      state_tax + municipal_tax + health_contribution + church_tax + broadcasting_tax + daily_allowance_contribution;
  const Amount taxes_of_month = rounded_ratio(taxes_of_year, 1, 12);
  const Amount contributions_of_month = pension_contribution + unemployment_contribution;
  const Amount net_wage = wage - contributions_of_month - taxes_of_month;
  const Amount housing_income = std::max<Amount>(0, wage - share(500, wage));
  const Amount housing_income_excess = housing_income - 66715 * cent;
  const Amount full_basic_deductible = share(5000, housing_income_excess);
  const Amount basic_deductible = full_basic_deductible < 1000 * cent ? 0 : full_basic_deductible;
  const Amount housing_costs = rent + share(200, rent);
  const Amount accepted_housing_costs = std::min<Amount>(housing_costs, 56385 * cent);
  const Amount full_housing_allowance = share(7000, accepted_housing_costs - basic_deductible);
  const Amount rounded_housing_allowance = rounded(std::max<Amount>(0, full_housing_allowance));
  const Amount housing_allowance = rounded_housing_allowance < 1500 * cent ? 0 : rounded_housing_allowance;
  const Amount basic_amount = 58771 * cent;
  const Amount cut_of_basic_amount = wage <= 0 ? rounded(share(500, basic_amount)) : 0;
  const Amount reduced_basic_amount = basic_amount - cut_of_basic_amount;
  const Amount reasonable_rent = std::min<Amount>(rent, 69400 * cent);
  const Amount needs = reduced_basic_amount + reasonable_rent + 2350 * cent;
  const Amount full_earnings_deduction = share(2000, net_wage);
  const Amount earnings_deduction = std::clamp<Amount>(full_earnings_deduction, 0, 15000 * cent);
  const Amount counted_net_wage = rounded(net_wage - earnings_deduction);
  const Amount counted_incomes = counted_net_wage + housing_allowance;
  const Amount shortfall = needs - counted_incomes;
  const Amount payable_shortfall = std::max<Amount>(0, shortfall);
  const Amount social_assistance = payable_shortfall < 1000 * cent ? 0 : payable_shortfall;
  const Amount benefits = housing_allowance + social_assistance;
  const Amount disposable_income = net_wage + benefits;
  return disposable_income / cent;
}

}  // namespace peers
