// Edges compared with a scan of every point, for tests.
//
// The scan knows nothing of rules or decisions: it has the figure at each point and asks whether the edges found
// explain every single step, and whether every edge found is there.
#pragma once

#include <algorithm>
#include <functional>
#include <string>

#include "calc/analyse/edges/edges.h"
#include "calc/analyse/floor.h"

namespace ansio::testing {

using namespace analyse;

class EdgeScan {
 public:
  using Figure = std::function<Value(std::int64_t point)>;

  EdgeScan(const Edges& edges, const EdgeCurve& curve, Figure figure)
      : edges_(edges), curve_(curve), figure_(std::move(figure)) {}

  // What is wrong between two points; empty when the edges explain everything there.
  std::string complaint(std::int64_t from, std::int64_t until) {
    std::string wrong;
    Value before = figure_(from);
    std::size_t next_edge = 0;
    while (next_edge < curve_.edges.size() && curve_.edges[next_edge].point < from)
      ++next_edge;
    Value at_start = before;  // of the stretch between two edges
    std::int64_t start = from;
    for (std::int64_t point = from; point < until && wrong.empty(); ++point) {
      const Value after = figure_(point + 1);
      const bool is_edge = next_edge < curve_.edges.size() && curve_.edges[next_edge].point == point;
      if (is_edge) {
        wrong = astray(start, at_start, point, before);
        if (wrong.empty())
          wrong = edge_complaint(curve_.edges[next_edge], before, after);
      }
      if (!(is_edge && curve_.edges[next_edge].kind == Edge::Kind::jump) && wrong.empty())
        wrong = step_complaint(point, before, after);
      if (is_edge) {
        ++next_edge;
        start = point + 1;
        at_start = after;
      }
      before = after;
    }
    return wrong.empty() ? astray(start, at_start, until, before) : wrong;
  }

  // The first point at which a loss is made good again, by looking at every one; -1 when there is none up to `last`.
  std::int64_t made_good(const Edge& edge, std::int64_t last) {
    for (std::int64_t point = edge.point + 1; point <= last; ++point)
      if (figure_(point) >= edge.from)
        return point;
    return -1;
  }

 private:
  static Fraction magnitude(const Fraction& value) { return value.sign() < 0 ? -value : value; }

  // Slopes that the figure may have at a point: those of the stretch it is in, at its ends.
  struct Slopes {
    Fraction low, high;
    bool known = true;
  };
  Slopes slopes_at(std::int64_t point) const {
    std::vector<Fraction> slopes;
    Fraction at_begin = curve_.slope;
    for (std::size_t i = 0; i <= curve_.edges.size(); ++i) {
      const bool last = i == curve_.edges.size();
      if (last || point <= curve_.edges[i].point) {
        slopes = {at_begin, last ? at_begin : curve_.edges[i].slope_before};
        if (!last && point == curve_.edges[i].point)  // between its two points a kink turns anywhere
          slopes.push_back(curve_.edges[i].slope_after);
        break;
      }
      at_begin = curve_.edges[i].slope_after;
    }
    for (const Fraction& slope : slopes)
      if (!slope.is_valid())
        return {{}, {}, false};
    const auto [low, high] = std::minmax_element(slopes.begin(), slopes.end());
    return {*low * edges_.axis.step, *high * edges_.axis.step, true};
  }

  static std::string text(const Fraction& value) { return value.is_valid() ? to_decimal_text(value) : "unknown"; }

  // A step that slopes and roundings do not explain, though no jump was found there.
  std::string step_complaint(std::int64_t point, const Value& before, const Value& after) const {
    const Slopes slopes = slopes_at(point);
    const Fraction step = after - before;
    if (!slopes.known)
      return {};
    // What roundings do in one step, and what is hidden because it is no more than that.
    const Fraction room = std::max(curve_.roundings, Fraction::from_ratio(1, 100)) * Fraction::from_integer(2);
    if (slopes.low - room <= step && step <= slopes.high + room)
      return {};
    return "a step of " + text(step) + " after point " + std::to_string(point) + " where slopes are " +
           text(slopes.low) + " to " + text(slopes.high) + " and roundings " + text(curve_.roundings);
  }

  std::string edge_complaint(const Edge& edge, const Value& before, const Value& after) const {
    const std::string where = " at point " + std::to_string(edge.point);
    if (!(edge.from == before) || !(edge.to == after))
      return "an edge with other figures than the scan's" + where;
    if (edge.kind == Edge::Kind::kink)
      return edge.slope_before == edge.slope_after ? "a kink that bends nothing" + where : std::string();
    const Fraction slope = edge.slope_before.is_valid() ? edge.slope_before : Fraction::from_integer(0);
    return after - before == slope * edges_.axis.step ? "a jump that is no step" + where : std::string();
  }

  // Of a straight stretch: whether its end is where its slope leads.
  std::string astray(std::int64_t start, const Value& at_start, std::int64_t end, const Value& at_end) const {
    const Slopes slopes = slopes_at(end - 1);
    if (!slopes.known || !(slopes.low == slopes.high) || end <= start)
      return {};
    const Fraction expected = at_start + slopes.low * Fraction::from_integer(end - start);
    const Fraction off = magnitude(at_end - expected);
    const Fraction room = curve_.roundings * Fraction::from_integer(3) + Fraction::from_ratio(2, 100);
    if (off <= room)
      return {};
    return "the stretch from point " + std::to_string(start) + " to " + std::to_string(end) + " ends " + text(off) +
           " from where its slope " + text(slopes.low) + " leads";
  }

  const Edges& edges_;
  const EdgeCurve& curve_;
  Figure figure_;
};

}  // namespace ansio::testing
