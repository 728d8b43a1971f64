#include "calc/program/values/traced_values.h"

#include "calc/program/lowering/lowering.h"

namespace ansio::program {
namespace {

std::optional<TracedValues> traced(const RuleSet& rules, const Form& form, bool with_scopes) {
  TracedValues values;
  Lowering lowering(rules, form);
  lowering.trace_into(values.origins, with_scopes);
  for (int month = 0; month < form.timeline.months; ++month) {
    for (std::uint32_t i = 0; i < form.wanted.size(); ++i) {
      const bool yearly = rules.variables[form.wanted[i].variable].period == Period::year;
      if (yearly && month % 12 != 0)
        continue;
      const int index = yearly ? month / 12 : month;
      values.outputs.push_back({i, static_cast<std::uint32_t>(index), lowering.value(form.wanted[i], index)});
      if (lowering.graph().has_given_up())
        return std::nullopt;
    }
  }
  if (lowering.graph().is_constant(lowering.sound(), 0))
    return std::nullopt;
  for (const Lowering::Input& input : lowering.inputs())
    values.inputs.push_back({input.instance, input.given, input.index, input.scale, input.range});
  values.sound = lowering.sound();
  values.graph = std::move(lowering.graph());
  values.graph.set_scope(no_value);
  values.origins.resize(values.graph.size());
  return values;
}

}  // namespace

std::optional<TracedValues> trace_values(const RuleSet& rules, const Form& form) {
  // Divisors of two rules that would be one value are two with scopes, and their product may be beyond 126 bits.
  auto values = traced(rules, form, true);
  return values ? std::move(values) : traced(rules, form, false);
}

}  // namespace ansio::program
