// Whether a rule set from an image is as sound as one from files.
//
// Evaluators look nothing up twice: they index by what a node refers to, divide by the size of a table, follow formulas
// to their leaves. All that the loader of files makes sure of by construction, and that one of them relies on, is asked
// here of bytes that anybody may have written.
#include "calc/ruleset/image/image_check.h"

#include <algorithm>

#include "calc/ruleset/check/cycles.h"
#include "calc/ruleset/check/formula_check.h"
#include "calc/ruleset/check/rate_rules.h"

namespace ansio::ruleset {
namespace {

constexpr YearMonth first_month = YearMonth::of(1900, 1), last_month = YearMonth::of(2199, 12);

template <class Dated>
bool ascends(const std::vector<Dated>& all) {
  return std::adjacent_find(all.begin(), all.end(), [](const Dated& a, const Dated& b) { return a.from >= b.from; }) ==
         all.end();
}

bool is_sound(const Unit& unit, const RuleSet& rules) {
  for (std::size_t i = 0; i < unit.powers.size(); ++i)
    if (unit.powers[i] != 0 && i >= Unit::first_declared + rules.units.size())
      return false;
  return true;
}

bool is_sound(const Type& type, const RuleSet& rules) {
  return type.kind == Type::Kind::enumeration ? type.enumeration < rules.enums.size() : is_sound(type.unit, rules);
}

bool is_sound(const TableKey& key, const RuleSet& rules) {
  if (!key.is_enumeration)
    return key.low <= key.high;
  return key.enumeration < rules.enums.size() && key.low == 0 &&
         key.high + 1 == static_cast<std::int32_t>(rules.enums[key.enumeration].members.size());
}

// A table's cells are read by an index made of its keys, without a look at how many there are.
bool is_sound(const Parameter& parameter, const RuleSet& rules) {
  if (!is_sound(parameter.unit, rules) || !ascends(parameter.values) || parameter.keys.size() > 3 ||
      parameter.keys.empty() == (parameter.kind == Parameter::Kind::table))
    return false;
  std::size_t cells = 1;
  for (const TableKey& key : parameter.keys) {
    if (!is_sound(key, rules) || key.size() > 65536)
      return false;
    cells *= static_cast<std::size_t>(key.size());
  }
  for (const ParameterValue& value : parameter.values) {
    if (value.none)
      continue;
    if (parameter.boolean)
      for (const Fraction& cell : value.cells)
        if (!cell.is_integer() || cell.numerator() < 0 || cell.numerator() > 1)
          return false;
    if (parameter.kind == Parameter::Kind::scale ? value.cells.empty() || value.cells.size() % 2 != 0
                                                 : value.cells.size() != cells)
      return false;
    if (value.low.size() != value.high.size() || (!value.low.empty() && value.low.size() != value.cells.size()))
      return false;
    if (parameter.kind == Parameter::Kind::scale)
      // Limits of bands ascend, or a sum of bands would count an income twice.
      for (std::size_t i = 2; i < value.cells.size(); i += 2)
        if (value.cells[i] <= value.cells[i - 2])
          return false;
  }
  return true;
}

// A rate changes its input in a second household and reads what is left there: both must be numbers that may change.
bool is_sound_rate(const Variable& variable, const RuleSet& rules) {
  const RateOf& rate = *variable.rate;
  return variable.kind == Variable::Kind::rule && variable.type.kind == Type::Kind::number && variable.percent &&
         variable.entity == Entity::person && variable.period == Period::month && variable.initial.root == no_node &&
         variable.unsupported == no_variable && !variable.is_situation && rate.of < rules.variables.size() &&
         can_change(rules.variables[rate.of]) && rate.leaves < rules.variables.size() &&
         can_be_left(rules.variables[rate.leaves]) && (!rate.step || rate.step->sign() > 0);
}

// As the parameter itself would be with the reading's values.
bool has_sound_readings(const Parameter& parameter, const RuleSet& rules) {
  return std::all_of(parameter.readings.begin(), parameter.readings.end(), [&](const Reading& reading) {
    Parameter as_read = parameter;
    as_read.values = reading.values;
    return reading.formulas.empty() && !reading.values.empty() && is_sound(as_read, rules);
  });
}

// Readings of a rule, and what is plausible of an input.
bool has_sound_readings(const Variable& variable, const RuleSet& rules) {
  const bool is_rule = variable.kind == Variable::Kind::rule;
  if ((variable.plausible && is_rule) || (!variable.readings.empty() && (!is_rule || variable.rate)))
    return false;
  for (const Reading& reading : variable.readings) {
    if (reading.formulas.empty() || !ascends(reading.formulas) || !reading.values.empty())
      return false;
    for (const DatedFormula& formula : reading.formulas)
      if (!is_sound_formula(formula.root, variable, rules))
        return false;
  }
  if (!variable.plausible)
    return true;
  const DatedFormula &least = variable.plausible->least, &most = variable.plausible->most;
  if (!variable.plausible->members.empty())
    return least.root == no_node && most.root == no_node;
  return least.root != no_node && most.root != no_node && is_sound_formula(least.root, variable, rules) &&
         is_sound_formula(most.root, variable, rules);
}

bool contradicts_soundly(const Variable& variable, const RuleSet& rules) {
  if (variable.contradicts.empty())
    return true;
  return variable.kind == Variable::Kind::rule && variable.type.kind == Type::Kind::boolean &&
         variable.period == Period::month &&
         std::all_of(variable.contradicts.begin(), variable.contradicts.end(), [&](VariableId input) {
           return input < rules.variables.size() && can_contradict(rules.variables[input], variable);
         });
}

bool is_sound(const Variable& variable, const RuleSet& rules) {
  if (variable.kind == Variable::Kind::choice)  // made from the readings, which are looked at with their owners
    return true;
  if (variable.module >= rules.modules.size() || !is_sound(variable.type, rules) || !ascends(variable.formulas))
    return false;
  const bool is_input = variable.kind == Variable::Kind::input;
  if (is_input ? variable.formulas.size() > 1 || variable.required != variable.formulas.empty()
               : variable.formulas.empty() != variable.rate.has_value())
    return false;
  if (variable.rate && !is_sound_rate(variable, rules))
    return false;
  // A month of the law without a formula would be found missing in the middle of a calculation.
  if (!variable.formulas.empty() && variable.formulas.front().from > rules.law_from)
    return false;
  if (variable.is_situation && (is_input || variable.type.kind != Type::Kind::boolean))
    return false;
  if (variable.unsupported != no_variable && (is_input || variable.unsupported >= rules.variables.size() ||
                                              !can_refuse(rules.variables[variable.unsupported], variable)))
    return false;
  if (!contradicts_soundly(variable, rules) || (variable.is_single && !is_input) ||
      (variable.whose != Whose::anybody && !(is_input && variable.entity == Entity::person)))
    return false;
  if (!has_sound_readings(variable, rules))
    return false;
  for (const DatedFormula& formula : variable.formulas)
    if (!is_sound_formula(formula.root, variable, rules))
      return false;
  return variable.initial.root == no_node || is_sound_formula(variable.initial.root, variable, rules);
}

// A notice is shown without a question whether its texts and its day are there.
bool is_sound(const Notice& notice, const RuleSet& rules) {
  if (notice.variable >= rules.variables.size())
    return false;
  const Variable& rule = rules.variables[notice.variable];
  if (notice.due) {
    if (*notice.due >= rules.variables.size())
      return false;
    const Variable& due = rules.variables[*notice.due];
    if (due.kind != Variable::Kind::rule || due.type.kind != Type::Kind::date || due.entity != rule.entity ||
        due.period != Period::month)
      return false;
  }
  return rule.kind == Variable::Kind::rule && rule.type.kind == Type::Kind::boolean &&
         std::any_of(rules.recipients.begin(), rules.recipients.end(),
                     [&](const Recipient& recipient) { return recipient.name == notice.to; });
}

}  // namespace

std::string unsound_part(const RuleSet& rules) {
  if (rules.law_from < first_month || rules.law_until > last_month || rules.law_until < rules.law_from)
    return "the months of the law";
  if (rules.units.size() > Unit::capacity - Unit::first_declared)
    return "the base units";
  for (const Enumeration& enumeration : rules.enums)
    if (enumeration.members.empty() || enumeration.members.size() != enumeration.member_titles.size())
      return "the enum " + enumeration.name;
  for (const Parameter& parameter : rules.parameters)
    if (parameter.module >= rules.modules.size() || !is_sound(parameter, rules) ||
        !has_sound_readings(parameter, rules))
      return "the parameter " + parameter.name;
  if (const auto members = rules.find_variable(rules.membership);
      !rules.membership.empty() && (!members || !can_tell_membership(rules.variables[*members])))
    return "who belongs to the household";
  for (const Variable& variable : rules.variables)
    if (!is_sound(variable, rules))
      return "the variable " + variable.name;
  for (const Notice& notice : rules.notices)
    if (!is_sound(notice, rules))
      return "the notice " + notice.name;
  // The only question that is not local: whether any rule waits for itself within one month.
  for (const Cycle& cycle : find_cycles(rules))
    return "the cycle " + cycle.text;
  return {};
}

}  // namespace ansio::ruleset
