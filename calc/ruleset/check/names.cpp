#include "calc/ruleset/check/names.h"

#include <map>

namespace ansio::ruleset {
namespace {

std::string_view bare_name(std::string_view name) {
  return name.substr(name.rfind('.') + 1);
}

}  // namespace

void check_names(const Symbols& symbols, Draft& draft) {
  const RuleSet& rules = draft.rules;
  const auto refuse_reserved = [&](std::string_view name, const Position& position) {
    if (is_reserved(name, symbols))
      report(draft.diagnostics, Code::name_taken, position, "the language uses the word itself", std::string(name));
  };
  std::map<std::string_view, std::uint16_t> everywhere;
  std::map<std::pair<std::uint16_t, std::string_view>, const Position*> within;
  for (std::size_t i = 0; i < rules.parameters.size(); ++i) {
    const std::string_view bare = bare_name(rules.parameters[i].name);
    refuse_reserved(bare, draft.parameter_positions[i]);
    within.emplace(std::pair(rules.parameters[i].module, bare), &draft.parameter_positions[i]);
  }
  for (const Variable& variable : rules.variables) {
    const std::string_view bare = bare_name(variable.name);
    refuse_reserved(bare, variable.position);
    const auto [taken, is_new] = within.emplace(std::pair(variable.module, bare), &variable.position);
    if (!is_new) {
      report(draft.diagnostics, Code::name_taken, variable.position,
             "the module uses the name already, in " +
                 (taken->second->file == variable.position.file ? "line " : taken->second->file + ", line ") +
                 std::to_string(taken->second->line),
             std::string(bare));
      continue;
    }
    if (bare.size() != variable.name.size())
      continue;
    const auto [other, is_first] = everywhere.emplace(bare, variable.module);
    if (!is_first)
      report(draft.diagnostics, Code::duplicate_module, variable.position,
             "the module '" + rules.modules[other->second].name + "' has an input or global rule of that name",
             std::string(bare));
  }
}

}  // namespace ansio::ruleset
