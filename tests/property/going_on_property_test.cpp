// A plan cut in two: the second half, with what the first one carries on, is the second half of the whole.
#include <rapidcheck.h>

#include "tests/floors.h"
#include "tests/property/plan_figures.h"

namespace ansio::tests {
namespace {

std::string one_of(const std::vector<std::string>& texts) {
  return *rc::gen::elementOf(texts);
}

std::string steps(YearMonth start, int months, const std::vector<std::string>& values) {
  std::string text = "{" + to_text(start) + ": " + one_of(values);
  for (int month = 1; month < months; ++month)
    if (*rc::gen::inRange(0, 4) == 0)
      text += ", " + to_text(YearMonth{start.index + month}) + ": " + one_of(values);
  return text + "}";
}

std::string any_household(YearMonth start, int months) {
  const std::string client = one_of(
      {"on_kela_disability_pension: true, care_allowance: basic",
       "on_kela_disability_pension: true, earnings_related_pension: 333.33, "
       "earnings_related_pension_kind: full_disability, established_earnings: 2000",
       "earnings_related_pension: 700, earnings_related_pension_kind: full_disability, established_earnings: 2000",
       "unemployment_benefit: labour_market_subsidy",
       "unemployment_benefit: earnings_related, wage_before_unemployment: 2500, unemployment_days_used: 35",
       "debt_enforcement: active"});
  return "municipality: " + one_of({"Helsinki", "Tampere", "Kajaani"}) + "\nrent: " + one_of({"480", "715.50"}) +
         "\nopening_balance: 100\nclient: {birth_month: 1985-05, " + client +
         ", wage: " + steps(start, months, {"0", "500", "990.90", "1100", "2345.67"}) +
         ", holiday_bonus: " + steps(start, months, {"0", "0", "120.35", "600"}) + "}\n" +
         one_of({"", "", "spouse: {birth_month: 1990-01, wage: " + steps(start, months, {"0", "1500"}) + "}\n"}) +
         one_of({"", "", "children: [{age: 4}]\n"});
}

Case read_plan(YearMonth start, int months, const std::string& household) {
  const Result<Document> document = read_yaml(
      "plan", "ansiopolku: 1\nstart: " + to_text(start) + "\nmonths: " + std::to_string(months) + "\n" + household);
  Result<Case> situation = read_case(law(), *document);
  if (!situation)
    throw std::runtime_error(to_text(situation.diagnostics().front()));
  return std::move(*situation);
}

Results computed(const Case& situation) {
  static Machine machine(law(), answer_by_definition);
  Result<Results> results = compute_results(
      law(), situation, [](const Question& question) { return machine.answer(question); }, {{}, false, true});
  if (!results)
    throw std::runtime_error(to_text(results.diagnostics().front()));
  return std::move(*results);
}

std::string notices_of(const Results& results, YearMonth from) {
  std::string text;
  for (const FiredNotice& fired : results.scenarios[0].notices)
    for (const YearMonth month : fired.months)
      if (from <= month)
        text += law().notices[fired.notice].name + ' ' + to_text(month) + '\n';
  return text;
}

TEST(GoingOnProperty, a_plan_cut_in_two_is_the_whole_plan) {
  EXPECT_TRUE(rc::check("cut in two", [] {
    const YearMonth start{YearMonth::of(2025, 1).index + *rc::gen::inRange(0, 12)};
    const int months = *rc::gen::inRange(4, 20), cut = *rc::gen::inRange(2, months - 1);
    const std::string household = any_household(start, months);
    RC_LOG() << "start: " << to_text(start) << ", " << months << " months, cut after " << cut << '\n' << household;
    const YearMonth middle{start.index + cut};
    const Results whole = computed(read_plan(start, months, household));
    const Results first = computed(read_plan(start, cut, household));
    Case rest = read_plan(middle, months - cut, household);
    rest.scenarios[0].before = first.scenarios[0].carry;
    const Results second = computed(rest);
    for (std::size_t i = 0; i < whole.scenarios[0].figures.size(); ++i) {
      const Figure& all = whole.scenarios[0].figures[i];
      const Figure& later = second.scenarios[0].figures[i];
      const std::size_t skipped = all.values.size() - later.values.size();
      RC_LOG() << instance_name(law(), whole.scenarios[0].shape, all.instance) << '\n';
      for (std::size_t month = 0; month < later.values.size(); ++month)
        RC_ASSERT(all.values[skipped + month] == later.values[month]);
    }
    RC_ASSERT(notices_of(whole, middle) == notices_of(second, middle));
  }));
}

}  // namespace
}  // namespace ansio::tests
