// What every value can be between two points of an axis, proven.
//
// Between points l and h a value is the chord between its exact values there, plus a deviation in [low, high]. Rounding
// adds at most one unit to it, a product its curvature; a minimum or a choice not yet settled adds what lies between
// the two sides. What is taken unchanged stays the same value, so that a credit that takes all of a tax leaves exactly
// none. A value is *open* when decisions that lead to it are not settled: cut there and look again. Where nothing is
// open, all points between have the same decisions.
//
//   Enclosure enclosure(values);
//   enclosure.enclose(l, values_at_l, h, values_at_h, values.list());
//   if (enclosure.is_open(place)) cut = enclosure.cut(place);   // l < cut < h
//   else enclosure.bounds(place)                                // of the value, at all points from l to h
#pragma once

#include <vector>

#include "calc/analyse/enclosure/moving_values.h"
#include "calc/analyse/floor.h"

namespace ansio::analyse {

// Moving values must stay below this, so that no bound leaves 128 bits.
inline constexpr Int128 widest_moving = Int128{1} << 120;

class Enclosure {
 public:
  explicit Enclosure(const MovingValues& values) : values_(values) {}

  // h > l + 1. Keeps references to all of these until the next call.
  void enclose(std::int64_t l, const PointValues& at_l, std::int64_t h, const PointValues& at_h,
               const MovingList& list);

  // What is left to compute for these places at the points between, now that so much is settled.
  [[nodiscard]] MovingList narrowed(const std::vector<std::uint32_t>& places);

  // An entry of the list last enclosed.
  [[nodiscard]] const MovingValue& value_at(std::uint32_t place) const { return (*list_)[at_[place]].value; }

  [[nodiscard]] bool is_open(std::uint32_t place) const { return open_[place] != 0; }
  [[nodiscard]] Interval bounds(std::uint32_t place) const;
  // How far the value may lie from its chord.
  [[nodiscard]] Interval deviation(std::uint32_t place) const { return {spreads_[place].low, spreads_[place].high}; }
  // Where to cut so that the decision this open value waits for is settled on one side.
  [[nodiscard]] std::int64_t cut(std::uint32_t place) const;
  // Where to cut so that a value that is not open is below the level, or not below it, on one side.
  [[nodiscard]] std::int64_t cut_at_level(std::uint32_t place, Int128 level) const {
    return crossing(left(place) - level, right(place) - level, spreads_[place]);
  }

 private:
  struct Spread {
    Int128 low = 0, high = 0;
  };

  [[nodiscard]] std::uint32_t waits_for(std::uint32_t place) const;
  [[nodiscard]] MovingValue settled(std::uint32_t place, const MovingValue& value) const;
  [[nodiscard]] Interval difference(std::uint32_t a, std::uint32_t b) const;
  [[nodiscard]] std::int64_t crossing(Int128 from, Int128 to, const Spread& spread) const;
  void enclose_one(std::uint32_t place, const MovingValue& value);
  void enclose_extreme(std::uint32_t place, const MovingValue& value, bool least);
  void enclose_choice(std::uint32_t place, const MovingValue& value);
  void enclose_product(std::uint32_t place, const MovingValue& value);
  void enclose_quotient(std::uint32_t place, const MovingValue& value);
  void take(std::uint32_t place, std::uint32_t operand);
  [[nodiscard]] bool is_exactly(std::uint32_t place, Int128 number) const;
  void settle(std::uint32_t place, const Interval& range, bool open);
  [[nodiscard]] Int128 left(std::uint32_t place) const { return (*at_l_)[place]; }
  [[nodiscard]] Int128 right(std::uint32_t place) const { return (*at_h_)[place]; }
  [[nodiscard]] Int128 least(std::uint32_t place) const;
  [[nodiscard]] Int128 most(std::uint32_t place) const;

  const MovingValues& values_;
  std::int64_t l_ = 0, h_ = 0;
  const PointValues* at_l_ = nullptr;
  const PointValues* at_h_ = nullptr;
  const MovingList* list_ = nullptr;
  std::vector<std::uint32_t> at_;  // where in the list a place is
  std::vector<std::uint8_t> needed_, wanted_;
  std::vector<std::uint32_t> taken_from_;  // by place: the place that stands for it in a narrowed list
  std::vector<Spread> spreads_;
  std::vector<std::uint8_t> open_;
  std::vector<std::uint32_t> same_;  // a place that has the same value at all points between
};

}  // namespace ansio::analyse
