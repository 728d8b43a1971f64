// The model in C++ doubles, written by hand and unchecked.
#include "tests/bench/peers/models.h"

#include <algorithm>
#include <cmath>

namespace peers {
namespace {

double to_cents(double amount) {
  return std::round(amount * 100.0) / 100.0;
}

}  // namespace

double disposable_income_in_doubles(double wage, double rent) {
  const double annual_wage = 12.0 * wage;
  const double pension_contribution = to_cents(0.0715 * wage);
  const double unemployment_contribution = to_cents(0.0059 * wage);
  const bool pays_daily_allowance_contribution = annual_wage >= 16862.0;
  const double daily_allowance_contribution = pays_daily_allowance_contribution ? to_cents(0.0084 * annual_wage) : 0.0;
  const double contribution_deduction =
      12.0 * (pension_contribution + unemployment_contribution) + daily_allowance_contribution;
  const double income_production_deduction = std::min(750.0, annual_wage);
  const double net_earned_income = annual_wage - income_production_deduction;
  const double income_after_contributions = std::max(0.0, net_earned_income - contribution_deduction);
  const double full_basic_deduction = std::min(3980.0, income_after_contributions);
  const double basic_deduction_excess = std::max(0.0, income_after_contributions - 3980.0);
  const double basic_deduction = std::max(0.0, full_basic_deduction - 0.18 * basic_deduction_excess);
  const double taxable_income = std::max(0.0, income_after_contributions - basic_deduction);
  const double band_1 = 0.1264 * std::clamp(income_after_contributions, 0.0, 22000.0);
  const double band_2 = 0.19 * (std::clamp(income_after_contributions, 22000.0, 32600.0) - 22000.0);
  const double band_3 = 0.3025 * (std::clamp(income_after_contributions, 32600.0, 40100.0) - 32600.0);
  const double band_4 = 0.3375 * (std::clamp(income_after_contributions, 40100.0, 52100.0) - 40100.0);
  const double band_5 = 0.3775 * (std::max(income_after_contributions, 52100.0) - 52100.0);
  const double state_tax_before_credit = band_1 + band_2 + band_3 + band_4 + band_5;
  const double credit_building_up = std::min(0.18 * annual_wage, 3430.0);
  const double credit_excess = std::max(0.0, net_earned_income - 35000.0);
  const double credit_reduction = 0.0203 * credit_excess;
  const double credit = std::max(0.0, credit_building_up - credit_reduction);
  const double municipal_tax_before_credit = to_cents(0.0754 * taxable_income);
  const double health_contribution_before_credit = to_cents(0.0106 * taxable_income);
  const double church_tax_before_credit = to_cents(0.0139 * taxable_income);
  const double credit_for_state_tax = std::min(credit, state_tax_before_credit);
  const double credit_left = credit - credit_for_state_tax;
  const double local_taxes_before_credit =
      municipal_tax_before_credit + health_contribution_before_credit + church_tax_before_credit;
  const double credit_for_municipal_tax =
      local_taxes_before_credit > 0.0 ? to_cents(credit_left * municipal_tax_before_credit / local_taxes_before_credit)
                                      : 0.0;
  const double credit_for_health_contribution =
      local_taxes_before_credit > 0.0
          ? to_cents(credit_left * health_contribution_before_credit / local_taxes_before_credit)
          : 0.0;
  const double credit_for_church_tax =
      local_taxes_before_credit > 0.0 ? to_cents(credit_left * church_tax_before_credit / local_taxes_before_credit)
                                      : 0.0;
  const double state_tax = to_cents(state_tax_before_credit - credit_for_state_tax);
  const double municipal_tax = std::max(0.0, municipal_tax_before_credit - credit_for_municipal_tax);
  const double health_contribution = std::max(0.0, health_contribution_before_credit - credit_for_health_contribution);
  const double church_tax = std::max(0.0, church_tax_before_credit - credit_for_church_tax);
  const double broadcasting_base = std::max(0.0, net_earned_income - 15150.0);
  const double broadcasting_tax = to_cents(std::min(160.0, 0.025 * broadcasting_base));
  const double taxes_of_year =
      state_tax + municipal_tax + health_contribution + church_tax + broadcasting_tax + daily_allowance_contribution;
  const double taxes_of_month = to_cents(taxes_of_year / 12.0);
  const double contributions_of_month = pension_contribution + unemployment_contribution;
  const double net_wage = wage - contributions_of_month - taxes_of_month;
  const double housing_income = std::max(0.0, wage - 0.05 * wage);
  const double housing_income_excess = housing_income - 667.15;
  const double full_basic_deductible = 0.5 * housing_income_excess;
  const double basic_deductible = full_basic_deductible < 10.0 ? 0.0 : full_basic_deductible;
  const double housing_costs = rent + 0.02 * rent;
  const double accepted_housing_costs = std::min(housing_costs, 563.85);
  const double full_housing_allowance = 0.7 * (accepted_housing_costs - basic_deductible);
  const double rounded_housing_allowance = to_cents(std::max(0.0, full_housing_allowance));
  const double housing_allowance = rounded_housing_allowance < 15.0 ? 0.0 : rounded_housing_allowance;
  const double basic_amount = 587.71;
  const double cut_of_basic_amount = wage <= 0.0 ? to_cents(0.05 * basic_amount) : 0.0;
  const double reduced_basic_amount = basic_amount - cut_of_basic_amount;
  const double reasonable_rent = std::min(rent, 694.0);
  const double needs = reduced_basic_amount + reasonable_rent + 23.50;
  const double full_earnings_deduction = 0.2 * net_wage;
  const double earnings_deduction = std::clamp(full_earnings_deduction, 0.0, 150.0);
  const double counted_net_wage = to_cents(net_wage - earnings_deduction);
  const double counted_incomes = counted_net_wage + housing_allowance;
  const double shortfall = needs - counted_incomes;
  const double payable_shortfall = std::max(0.0, shortfall);
  const double social_assistance = payable_shortfall < 10.0 ? 0.0 : payable_shortfall;
  const double benefits = housing_allowance + social_assistance;
  const double disposable_income = net_wage + benefits;
  return disposable_income;
}

}  // namespace peers
