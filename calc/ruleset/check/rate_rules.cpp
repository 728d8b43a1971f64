#include "calc/ruleset/check/rate_rules.h"

namespace ansio::ruleset {
namespace {

bool is_monthly_number(const Variable& variable, Entity entity) {
  return variable.type.kind == Type::Kind::number && variable.entity == entity && variable.period == Period::month &&
         !variable.rate;
}

const Document* take_name(Fields& fields, std::string_view key, Draft& draft) {
  const Document* name = fields.require(key);
  return name != nullptr && read_text(*name, draft.diagnostics) ? name : nullptr;
}

std::optional<VariableId> find_number(const Document& name, const Variable& rule, Draft& draft) {
  const RuleSet& rules = draft.rules;
  std::optional<VariableId> found = rules.find_variable(rules.modules[rule.module].name + '.' + name.scalar);
  if (!found)
    found = rules.find_variable(name.scalar);
  if (!found && !draft.unread_modules)
    report(draft.diagnostics, Code::unknown_name, name.position, "no variable of that name", name.scalar);
  return found;
}

}  // namespace

bool can_change(const Variable& number) {
  return is_monthly_number(number, Entity::person);
}

bool can_be_left(const Variable& number) {
  return is_monthly_number(number, Entity::household);
}

void read_rate(const Document& document, Variable& rule, Draft& draft) {
  const auto id = static_cast<VariableId>(draft.rules.variables.size());
  if (rule.entity != Entity::person || rule.period != Period::month || !rule.percent)
    report(draft.diagnostics, Code::wrong_kind, document.position, "a rate is a person's, per month, in per cent",
           rule.name, "entity: person and unit: \"%\"");
  Fields fields(document, document.position, "a rate", draft.diagnostics);
  rule.rate.emplace();
  if (!fields.is_map())
    return;
  const Document* of = take_name(fields, "of", draft);
  const Document* leaves = take_name(fields, "leaves", draft);
  if (const Document* step = fields.require("by"); step != nullptr && !(step->is_scalar() && step->scalar == "all")) {
    rule.rate->step = read_number(*step, draft.diagnostics);
    if (rule.rate->step && rule.rate->step->sign() <= 0)
      report(draft.diagnostics, Code::wrong_kind, step->position, "a step of nothing", step->scalar,
             "a number above 0, or all");
  }
  fields.finish();
  if (of != nullptr && leaves != nullptr)
    draft.rates.push_back({of, leaves, id});
}

void settle_rates(Draft& draft) {
  for (const RateSource& source : draft.rates) {
    Variable& rule = draft.rules.variables[source.rule];
    const auto of = find_number(*source.of, rule, draft);
    const auto leaves = find_number(*source.leaves, rule, draft);
    if (of && !can_change(draft.rules.variables[*of]))
      report(draft.diagnostics, Code::wrong_kind, source.of->position, "a rate is of other figures", source.of->scalar,
             "a person's number per month");
    else if (of)
      rule.rate->of = *of;
    if (leaves && !can_be_left(draft.rules.variables[*leaves]))
      report(draft.diagnostics, Code::wrong_kind, source.leaves->position, "a rate is of other figures",
             source.leaves->scalar, "a household's number per month");
    else if (leaves)
      rule.rate->leaves = *leaves;
  }
}

}  // namespace ansio::ruleset
