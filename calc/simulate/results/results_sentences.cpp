// The sentences that go with results.
#include <algorithm>

#include "calc/explain/sentences/says.h"
#include "calc/explain/words/format.h"
#include "calc/simulate/results/results.h"

namespace ansio::simulate {
namespace {

std::string spoken(const RuleSet& rules, const Results& results, const ScenarioResult& scenario, std::uint16_t module,
                   const Instance& instance, YearMonth month, std::optional<std::string> amount,
                   const std::string& text, Language language) {
  const auto value_of = [&](const Instance& asked) -> std::optional<Value> {
    const auto found = std::find_if(scenario.spoken.begin(), scenario.spoken.end(),
                                    [&](const SpokenValue& value) { return value.instance == asked; });
    if (found == scenario.spoken.end())
      return std::nullopt;
    const bool yearly = rules.variables[asked.variable].period == Period::year;
    const int index = yearly ? month.year() - results.start.year() : month.index - results.start.index;
    return found->values[static_cast<std::size_t>(index)];
  };
  return fill({rules, scenario.shape, module, instance.person, month, language, std::move(amount), value_of}, text);
}

}  // namespace

std::string sentence_of(const RuleSet& rules, const Results& results, const ScenarioResult& scenario,
                        const Figure& figure, Language language) {
  const Variable& variable = rules.variables[figure.instance.variable];
  if (variable.says.empty())
    return {};
  return spoken(rules, results, scenario, variable.module, figure.instance, results.start,
                format_in_sentence(rules, variable.type, variable.percent, figure.values.front(), language),
                variable.says.in(language), language);
}

std::string sentence_of(const RuleSet& rules, const Results& results, const ScenarioResult& scenario,
                        const FiredNotice& fired, YearMonth month, Language language) {
  const Notice& notice = rules.notices[fired.notice];
  if (notice.says.empty())
    return {};
  return spoken(rules, results, scenario, notice.module, fired.instance, month, {}, notice.says.in(language), language);
}

}  // namespace ansio::simulate
