// The proof of ranges along one number: an ExtremeSearch over all lines of all scenarios that have it.
#pragma once

#include "calc/analyse/floor.h"
#include "calc/analyse/unknown/range_lines.h"

namespace ansio::analyse {

// Where an extreme of a line's sum lies, for its cause.
struct ProvenCause {
  std::size_t line = 0;
  RangeCause cause;
};

// `base`: the answers as assumed, by scenario. Sets the extremes of the lines, each marked as proven or not; tells of
// each line that moves where. Nothing when the rules cannot be followed along the number.
std::optional<std::vector<ProvenCause>> prove_ranges(const RuleSet& rules, const MovedCases& cases,
                                                     const std::vector<OpenItem>& items, std::size_t item,
                                                     const std::vector<Answer>& base, RangeLines& lines);

}  // namespace ansio::analyse
