// Checks every formula once all names are known, and puts it into the tree.
#include "calc/ruleset/check/formulas.h"

#include "calc/language/check/checker.h"

namespace ansio::ruleset {
namespace {

ParameterSymbol symbol_of(const Parameter& parameter, std::size_t id) {
  ParameterSymbol symbol;
  symbol.id = static_cast<ParameterId>(id);
  symbol.type = parameter.cell_type();
  switch (parameter.kind) {
    case Parameter::Kind::scalar:
      symbol.kind = ParameterSymbol::Kind::scalar;
      break;
    case Parameter::Kind::table:
      symbol.kind = ParameterSymbol::Kind::table;
      break;
    case Parameter::Kind::scale:
      symbol.kind = ParameterSymbol::Kind::scale;
      break;
  }
  for (const TableKey& key : parameter.keys)
    symbol.keys.push_back({key.is_enumeration, key.enumeration});
  return symbol;
}

bool is_membership(const Symbols& symbols, Draft& draft) {
  const Document& name = *draft.membership;
  const auto found = symbols.variables.find(name.scalar);
  if (found == symbols.variables.end()) {
    if (!draft.unread_modules)
      report(draft.diagnostics, Code::unknown_name, name.position,
             "no rule of that name says who belongs to a household", name.scalar,
             "module.name of a person's rule or input that is true or false each month");
    return false;
  }
  if (!found->second.settled)
    return false;
  const bool fits = can_tell_membership(draft.rules.variables[found->second.id]);
  if (!fits)
    report(draft.diagnostics, Code::entity_mismatch, name.position,
           "who belongs to a household is told by a person's rule that is true or false each month", name.scalar);
  return fits;
}

}  // namespace

DatedFormula& formula_of(RuleSet& rules, const FormulaSource& source) {
  Variable& variable = rules.variables[source.variable];
  switch (source.slot) {
    case FormulaSource::Slot::initial:
      return variable.initial;
    case FormulaSource::Slot::reading:
      return variable.readings[source.reading].formulas[source.place];
    case FormulaSource::Slot::least:
      return variable.plausible->least;
    case FormulaSource::Slot::most:
      return variable.plausible->most;
    case FormulaSource::Slot::formula:
      break;
  }
  return variable.formulas[source.place];
}

Symbols symbols_of(const RuleSet& rules) {
  Symbols symbols;
  for (std::size_t i = 0; i < rules.variables.size(); ++i) {
    const Variable& variable = rules.variables[i];
    if (variable.rate || variable.kind == Variable::Kind::choice)  // told of a household from outside it
      continue;
    VariableSymbol symbol;
    symbol.id = static_cast<VariableId>(i);
    symbol.type = variable.type;
    symbol.entity = variable.entity;
    symbol.period = variable.period;
    symbol.is_input = variable.kind == Variable::Kind::input;
    // While rules are read, an initial formula is known by its text before it is a tree.
    symbol.has_initial = variable.initial.root != no_node || !variable.initial.text.empty();
    symbols.variables.emplace(variable.name, symbol);
  }
  for (std::size_t i = 0; i < rules.parameters.size(); ++i)
    symbols.parameters.emplace(rules.parameters[i].name, symbol_of(rules.parameters[i], i));
  for (const Enumeration& enumeration : rules.enums)
    symbols.enums.push_back({enumeration.name, enumeration.members});
  for (const BaseUnit& unit : rules.units)
    symbols.base_units.push_back(unit.name);
  symbols.membership = rules.membership;
  return symbols;
}

Symbols symbols_of(Draft& draft) {
  Symbols symbols = symbols_of(draft.rules);
  for (auto& [name, symbol] : symbols.variables)
    symbol.settled = draft.typed_variables[symbol.id];
  for (auto& [name, symbol] : symbols.parameters)
    symbol.settled = draft.typed_parameters[symbol.id];
  if (draft.membership && is_membership(symbols, draft))
    symbols.membership = draft.rules.membership = draft.membership->scalar;
  return symbols;
}

void check_formulas(const Symbols& all, Draft& draft) {
  Symbols symbols = all;
  Diagnostics found;
  for (const FormulaSource& source : draft.formulas) {
    const Variable& variable = draft.rules.variables[source.variable];
    symbols.module = draft.rules.modules[variable.module].name;
    Expectation expectation{std::nullopt, variable.entity, variable.period};
    if (draft.typed_variables[source.variable])
      expectation.type = variable.type;
    formula_of(draft.rules, source).root = check_formula(*source.text, symbols, expectation, draft.rules.tree, found);
  }
  for (Diagnostic& diagnostic : found)
    // A name may stand in the file that could not be read.
    if (!draft.unread_modules || diagnostic.code != Code::unknown_name)
      draft.diagnostics.push_back(std::move(diagnostic));
}

}  // namespace ansio::ruleset
