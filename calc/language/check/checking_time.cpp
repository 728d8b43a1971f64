// Time: facts of the calendar, and variables in other months and years.
#include "calc/language/check/checking.h"
#include "calc/language/tree/unit.h"

namespace ansio::language {
namespace {

Type number_in(const Unit& unit) {
  return {Type::Kind::number, 0, unit};
}

// What a sum over months is measured in: an amount per month becomes one per year; what has no month in it stays.
Unit summed_over_year(const Unit& unit) {
  return unit.powers[Unit::month] < 0 ? unit * unit_of(Unit::month) / unit_of(Unit::year) : unit;
}

}  // namespace

Operand Checking::check_argument(SyntaxId id, const Type& type) {
  const Operand operand = check(id, &type);
  expect_type(operand, type, at(id));
  return operand;
}

Operand Checking::check_calendar(const Syntax& syntax, const Function& function) {
  const Operand first = check_argument(syntax.children[0], month_type);
  switch (function.node) {
    case NodeKind::year_of:
      return emit(function.node, number_in(unit_of(Unit::year)), syntax, {first.node});
    case NodeKind::month_of_year:
      return emit(function.node, plain_number, syntax, {first.node});
    case NodeKind::add_months: {
      const Operand count = check_argument(syntax.children[1], number_in(unit_of(Unit::month)));
      return emit(function.node, month_type, syntax, {first.node, count.node});
    }
    case NodeKind::date_in: {
      const Operand day = check_argument(syntax.children[1], plain_number);
      return emit(function.node, date_type, syntax, {first.node, day.node});
    }
    default: {
      const Operand second = check_argument(syntax.children[1], month_type);
      const int unit = function.node == NodeKind::months_between ? Unit::month : Unit::year;
      return emit(function.node, number_in(unit_of(unit)), syntax, {first.node, second.node});
    }
  }
}

Operand Checking::check_dates(const Syntax& syntax, const Function& function) {
  const Operand first = check_argument(syntax.children[0], date_type);
  switch (function.node) {
    case NodeKind::month_of:
      return emit(function.node, month_type, syntax, {first.node});
    case NodeKind::day_of:
    case NodeKind::weekday_of:
      return emit(function.node, plain_number, syntax, {first.node});
    case NodeKind::add_days: {
      const Operand count = check_argument(syntax.children[1], number_in(unit_of(Unit::day)));
      return emit(function.node, date_type, syntax, {first.node, count.node});
    }
    default: {
      const Operand second = check_argument(syntax.children[1], date_type);
      return emit(function.node, number_in(unit_of(Unit::day)), syntax, {first.node, second.node});
    }
  }
}

Operand Checking::check_days(const Syntax& syntax, const Function& function) {
  const Operand month = check_argument(syntax.children[0], month_type);
  return emit(function.node, number_in(unit_of(Unit::day) / unit_of(Unit::month)), syntax, {month.node});
}

// Which rules may look so, at what: `previous` and its kin bridge months, `this_year` and `last_year` reach a yearly
// rule.
bool Checking::check_periods(const Syntax& syntax, const Function& function, const Named& named) {
  const std::string name(at(syntax.children[0]).text);
  const bool in_year = expectation_.period == Period::year;
  const bool of_year = named.variable->period == Period::year;
  const auto complain = [&](std::string message, FormulaReport::Advice advice) {
    report_.error(Code::period_mismatch, syntax.range, std::move(message), std::move(advice));
    return false;
  };
  switch (function.node) {
    case NodeKind::this_year:
    case NodeKind::last_year:
      if (!of_year)
        return complain(
            std::string(function.name) + " of a monthly figure",
            {"a yearly rule",
             function.node == NodeKind::last_year ? "write previous(" + name + ") for the month before" : ""});
      if (in_year && function.node == NodeKind::this_year)
        return complain("this_year in a yearly rule", {name, "write " + name});
      return true;
    case NodeKind::previous:
    case NodeKind::average:
    case NodeKind::year_to_date:
      if (of_year)
        return complain(std::string(function.name) + " of a yearly figure",
                        {"a monthly figure", "write last_year(" + name + ")"});
      if (in_year)
        return complain(std::string(function.name) + " in a yearly rule",
                        {"a monthly rule",
                         "write year_sum(" + name + "), at_year_start(" + name + ") or at_year_end(" + name + ")"});
      return true;
    case NodeKind::at_year_start:
    case NodeKind::at_year_end:
      if (!in_year)
        return complain(std::string(function.name) + " in a monthly rule", {"a yearly rule", "write " + name});
      [[fallthrough]];
    default:
      if (of_year)
        return complain(std::string(function.name) + " of a yearly figure",
                        {"a monthly figure", in_year ? "write " + name : "write this_year(" + name + ")"});
      return true;
  }
}

Operand Checking::check_over_time(const Syntax& syntax, const Function& function) {
  const Syntax& argument = at(syntax.children[0]);
  if (argument.kind != Syntax::Kind::name) {
    if (argument.kind != Syntax::Kind::error)
      report_.error(Code::wrong_arguments, argument.range, "only a rule or an input has values in other months",
                    {std::string(function.usage) + " with x a name", "make it a rule of its own"});
    return unknown(syntax);
  }
  if (find_let(argument.text) != nullptr) {
    report_.error(Code::wrong_arguments, argument.range, "a let binding has no value in other months",
                  {"a rule or an input", {}});
    return unknown(syntax);
  }
  if (find_parameter(argument.text) != nullptr) {
    report_.error(Code::wrong_arguments, argument.range, "a parameter is that of the month computed",
                  {"a rule or an input", {}});
    return unknown(syntax);
  }
  const Named named = resolve_variable(argument);
  if (named.variable == nullptr || !named.variable->settled)
    return unknown(syntax);
  const VariableSymbol& variable = *named.variable;
  const bool periods_fit = check_periods(syntax, function, named);
  const bool looks_back = function.node == NodeKind::previous || function.node == NodeKind::last_year;
  if (periods_fit && looks_back && !variable.is_input && !variable.has_initial)
    report_.error(Code::missing_initial, argument.range,
                  std::string(function.name) + " of a rule that has no initial value",
                  {"a rule with the key initial", "give " + std::string(argument.text) + " an initial: formula"});
  const Operand read = emit(NodeKind::variable, variable.type, argument, {}, variable.id, named.selector);
  Type type = variable.type;
  if (function.node == NodeKind::year_sum || function.node == NodeKind::year_to_date) {
    if (!expect_number(read, argument))
      return unknown(syntax);
    type.unit = summed_over_year(type.unit);
  }
  return emit(function.node, type, syntax, {read.node});
}

// average(x, 12 months): x is an input, since only of inputs does a case know all months.
Operand Checking::check_average(const Syntax& syntax) {
  const Syntax& argument = at(syntax.children[0]);
  const Syntax& span = at(syntax.children[1]);
  constexpr std::int64_t longest = 120;
  const bool is_span = span.kind == Syntax::Kind::number && span.number.is_integer() && span.number.sign() > 0 &&
                       span.number.numerator() <= longest && span.unit == unit_of(Unit::month);
  if (!is_span && span.kind != Syntax::Kind::error)
    report_.error(Code::wrong_arguments, span.range, "this is no number of months",
                  {"1 to " + std::to_string(longest) + " months, as in 12 months", {}});
  if (argument.kind == Syntax::Kind::error)
    return unknown(syntax);
  const Named named =
      argument.kind == Syntax::Kind::name && !find_parameter(argument.text) ? resolve_variable(argument) : Named{};
  if (named.variable == nullptr) {
    if (argument.kind != Syntax::Kind::name || find_parameter(argument.text))
      report_.error(Code::wrong_arguments, argument.range, "only an input has an average",
                    {"the name of an input", {}});
    return unknown(syntax);
  }
  if (!named.variable->settled)
    return unknown(syntax);
  if (!named.variable->is_input)
    report_.error(Code::wrong_arguments, argument.range, "only an input has an average", {"the name of an input", {}});
  check_periods(syntax, *find_function("average"), named);
  const Operand read = emit(NodeKind::variable, named.variable->type, argument, {}, named.variable->id, named.selector);
  if (!expect_number(read, argument))
    return unknown(syntax);
  const auto months = is_span ? static_cast<std::uint32_t>(span.number.numerator()) : 1U;
  return emit(NodeKind::average, read.type, syntax, {read.node}, months);
}

}  // namespace ansio::language
