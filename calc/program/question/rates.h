// Questions that want rates (Variable::rate), asked as questions that do not.
//
//   if (wants_rates(rules, question))
//     return answer_rates(rules, question, answer);      // `answer` is asked of both households
//
// A rate is 1 less the share of the change of `of` by which `leaves` changes. It is invalid, and shown as empty, where
// there is none: when nothing changes, and when the other household has no answer (its number is out of bounds, or the
// rules do not model it). A rate that the question gives is taken as given.
#pragma once

#include <functional>

#include "calc/program/floor.h"
#include "calc/program/question/question.h"
#include "calc/ruleset/model/ruleset.h"

namespace ansio::program {

bool wants_rates(const RuleSet& rules, const Question& question);

// The question with the person's number changed in every month, from what it is `now`: a step more, or nothing.
Question other_household(Question question, const RateOf& rate, std::uint8_t person, const std::vector<Value>& now);

using AnsweringOne = std::function<Result<Answer>(const Question&)>;
using AnsweringMany = std::function<void(Series&, const Taking&)>;

Result<Answer> answer_rates(const RuleSet& rules, const Question& question, const AnsweringOne& answer);

// Of many cases: both households of all of them are two series, where each case's number is the same in all months.
void answer_rates(const RuleSet& rules, Series& series, const Taking& take, const AnsweringOne& answer_one,
                  const AnsweringMany& answer_many);

// What is `wanted` of the other household of each case of the series that has an answer `now`, in which the number that
// changes stands at the place `of`.
void answer_others(Series& series, const std::vector<Result<Answer>>& now, std::size_t of, const RateOf& rate,
                   std::uint8_t person, const std::vector<Instance>& wanted, const Taking& take,
                   const AnsweringOne& answer_one, const AnsweringMany& answer_many);

}  // namespace ansio::program
