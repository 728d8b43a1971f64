// From the places where decisions turn to the edges a person should see.
//
// At most turns nothing happens that matters: two rules agree where one takes over from the other, or a rounded income
// passes a limit to and fro for some cents. What is left: jumps, which no slope and no rounding explain, and kinks,
// after which the figure goes another way for long enough to move it by more than roundings do.
#pragma once

#include <vector>

#include "calc/analyse/floor.h"
#include "calc/base/number/fraction.h"

namespace ansio::analyse {

// Between neighbouring points `point` and `point` + 1 decisions that lead to the figure turn.
struct Turn {
  std::int64_t point = 0;
  Fraction slope_before, slope_after;  // a point's step, at the two points
  Fraction roundings;                  // what roundings may move the figure by there
  Fraction step_before, step_after;    // what turning alone does to the figure, at the two points
};

struct FoundEdge {
  bool is_jump = false;
  std::size_t turn = 0;  // number of the turn it is named after
  Fraction slope_before, slope_after;
};

struct FoundEdges {
  Fraction slope;  // from the first point on
  std::vector<FoundEdge> edges;
};

// `turns` by point, at least one; the figure is known from point 0 to `last`. Changes below `smallest` are of no
// account.
FoundEdges edges_of_turns(const std::vector<Turn>& turns, std::int64_t last, const Fraction& smallest);

// The part of a turn that is a jump: what turning does at both points alike. Zero at a kink.
Fraction jump_of(const Turn& turn);

}  // namespace ansio::analyse
