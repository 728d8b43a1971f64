// What an edge's cause is in the law: the rule, the condition as written, the parameters it rests on with value and
// date.
//
//   CauseReader reader(rules, edges);
//   DescribedCause cause = reader.describe(edge.causes.front(), edge.at);
//   cause.condition == "earnings > earnings_limit"; cause.parameters.front().in_force->from == 2026-01
//
// Parameters are those of the condition itself, or of the nearest rules it reads that have any, as they were evaluated
// at the edge; of a marginal-rate scale the band that begins there.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "calc/analyse/edges/edges.h"
#include "calc/analyse/floor.h"
#include "calc/explain/trace/parameter_uses.h"

namespace ansio::analyse {

struct DescribedCause {
  const EdgeCause* cause = nullptr;
  std::string condition;
  std::vector<ParameterUse> parameters;
};

class CauseReader {
 public:
  // Keeps references.
  CauseReader(const RuleSet& rules, const Question& question, const Instance& moved)
      : rules_(rules), question_(question), moved_(moved) {}
  CauseReader(const RuleSet& rules, const Edges& edges) : CauseReader(rules, edges.question, edges.moved) {}

  // `at`: the value of the moved input beside the edge.
  DescribedCause describe(const EdgeCause& cause, const Value& at);

 private:
  [[nodiscard]] std::vector<ParameterUse> parameters_of(const EdgeCause& cause, const Value& at) const;

  const RuleSet& rules_;
  const Question& question_;
  Instance moved_;
  struct Place {
    FigureAt figure;
    NodeId node = no_node;
    friend auto operator<=>(const Place&, const Place&) = default;
  };
  std::map<Place, std::vector<ParameterUse>> known_;
};

// The month of an index of the timeline, or January of the year.
YearMonth month_of_index(const RuleSet& rules, const Timeline& timeline, VariableId variable, int index);

}  // namespace ansio::analyse
