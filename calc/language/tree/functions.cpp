#include "calc/language/tree/functions.h"

#include <algorithm>
#include <array>

namespace ansio::language {
namespace {

using Family = FunctionFamily;

// "round(x, step)" takes two; "min(a, b, …)" two or more.
constexpr Function as_written(std::string_view usage, Family family, NodeKind node) {
  Function function{usage.substr(0, usage.find('(')), usage, 1, 1, family, node};
  for (const char c : usage)
    function.most += c == ',' ? 1 : 0;
  function.fewest = function.most;
  if (usage.find("…") != usage.npos) {
    function.fewest -= 1;
    function.most = any_number;
  }
  return function;
}

// Functions that have no kind of their own: they are made of others, or of one that goes by another name.
constexpr std::array others{
    as_written("clamp(x, low, high)", Family::clamp, NodeKind::minimum),
    as_written("per_month(x)", Family::conversion, NodeKind::convert),
    as_written("if_given(x, otherwise)", Family::if_given, NodeKind::if_else),
};

constexpr std::size_t written_kinds = [] {
  std::size_t count = 0;
  for (std::size_t i = 0; i < node_kind_count; ++i)
    count += facts_of(static_cast<NodeKind>(i)).written.empty() ? 0 : 1;
  return count;
}();

constexpr auto functions = [] {
  std::array<Function, written_kinds + others.size()> all;
  std::size_t next = 0;
  for (std::size_t i = 0; i < node_kind_count; ++i) {
    const NodeFacts& facts = facts_of(static_cast<NodeKind>(i));
    if (!facts.written.empty())
      all[next++] = as_written(facts.written, facts.family, static_cast<NodeKind>(i));
  }
  for (const Function& function : others)
    all[next++] = function;
  return all;
}();

}  // namespace

std::span<const Function> all_functions() {
  return functions;
}

const Function* find_function(std::string_view name) {
  const auto found =
      std::find_if(functions.begin(), functions.end(), [&](const Function& function) { return function.name == name; });
  return found == functions.end() ? nullptr : &*found;
}

}  // namespace ansio::language
