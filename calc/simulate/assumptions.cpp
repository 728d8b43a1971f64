#include "calc/simulate/assumptions.h"

#include <algorithm>
#include <tuple>

#include "calc/program/question_check.h"

namespace calc {
namespace {

// Walks figures and all they read, each once.
class Walk {
 public:
  Walk(const RuleSet& rules, Tracer& tracer, const Question& question)
      : rules_(rules),
        tracer_(tracer),
        people_(static_cast<std::size_t>(question.shape.person_count()) + 1),
        moments_(static_cast<std::size_t>(question.timeline.months) + 1),
        seen_(rules.variables.size() * people_ * moments_) {}

  void visit(const FigureAt& figure) {
    const std::size_t person = figure.instance.person == Instance::household ? 0 : figure.instance.person + 1U;
    const std::size_t moment = static_cast<std::size_t>(figure.index + 1);
    const std::size_t place = (figure.instance.variable * people_ + person) * moments_ + moment;
    if (seen_[place])
      return;
    seen_[place] = true;
    open_.push_back(figure);
  }

  std::vector<RestsOn> finish() {
    while (!open_.empty()) {
      const FigureAt figure = open_.back();
      open_.pop_back();
      follow(figure);
    }
    std::sort(found_.begin(), found_.end(), [](const RestsOn& a, const RestsOn& b) {
      return std::tie(a.kind, a.id, a.assumption) < std::tie(b.kind, b.id, b.assumption);
    });
    found_.erase(std::unique(found_.begin(), found_.end()), found_.end());
    return std::move(found_);
  }

 private:
  void follow(const FigureAt& figure) {
    const FormulaTrace trace = tracer_.trace(figure);
    const Origin origin = tracer_.origin(figure);
    const VariableId id = figure.instance.variable;
    const Variable& variable = rules_.variables[id];
    if (variable.assumption.unverified && origin != Origin::given && origin != Origin::overridden)
      found_.push_back({variable.kind == Variable::Kind::input ? RestsOn::Kind::input : RestsOn::Kind::rule, id,
                        &variable.assumption});
    for (const TracedNode& traced : trace.nodes)
      note_parameter(rules_.tree.nodes[traced.node], trace.month);
    for (const TracedRead& read : trace.reads)
      for (int index = read.figure.index; index <= read.last_index; ++index)
        visit({read.figure.instance, index});
  }

  void note_parameter(const Node& node, YearMonth month) {
    if (node.kind != NodeKind::parameter && node.kind != NodeKind::scale)
      return;
    const Parameter& parameter = rules_.parameters[node.reference];
    if (parameter.assumption.unverified)
      found_.push_back({RestsOn::Kind::parameter, node.reference, &parameter.assumption});
    const ParameterValue* value = value_at(parameter, month);
    if (value != nullptr && value->assumption.unverified)
      found_.push_back({RestsOn::Kind::parameter, node.reference, &value->assumption});
  }

  const RuleSet& rules_;
  Tracer& tracer_;
  std::size_t people_;
  std::size_t moments_;
  std::vector<bool> seen_;
  std::vector<FigureAt> open_;
  std::vector<RestsOn> found_;
};

}  // namespace

std::vector<RestsOn> assumptions_of(const RuleSet& rules, Tracer& tracer, const Question& question,
                                    std::span<const FigureAt> figures) {
  Walk walk(rules, tracer, question);
  for (const FigureAt& figure : figures)
    walk.visit(figure);
  return walk.finish();
}

std::vector<RestsOn> all_assumptions(const RuleSet& rules) {
  std::vector<RestsOn> all;
  for (VariableId id = 0; id < rules.variables.size(); ++id) {
    const Variable& variable = rules.variables[id];
    if (variable.assumption.unverified)
      all.push_back({variable.kind == Variable::Kind::input ? RestsOn::Kind::input : RestsOn::Kind::rule, id,
                     &variable.assumption});
  }
  for (ParameterId id = 0; id < rules.parameters.size(); ++id) {
    const Parameter& parameter = rules.parameters[id];
    if (parameter.assumption.unverified)
      all.push_back({RestsOn::Kind::parameter, id, &parameter.assumption});
    for (const ParameterValue& value : parameter.values)
      if (value.assumption.unverified)
        all.push_back({RestsOn::Kind::parameter, id, &value.assumption});
  }
  return all;
}

}  // namespace calc
