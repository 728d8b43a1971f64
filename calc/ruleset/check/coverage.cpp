// Holds the dates of parameters against the months in which formulas read them.
#include "calc/ruleset/check/coverage.h"

#include <algorithm>

namespace ansio::ruleset {
namespace {

// The months of the law in which a formula of the variable is in force: first, end (past the last).
struct Months {
  YearMonth first, end;
};

Months months_of(const FormulaSource& source, const RuleSet& rules) {
  Months months{rules.law_from, YearMonth{rules.law_until.index + 1}};
  const bool is_reading = source.slot == FormulaSource::Slot::reading;
  if (source.slot != FormulaSource::Slot::formula && !is_reading)
    return months;
  const Variable& variable = rules.variables[source.variable];
  const std::vector<DatedFormula>& formulas =
      is_reading ? variable.readings[source.reading].formulas : variable.formulas;
  months.first = std::max(months.first, formulas[source.place].from);
  if (source.place + 1 < formulas.size())
    months.end = std::min(months.end, formulas[source.place + 1].from);
  return months;
}

std::optional<YearMonth> first_month_without(const Parameter& parameter, Months months, Period period) {
  for (YearMonth month = months.first; month < months.end; ++month.index)
    if ((period == Period::month || month.month() == 1) && !value_at(parameter, month))
      return month;
  return std::nullopt;
}

bool is_zero_somewhere(const Parameter& parameter, YearMonth month) {
  for (std::size_t reading = 0; reading <= parameter.readings.size(); ++reading) {
    const ParameterValue* value = value_at(parameter, reading, month);
    if (value &&
        std::any_of(value->cells.begin(), value->cells.end(), [](const Fraction& cell) { return cell.sign() == 0; }))
      return true;
  }
  return false;
}

std::optional<YearMonth> first_month_of_zero(const Parameter& parameter, Months months, Period period) {
  for (YearMonth month = months.first; month < months.end; ++month.index)
    if ((period == Period::month || month.month() == 1) && is_zero_somewhere(parameter, month))
      return month;
  return std::nullopt;
}

struct ParameterRead {
  ParameterId parameter;
  std::uint32_t source_begin;
};

void collect(const Tree& tree, NodeId id, std::vector<ParameterRead>& reads) {
  const Node& node = tree.nodes[id];
  if ((node.kind == NodeKind::parameter || node.kind == NodeKind::scale) &&
      std::none_of(reads.begin(), reads.end(),
                   [&](const ParameterRead& read) { return read.parameter == node.reference; }))
    reads.push_back({node.reference, node.source_begin});
  for (const NodeId child : tree.children_of(node))
    collect(tree, child, reads);
}

// The parameters that make a divisor: the checker takes them for other than zero and leaves it to their values.
void collect_factors(const Tree& tree, NodeId id, std::vector<ParameterRead>& reads) {
  const Node& node = tree.nodes[id];
  const std::span<const NodeId> children = tree.children_of(node);
  switch (node.kind) {
    case NodeKind::parameter:
      reads.push_back({node.reference, node.source_begin});
      break;
    case NodeKind::multiply:
      collect_factors(tree, children[1], reads);
      [[fallthrough]];
    case NodeKind::divide:
    case NodeKind::convert:
    case NodeKind::negate:
    case NodeKind::absolute:
      collect_factors(tree, children[0], reads);
      break;
    default:
      break;
  }
}

void collect_divisors(const Tree& tree, NodeId id, std::vector<ParameterRead>& reads) {
  const Node& node = tree.nodes[id];
  if (node.kind == NodeKind::divide)
    collect_factors(tree, tree.children_of(node)[1], reads);
  for (const NodeId child : tree.children_of(node))
    collect_divisors(tree, child, reads);
}

void check_divisors(const FormulaSource& source, NodeId root, Draft& draft) {
  const RuleSet& rules = draft.rules;
  std::vector<ParameterRead> divisors;
  collect_divisors(rules.tree, root, divisors);
  for (const ParameterRead& divisor : divisors) {
    const Parameter& parameter = rules.parameters[divisor.parameter];
    if (const std::optional<YearMonth> month =
            first_month_of_zero(parameter, months_of(source, rules), rules.variables[source.variable].period))
      report(draft.diagnostics, Code::unguarded_division, source.text->position_of(divisor.source_begin),
             "the parameter '" + parameter.name + "' divides and is zero in " + to_text(*month));
  }
}

}  // namespace

void check_coverage(Draft& draft, const std::vector<bool>& named_in_sentences) {
  const RuleSet& rules = draft.rules;
  std::vector<bool> used = named_in_sentences;
  bool all_formulas_known = true;
  for (const FormulaSource& source : draft.formulas) {
    const Variable& variable = rules.variables[source.variable];
    const NodeId root = formula_of(draft.rules, source).root;
    if (root == no_node) {
      all_formulas_known = false;
      continue;
    }
    check_divisors(source, root, draft);
    std::vector<ParameterRead> reads;
    collect(rules.tree, root, reads);
    for (const ParameterRead& read : reads) {
      used[read.parameter] = true;
      if (!draft.valued_parameters[read.parameter])
        continue;
      const Parameter& parameter = rules.parameters[read.parameter];
      if (const std::optional<YearMonth> month =
              first_month_without(parameter, months_of(source, rules), variable.period))
        report(draft.diagnostics, Code::missing_value, source.text->position_of(read.source_begin),
               "the parameter '" + parameter.name + "' has no value in " + to_text(*month) + ", when '" +
                   variable.name + "' reads it",
               {}, "a value for every month in which the formula is in force",
               "give the parameter a value, or the formula dates");
    }
  }
  // A formula that could not be read may be the one that reads it.
  if (!all_formulas_known)
    return;
  for (std::size_t i = 0; i < rules.parameters.size(); ++i)
    if (!used[i])
      draft.diagnostics.push_back({.code = Code::unused_parameter,
                                   .severity = Severity::warning,
                                   .position = draft.parameter_positions[i],
                                   .message = "no rule reads the parameter '" + rules.parameters[i].name + "'"});
}

}  // namespace ansio::ruleset
