// Finds what may rest on an expected value: from the formulas that read one, along all that read those.
#include "calc/program/question/expected_reads.h"

#include <algorithm>

#include "calc/program/question/dependencies.h"

namespace ansio::program {
namespace {

bool is_expected(const ParameterValue& value) {
  for (std::size_t cell = 0; cell < value.cells.size(); ++cell)
    if (value.is_expected(cell))
      return true;
  return false;
}

void collect_parameters(const Tree& tree, NodeId id, std::vector<ParameterId>& parameters) {
  const Node& node = tree.nodes[id];
  if (node.kind == NodeKind::parameter || node.kind == NodeKind::scale)
    parameters.push_back(node.reference);
  for (const NodeId child : tree.children_of(node))
    collect_parameters(tree, child, parameters);
}

constexpr std::uint32_t formula_of(VariableId variable) {
  return 2 * variable;
}
constexpr std::uint32_t initial_of(VariableId variable) {
  return 2 * variable + 1;
}

}  // namespace

ExpectedReads::ExpectedReads(const RuleSet& rules) : rules_(&rules) {
  for (const Parameter& parameter : rules.parameters)
    for (const ParameterValue& value : parameter.values)
      if (is_expected(value))
        first_ = std::min(first_, std::max(value.from, rules.law_from));
  for (const Variable& variable : rules.variables)
    for (const DatedFormula& formula : variable.formulas)
      if (formula.basis != Basis::enacted)
        first_ = std::min(first_, std::max(formula.from, rules.law_from));
  for (YearMonth month = first_; month <= rules.law_until; ++month.index)
    touched_.push_back(touched_in(month));
}

std::vector<ExpectedReads::Reading> ExpectedReads::readings_of(YearMonth month) const {
  const RuleSet& rules = *rules_;
  std::vector<Reading> readings(2 * rules.variables.size());
  const auto fill = [&](Reading& reading, NodeId root, YearMonth of) {
    if (root == no_node)
      return;
    for (const Read& read : reads_of(rules, root)) {
      const bool looks_back = read.how == NodeKind::previous || read.how == NodeKind::last_year;
      const bool has_initial = rules.variables[read.variable].initial.root != no_node;
      reading.reads.push_back(looks_back && has_initial ? initial_of(read.variable) : formula_of(read.variable));
    }
    std::vector<ParameterId> parameters;
    collect_parameters(rules.tree, root, parameters);
    for (const ParameterId id : parameters)
      if (const ParameterValue* value = value_at(rules.parameters[id], of); value != nullptr && is_expected(*value))
        reading.expected.push_back({id, value, 0, nullptr});
  };
  for (VariableId id = 0; id < rules.variables.size(); ++id) {
    const Variable& variable = rules.variables[id];
    const YearMonth of = variable.period == Period::year ? YearMonth::of(month.year(), 1) : month;
    if (const DatedFormula* formula = formula_at(variable.formulas, of)) {
      fill(readings[formula_of(id)], formula->root, of);
      if (formula->basis != Basis::enacted)
        readings[formula_of(id)].expected.push_back({0, nullptr, id, formula});
    }
    if (variable.rate)  // rests on what the amount it is of rests on
      readings[formula_of(id)].reads.push_back(formula_of(variable.rate->leaves));
    fill(readings[initial_of(id)], variable.initial.root, of);
  }
  return readings;
}

std::vector<bool> ExpectedReads::touched_in(YearMonth month) const {
  const std::vector<Reading> readings = readings_of(month);
  std::vector<std::vector<std::uint32_t>> readers(readings.size());
  std::vector<bool> touched(readings.size());
  std::vector<std::uint32_t> open;
  for (std::uint32_t i = 0; i < readings.size(); ++i) {
    for (const std::uint32_t read : readings[i].reads)
      readers[read].push_back(i);
    if (!readings[i].expected.empty()) {
      touched[i] = true;
      open.push_back(i);
    }
  }
  while (!open.empty()) {
    const std::uint32_t read = open.back();
    open.pop_back();
    for (const std::uint32_t reader : readers[read])
      if (!touched[reader]) {
        touched[reader] = true;
        open.push_back(reader);
      }
  }
  std::vector<bool> by_variable(rules_->variables.size());
  for (VariableId id = 0; id < by_variable.size(); ++id)
    by_variable[id] = touched[formula_of(id)];
  return by_variable;
}

bool ExpectedReads::may_rest(VariableId figure, YearMonth month) const {
  if (touched_.empty() || month < first_)
    return false;
  const std::size_t place = std::min(static_cast<std::size_t>(month.index - first_.index), touched_.size() - 1);
  return touched_[place][figure];
}

std::vector<ExpectedRead> ExpectedReads::of(std::span<const VariableId> figures, YearMonth month) const {
  std::vector<ExpectedRead> found;
  if (month < first_)
    return found;
  const std::vector<Reading> readings = readings_of(std::min(month, rules_->law_until));
  std::vector<bool> seen(readings.size());
  std::vector<std::uint32_t> open;
  for (const VariableId figure : figures)
    open.push_back(formula_of(figure));
  while (!open.empty()) {
    const std::uint32_t at = open.back();
    open.pop_back();
    if (seen[at])
      continue;
    seen[at] = true;
    open.insert(open.end(), readings[at].reads.begin(), readings[at].reads.end());
    for (const ExpectedRead& read : readings[at].expected)
      if (std::find(found.begin(), found.end(), read) == found.end())
        found.push_back(read);
  }
  std::sort(found.begin(), found.end(), [](const ExpectedRead& a, const ExpectedRead& b) {
    return std::pair(a.value == nullptr, a.value != nullptr ? a.parameter : a.rule) <
           std::pair(b.value == nullptr, b.value != nullptr ? b.parameter : b.rule);
  });
  return found;
}

}  // namespace ansio::program
