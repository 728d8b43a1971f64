// Drawing. The random numbers are SplitMix64's (Steele, Lea, Flood 2014): its finalizer over a counter, so that any
// household's any draw is found without those before it.
#include "calc/analyse/population/population.h"

#include <algorithm>

namespace ansio::analyse {
namespace {

constexpr std::uint64_t golden_gamma = 0x9E3779B97F4A7C15;

constexpr std::uint64_t mixed(std::uint64_t z) {
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
  return z ^ (z >> 31);
}

// A number below `count`: the high half of a product, which favours none by more than count / 2^64.
std::uint64_t below(std::uint64_t count, std::uint64_t random) {
  return static_cast<std::uint64_t>((static_cast<UInt128>(random) * count) >> 64);
}

bool holds(const DrawCondition& condition, const std::vector<DrawnValue>& drawn) {
  const DrawnValue& value = drawn[condition.draw];
  if (!condition.texts.empty())
    return std::find(condition.texts.begin(), condition.texts.end(), value.text) != condition.texts.end();
  return value.number && (!condition.lowest || *value.number >= *condition.lowest) &&
         (!condition.highest || *value.number <= *condition.highest);
}

Fraction draw_even(const Distribution& distribution, std::uint64_t random) {
  const Fraction& low = distribution.quantiles.front().value;
  const Fraction& high = distribution.quantiles.back().value;
  const auto steps = static_cast<std::uint64_t>(
      round_to((high - low) / distribution.step, Fraction::from_integer(1), Rounding::down).numerator());
  return low + distribution.step * Fraction::from_integer(static_cast<std::int64_t>(below(steps + 1, random)));
}

Fraction draw_between_quantiles(const Distribution& distribution, std::uint64_t random) {
  constexpr std::int64_t resolution = 1 << 20;
  const Fraction share = Fraction::from_ratio(static_cast<Int128>(below(resolution, random)), resolution);
  const std::vector<Quantile>& quantiles = distribution.quantiles;
  std::size_t above = 1;
  while (above + 1 < quantiles.size() && share >= quantiles[above].share)
    ++above;
  const Quantile& low = quantiles[above - 1];
  const Quantile& high = quantiles[above];
  const Fraction value = low.value + (high.value - low.value) * (share - low.share) / (high.share - low.share);
  return round_to(value, distribution.step, Rounding::half_away);
}

DrawnValue draw(const Distribution& distribution, std::uint64_t random) {
  if (!distribution.texts.empty()) {
    const std::uint64_t at = below(distribution.cumulative.back(), random);
    const auto chosen = std::upper_bound(distribution.cumulative.begin(), distribution.cumulative.end(), at);
    const std::string& text = distribution.texts[static_cast<std::size_t>(chosen - distribution.cumulative.begin())];
    return {text, parse_fraction(text)};
  }
  const Fraction number =
      distribution.is_even ? draw_even(distribution, random) : draw_between_quantiles(distribution, random);
  return {to_decimal_text(number), number};
}

}  // namespace

std::uint64_t split_mix(std::uint64_t seed, std::uint64_t place) {
  return mixed(seed + place * golden_gamma);
}

std::vector<DrawnValue> draw_household(const Population& population, std::uint64_t seed, std::uint64_t number) {
  const std::uint64_t stream = split_mix(split_mix(seed, 1), number);
  std::vector<DrawnValue> drawn;
  for (std::size_t i = 0; i < population.draws.size(); ++i) {
    const std::vector<Distribution>& all = population.draws[i].distributions;
    const auto applies = std::find_if(all.begin(), all.end(), [&](const Distribution& distribution) {
      return std::all_of(distribution.when.begin(), distribution.when.end(),
                         [&](const DrawCondition& condition) { return holds(condition, drawn); });
    });
    const std::uint64_t random = split_mix(stream, i + 1);
    drawn.push_back(applies == all.end() ? DrawnValue{} : draw(*applies, random));
  }
  return drawn;
}

}  // namespace ansio::analyse
