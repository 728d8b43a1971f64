// Joins turns into runs, and tells from slopes and roundings which of them are jumps, which kinks, which nothing.
//
// Idea: a reader sees amounts, not expressions. A change of slope is seen when it has moved the amount by more than its
// roundings do; before that it is hidden and belongs to the stretch it left. How far hidden pieces have led away from
// the slope of their stretch adds up (`astray`), lest many small ones hide a large one.
//
// Invariant: stretches follow each other without gaps, and each but the first begins with an edge.
#include "calc/analyse/edges/edge_runs.h"

#include <algorithm>
#include <optional>

namespace ansio::analyse {
namespace {

Fraction magnitude(const Fraction& value) {
  return value.sign() < 0 ? -value : value;
}

// A stretch of the figure with one slope; short stretches that roundings hide are part of it.
struct Stretch {
  std::optional<FoundEdge> edge;  // that it begins with
  std::int64_t begin = 0, end = 0;
  Fraction slope_at_begin, slope_at_end;
  // Of short stretches at its end: the turn before the first, and how far they led away from its slope.
  std::optional<std::size_t> hidden;
  Fraction astray;
};

class Runs {
 public:
  Runs(const std::vector<Turn>& turns, std::int64_t last, const Fraction& smallest)
      : turns_(turns), last_(last), smallest_(smallest) {}

  FoundEdges edges() {
    for (std::size_t i = 0; i < turns_.size(); ++i)
      pass(i);
    leave_lone_point();
    FoundEdges found{stretches_.front().slope_at_begin, {}};
    for (Stretch& stretch : stretches_)
      if (stretch.edge)
        found.edges.push_back(*stretch.edge);
    return found;
  }

 private:
  [[nodiscard]] std::int64_t end_after(std::size_t turn) const {
    return turn + 1 < turns_.size() ? turns_[turn + 1].point : last_;
  }
  [[nodiscard]] Fraction slope_at_end_after(std::size_t turn) const {
    return turn + 1 < turns_.size() ? turns_[turn + 1].slope_before : turns_[turn].slope_after;
  }

  [[nodiscard]] bool matters(const Fraction& difference, std::int64_t length, const Turn& turn) const {
    const Fraction moved = magnitude(difference) * Fraction::from_integer(length + 1);
    return !moved.is_valid() || moved > std::max(turn.roundings, smallest_);
  }

  // Where the way that the figure takes from turn i on was first taken: at i, or in the to and fro just before.
  [[nodiscard]] std::size_t first_taken(std::size_t i, const Stretch& before, const Fraction& bend) const {
    for (std::size_t j = before.hidden.value_or(i); j < i; ++j) {
      const Fraction off = magnitude(turns_[i].slope_after - turns_[j].slope_after);
      if (off.is_valid() && off + off < magnitude(bend))
        return j;
    }
    return i;
  }

  void pass(std::size_t i) {
    const Turn& turn = turns_[i];
    if (stretches_.empty())
      stretches_.push_back({std::nullopt, 0, turn.point, turn.slope_before, turn.slope_before, std::nullopt, {}});
    Stretch& before = stretches_.back();
    Stretch after{
        std::nullopt, turn.point + 1, end_after(i), turn.slope_after, slope_at_end_after(i), std::nullopt, {}};
    const Fraction jump = jump_of(turn);
    // What 128 bits do not hold is told rather than left out.
    const bool is_jump = !jump.is_valid() || (magnitude(jump) > turn.roundings && magnitude(jump) >= smallest_);
    if (is_jump || matters(before.astray + jump, 0, turn)) {
      leave_lone_point();
      after.edge = FoundEdge{true, i, stretches_.back().slope_at_end, after.slope_at_begin};
      stretches_.push_back(after);
      return;
    }
    before.astray = before.astray + jump;
    if (!after.slope_at_begin.is_valid() || !before.slope_at_end.is_valid()) {
      before.end = after.end;
      return;
    }
    // A quotient may be curved: stretches are compared where they meet.
    const Fraction bend = after.slope_at_begin - before.slope_at_end;
    if (bend.sign() == 0) {
      // Back on its way: for good, if for longer than it was astray.
      if (before.hidden && after.end - after.begin > turn.point - turns_[*before.hidden].point) {
        before.hidden.reset();
        before.astray = {};
      }
      before.end = after.end;
      before.slope_at_end = after.slope_at_end;
      return;
    }
    hide_or_turn(i, bend, before, after);
  }

  // A kink into a single point that lies on the way before it is none.
  void leave_lone_point() {
    const Stretch last = stretches_.back();
    if (stretches_.size() < 2 || last.begin != last.end || last.edge->is_jump ||
        matters(turns_[last.edge->turn].step_after, 0, turns_[last.edge->turn]))
      return;
    stretches_.pop_back();
    stretches_.back().end = last.end;
  }

  void hide_or_turn(std::size_t i, const Fraction& bend, Stretch& before, Stretch& after) {
    const Turn& turn = turns_[i];
    const std::int64_t length = after.end - after.begin;
    if (before.end > before.begin && !matters(bend, length, turn) &&
        !matters(before.astray + bend * Fraction::from_integer(length), 0, turn)) {
      if (!before.hidden)
        before.hidden = i;
      before.astray = before.astray + bend * Fraction::from_integer(length);
      before.end = after.end;
      return;
    }
    const bool is_point = before.end == before.begin;
    if (is_point ? !matters(turn.step_before, 0, turn) : !matters(bend, before.end - before.begin, turn)) {
      take_over(before, after);
      return;
    }
    after.edge = FoundEdge{false, first_taken(i, before, bend), before.slope_at_end, after.slope_at_begin};
    stretches_.push_back(after);
  }

  // The stretch before was too short to tell, or a single point that lies on what follows: that is its slope.
  void take_over(Stretch& before, const Stretch& after) {
    before.end = after.end;
    before.slope_at_begin = after.slope_at_begin;
    before.slope_at_end = after.slope_at_end;
    before.hidden.reset();
    before.astray = {};
    if (!before.edge)
      return;
    before.edge->slope_after = after.slope_at_begin;
    if (before.edge->is_jump || !(before.edge->slope_before == after.slope_at_begin))
      return;
    Stretch& earlier = stretches_[stretches_.size() - 2];
    earlier.end = after.end;
    earlier.slope_at_end = after.slope_at_end;
    stretches_.pop_back();
  }

  const std::vector<Turn>& turns_;
  std::int64_t last_;
  Fraction smallest_;
  std::vector<Stretch> stretches_;
};

}  // namespace

// The two expressions may cross between the points, and then nothing jumps. Else the figure leaves one way for the
// other somewhere in the step; by the smaller of the two distances it jumps at least.
Fraction jump_of(const Turn& turn) {
  if (turn.step_before.sign() != turn.step_after.sign())
    return Fraction::from_integer(0);
  return magnitude(turn.step_before) < magnitude(turn.step_after) ? turn.step_before : turn.step_after;
}

FoundEdges edges_of_turns(const std::vector<Turn>& turns, std::int64_t last, const Fraction& smallest) {
  return Runs(turns, last, smallest).edges();
}

}  // namespace ansio::analyse
