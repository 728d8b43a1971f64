// Checks the names between braces in sentences.
#include "calc/ruleset/check/sentences.h"

#include <map>

namespace ansio::ruleset {
namespace {

class Names {
 public:
  explicit Names(const RuleSet& rules) {
    for (const Variable& variable : rules.variables)
      all_.emplace(variable.name, no_parameter);
    for (std::size_t i = 0; i < rules.parameters.size(); ++i)
      if (rules.parameters[i].kind == Parameter::Kind::scalar)
        all_.emplace(rules.parameters[i].name, i);
  }

  // The parameter of that name, no_parameter for a variable, nothing when there is neither.
  [[nodiscard]] std::optional<std::size_t> find(const std::string& module, std::string_view name) const {
    for (const std::string_view role : {"client.", "spouse.", "partner."})
      if (name.starts_with(role) && !all_.contains(std::string(name))) {
        name.remove_prefix(role.size());
        break;
      }
    auto found = all_.find(module + '.' + std::string(name));
    if (found == all_.end())
      found = all_.find(std::string(name));
    return found == all_.end() ? std::nullopt : std::optional(found->second);
  }

  [[nodiscard]] std::string nearest(const std::string& module, std::string_view name) const {
    std::vector<std::string> candidates{"amount"};
    for (const auto& [known, parameter] : all_)
      candidates.push_back(known.starts_with(module + '.') ? known.substr(module.size() + 1) : known);
    return nearest_name(name, candidates);
  }

  static constexpr std::size_t no_parameter = static_cast<std::size_t>(-1);

 private:
  std::map<std::string, std::size_t> all_;
};

}  // namespace

std::optional<std::vector<std::string>> names_in_sentence(std::string_view sentence) {
  std::vector<std::string> names;
  for (std::size_t at = 0; (at = sentence.find_first_of("{}", at)) != std::string_view::npos;) {
    const std::size_t end = sentence.find_first_of("{}", at + 1);
    if (sentence[at] == '}' || end == std::string_view::npos || sentence[end] == '{')
      return std::nullopt;
    names.emplace_back(sentence.substr(at + 1, end - at - 1));
    at = end + 1;
  }
  return names;
}

std::vector<bool> check_sentences(Draft& draft) {
  std::vector<bool> named(draft.rules.parameters.size());
  const Names names(draft.rules);
  for (const SentenceSource& source : draft.sentences) {
    const std::string& module = draft.rules.modules[draft.rules.variables[source.variable].module].name;
    for (const auto& [language, text] : source.texts->entries) {
      const std::optional<std::vector<std::string>> wanted = names_in_sentence(text.scalar);
      if (!wanted) {
        report(draft.diagnostics, Code::bad_syntax, text.position, "a brace without its other half", describe(text),
               "a name between braces, as in {amount}");
        continue;
      }
      for (const std::string& name : *wanted) {
        const std::optional<std::size_t> found =
            name == "amount" ? std::optional(Names::no_parameter) : names.find(module, name);
        if (!found) {
          const std::string nearest = names.nearest(module, name);
          report(draft.diagnostics, Code::unknown_name, text.position, "a sentence names what nothing bears", name,
                 "a variable, or a parameter that is no table",
                 nearest.empty() ? "" : "did you mean '" + nearest + "'?");
        } else if (*found != Names::no_parameter) {
          named[*found] = true;
        }
      }
    }
  }
  return named;
}

}  // namespace ansio::ruleset
