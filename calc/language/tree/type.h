// Types of the rule language: numbers with units, booleans, members of enums, months and days of the calendar.
#pragma once

#include <array>
#include <cstdint>

#include "calc/language/floor.h"

namespace ansio::language {

// A unit is a product of powers of base units. The five time units are the language's own; the others are declared by
// the rule set (`units:` of its manifest) and take the places after them.
struct Unit {
  static constexpr int year = 0, month = 1, week = 2, day = 3, hour = 4, first_declared = 5, capacity = 12;
  std::array<std::int8_t, capacity> powers{};

  [[nodiscard]] constexpr bool is_none() const { return *this == Unit{}; }
  friend constexpr bool operator==(const Unit&, const Unit&) = default;
};
Unit operator*(const Unit& a, const Unit& b);
Unit operator/(const Unit& a, const Unit& b);

struct Type {
  enum class Kind : std::uint8_t { number, boolean, enumeration, month, date };
  Kind kind = Kind::number;
  std::uint16_t enumeration = 0;  // index into RuleSet::enums, for Kind::enumeration
  Unit unit;                      // for Kind::number

  friend constexpr bool operator==(const Type&, const Type&) = default;
};

// Months and dates: they have an order, and no sums.
constexpr bool is_of_calendar(const Type& type) {
  return type.kind == Type::Kind::month || type.kind == Type::Kind::date;
}

enum class Entity : std::uint8_t { household, person };
enum class Period : std::uint8_t { month, year };

}  // namespace ansio::language
