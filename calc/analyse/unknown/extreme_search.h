// The least and the most that figures are along one number, over all of its points: proven, not looked for on a grid.
//
// A target is a sum of outputs, each times a whole number: one figure, or a figure of one household minus that of
// another at the same point, or a sum over months. Between two points every output is its chord and a deviation that an
// Enclosure bounds; the chords of a target add up exactly, so that what two households have in common does not widen
// the bound of their difference. A piece whose bound is within what has been found is done. Any other is cut, and what
// is no longer in question is not computed again.
//
//   ExtremeSearch search(axes, targets, point_count);
//   search.run(most_pieces);                  // false: gave up
//   search.found(i).proven
#pragma once

#include "calc/analyse/enclosure/enclosure.h"
#include "calc/analyse/enclosure/moving_values.h"
#include "calc/analyse/floor.h"

namespace ansio::analyse {

// One household with the number moving.
struct SearchedAxis {
  MovingValues values;
  std::uint32_t sound = no_value;  // place of a truth that holds where the figures do; no_value: always
};

struct SearchTerm {
  std::size_t axis = 0;
  std::uint32_t place = 0;
  Int128 factor = 1;
};
using SearchTarget = std::vector<SearchTerm>;

class ExtremeSearch {
 public:
  struct Found {
    Int128 least = 0, most = 0;
    std::int64_t at_least = 0, at_most = 0;
    bool proven = true;
  };

  ExtremeSearch(std::vector<SearchedAxis> axes, std::vector<SearchTarget> targets, std::int64_t point_count);
  ExtremeSearch(const ExtremeSearch&) = delete;
  ExtremeSearch& operator=(const ExtremeSearch&) = delete;

  // False when a household has no answer at some point: then nothing is found.
  bool run(std::size_t most_pieces);

  [[nodiscard]] const Found& found(std::size_t target) const { return found_[target]; }

 private:
  struct End {
    std::int64_t point = 0;
    std::vector<PointValues> values;  // by axis
  };
  struct Scope {
    std::vector<std::size_t> targets;
    std::vector<MovingList> lists;  // by axis
    bool sound = false;             // whether it is still in question
  };

  [[nodiscard]] End end_at(std::int64_t point, const std::vector<MovingList>& lists);
  void release(End& end) { spare_.push_back(std::move(end.values)); }
  [[nodiscard]] Int128 value(std::size_t target, const End& end) const;
  void note(const End& end, const std::vector<std::size_t>& targets);
  void note(std::size_t target, Int128 value, std::int64_t point);
  [[nodiscard]] bool is_sound(const End& end) const;
  [[nodiscard]] bool may_exceed(std::size_t target, const End& left, const End& right) const;
  [[nodiscard]] bool is_open(std::size_t axis, std::uint32_t place) const;
  void look(const End& left, const End& right, const Scope& scope);
  void look_at_run(const End& left, const End& right, const Scope& scope);
  [[nodiscard]] std::int64_t cut_of(const End& left, const End& right, const Scope& open) const;
  [[nodiscard]] std::vector<MovingList> narrowed(const Scope& open);

  std::vector<SearchedAxis> axes_;
  std::vector<SearchTarget> targets_;
  std::int64_t point_count_;
  std::vector<Enclosure> enclosures_;  // by axis
  std::vector<Found> found_;
  std::vector<RunValues> runs_;
  std::vector<std::vector<PointValues>> spare_;
  std::size_t pieces_left_ = 0;
  bool is_sound_ = true;
};

}  // namespace ansio::analyse
