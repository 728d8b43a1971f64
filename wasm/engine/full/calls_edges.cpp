// Every jump and kink of a figure along an input, with its cause: the answer of `ansio edges --format json`.
#include "calc/analyse/edges/edge_request.h"
#include "calc/answer/analysis/edges_json.h"
#include "wasm/engine/calls.h"

namespace ansio::wasm {

std::string answer_edges(const Asked& asked) {
  const Case& situation = *asked.situation;
  const Document& request = asked.request;
  const Result<EdgeRequest> wanted = read_edge_request(
      asked.rules(), situation, {text_of(request, "vary"), text_of(request, "scenario"), texts_of(request, "get")});
  if (!wanted)
    return diagnostics_json(asked.envelope, wanted.diagnostics());
  const Result<Edges> edges =
      find_edges(asked.rules(), situation, *wanted->scenario, wanted->axis, wanted->wanted, asked.answering);
  return edges ? edges_json(asked.envelope, *edges, wanted->scenario->name, asked.situation.diagnostics(),
                            open_items(asked.rules(), situation, WhichItems::of_case))
               : diagnostics_json(asked.envelope, edges.diagnostics());
}

}  // namespace ansio::wasm
