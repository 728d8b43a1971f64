// What is known of the rules themselves.
#include "calc/case/read/case_schema.h"
#include "wasm/engine/calls.h"

namespace ansio::wasm {

std::string answer_outputs(const Asked& asked) {
  std::vector<VariableId> outputs;
  const std::vector<Variable>& all = asked.rules().variables;
  for (VariableId id = 0; id < all.size(); ++id)
    if (all[id].kind == Variable::Kind::rule && all[id].output)
      outputs.push_back(id);
  return variables_json(asked.envelope, outputs);
}

std::string answer_parameters(const Asked& asked) {
  return parameters_json(asked.envelope);
}

std::string answer_unverified(const Asked& asked) {
  return assumptions_json(asked.envelope, all_assumptions(asked.rules()));
}

std::string answer_unsupported(const Asked& asked) {
  return situations_json(asked.envelope);
}

std::string answer_readings(const Asked& asked) {
  return readings_json(asked.envelope);
}

std::string answer_notices(const Asked& asked) {
  return notices_json(asked.envelope);
}

std::string answer_schema(const Asked& asked) {
  return case_schema_json(asked.rules(), asked.envelope.language);
}

}  // namespace ansio::wasm
