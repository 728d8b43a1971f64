// The most or the least of an input such that a condition holds: the answer of `ansio solve --format json`.
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
  const Result<Solution> solution = solve(asked.rules(), situation, *wanted, asked.answering);
  return solution ? solve_json(asked.envelope, *solution, wanted->scenario->name, asked.situation.diagnostics())
                  : diagnostics_json(asked.envelope, solution.diagnostics());
}

}  // namespace ansio::wasm
