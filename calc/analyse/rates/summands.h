// What a figure is the sum of, found in its formula: the benefits, taxes and fees that disposable income consists of.
//
//   for (const Summand& part : summands_of(rules, question, {disposable_income, household}, 0))
//     …                                     // part.instance counts `factor` times, in month or year `index`
//
// A figure is opened when its formula only adds, subtracts, sums over people, converts periods and rounds; its terms
// are opened likewise, until a formula does anything else: compares, multiplies, takes the larger of two. Choices that
// hang on people and time alone (is there a spouse, is it a typical month) are followed. A figure with a single term
// stands for itself. What the question gives is not opened. Constants and parameters count as nothing: they do not
// change. The law: the figure less the sum of its summands changes by roundings only.
#pragma once

#include <vector>

#include "calc/analyse/floor.h"
#include "calc/program/question/question.h"
#include "calc/ruleset/model/ruleset.h"

namespace ansio::analyse {

struct Summand {
  Instance instance;
  int index = 0;  // of the month on the timeline; of a yearly figure its year's
  Fraction factor;
};

// At the month `index`; each instance once.
std::vector<Summand> summands_of(const RuleSet& rules, const Question& question, const Instance& figure, int index);

}  // namespace ansio::analyse
