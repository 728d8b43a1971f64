// What is looked up in a rule set: values and formulas by month, readings, names.
#include "calc/ruleset/model/ruleset.h"

#include <algorithm>

namespace ansio::ruleset {
namespace {

// The last that has begun; both lists ascend by date.
template <class Dated>
const Dated* in_force(const std::vector<Dated>& all, YearMonth month) {
  const Dated* found = nullptr;
  for (const Dated& one : all) {
    if (one.from > month)
      break;
    found = &one;
  }
  return found;
}

}  // namespace

std::optional<VariableId> RuleSet::find_variable(std::string_view wanted) const {
  for (std::size_t i = 0; i < variables.size(); ++i)
    if (variables[i].name == wanted && variables[i].kind != Variable::Kind::choice)
      return static_cast<VariableId>(i);
  return std::nullopt;
}

bool can_refuse(const Variable& situation, const Variable& rule) {
  return situation.is_situation && situation.period == rule.period &&
         (situation.entity == Entity::household || rule.entity == Entity::person);
}

bool can_tell_membership(const Variable& variable) {
  return variable.entity == Entity::person && variable.period == Period::month &&
         variable.type.kind == Type::Kind::boolean;
}

bool can_contradict(const Variable& input, const Variable& rule) {
  return input.kind == Variable::Kind::input && (input.entity == Entity::household || rule.entity == Entity::person);
}

std::string formula_text(const RuleSet& rules, const RateOf& rate) {
  const std::string& of = rules.variables[rate.of].name;
  const std::string& leaves = rules.variables[rate.leaves].name;
  if (!rate.step)
    return "1 - (" + leaves + " - " + leaves + '[' + of + " = 0]) / " + of;
  const std::string step = to_decimal_text(*rate.step);
  return "1 - (" + leaves + '[' + of + " + " + step + "] - " + leaves + ") / " + step;
}

bool is_shown_at_first(const RuleSet& rules, const Variable& variable) {
  return variable.kind == Variable::Kind::input || variable.output || !variable.contradicts.empty() ||
         std::any_of(rules.notices.begin(), rules.notices.end(),
                     [&](const Notice& notice) { return notice.name == variable.name; });
}

const DatedFormula* formula_at(const std::vector<DatedFormula>& formulas, YearMonth month) {
  return in_force(formulas, month);
}

const ParameterValue* value_at(const Parameter& parameter, YearMonth month) {
  const ParameterValue* value = in_force(parameter.values, month);
  return value && value->none ? nullptr : value;
}

const DatedFormula* formula_at(const Variable& rule, std::size_t reading, YearMonth month) {
  const DatedFormula* found = nullptr;
  if (reading > 0 && reading <= rule.readings.size())
    found = in_force(rule.readings[reading - 1].formulas, month);
  return found != nullptr ? found : in_force(rule.formulas, month);
}

const ParameterValue* value_at(const Parameter& parameter, std::size_t reading, YearMonth month) {
  const ParameterValue* found = nullptr;
  if (reading > 0 && reading <= parameter.readings.size())
    found = in_force(parameter.readings[reading - 1].values, month);
  return found == nullptr || found->none ? value_at(parameter, month) : found;
}

}  // namespace ansio::ruleset
