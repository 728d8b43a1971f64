// Every value that a figure rests on, in an order in which each follows from those before it.
//
//   Result<Proof> proof = prove(rules, question, {support, household}, YearMonth::of(2026, 6), answering);
//   for (const ProofStep& step : proof->steps) …      // the last one is the figure asked for
//
// Taken from the traces that explanations are made of (trace.h), with nothing left out: each month that a sum over
// months reads, and the situation that a rule without an answer looks at first. What the steps rest on besides rules
// is what the question gives. docs/proof.md describes the file; a checker that shares no line with the engine reads it.
#pragma once

#include <vector>

#include "calc/explain/floor.h"
#include "calc/explain/trace/parameter_uses.h"
#include "calc/explain/trace/trace.h"
#include "calc/program/machine/answering.h"

namespace ansio::explain {

struct ProofStep {
  FigureAt figure;
  Origin origin = Origin::computed;
  Value value;
  const DatedFormula* formula = nullptr;  // nullptr: the value was given
  std::vector<std::size_t> reads;         // earlier steps, each once, ascending
  std::vector<ParameterUse> cells;
};

struct Proof {
  std::vector<ProofStep> steps;
};

// Errors: the evaluators'; wrong_use for a rate, which compares two households; too_large beyond most_proof_steps.
Result<Proof> prove(const RuleSet& rules, const Question& question, const Instance& instance, YearMonth month,
                    const Answering& answering);

inline constexpr std::size_t most_proof_steps = 200'000;

}  // namespace ansio::explain
