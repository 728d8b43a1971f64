// What fine roundings may move a figure by in one step, at most.
//
// A rounding weighs what one step of it does to the figure, along the one expression that the decisions at a point
// pick.
//
//   RoundingEffects effects(values);
//   RoundingEffects::Effect effect = effects.weigh(at_left, at_right, root, effects.most_of(coarse, at_left, root));
//   effects.in_units(effect.total, at_left, root)       // of the root
//   effect.coarse                                       // roundings of which one step does more than `coarse`
#pragma once

#include <vector>

#include "calc/analyse/enclosure/enclosure.h"
#include "calc/analyse/enclosure/moving_values.h"
#include "calc/analyse/floor.h"

namespace ansio::analyse {

class RoundingEffects {
 public:
  // Keeps a reference.
  explicit RoundingEffects(const MovingValues& values) : values_(values) {}

  struct Effect {
    Int128 total = 0;                   // of all fine roundings, see in_units
    std::vector<std::uint32_t> coarse;  // the last first
    bool weighed = false;               // it hangs on the values, not on the signature alone
  };

  // As roundings weigh at two points of one signature. `most`: what a fine rounding may do, see most_of.
  Effect weigh(const PointValues& values, const PointValues& others, const Ratio& root, Int128 most);
  // The same for values of the list last enclosed between these two points, at which the root is not open.
  Effect weigh(const PointValues& values, const PointValues& others, const Ratio& root, Int128 most,
               const Enclosure& enclosure);

  // `figure`, in units of the root and with a denominator of a few digits, as an effect; the same wherever the root has
  // no divisor.
  [[nodiscard]] static Int128 most_of(const Fraction& figure, const PointValues& values, const Ratio& root);
  [[nodiscard]] static Fraction in_units(Int128 effect, const PointValues& values, const Ratio& root);

 private:
  template <typename ValueAt>
  Effect weigh_along(const PointValues& values, const PointValues& others, const Ratio& root, Int128 most,
                     const ValueAt& value_at);
  void pass(std::uint32_t place, Int128 share);

  const MovingValues& values_;
  std::vector<Int128> effects_;         // by place; zero where none has come
  std::vector<std::uint64_t> reached_;  // a bit a place: those not looked at yet
};

}  // namespace ansio::analyse
