#include "calc/ruleset/model/choices.h"

namespace ansio::ruleset {
namespace {

template <class Owner>
void add_choices_of(std::vector<Owner>& owners, Choice::Of of, RuleSet& rules) {
  const std::size_t count = owners.size();  // choices may be added to the same list
  for (std::size_t i = 0; i < count; ++i) {
    if (owners[i].readings.empty())
      continue;
    Variable choice;
    choice.kind = Variable::Kind::choice;
    choice.name = owners[i].name + " reading";
    choice.module = owners[i].module;
    choice.title = owners[i].title;
    choice.decimals = 0;
    choice.lowest = Fraction::from_integer(0);
    choice.highest = Fraction::from_integer(static_cast<std::int64_t>(owners[i].readings.size()));
    owners[i].choice = static_cast<VariableId>(rules.variables.size());
    rules.choices.push_back({of, static_cast<std::uint32_t>(i), owners[i].choice});
    rules.variables.push_back(std::move(choice));
  }
}

}  // namespace

const std::string& owner_name(const RuleSet& rules, const Choice& choice) {
  return choice.of == Choice::Of::rule ? rules.variables[choice.id].name : rules.parameters[choice.id].name;
}

const Texts& owner_title(const RuleSet& rules, const Choice& choice) {
  return choice.of == Choice::Of::rule ? rules.variables[choice.id].title : rules.parameters[choice.id].title;
}

const std::vector<Reading>& readings_of(const RuleSet& rules, const Choice& choice) {
  return choice.of == Choice::Of::rule ? rules.variables[choice.id].readings : rules.parameters[choice.id].readings;
}

void add_choices(RuleSet& rules) {
  add_choices_of(rules.variables, Choice::Of::rule, rules);
  add_choices_of(rules.parameters, Choice::Of::parameter, rules);
}

}  // namespace ansio::ruleset
