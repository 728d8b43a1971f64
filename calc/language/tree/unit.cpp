// Reads and writes units, and multiplies and divides their powers.
#include "calc/language/tree/unit.h"

#include <algorithm>
#include <cstdlib>

namespace ansio::language {
namespace {

constexpr std::array<std::string_view, Unit::first_declared> time_units{"year", "month", "week", "day", "hour"};

std::int8_t saturated(int power) {
  return static_cast<std::int8_t>(std::clamp(power, -100, 100));
}

std::string_view name_of(std::size_t place, std::span<const std::string> declared) {
  if (place < time_units.size())
    return time_units[place];
  const std::size_t index = place - time_units.size();
  return index < declared.size() ? std::string_view(declared[index]) : "?";
}

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' '))
    text.remove_prefix(1);
  while (text.ends_with(' '))
    text.remove_suffix(1);
  return text;
}

}  // namespace

Unit operator*(const Unit& a, const Unit& b) {
  Unit product;
  for (std::size_t i = 0; i < product.powers.size(); ++i)
    product.powers[i] = saturated(a.powers[i] + b.powers[i]);
  return product;
}

Unit operator/(const Unit& a, const Unit& b) {
  Unit quotient;
  for (std::size_t i = 0; i < quotient.powers.size(); ++i)
    quotient.powers[i] = saturated(a.powers[i] - b.powers[i]);
  return quotient;
}

std::optional<int> find_base_unit(std::string_view name, std::span<const std::string> declared) {
  const auto time = std::find_if(time_units.begin(), time_units.end(), [&](std::string_view unit) {
    return name == unit || (name.size() == unit.size() + 1 && name.starts_with(unit) && name.ends_with('s'));
  });
  if (time != time_units.end())
    return static_cast<int>(time - time_units.begin());
  const auto other = std::find(declared.begin(), declared.end(), name);
  const auto place = Unit::first_declared + (other - declared.begin());
  return other == declared.end() || place >= Unit::capacity ? std::nullopt : std::optional(static_cast<int>(place));
}

std::optional<Unit> parse_unit(std::string_view text, std::span<const std::string> declared) {
  Unit unit;
  bool divide = false;
  bool first = true;
  for (;;) {
    const std::size_t end = text.find_first_of("*/");
    const std::string_view name = trimmed(text.substr(0, end));
    if (const auto base = find_base_unit(name, declared))
      unit = divide ? unit / unit_of(*base) : unit * unit_of(*base);
    else if (!first || name != "1")
      return std::nullopt;
    if (end == std::string_view::npos)
      return is_reasonable(unit) ? std::optional(unit) : std::nullopt;
    divide = text[end] == '/';
    text.remove_prefix(end + 1);
    first = false;
  }
}

std::string unit_text(const Unit& unit, std::span<const std::string> declared) {
  std::string text;
  // Declared units lead (SEK/month, SEK*month/m2), as people write them.
  std::array<std::size_t, Unit::capacity> order{};
  for (std::size_t i = 0; i < order.size(); ++i)
    order[i] = (i + Unit::first_declared) % Unit::capacity;
  for (const std::size_t place : order)
    for (int power = unit.powers[place]; power > 0; --power) {
      text += text.empty() ? "" : "*";
      text += name_of(place, declared);
    }
  if (text.empty())
    text = "1";
  for (const std::size_t place : order)
    for (int power = unit.powers[place]; power < 0; ++power) {
      text += '/';
      text += name_of(place, declared);
    }
  return text;
}

bool is_reasonable(const Unit& unit) {
  return std::all_of(unit.powers.begin(), unit.powers.end(),
                     [](std::int8_t power) { return std::abs(power) <= largest_power; });
}

Unit unit_of(int base_unit, int power) {
  Unit unit;
  unit.powers[static_cast<std::size_t>(base_unit)] = saturated(power);
  return unit;
}

}  // namespace ansio::language
