// Synthetic households, drawn from distributions that a file describes: for demonstrations, not for estimates.
//
//   Result<Population> population = read_population(*read_yaml("population.yaml", text), rules);
//   std::vector<DrawnValue> household = draw_household(*population, seed, number);
//
// docs/population.md describes the file and the algorithm. The same seed gives the same households on every machine,
// and a household depends on the seed and its number alone: ten households are the first ten of a million. Only whole
// numbers and fractions are computed with. Errors of a file, all at once and each with its place: unknown_key,
// missing_key, wrong_kind, duplicate_key, unknown_name (of an earlier draw), and those of names and values
// (unknown_variable, no_such_person, bad_value, out_of_bounds).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "calc/analyse/floor.h"
#include "calc/base/document/document.h"
#include "calc/case/names/names.h"
#include "calc/ruleset/model/ruleset.h"

namespace ansio::analyse {

// What an earlier draw must have come to: one of these texts, or a number from `lowest` to `highest`.
struct DrawCondition {
  std::size_t draw = 0;
  std::vector<std::string> texts;
  std::optional<Fraction> lowest, highest;
};

struct Quantile {
  Fraction share;  // from 0 to 1
  Fraction value;
};

// One way a value is drawn; exactly one of `texts` and `quantiles` is there.
struct Distribution {
  std::vector<DrawCondition> when;
  std::vector<std::string> texts;
  std::vector<std::uint64_t> cumulative;  // weights of the texts, summed up
  std::vector<Quantile> quantiles;        // linear between them
  Fraction step = Fraction::from_integer(1);
  bool is_even = false;  // every multiple of the step from the first to the last quantile is as likely
};

struct Draw {
  std::string name;
  std::optional<VariableName> column;       // nothing: only for later draws to depend on
  std::vector<Distribution> distributions;  // the first whose conditions hold; none: the value is not given
};

struct Population {
  std::vector<Draw> draws;
};

struct DrawnValue {
  std::string text;  // empty: not given
  std::optional<Fraction> number;
};

Result<Population> read_population(const Document& document, const RuleSet& rules);

// The `place`-th number (from 1) of SplitMix64 begun with `seed`.
std::uint64_t split_mix(std::uint64_t seed, std::uint64_t place);

// One value a draw.
std::vector<DrawnValue> draw_household(const Population& population, std::uint64_t seed, std::uint64_t number);

}  // namespace ansio::analyse
