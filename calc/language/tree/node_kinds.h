// What formulas are made of: one list of the kinds of nodes, from which their names, children, printing and storage
// follow.
//
// A new function is a row here, its check (calc/language/check/checking_calls.cpp), its meaning
// (calc/program/tree/tree_evaluator.h), its lowering to instructions (calc/program/lowering/lowering.cpp) and a test.
// What formulas print, how an image stores and checks them, and what random rules draw is read from the row.
//
// A row is X(name, facts…) with the fields of NodeFacts that are not their defaults (node_facts.h):
//   .written    as rules call it, with its arguments; a kind without it has syntax of its own
//   .family     which part of the checker knows its arguments
//   .infix      how an operator is printed between its children
//   .strength   how strongly it binds
//   .reference  what Node::reference is; .selector, .people: whether Node has one
//   .children   how many; .types: what they are and what comes out, where that is alike in all formulas
// The number of a kind is its place: images hold it, so that another order is another version of images.
#pragma once

// clang-format off
#define CALC_NODE_KINDS(X)                                                                                             \
  /* a constant: booleans 0/1, enum members and months by index, dates by days */                                      \
  X(constant, .reference = Reference::constant)                                                                        \
  X(variable, .reference = Reference::variable, .selector = true)                                                      \
  /* [key, …] for tables */                                                                                            \
  X(parameter, .reference = Reference::parameter, .children = {0, 3})                                                  \
  X(scale, .written = "scale(x, table)", .family = Family::scale, .reference = Reference::parameter, .children = one)  \
  /* [value, body]; the reference is the binding's number within the formula */                                        \
  X(let, .strength = Strength::weakest, .reference = Reference::binding, .children = two)                              \
  X(binding, .reference = Reference::binding)                                                                          \
  /* [condition, then, else] */                                                                                        \
  X(if_else, .strength = Strength::weakest, .children = {3, 3})                                                        \
  X(logical_and, .infix = " and ", .strength = Strength::conjunction, .children = two, .types = truths)                \
  X(logical_or, .infix = " or ", .strength = Strength::disjunction, .children = two, .types = truths)                  \
  X(logical_not, .strength = Strength::logical_not, .children = one, .types = truths)                                  \
  X(equal, .infix = " = ", .strength = Strength::comparison, .children = two)                                          \
  X(not_equal, .infix = " != ", .strength = Strength::comparison, .children = two)                                     \
  X(less, .infix = " < ", .strength = Strength::comparison, .children = two)                                           \
  X(less_equal, .infix = " <= ", .strength = Strength::comparison, .children = two)                                    \
  X(greater, .infix = " > ", .strength = Strength::comparison, .children = two)                                        \
  X(greater_equal, .infix = " >= ", .strength = Strength::comparison, .children = two)                                 \
  X(add, .infix = " + ", .strength = Strength::sum, .children = two, .types = numbers)                                 \
  X(subtract, .infix = " - ", .strength = Strength::sum, .children = two, .types = numbers)                            \
  X(multiply, .infix = " * ", .strength = Strength::product, .children = two, .types = numbers)                        \
  X(divide, .infix = " / ", .strength = Strength::product, .children = two, .types = numbers)                          \
  X(negate, .strength = Strength::negation, .children = one, .types = numbers)                                         \
  /* clamp(x, low, high) is minimum(maximum(x, low), high) */                                                          \
  X(minimum, .written = "min(a, b, …)", .family = Family::extreme, .children = {1, any_number})                        \
  X(maximum, .written = "max(a, b, …)", .family = Family::extreme, .children = {1, any_number})                        \
  X(absolute, .written = "abs(x)", .family = Family::of_number, .children = one, .types = numbers)                     \
  /* [x, step]; the step is a constant or a parameter */                                                               \
  X(round_half_away, .written = "round(x, step)", .family = Family::rounding, .children = two)                         \
  X(round_down, .written = "round_down(x, step)", .family = Family::rounding, .children = two)                         \
  X(round_up, .written = "round_up(x, step)", .family = Family::rounding, .children = two)                             \
  X(to_number, .written = "number(x)", .family = Family::to_number, .children = one,                                   \
    .types = {Kind::boolean, Kind::number})                                                                            \
  /* x times the constant (per_year: 12, per_month: 1/12) */                                                           \
  X(convert, .written = "per_year(x)", .family = Family::conversion, .reference = Reference::constant,                 \
    .children = one, .types = numbers)                                                                                 \
  /* [x, who belongs]: the second where the rules tell who belongs to the household in a month; exists alike */        \
  X(sum, .written = "sum(set, x)", .family = Family::aggregate, .people = true, .children = {1, 2})                    \
  X(count, .written = "count(set, condition)", .family = Family::aggregate, .people = true, .children = {1, 2})        \
  X(any, .written = "any(set, condition)", .family = Family::aggregate, .people = true, .children = {1, 2})            \
  X(all, .written = "all(set, condition)", .family = Family::aggregate, .people = true, .children = {1, 2})            \
  X(max_of, .written = "max_of(set, x)", .family = Family::aggregate, .people = true, .children = {1, 2})              \
  X(min_of, .written = "min_of(set, x)", .family = Family::aggregate, .people = true, .children = {1, 2})              \
  X(exists, .written = "exists(role)", .family = Family::exists, .selector = true, .children = {0, 1})                 \
  /* client, spouse or child: what the person at hand is */                                                            \
  X(is_role, .written = "is(role)", .family = Family::is_role, .selector = true)                                       \
  /* of the person at hand; selector self: of the rule's own person */                                                 \
  X(position, .selector = true)                                                                                        \
  X(given, .written = "given(x)", .family = Family::given, .reference = Reference::variable, .selector = true)         \
  /* [variable], as it was in other months */                                                                          \
  X(previous, .written = "previous(x)", .family = Family::over_time, .children = one)                                  \
  X(year_to_date, .written = "year_to_date(x)", .family = Family::over_time, .children = one)                          \
  X(year_sum, .written = "year_sum(x)", .family = Family::over_time, .children = one)                                  \
  X(at_year_start, .written = "at_year_start(x)", .family = Family::over_time, .children = one)                        \
  X(at_year_end, .written = "at_year_end(x)", .family = Family::over_time, .children = one)                            \
  X(average, .written = "average(x, 12 months)", .family = Family::average, .reference = Reference::number,            \
    .children = one)                                                                                                   \
  /* [variable] of a yearly rule */                                                                                    \
  X(this_year, .written = "this_year(x)", .family = Family::over_time, .children = one)                                \
  X(last_year, .written = "last_year(x)", .family = Family::over_time, .children = one)                                \
  X(this_month, .types = {Kind::month, Kind::month})                                                                   \
  /* whether the timeline is one typical month */                                                                      \
  X(typical_month, .types = truths)                                                                                    \
  X(year_of, .written = "year_of(month)", .family = Family::calendar, .children = one, .types = of_months)             \
  X(month_of_year, .written = "month_of_year(month)", .family = Family::calendar, .children = one, .types = of_months) \
  X(months_between, .written = "months_between(a, b)", .family = Family::calendar, .children = two,                    \
    .types = of_months)                                                                                                \
  X(years_between, .written = "years_between(a, b)", .family = Family::calendar, .children = two, .types = of_months)  \
  X(add_months, .written = "add_months(month, n)", .family = Family::calendar, .children = two)                        \
  X(weekdays, .written = "weekdays(month)", .family = Family::days, .children = one, .types = of_months)               \
  X(days, .written = "days(month)", .family = Family::days, .children = one, .types = of_months)                       \
  X(month_of, .written = "month_of(date)", .family = Family::dates, .children = one,                                   \
    .types = {Kind::date, Kind::month})                                                                                \
  X(day_of, .written = "day_of(date)", .family = Family::dates, .children = one, .types = of_dates)                    \
  X(weekday_of, .written = "weekday_of(date)", .family = Family::dates, .children = one, .types = of_dates)            \
  X(date_in, .written = "date_in(month, n)", .family = Family::calendar, .children = two)                              \
  X(add_days, .written = "add_days(date, n)", .family = Family::dates, .children = two)                                \
  X(days_between, .written = "days_between(a, b)", .family = Family::dates, .children = two, .types = of_dates)        \
  X(weekdays_between, .written = "weekdays_between(a, b)", .family = Family::dates, .children = two, .types = of_dates)
// clang-format on
