// The rows of node_kinds.h as values, for whoever prints, stores, checks or draws nodes.
//
//   facts_of(NodeKind::absolute).written == "abs(x)"
//   function_name(NodeKind::absolute) == "abs"
#pragma once

#include <cstdint>
#include <string_view>

#include "calc/language/tree/tree.h"

namespace ansio::language {

// Which part of the checker knows a function's arguments.
enum class FunctionFamily : std::uint8_t {
  none,
  extreme,  // min, max
  clamp,
  of_number,  // abs
  rounding,
  scale,
  conversion,  // per_year, per_month
  if_given,
  given,
  to_number,
  aggregate,
  exists,
  is_role,
  calendar,  // of months
  dates,     // of days
  days,
  over_time,  // of a variable in other months
  average,
};

// How strongly an operator binds; what binds more weakly than its place allows stands in brackets.
enum class Strength : std::uint8_t {
  weakest,  // let, if
  disjunction,
  conjunction,
  logical_not,
  comparison,
  sum,
  product,
  negation,
  operand,
};

// What Node::reference is.
enum class Reference : std::uint8_t { none, constant, variable, parameter, binding, number };

struct ChildCount {
  std::uint32_t fewest = 0;
  std::uint32_t most = 0;
};
inline constexpr std::uint32_t any_number = 1'000'000;

// The types of all children and of the result; nothing is said of kinds that take or give several.
struct NodeTypes {
  constexpr NodeTypes() = default;
  constexpr NodeTypes(Type::Kind children, Type::Kind result) : known(true), of(children), gives(result) {}

  bool known = false;
  Type::Kind of = Type::Kind::number;
  Type::Kind gives = Type::Kind::number;
};

struct NodeFacts {
  std::string_view written = {};
  FunctionFamily family = FunctionFamily::none;
  std::string_view infix = {};
  Strength strength = Strength::operand;
  Reference reference = Reference::none;
  bool selector = false;
  bool people = false;
  ChildCount children = {};
  NodeTypes types = {};
};

namespace internal {

using Family = FunctionFamily;
using Kind = Type::Kind;

inline constexpr ChildCount one{1, 1}, two{2, 2};
inline constexpr NodeTypes numbers{Kind::number, Kind::number}, truths{Kind::boolean, Kind::boolean},
    of_months{Kind::month, Kind::number}, of_dates{Kind::date, Kind::number};

// Only what is odr-used of it lies in a program: the browser's engine makes smaller tables of it while it is compiled.
inline constexpr NodeFacts node_facts[] = {
#define CALC_NODE_FACTS(name, ...) NodeFacts{__VA_ARGS__},
    CALC_NODE_KINDS(CALC_NODE_FACTS)
#undef CALC_NODE_FACTS
};

}  // namespace internal

inline constexpr std::size_t node_kind_count = std::size(internal::node_facts);

constexpr const NodeFacts& facts_of(NodeKind kind) {
  return internal::node_facts[static_cast<std::size_t>(kind)];
}

// As rules call it; empty for a kind that is not written as a call.
constexpr std::string_view function_name(NodeKind kind) {
  const std::string_view written = facts_of(kind).written;
  return written.substr(0, written.find('('));
}

}  // namespace ansio::language
