// The most or the least of an input such that a condition holds: the answer of `ansio solve --format json`.
#include <algorithm>

#include "calc/analyse/solve/assumed_solve.h"
#include "calc/answer/analysis/solve_json.h"
#include "wasm/engine/calls.h"

namespace ansio::wasm {

std::string answer_solve(const Asked& asked) {
  const Case& situation = *asked.situation;
  const Document& request = asked.request;
  const Result<SolveRequest> wanted = read_solve_request(asked.rules(), situation,
                                                         {.vary = text_of(request, "vary"),
                                                          .most = text_of(request, "most"),
                                                          .least = text_of(request, "least"),
                                                          .scenario = text_of(request, "scenario"),
                                                          .against = text_of(request, "against")});
  if (!wanted)
    return diagnostics_json(asked.envelope, wanted.diagnostics());
  const std::string assumed = text_of(request, "assume");
  const auto assume = std::find(assume_names.begin(), assume_names.end(), assumed.empty() ? "given" : assumed);
  if (assume == assume_names.end())
    return diagnostics_json(asked.envelope, {wrong_request("nothing can be assumed in this way", assumed)});
  const Result<AssumedSolution> found = solve_assuming(
      asked.rules(), situation, *wanted, static_cast<Assume>(assume - assume_names.begin()), asked.answering);
  return found ? solve_json(asked.envelope, found->solution, wanted->scenario->name, asked.situation.diagnostics(),
                            found->items)
               : diagnostics_json(asked.envelope, found.diagnostics());
}

}  // namespace ansio::wasm
