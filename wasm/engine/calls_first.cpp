// What both modules tell of the rules: the questions of a page, and who answers.
#include "wasm/engine/calls.h"

namespace ansio::wasm {

std::string answer_inputs(const Asked& asked) {
  std::vector<VariableId> inputs;
  const std::vector<Variable>& all = asked.rules().variables;
  for (VariableId id = 0; id < all.size(); ++id)
    if (all[id].kind == Variable::Kind::input)
      inputs.push_back(id);
  return variables_json(asked.envelope, inputs);
}

std::string answer_version(const Asked& asked) {
  return version_json(asked.envelope);
}

}  // namespace ansio::wasm
