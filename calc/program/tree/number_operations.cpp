#include "calc/program/tree/number_operations.h"

namespace ansio::program {

std::int64_t NumberOperations<Fraction>::small_floor(const Fraction& number, bool& are_small) {
  constexpr Int128 limit = Int128{1} << 40;
  const Fraction floor = round_to(number, from(1), Rounding::down);
  if (floor.is_valid() && floor.numerator() < limit && floor.numerator() > -limit)
    return static_cast<std::int64_t>(floor.numerator());
  are_small = false;
  return 0;
}

}  // namespace ansio::program
