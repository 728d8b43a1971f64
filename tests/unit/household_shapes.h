// Forty shapes of households, as columns and cells of a batch: those that meet each benefit, tax and fee of the rules.
#pragma once

#include <string_view>

#include "tests/floors.h"

namespace ansio::testing {

using namespace publish;

// "column=value column=value …"
inline constexpr std::string_view household_shapes[] = {
    // living alone
    "client.age=40 rent=600",
    "client.age=40 rent=600 client.wage=1000 client.hours_per_week=15",
    "client.age=40 rent=700 client.wage=2600 client.hours_per_week=37.5 client.commuting_cost=1800",
    "client.age=30 rent=450 client.unemployment_benefit=general_support water=separate",
    "client.age=30 rent=450 client.unemployment_benefit=labour_market_subsidy client.wage=600 client.hours_per_week=10",
    "client.age=45 rent=650 client.unemployment_benefit=earnings_related client.wage_before_unemployment=3200",
    "client.age=45 rent=650 client.unemployment_benefit=earnings_related client.wage_before_unemployment=2500 "
    "client.unemployment_days_used=180 client.wage=800 client.hours_per_week=12",
    "client.age=50 rent=500 client.unemployment_benefit=basic_allowance client.rehabilitative_work_days=8",
    "client.age=19 rent=0 tenure=none client.unemployment_benefit=general_support client.lives_with_parents=true "
    "client.parents_income=3000",
    "client.age=35 rent=550 client.commission_income=500 client.unemployment_benefit=general_support",
    "client.age=35 rent=550 client.commission_income=1200 client.commission_form=invoicing_service",
    "client.age=38 rent=600 client.on_sickness_allowance=true client.sickness_allowance_base=28000",
    "client.age=38 rent=600 client.on_partial_sickness_allowance=true client.sickness_allowance_base=32000 "
    "client.wage=1300 client.hours_per_week=18",
    "client.age=38 rent=600 client.on_rehabilitation_allowance=true client.sickness_allowance_base=15000",
    "client.age=22 rent=480 client.student=true client.wage=400",
    "client.age=52 rent=520 client.work_activity_allowance=150",
    "client.age=44 rent=600 client.wage=1900 client.hours_per_week=30 client.debt_enforcement=active",
    "client.age=44 rent=600 client.wage=1500 client.wage_subsidy_kind=half client.hours_per_week=25",
    "client.age=58 tenure=owned_flat rent=280 housing_loan_interest=900 client.wage=2100",
    "client.age=58 tenure=owned_house client.wage=900 client.hours_per_week=14 area_m2=110 built_year=1968",
    "client.age=33 tenure=right_of_occupancy rent=690 heating=separate client.wage=1700",
    "client.age=41 rent=580 assets=22000 deposits=6000 client.wage=1200 client.capital_income=40",
    // pensioners
    "client.age=36 rent=600 client.on_kela_disability_pension=true",
    "client.age=36 rent=600 client.on_kela_disability_pension=true client.wage=950 client.care_allowance=basic",
    "client.age=36 rent=600 client.on_kela_disability_pension=true client.wage=1600 client.care_allowance=middle",
    "client.age=55 rent=650 client.earnings_related_pension=1350 client.wage=800 client.established_earnings=2600",
    "client.age=55 rent=650 client.earnings_related_pension=500 client.on_kela_disability_pension=true",
    "client.age=57 rent=560 client.earnings_related_pension=640 "
    "client.earnings_related_pension_kind=partial_disability client.wage=1100 client.hours_per_week=18",
    "client.age=63 tenure=owned_house client.on_kela_disability_pension=true area_m2=90 built_year=1960 "
    "spouse.age=66 spouse.earnings_related_pension=1400 spouse.earnings_related_pension_kind=old_age",
    // couples
    "client.age=40 spouse.age=42 rent=800 spouse.wage=2300",
    "client.age=40 spouse.age=42 rent=800 client.unemployment_benefit=general_support "
    "spouse.unemployment_benefit=general_support",
    "client.age=36 rent=750 client.on_kela_disability_pension=true spouse.age=38 "
    "spouse.on_kela_disability_pension=true",
    "client.age=24 rent=700 client.student=true spouse.age=25 spouse.wage=1500",
    // families
    "client.age=34 rent=800 child1.age=2 client.home_care_kind=home_care",
    "client.age=34 rent=800 child1.age=4 child2.age=8 client.wage=1900 client.hours_per_week=37.5 "
    "child1.early_childhood_education=full_day child1.maintenance_support_entitled=true",
    "client.age=34 spouse.age=36 rent=950 child1.age=1 child2.age=5 child3.age=12 spouse.wage=2800 "
    "client.home_care_kind=home_care child2.early_childhood_education=part_day",
    "client.age=41 spouse.age=39 rent=900 child1.age=16 child2.age=11 client.unemployment_benefit=earnings_related "
    "client.wage_before_unemployment=2900 spouse.wage=1600",
    "client.age=48 rent=850 child1.age=19 child2.age=15 client.wage=1400 client.hours_per_week=25 child1.wage=600",
    "client.age=37 rent=820 child1.age=7 child1.lives_half_time=true client.on_kela_disability_pension=true "
    "client.wage=700",
    "client.age=43 spouse.age=45 rent=1100 child1.age=3 child2.age=6 child3.age=9 child4.age=13 child5.age=17 "
    "client.informal_care_fee=472.15 spouse.wage=3400 client.church_member=true",
};

}  // namespace ansio::testing
