// Nothing is counted twice and nothing is lost: what all payers pay a household, less what it pays to all payees, is
// its disposable income. The sum is made here from the single payments, not by the rules' own totals.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "calc/case/names/names.h"
#include "calc/case/values/value.h"
#include "calc/program/definition/definition.h"
#include "calc/program/machine/machine.h"
#include "tests/floors.h"
#include "tests/law.h"

namespace ansio::tests {
namespace {

using testing::law;

// What a payer pays a person; of a child too.
constexpr std::string_view paid_to_persons[] = {
    "work.earnings",                     // employer
    "commission.wage",                   // invoicing service
    "commission.non_wage_compensation",  // customer
    "capital_income",
    "national_pension.amount",  // social insurance
    "guarantee_pension.amount",
    "child_increase.amount",
    "care_allowance.amount",
    "disability_allowance.amount",
    "unemployment.received",  // or the fund
    "sickness_allowance.amount",
    "partial_sickness_allowance.amount",
    "rehabilitation_allowance.amount",
    "rehabilitation_allowance.maintenance",
    "home_care_allowance.amount",
    "home_care_allowance.municipal_supplement",
    "parental_allowance.amount",
    "basic_social_assistance.grown_child_amount",  // of a child of 18 or over
    "student_aid.amount",
    "student_aid.housing_supplement",
    "rehabilitative_work.amount",
    "earnings_related_pension.amount",  // pension company
    "other_pensions",
    "informal_care_fee",  // wellbeing services county
    "other_taxable_benefits",
    "work_activity_allowance",
};
// What it pays: taxes, and contributions by their kinds.
constexpr std::string_view paid_by_persons[] = {
    "tax.state",
    "tax.municipal",
    "tax.church",
    "tax.public_broadcasting",
    "tax.capital_income",
    "contributions.pension",
    "contributions.unemployment",
    "contributions.daily_allowance",
    "contributions.health_care",
};
constexpr std::string_view paid_to_households[] = {
    "general_housing_allowance.amount", "pensioner_housing_allowance.amount", "child_benefit.amount",
    "child_maintenance_support.amount", "basic_social_assistance.amount",
};

struct Asked {
  Question question;
  std::vector<std::string> names;

  void give(std::string_view name, std::string_view text) {
    const Result<VariableName> parsed = parse_variable_name(law(), name, {});
    RC_ASSERT(parsed.ok());
    const Result<Value> value = read_value(law(), law().variables[parsed->variable], text, {});
    RC_ASSERT(value.ok());
    const auto instance = instance_in(question.shape, *parsed);
    RC_ASSERT(instance.has_value());
    question.given.push_back({*instance, {*value}});
  }
  void want(VariableId variable, std::uint8_t person) { question.wanted.push_back({variable, person}); }
};

int below(int limit) {
  return *rc::gen::inRange(0, limit);
}

std::string cents(int most) {
  const int amount = below(most * 100);
  return std::to_string(amount / 100) + '.' + (amount % 100 < 10 ? "0" : "") + std::to_string(amount % 100);
}

const char* one_of(std::initializer_list<const char*> words) {
  return *(words.begin() + below(static_cast<int>(words.size())));
}

void describe_adult(Asked& asked, const std::string& role) {
  asked.give(role + ".age", std::to_string(18 + below(50)));
  if (below(2) == 0) {
    asked.give(role + ".wage", cents(4000));
    asked.give(role + ".hours_per_week", std::to_string(below(40)));
  }
  switch (below(9)) {
    case 0:
      asked.give(role + ".on_kela_disability_pension", "true");
      asked.give(role + ".care_allowance", one_of({"none", "basic", "middle", "highest"}));
      break;
    case 1:
      asked.give(role + ".earnings_related_pension", cents(2000));
      asked.give(role + ".earnings_related_pension_kind", one_of({"full_disability", "partial_disability", "old_age"}));
      break;
    case 2:
      asked.give(role + ".unemployment_benefit",
                 one_of({"labour_market_subsidy", "basic_allowance", "general_support"}));
      asked.give(role + ".rehabilitative_work_days", std::to_string(below(12)));
      break;
    case 3:
      asked.give(role + ".unemployment_benefit", "earnings_related");
      asked.give(role + ".wage_before_unemployment", cents(6000));
      break;
    case 4:
      asked.give(role + ".on_sickness_allowance", "true");
      asked.give(role + ".sickness_allowance_base", cents(60000));
      break;
    case 5:
      asked.give(role + ".student", "true");
      break;
    case 6:
      asked.give(role + ".on_rehabilitation_allowance", "true");
      asked.give(role + ".rehabilitation_maintenance_days", std::to_string(below(20)));
      break;
    case 7:
      asked.give(role + ".work_activity_allowance", cents(400));
      break;
    default:
      break;
  }
  if (below(4) == 0)
    asked.give(role + ".commission_income", cents(1500));
  if (below(6) == 0)
    asked.give(role + ".informal_care_fee", cents(900));
  if (below(6) == 0)
    asked.give(role + ".capital_income", cents(300));
  if (below(3) == 0)
    asked.give(role + ".church_member", "true");
}

Asked random_household() {
  Asked asked;
  asked.question.shape.spouse = below(2) == 0;
  asked.question.shape.children = static_cast<std::uint8_t>(below(4));
  asked.question.timeline = {true, YearMonth{law().law_from.index + below(36)}, 1, 0};
  asked.give("municipality", one_of({"Helsinki", "Tampere", "Rovaniemi", "Mikkeli", "Kihniö", "Kauniainen"}));
  asked.give("tenure", one_of({"rented", "right_of_occupancy", "owned_flat", "owned_house", "none"}));
  asked.give("rent", cents(1200));
  asked.give("water", one_of({"included", "separate"}));
  describe_adult(asked, "client");
  if (asked.question.shape.spouse)
    describe_adult(asked, "spouse");
  for (int child = 1; child <= asked.question.shape.children; ++child) {
    const std::string role = "child" + std::to_string(child);
    asked.give(role + ".age", std::to_string(below(20)));
    if (below(3) == 0)
      asked.give(role + ".maintenance_support_entitled", "true");
    if (below(4) == 0)
      asked.give(role + ".child_maintenance_received", cents(300));
  }
  return asked;
}

Fraction rounded(const Fraction& amount) {
  return round_to(amount, Fraction::from_ratio(1, 100), Rounding::half_away);
}

class Sums {
 public:
  explicit Sums(const Asked& asked) : asked_(asked) {
    Machine machine(law(), answer_by_definition);
    Question question = asked_.question;
    for (VariableId variable = 0; variable < law().variables.size(); ++variable)
      if (is_wanted(law().variables[variable].name)) {
        if (law().variables[variable].entity == Entity::household)
          question.wanted.push_back({variable, Instance::household});
        else
          for (int person = 0; person < question.shape.person_count(); ++person)
            question.wanted.push_back({variable, static_cast<std::uint8_t>(person)});
      }
    const Result<Answer> answer = machine.answer(question);
    if (!answer)
      RC_FAIL(to_text(answer.diagnostics().front()));
    for (std::size_t i = 0; i < question.wanted.size(); ++i)
      values_.push_back({question.wanted[i], answer->values[i].front()});
  }

  [[nodiscard]] Fraction of(std::string_view name, std::uint8_t person = Instance::household) const {
    const VariableId variable = *law().find_variable(name);
    for (const auto& [instance, value] : values_)
      if (instance.variable == variable && instance.person == person)
        return value;
    RC_FAIL("not asked for: " + std::string(name));
    return {};
  }

 private:
  static bool is_wanted(std::string_view name) {
    const auto in = [&](const auto& names) {
      return std::find(std::begin(names), std::end(names), name) != std::end(names);
    };
    return in(paid_to_persons) || in(paid_by_persons) || in(paid_to_households) || name == "disposable_income" ||
           name == "child_maintenance_received" || name == "net_income" || name == "totals.tax_free_income";
  }

  const Asked& asked_;
  std::vector<std::pair<Instance, Value>> values_;
};

TEST(MoneyProperty, all_that_is_paid_less_all_that_is_owed_is_the_disposable_income) {
  EXPECT_TRUE(rc::check("payers and payees", [] {
    const Asked asked = random_household();
    const Sums sums(asked);
    Fraction total;
    for (const std::string_view name : paid_to_households)
      total = total + sums.of(name);
    const Fraction twelve = Fraction::from_integer(12);
    for (int person = 0; person < asked.question.shape.person_count(); ++person) {
      const auto who = static_cast<std::uint8_t>(person);
      Fraction received, owed;
      for (const std::string_view name : paid_to_persons)
        received = received + sums.of(name, who);
      for (const std::string_view name : paid_by_persons)
        owed = owed + sums.of(name, who);
      // The rules round what is left of a person's taxable income to the cent.
      const Fraction tax_free = sums.of("totals.tax_free_income", who);
      total = total + rounded(received - tax_free - owed / twelve) + tax_free;
      total = total + sums.of("child_maintenance_received", who);
    }
    const Fraction disposable = sums.of("disposable_income");
    if (!(total == disposable))
      RC_FAIL("payments: " + to_decimal_text(total) + ", disposable income: " + to_decimal_text(disposable));
  }));
}

TEST(MoneyProperty, nobody_gets_both_housing_allowances_or_is_paid_below_zero) {
  EXPECT_TRUE(rc::check("one housing allowance, no negative payment", [] {
    const Asked asked = random_household();
    const Sums sums(asked);
    RC_ASSERT(sums.of("general_housing_allowance.amount").sign() == 0 ||
              sums.of("pensioner_housing_allowance.amount").sign() == 0);
    for (const std::string_view name : paid_to_households)
      RC_ASSERT(sums.of(name).sign() >= 0);
    for (int person = 0; person < asked.question.shape.person_count(); ++person)
      for (const std::string_view name : paid_to_persons)
        RC_ASSERT(sums.of(name, static_cast<std::uint8_t>(person)).sign() >= 0);
  }));
}

}  // namespace
}  // namespace ansio::tests
