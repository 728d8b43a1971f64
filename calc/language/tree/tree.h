// The checked tree: what a formula means once every name, unit, period and entity is settled.
//
// All formulas of a rule set live in one Tree: an array of nodes and an array of child lists, so that it is saved,
// loaded and walked without allocation. The definition evaluates it, the compiler lowers it, the explanation prints it:
// they agree because they read the same nodes. Children always have smaller ids than their parent.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "calc/base/number/fraction.h"
#include "calc/language/floor.h"
#include "calc/language/tree/type.h"

namespace ansio::language {

using NodeId = std::uint32_t;
using VariableId = std::uint32_t;
using ParameterId = std::uint32_t;
inline constexpr NodeId no_node = 0xffffffff;
inline constexpr VariableId no_variable = 0xffffffff;

// X(name): children in brackets.
// clang-format off
#define CALC_NODE_KINDS(X)                                                                                       \
  X(constant)       /* reference: index into Tree::constants; booleans 0/1, enum members and months by index, dates by days */ \
  X(variable)       /* reference: VariableId; selector: whose */                                                 \
  X(parameter)      /* reference: ParameterId; [key, …] for tables */                                            \
  X(scale)          /* reference: ParameterId; [x] */                                                            \
  X(let)            /* reference: binding number within the formula; [value, body] */                            \
  X(binding)        /* reference: binding number */                                                              \
  X(if_else)        /* [condition, then, else] */                                                                \
  X(logical_and) X(logical_or) X(logical_not)                                                                    \
  X(equal) X(not_equal) X(less) X(less_equal) X(greater) X(greater_equal)                                        \
  X(add) X(subtract) X(multiply) X(divide) X(negate)                                                             \
  X(minimum) X(maximum) /* [a, b, …] ; clamp(x, low, high) is minimum(maximum(x, low), high) */                  \
  X(absolute)                                                                                                    \
  X(round_half_away) X(round_down) X(round_up) /* [x, step]; step is a constant or parameter */                  \
  X(to_number)      /* [boolean] */                                                                              \
  X(convert)        /* [x]: x times the constant `reference` (per_year: 12, per_month: 1/12) */                  \
  X(sum) X(count) X(any) X(all) X(max_of) X(min_of) /* people: which set; [expression] */                        \
  X(exists)         /* selector: the role */                                                                     \
  X(is_role)        /* selector: client, spouse or child: what the person at hand is */                          \
  X(position)       /* of the person at hand; selector self: of the rule's own person */                         \
  X(given)          /* reference: VariableId; selector */                                                        \
  X(previous) X(year_to_date) X(year_sum) X(at_year_start) X(at_year_end) /* [variable] */                       \
  X(average)        /* reference: months; [variable] */                                                          \
  X(this_year) X(last_year) /* [variable] of a yearly rule */                                                    \
  X(this_month) X(typical_month) /* whether the timeline is one typical month */                                 \
  X(year_of) X(month_of_year) X(months_between) X(years_between) X(add_months) X(weekdays) X(days)               \
  X(month_of) X(day_of) X(weekday_of) X(date_in) X(add_days) X(days_between) X(weekdays_between)
// clang-format on

enum class NodeKind : std::uint8_t {
#define CALC_NODE_ENUMERATOR(name) name,
  CALC_NODE_KINDS(CALC_NODE_ENUMERATOR)
#undef CALC_NODE_ENUMERATOR
};

// Whose variable: the household's, the person's at hand (the element inside an aggregate), the rule's own person seen
// from inside an aggregate, or a role's.
enum class Selector : std::uint8_t { household, element, self, client, spouse, partner, child };

enum class People : std::uint8_t { persons, adults, children, others };

struct Node {
  NodeKind kind = NodeKind::constant;
  Selector selector = Selector::household;
  People people = People::persons;
  Type type;
  std::uint32_t reference = 0;
  std::uint32_t first_child = 0;  // into Tree::children
  std::uint32_t child_count = 0;
  std::uint32_t source_begin = 0;  // bytes of the formula's text that this node covers
  std::uint32_t source_end = 0;
};

struct Tree {
  std::vector<Node> nodes;
  std::vector<NodeId> children;
  std::vector<Fraction> constants;

  [[nodiscard]] std::span<const NodeId> children_of(const Node& node) const {
    return std::span(children).subspan(node.first_child, node.child_count);
  }
};

}  // namespace ansio::language
