// Functions of numbers and of what a case gives.
#include "calc/language/check/checking.h"
#include "calc/language/tree/unit.h"

#include <algorithm>

namespace ansio::language {

Operand Checking::check_call(const Syntax& syntax, const Type* hint) {
  const Function* function = find_function(syntax.text);
  if (function == nullptr) {
    std::vector<std::string> names;
    for (const Function& candidate : all_functions())
      names.emplace_back(candidate.name);
    const std::string near = nearest_name(syntax.text, names);
    const Function* meant = find_function(near);
    report_.error(Code::unknown_name, syntax.name_range, "there is no such function",
                  {{}, meant != nullptr ? "did you mean " + std::string(meant->usage) + "?" : ""});
    return unknown(syntax);
  }
  if (syntax.children.size() < function->fewest || syntax.children.size() > function->most) {
    report_.error(Code::wrong_arguments, syntax.range,
                  std::string(function->name) + " with the wrong number of arguments",
                  {std::string(function->usage), {}});
    return unknown(syntax);
  }
  switch (function->family) {
    case FunctionFamily::extreme:
      return check_extreme(syntax, *function, hint);
    case FunctionFamily::clamp:
      return check_clamp(syntax, hint);
    case FunctionFamily::of_number:
      return check_of_number(syntax, *function, hint);
    case FunctionFamily::rounding:
      return check_rounding(syntax, *function, hint);
    case FunctionFamily::scale:
      return check_scale(syntax);
    case FunctionFamily::conversion:
      return check_conversion(syntax, *function);
    case FunctionFamily::if_given:
      return check_if_given(syntax, hint);
    case FunctionFamily::given:
      return check_given(syntax);
    case FunctionFamily::to_number: {
      const Operand operand = check_boolean(syntax.children[0]);
      return emit(NodeKind::to_number, plain_number, syntax, {operand.node});
    }
    case FunctionFamily::aggregate:
      return check_aggregate(syntax, *function, hint);
    case FunctionFamily::exists:
      return check_exists(syntax);
    case FunctionFamily::is_role:
      return check_is_role(syntax);
    case FunctionFamily::calendar:
      return check_calendar(syntax, *function);
    case FunctionFamily::dates:
      return check_dates(syntax, *function);
    case FunctionFamily::days:
      return check_days(syntax, *function);
    case FunctionFamily::over_time:
      return check_over_time(syntax, *function);
    case FunctionFamily::average:
      return check_average(syntax);
    case FunctionFamily::none:
      break;
  }
  return unknown(syntax);
}

// Numbers of one unit, or months, or dates, all of the first one's type; nothing after an error that leaves no type.
std::optional<std::vector<Operand>> Checking::check_alike(std::span<const SyntaxId> ids, const Type* hint) {
  // The first that has a type of its own decides; the others must follow.
  const auto typed = std::find_if(ids.begin(), ids.end(), [&](SyntaxId id) { return !needs_hint(id); });
  const std::size_t first = typed == ids.end() ? 0 : static_cast<std::size_t>(typed - ids.begin());
  std::vector<Operand> operands(ids.size());
  operands[first] = check(ids[first], hint);
  const Operand* leader = operands[first].known ? &operands[first] : nullptr;
  if (leader != nullptr && !is_of_calendar(leader->type) && !expect_number(*leader, at(ids[first])))
    leader = nullptr;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (i == first)
      continue;
    operands[i] = check(ids[i], leader != nullptr ? &leader->type : &anything);
    if (leader != nullptr)
      expect_type(operands[i], leader->type, at(ids[i]), "arguments that do not fit together");
  }
  if (leader == nullptr)
    return std::nullopt;
  operands[0].type = leader->type;
  return operands;
}

Operand Checking::check_extreme(const Syntax& syntax, const Function& function, const Type* hint) {
  const auto operands = check_alike(syntax.children, hint);
  if (!operands)
    return unknown(syntax);
  std::vector<NodeId> children;
  for (const Operand& operand : *operands)
    children.push_back(operand.node);
  return emit(function.node, operands->front().type, syntax, children);
}

// Not below low, not above high: min(max(x, low), high).
Operand Checking::check_clamp(const Syntax& syntax, const Type* hint) {
  const auto operands = check_alike(syntax.children, hint);
  if (!operands)
    return unknown(syntax);
  const Type type = (*operands)[0].type;
  const Operand raised = emit(NodeKind::maximum, type, syntax, {(*operands)[0].node, (*operands)[1].node});
  return emit(NodeKind::minimum, type, syntax, {raised.node, (*operands)[2].node});
}

Operand Checking::check_of_number(const Syntax& syntax, const Function& function, const Type* hint) {
  const Operand operand = check(syntax.children[0], hint);
  if (!expect_number(operand, at(syntax.children[0])))
    return unknown(syntax);
  return emit(function.node, operand.type, syntax, {operand.node});
}

Operand Checking::check_rounding(const Syntax& syntax, const Function& function, const Type* hint) {
  const Operand value = check(syntax.children[0], hint);
  const bool is_number = expect_number(value, at(syntax.children[0]));
  const Syntax& step_syntax = at(syntax.children[1]);
  const Operand step = check(syntax.children[1], nullptr);
  if (step.known) {
    const Node& node = tree_.nodes[step.node];
    const bool is_constant = node.kind == NodeKind::constant;
    if ((!is_constant && node.kind != NodeKind::parameter) ||
        (is_constant && tree_.constants[node.reference].sign() <= 0))
      report_.error(Code::wrong_arguments, step_syntax.range, "a step that cannot be rounded to",
                    {"a constant above 0, or a parameter", {}});
    else if (is_number)
      expect_type(step, value.type, step_syntax, "a step in another unit than the value");
  }
  if (!is_number)
    return unknown(syntax);
  return emit(function.node, value.type, syntax, {value.node, step.node});
}

Operand Checking::check_scale(const Syntax& syntax) {
  const Syntax& table = at(syntax.children[1]);
  const ParameterSymbol* parameter = table.kind == Syntax::Kind::name ? find_parameter(table.text) : nullptr;
  const bool is_scale = parameter != nullptr && parameter->kind == ParameterSymbol::Kind::scale;
  Type type;
  if (is_scale)
    type.unit = parameter->type.unit;
  const Operand value = check(syntax.children[0], is_scale ? &type : nullptr);
  if (parameter == nullptr && table.kind == Syntax::Kind::name && find_variable(table.text) == nullptr) {
    unknown_name(table.text, table.name_range);
    return unknown(syntax);
  }
  if (!is_scale) {
    if (parameter == nullptr || parameter->settled)
      report_.error(Code::wrong_arguments, table.range, "this is no marginal-rate scale",
                    {"a parameter of kind scale", {}});
    return unknown(syntax);
  }
  if (!parameter->settled)
    return unknown(syntax);
  expect_type(value, type, at(syntax.children[0]), "the scale's limits have another unit");
  return emit(NodeKind::scale, type, syntax, {value.node}, parameter->id);
}

// per_year: …/month becomes …/year, twelve times as much; per_month the reverse.
Operand Checking::check_conversion(const Syntax& syntax, const Function& function) {
  const Operand value = check(syntax.children[0], nullptr);
  if (!expect_number(value, at(syntax.children[0])))
    return unknown(syntax);
  const bool to_year = function.name == "per_year";
  const int from = to_year ? Unit::month : Unit::year;
  const int to = to_year ? Unit::year : Unit::month;
  if (value.type.unit.powers[static_cast<std::size_t>(from)] >= 0) {
    report_.error(Code::unit_mismatch, at(syntax.children[0]).range,
                  std::string(function.name) + " of " + text_of(value.type),
                  {to_year ? "a unit per month" : "a unit per year", {}});
    return unknown(syntax);
  }
  Type type;
  type.unit = value.type.unit * unit_of(from) / unit_of(to);
  const Fraction factor = to_year ? Fraction::from_integer(12) : Fraction::from_ratio(1, 12);
  return emit(NodeKind::convert, type, syntax, {value.node}, constant(factor));
}

// The variable that given(x) and if_given(x, …) ask about.
Checking::Named Checking::input_argument(const Syntax& syntax) {
  const Syntax& argument = at(syntax.children[0]);
  if (argument.kind == Syntax::Kind::error)
    return {};
  if (argument.kind != Syntax::Kind::name) {
    report_.error(Code::wrong_arguments, argument.range, "only an input can be given", {"the name of an input", {}});
    return {};
  }
  const Named named = resolve_variable(argument);
  if (named.variable != nullptr && named.variable->settled && !named.variable->is_input) {
    report_.error(Code::wrong_arguments, argument.range, "a rule's figure is computed, not given",
                  {"the name of an input", {}});
    return {};
  }
  return named;
}

Operand Checking::check_given(const Syntax& syntax) {
  const Named named = input_argument(syntax);
  if (named.variable == nullptr)
    return mistyped(boolean_type, syntax);
  return emit(NodeKind::given, boolean_type, syntax, {}, named.variable->id, named.selector);
}

Operand Checking::check_if_given(const Syntax& syntax, const Type* hint) {
  const Named named = input_argument(syntax);
  if (named.variable == nullptr) {
    check(syntax.children[1], hint);
    return unknown(syntax);
  }
  const Syntax& argument = at(syntax.children[0]);
  const Operand asked = emit(NodeKind::given, boolean_type, argument, {}, named.variable->id, named.selector);
  const Operand value = read_variable(argument, named);
  const Operand otherwise = check(syntax.children[1], value.known ? &value.type : hint);
  if (value.known)
    expect_type(otherwise, value.type, at(syntax.children[1]), "the input and its substitute do not fit together");
  Operand result = emit(NodeKind::if_else, value.type, syntax, {asked.node, value.node, otherwise.node});
  result.known = value.known;
  return result;
}

}  // namespace ansio::language
