// What an answer may rest on without anybody knowing it: facts that the case leaves open, and, when all are asked for,
// facts that nobody gave though the rules say what is plausible of them, readings of the law, and values of it that
// are only expected.
//
//   std::vector<OpenItem> items = open_items(rules, situation, WhichItems::of_case);
//
// An item that several scenarios share is one item: it moves in all of them at once.
#pragma once

#include "calc/analyse/floor.h"
#include "calc/case/read/case.h"

namespace ansio::analyse {

struct OpenItem {
  enum class Kind : std::uint8_t { fact, varies, assumption, reading, expected };
  Kind kind = Kind::fact;
  VariableName name{};             // of a reading or an expected value: its choice
  std::int32_t open = not_open;    // into Case::open
  std::vector<Value> members{};    // all it may be; of a reading their numbers, of one that varies its patterns
  Value least{}, most{}, step{};   // of a number that may be all between, as finely as people write it
  std::optional<Value> assumed{};  // nothing: what the rules take when it is not given
  std::string source{};            // of what is plausible

  [[nodiscard]] bool has_members() const { return !members.empty(); }
};

// Months of a plan that vary between two values: all are the least or the most, or one alone is the other.
struct Pattern {
  bool most = false;                 // all months
  std::optional<std::size_t> spike;  // but for this one of the months shown
};
Pattern pattern_of(const Value& member);
Value value_in(const OpenItem& item, const Pattern& pattern, std::size_t month);

enum class WhichItems : std::uint8_t { of_case, all };

std::vector<OpenItem> open_items(const RuleSet& rules, const Case& situation, WhichItems which);

// Without those that none of these figures can depend on.
std::vector<OpenItem> that_may_move(const RuleSet& rules, std::vector<OpenItem> items,
                                    const std::vector<Instance>& wanted);

// The choice that a reading's item is one of.
const Choice& choice_of(const RuleSet& rules, const OpenItem& item);

}  // namespace ansio::analyse
