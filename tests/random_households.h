// Households drawn at random within what the rules accept: bounds first, then small amounts, then anything.
//
//   RandomHouseholds households(rules, seed);
//   Row row = households.next();            // of one to four persons, in a month the rules hold
//
// Required inputs are always given, others now and then: someone of whom everything is said is nearly always in some
// situation in which the rules refuse an answer. Two generators of one seed draw the same.
#pragma once

#include <algorithm>
#include <vector>

#include "calc/case/rows/row.h"
#include "calc/ruleset/model/ruleset.h"
#include "tests/floors.h"

namespace ansio::tests {

class RandomHouseholds {
 public:
  RandomHouseholds(const RuleSet& rules, std::uint64_t seed) : rules_(rules), state_(seed * 2654435761U + 88172645U) {}

  Row next() {
    Row row;
    const int months = rules_.law_until.index - rules_.law_from.index + 1;
    row.date = YearMonth{rules_.law_from.index + static_cast<int>(below(static_cast<std::uint64_t>(months)))};
    const bool spouse = below(2) == 1;
    const auto children = static_cast<std::uint8_t>(below(3));
    for (VariableId id = 0; id < rules_.variables.size(); ++id) {
      const Variable& variable = rules_.variables[id];
      if (variable.kind != Variable::Kind::input)
        continue;
      if (variable.entity == Entity::household) {
        give(row, id, {});
        continue;
      }
      give(row, id, {Owner::Role::client, 0});
      if (spouse)
        give(row, id, {Owner::Role::spouse, 0});
      for (std::uint8_t child = 1; child <= children; ++child)
        give(row, id, {Owner::Role::child, child});
    }
    return row;
  }

  // Another household that gives what this one gives, most of it with other values.
  Row next_like(const Row& household) {
    Row row = household;
    const Row other = next();
    for (RowValue& given : row.values)
      for (const RowValue& replacing : other.values)
        if (replacing.name == given.name && below(4) > 0)
          given.value = replacing.value;
    return row;
  }

  std::uint64_t below(std::uint64_t count) {
    state_ ^= state_ << 13;
    state_ ^= state_ >> 7;
    state_ ^= state_ << 17;
    return (state_ >> 11) % count;
  }

 private:
  void give(Row& row, VariableId id, Owner owner) {
    if (rules_.variables[id].required || below(8) == 0)
      row.values.push_back({{owner, id}, value_of(rules_.variables[id])});
  }

  Value value_of(const Variable& variable) {
    switch (variable.type.kind) {
      case Type::Kind::boolean:
        return Value::from_integer(below(4) == 3 ? 1 : 0);
      case Type::Kind::enumeration:
        return Value::from_integer(
            static_cast<std::int64_t>(below(rules_.enums[variable.type.enumeration].members.size())));
      case Type::Kind::month:
        return Value::from_integer(YearMonth::of(1950, 1).index + static_cast<int>(below(12 * 80)));
      case Type::Kind::date:
        return Value::from_integer(-7000 + static_cast<std::int64_t>(below(30000)));  // 1950 to 2032
      case Type::Kind::number:
        break;
    }
    std::int64_t scale = variable.percent ? 100 : 1;
    for (int i = 0; i < variable.decimals; ++i)
      scale *= 10;
    const Fraction unit = Fraction::from_ratio(1, scale);
    const Fraction low = variable.lowest.value_or(Fraction::from_integer(-2000));
    const Fraction high = variable.highest.value_or(low + Fraction::from_integer(10000));
    const auto steps = static_cast<std::uint64_t>(
                           round_to((high - low) / unit, Fraction::from_integer(1), Rounding::down).numerator()) +
                       1;
    const std::uint64_t kind = below(16);
    const std::uint64_t step = kind == 0   ? 0
                               : kind == 1 ? steps - 1
                               : kind < 13 ? below(std::max<std::uint64_t>(steps / 20, 2)) % steps
                                           : below(steps);
    return low + unit * Fraction::from_integer(static_cast<std::int64_t>(step));
  }

  const RuleSet& rules_;
  std::uint64_t state_;
};

}  // namespace ansio::tests
