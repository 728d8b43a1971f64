// Asks every contradiction of the rules about those who are said something that it names, in all months shown.
#include "calc/explain/sentences/contradictions.h"

#include <algorithm>
#include <optional>

#include "calc/explain/sentences/refusals.h"
#include "calc/explain/trace/trace.h"

namespace ansio::explain {
namespace {

bool says_anything(const CaseValue& given) {
  return std::any_of(given.steps.begin(), given.steps.end(), [](const Step& step) { return step.value.has_value(); });
}

bool says_something(const CaseValue& given) {
  return std::any_of(given.steps.begin(), given.steps.end(),
                     [](const Step& step) { return step.value && step.value->sign() != 0; });
}

class Search {
 public:
  Search(const RuleSet& rules, const Case& situation) : rules_(rules), situation_(situation) {}

  Diagnostics found() {
    for (const Scenario& scenario : situation_.scenarios) {
      find_misplaced(scenario);
      find_contradictions(scenario);
    }
    for (const Looked& one : looked_)
      if (one.holds && !is_made_good(one))
        tell(one.instance, one.given);
    return std::move(found_);
  }

 private:
  void find_misplaced(const Scenario& scenario) {
    for (const CaseValue& given : scenario.values) {
      const Variable& variable = rules_.variables[given.name.variable];
      const bool is_child = given.name.owner.role == Owner::Role::child;
      if (variable.whose == Whose::anybody || (variable.whose == Whose::child) == is_child || !says_something(given))
        continue;
      add({.code = Code::misplaced_input,
           .severity = Severity::warning,
           .position = given.position,
           .message = "the rules read " + variable.name + " of " + (is_child ? "adults" : "children") + " only",
           .found = name_of(given),
           .expected = is_child ? "client: {" + variable.name + ": …}, or the spouse's"
                                : "children: [{" + variable.name + ": …}]"});
    }
  }

  // A contradiction that was looked for in a scenario: what the case gives of its inputs, and whether it holds.
  struct Looked {
    Instance instance;
    std::vector<const CaseValue*> given;
    bool holds = false;
  };

  void find_contradictions(const Scenario& scenario) {
    std::optional<Tracer> tracer;
    for (VariableId id = 0; id < rules_.variables.size(); ++id) {
      if (rules_.variables[id].contradicts.empty())
        continue;
      for (const Instance& instance : instances_of(rules_, scenario.shape, id)) {
        std::vector<const CaseValue*> given = given_of(scenario, instance);
        if (given.empty())
          continue;
        if (!tracer) {
          question_ = make_question(rules_, situation_, scenario, {instance});
          tracer.emplace(rules_, question_);
          if (!tracer->start().empty())
            return;
        }
        const bool holds = this->holds(*tracer, instance);
        looked_.push_back({instance, std::move(given), holds});
      }
    }
  }

  // What the case says by half may be the half of a scenario's: it is told where no scenario that gives the same has
  // the rest.
  [[nodiscard]] bool is_made_good(const Looked& one) const {
    return std::any_of(looked_.begin(), looked_.end(), [&](const Looked& other) {
      return !other.holds && other.instance.variable == one.instance.variable &&
             std::all_of(one.given.begin(), one.given.end(), [&](const CaseValue* value) {
               return std::any_of(other.given.begin(), other.given.end(), [&](const CaseValue* known) {
                 return known->name == value->name && known->position.line == value->position.line &&
                        known->position.column == value->position.column;
               });
             });
    });
  }

  // What the case says of the inputs that the contradiction names: of its person and of the household.
  [[nodiscard]] std::vector<const CaseValue*> given_of(const Scenario& scenario, const Instance& instance) const {
    const std::vector<VariableId>& inputs = rules_.variables[instance.variable].contradicts;
    std::vector<const CaseValue*> given;
    for (const CaseValue& value : scenario.values)
      if (std::find(inputs.begin(), inputs.end(), value.name.variable) != inputs.end() && says_anything(value) &&
          (value.name.owner.role == Owner::Role::household ||
           value.name.owner == owner_of(scenario.shape, instance.person)))
        given.push_back(&value);
    return given;
  }

  [[nodiscard]] bool holds(Tracer& tracer, const Instance& instance) const {
    const int first = question_.timeline.typical ? 0 : question_.timeline.start;
    for (int month = first; month < first + situation_.months; ++month)
      if (const Result<Value> value = tracer.value({instance, month}); value && value->sign() != 0)
        return true;
    return false;
  }

  void tell(const Instance& instance, const std::vector<const CaseValue*>& given) {
    std::string places;
    for (const CaseValue* value : given) {
      places += (places.empty() ? "" : ", ") + name_of(*value);
      if (value->position.line != 0)
        places += " (" + std::to_string(value->position.line) + ':' + std::to_string(value->position.column) + ')';
    }
    add({.code = Code::contradiction,
         .severity = Severity::warning,
         .position = given.front()->position,
         .message = rules_.variables[instance.variable].says.in(Language::en),
         .found = rules_.variables[instance.variable].name,
         .expected = std::move(places)});
  }

  [[nodiscard]] std::string name_of(const CaseValue& given) const {
    const std::string person = person_name(given.name.owner);
    return (person.empty() ? person : person + '.') + rules_.variables[given.name.variable].name;
  }

  // Scenarios share what the case says: each thing is told once.
  void add(Diagnostic made) {
    const bool known = std::any_of(found_.begin(), found_.end(), [&](const Diagnostic& other) {
      return other.position.line == made.position.line && other.position.column == made.position.column &&
             other.code == made.code && other.found == made.found && other.expected == made.expected;
    });
    if (!known)
      found_.push_back(std::move(made));
  }

  const RuleSet& rules_;
  const Case& situation_;
  Question question_;
  std::vector<Looked> looked_;
  Diagnostics found_;
};

}  // namespace

Diagnostics contradictions_in(const RuleSet& rules, const Case& situation) {
  return Search(rules, situation).found();
}

Diagnostics with_contradictions(const RuleSet& rules, const Case& situation, Diagnostics warnings, Language language) {
  for (Diagnostic& diagnostic : in_language(rules, contradictions_in(rules, situation), language))
    warnings.push_back(std::move(diagnostic));
  return warnings;
}

}  // namespace ansio::explain
