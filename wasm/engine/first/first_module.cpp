#include "calc/program/tree/tree_answer.h"
#include "calc/ruleset/image/image.h"
#include "wasm/engine/first/memory.h"
#include "wasm/engine/module.h"

namespace ansio::wasm {
namespace {

// The texts of what else is asked for may not be here.
bool are_shown_at_first(const RuleSet& rules, const std::vector<VariableId>& variables) {
  for (const VariableId id : variables)
    if (!is_shown_at_first(rules, rules.variables[id]))
      return false;
  return true;
}

// The bytes of the full module's answer_figures.
std::string answer_figures(const Asked& asked) {
  const auto variables = variables_named(asked.rules(), texts_of(asked.request, "get"));
  if (!variables || !are_shown_at_first(asked.rules(), *variables) || !asked.situation.diagnostics().empty())
    return {};
  const Result<Results> results = compute_figures(asked.rules(), *asked.situation, asked.answering, *variables);
  return results ? figures_json(asked.envelope, *results) : std::string();
}

constexpr Call table[] = {
    {"figures", true, answer_figures},
    {"inputs", false, answer_inputs},
    {"version", false, answer_version},
};

}  // namespace

std::span<const Call> calls() {
  return table;
}

Diagnostics load_rules(RuleSet& rules, std::string_view core, std::span<const std::string_view> parts) {
  return read_own_image(rules, core, parts);
}

Answering answering_under(const RuleSet& rules) {
  Answering answering([&rules](const Question& question) { return answer_by_tree(rules, question); });
  keep_memory();
  return answering;
}

std::string refusal(const Envelope&, const Diagnostics&) {
  return {};
}

std::string refusal(std::string_view, const Diagnostics&) {
  return {};
}

}  // namespace ansio::wasm
