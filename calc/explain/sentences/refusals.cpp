#include "calc/explain/sentences/refusals.h"

#include "calc/explain/sentences/diagnostic_words.h"

namespace ansio::explain {
namespace {

// "client.tax.something": the name may stand behind a role.
std::optional<VariableId> find_named(const RuleSet& rules, std::string_view name) {
  for (;;) {
    if (const auto found = rules.find_variable(name))
      return found;
    const std::size_t dot = name.find('.');
    if (dot == name.npos)
      return std::nullopt;
    name.remove_prefix(dot + 1);
  }
}

}  // namespace

Diagnostics in_language(const RuleSet& rules, Diagnostics diagnostics, Language language) {
  for (Diagnostic& diagnostic : diagnostics)
    if (diagnostic.code == Code::unsupported || diagnostic.code == Code::contradiction)
      if (const auto rule = find_named(rules, diagnostic.found); rule && !rules.variables[*rule].says.empty())
        diagnostic.message = rules.variables[*rule].says.in(language);
  return in_words(std::move(diagnostics), language);
}

std::vector<VariableId> unsupported_situations(const RuleSet& rules) {
  std::vector<VariableId> situations;
  for (VariableId id = 0; id < rules.variables.size(); ++id)
    if (rules.variables[id].is_situation)
      situations.push_back(id);
  return situations;
}

}  // namespace ansio::explain
