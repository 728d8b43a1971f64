// Reads an axis from text, holds it to the input's bounds and decimals, and puts one of its values into a scenario.
#include "calc/analyse/axis/axis.h"

#include <algorithm>

#include "calc/case/values/value.h"

namespace ansio::analyse {
namespace {

Diagnostic wrong_axis(std::string_view text, const Position& where, std::string message) {
  return {.code = Code::wrong_use,
          .position = where,
          .message = std::move(message),
          .found = std::string(text),
          .expected = "NAME=FROM:TO:STEP, as in client.hours_per_week=0:40:0.5"};
}

// As people write the variable: of per cents a hundredth of one.
std::optional<Fraction> finest_step(const Variable& variable) {
  Fraction step = Fraction::from_integer(1);
  for (int i = 0; i < variable.decimals; ++i)
    step = step / Fraction::from_integer(10);
  return step;
}

}  // namespace

std::size_t Axis::count() const {
  return static_cast<std::size_t>(round_to((to - from) / step, Fraction::from_integer(1), Rounding::down).numerator()) +
         1;
}

Fraction Axis::at(std::size_t point) const {
  return from + step * Fraction::from_integer(static_cast<std::int64_t>(point));
}

Result<Axis> read_axis(const RuleSet& rules, std::string_view text, const Position& where, AxisStep step_rule) {
  const bool may_lack_step = step_rule == AxisStep::finest;
  const std::size_t equals = text.find('=');
  const std::size_t first = equals == text.npos ? text.npos : text.find(':', equals);
  const std::size_t second = first == text.npos ? text.npos : text.find(':', first + 1);
  if (first == text.npos || (second == text.npos && !may_lack_step) ||
      (second != text.npos && text.find(':', second + 1) != text.npos))
    return wrong_axis(text, where, "an axis of another form");
  Axis axis;
  const Result<VariableName> name = parse_variable_name(rules, text.substr(0, equals), where);
  if (!name)
    return name.diagnostics();
  axis.name = *name;
  const Variable& variable = rules.variables[name->variable];
  if (variable.type.kind != Type::Kind::number)
    return wrong_axis(text, where, "only a number can move along an axis");
  Diagnostics diagnostics;
  const auto read = [&](std::string_view part, Fraction& value) {
    const Result<Value> read_part = read_value(rules, variable, part, where);
    if (read_part)
      value = *read_part;
    else
      diagnostics.insert(diagnostics.end(), read_part.diagnostics().begin(), read_part.diagnostics().end());
  };
  read(text.substr(equals + 1, first - equals - 1), axis.from);
  read(text.substr(first + 1, second - first - 1), axis.to);
  // The step is a difference, so the bounds of the variable do not hold for it; its per cent do.
  auto step = second == text.npos ? finest_step(variable) : parse_fraction(text.substr(second + 1));
  if (!step || step->sign() <= 0)
    diagnostics.push_back(wrong_axis(text, where, "a step that is no number above 0"));
  if (has_errors(diagnostics))
    return diagnostics;
  axis.step = variable.percent ? *step / Fraction::from_integer(100) : *step;
  if (axis.to < axis.from)
    return wrong_axis(text, where, "the axis ends before it begins");
  const std::size_t most = may_lack_step ? most_finest_points : most_points;
  if ((axis.to - axis.from) / axis.step >= Fraction::from_integer(static_cast<std::int64_t>(most)))
    return wrong_axis(text, where, "more than " + std::to_string(most) + " points");
  return axis;
}

Scenario with_value(const Scenario& scenario, const VariableName& name, const Value& value) {
  Scenario changed = scenario;
  const auto found = std::find_if(changed.values.begin(), changed.values.end(),
                                  [&](const CaseValue& given) { return given.name == name; });
  const std::vector<Step> always{{YearMonth{0}, value}};
  if (found != changed.values.end())
    found->steps = always;
  else
    changed.values.push_back({name, always, {}});
  return changed;
}

}  // namespace ansio::analyse
