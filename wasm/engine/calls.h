// What can be asked of the engine: one function and one line of the table in full/calls.cpp for each kind of request.
//
// To add one: write its function in a full/calls_*.cpp, declare it here, add its line to the table, and the method in
// client/src/engine.ts. The few that are asked before anything is known have a line in first/first_module.cpp, too. The
// identity tests (client/test) then compare it with the native engine once they ask it.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "calc/answer/serializer/serializer.h"
#include "calc/base/document/document.h"
#include "calc/case/read/case.h"
#include "wasm/floor.h"

namespace ansio::wasm {

struct Asked {
  const Envelope& envelope;
  const Document& request;
  const Result<Case>& situation;  // sound and with its warnings; of a call about the rules alone it has no meaning
  const Answering& answering;
  std::vector<double>& numbers;  // where a call leaves columns of figures, empty before it

  [[nodiscard]] const RuleSet& rules() const { return envelope.rules; }
};

struct Call {
  std::string_view name;
  bool is_about_a_case;
  std::string (*answer)(const Asked& asked);
};

// Values of a request: a text or number under a key as it is written, "" when there is none.
std::string text_of(const Document& request, std::string_view key);
std::vector<std::string> texts_of(const Document& request, std::string_view key);
Diagnostic wrong_request(std::string_view message, std::string_view found);

// The variables of these names; all that have none are told at once.
Result<std::vector<VariableId>> variables_named(const RuleSet& rules, const std::vector<std::string>& names);

// calls_first.cpp
std::string answer_inputs(const Asked& asked);
std::string answer_version(const Asked& asked);

// full/calls_case.cpp; the first module has figures of its own
std::string answer_figures(const Asked& asked);
std::string answer_calc(const Asked& asked);
std::string answer_compare(const Asked& asked);
std::string answer_stakes(const Asked& asked);
std::string answer_explain(const Asked& asked);

// full/calls_axis.cpp
std::string answer_sweep(const Asked& asked);

// full/calls_edges.cpp
std::string answer_edges(const Asked& asked);

// full/calls_solve.cpp
std::string answer_solve(const Asked& asked);

// full/calls_rules.cpp
std::string answer_outputs(const Asked& asked);
std::string answer_parameters(const Asked& asked);
std::string answer_unverified(const Asked& asked);
std::string answer_notices(const Asked& asked);
std::string answer_unsupported(const Asked& asked);
std::string answer_readings(const Asked& asked);
std::string answer_schema(const Asked& asked);

}  // namespace ansio::wasm
