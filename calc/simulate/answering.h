// Who answers questions: the machine, the definition, or both compared. Simulation does not mind which.
//
//   Machine machine(rules);
//   Answering fast = [&](const Question& question) { return machine.answer(question); };
//   Answering exact = [&](const Question& question) { return answer_by_definition(rules, question); };
#pragma once

#include <functional>

#include "calc/program/question.h"

namespace calc {

using Answering = std::function<Result<Answer>(const Question&)>;

}  // namespace calc
