// Walks from figures through all they read, each once, and collects what is unverified on the way.
#include "calc/explain/trace/assumptions.h"

#include <map>
#include <tuple>

#include "calc/program/question/question_check.h"

namespace ansio::explain {
namespace {

// Walks figures and all they read, each once; once more when it is found to be material after all.
class Walk {
 public:
  Walk(const RuleSet& rules, Tracer& tracer, const Question& question)
      : rules_(rules),
        tracer_(tracer),
        people_(static_cast<std::size_t>(question.shape.person_count()) + 1),
        moments_(2 * static_cast<std::size_t>(question.timeline.months)),
        seen_(rules.variables.size() * people_ * moments_, Seen::never) {
    if (!question.timeline.typical)
      start_ = question.timeline.start;
  }

  void visit(const FigureAt& figure, bool material) {
    if (figure.index < 0)  // before the timeline: given, rests on nothing
      return;
    if (material) {
      const Result<Value> value = tracer_.value(figure);
      material = value && value->sign() != 0;
    }
    const std::size_t person = figure.instance.person == Instance::household ? 0 : figure.instance.person + 1U;
    const std::size_t moment = 2 * static_cast<std::size_t>(figure.index) + (figure.is_initial ? 1 : 0);
    Seen& seen = seen_[(figure.instance.variable * people_ + person) * moments_ + moment];
    const Seen now = material ? Seen::material : Seen::in_passing;
    if (seen >= now)
      return;
    seen = now;
    open_.push_back({figure, material});
  }

  Foundations finish() {
    while (!open_.empty()) {
      const Open open = open_.back();
      open_.pop_back();
      follow(open.figure, open.material);
    }
    std::vector<RestsOn> all;
    for (const auto& [assumed, material] : found_) {
      const auto& [kind, id, assumption] = assumed;
      all.push_back({kind, id, material, assumption});
    }
    return {std::move(all), std::move(assumed_before_)};
  }

 private:
  enum class Seen : std::uint8_t { never, in_passing, material };
  struct Open {
    FigureAt figure;
    bool material = false;
  };

  void follow(const FigureAt& figure, bool material) {
    const FormulaTrace trace = tracer_.trace(figure);
    const Origin origin = tracer_.origin(figure);
    if (material && origin == Origin::initial && start_ == figure.index &&
        std::find(assumed_before_.begin(), assumed_before_.end(), figure) == assumed_before_.end())
      assumed_before_.push_back(figure);
    const VariableId id = figure.instance.variable;
    const Variable& variable = rules_.variables[id];
    if (variable.assumption.unverified && origin != Origin::given && origin != Origin::overridden)
      found_[{variable.kind == Variable::Kind::input ? RestsOn::Kind::input : RestsOn::Kind::rule, id,
              &variable.assumption}] |= material;
    for (const TracedNode& traced : trace.nodes)
      note_parameter(rules_.tree.nodes[traced.node], trace.month, material);
    for (const TracedRead& read : trace.reads)
      for (int index = read.figure.index; index <= read.last_index; ++index)
        visit({read.figure.instance, index, read.figure.is_initial}, material);
  }

  void note_parameter(const Node& node, YearMonth month, bool material) {
    if (node.kind != NodeKind::parameter && node.kind != NodeKind::scale)
      return;
    const Parameter& parameter = rules_.parameters[node.reference];
    if (parameter.assumption.unverified)
      found_[{RestsOn::Kind::parameter, node.reference, &parameter.assumption}] |= material;
    const ParameterValue* value = value_at(parameter, month);
    if (value != nullptr && value->assumption.unverified)
      found_[{RestsOn::Kind::parameter, node.reference, &value->assumption}] |= material;
  }

  const RuleSet& rules_;
  Tracer& tracer_;
  std::size_t people_;
  std::size_t moments_;
  std::vector<Seen> seen_;
  std::vector<Open> open_;
  std::map<std::tuple<RestsOn::Kind, std::uint32_t, const Assumption*>, bool> found_;  // whether it is material
  std::optional<int> start_;                                                           // of a plan
  std::vector<FigureAt> assumed_before_;
};

}  // namespace

Foundations foundations_of(const RuleSet& rules, Tracer& tracer, const Question& question,
                           std::span<const FigureAt> figures) {
  Walk walk(rules, tracer, question);
  for (const FigureAt& figure : figures)
    walk.visit(figure, true);
  return walk.finish();
}

std::vector<RestsOn> all_assumptions(const RuleSet& rules) {
  std::vector<RestsOn> all;
  for (VariableId id = 0; id < rules.variables.size(); ++id) {
    const Variable& variable = rules.variables[id];
    if (variable.assumption.unverified)
      all.push_back({variable.kind == Variable::Kind::input ? RestsOn::Kind::input : RestsOn::Kind::rule, id, true,
                     &variable.assumption});
  }
  for (ParameterId id = 0; id < rules.parameters.size(); ++id) {
    const Parameter& parameter = rules.parameters[id];
    if (parameter.assumption.unverified)
      all.push_back({RestsOn::Kind::parameter, id, true, &parameter.assumption});
    for (const ParameterValue& value : parameter.values)
      if (value.assumption.unverified)
        all.push_back({RestsOn::Kind::parameter, id, true, &value.assumption});
  }
  return all;
}

}  // namespace ansio::explain
