#include "calc/program/tree/number_operations.h"

#include "calc/base/limits/limits.h"

namespace ansio::program {

std::int64_t NumberOperations<Fraction>::small_floor(const Fraction& number, bool& are_small) {
  const Fraction floor = round_to(number, from(1), Rounding::down);
  if (floor.is_valid() && floor.numerator() < calendar_limit && floor.numerator() > -calendar_limit)
    return static_cast<std::int64_t>(floor.numerator());
  are_small = false;
  return 0;
}

}  // namespace ansio::program
