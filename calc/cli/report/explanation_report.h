// An explanation for people: the tree as indented lines, with formula, amounts, law and sources.
#pragma once

#include "calc/cli/command/session.h"
#include "calc/cli/floor.h"
#include "calc/explain/figure/explain.h"

namespace ansio::cli {

// At most `depth` levels under the figure; inputs nobody gave that come to nothing are left out.
void print_explanation(Session& session, const RuleSet& rules, const Shape& shape, const Explanation& explanation,
                       int depth);

// depth,variable,person,value,origin,with_amounts: one figure a line, depth first.
void print_explanation_csv(Session& session, const RuleSet& rules, const Shape& shape, const Explanation& explanation);

}  // namespace ansio::cli
