// Walks from figures through all they read, each once, and collects what is unverified on the way.
#include "calc/explain/trace/assumptions.h"

#include <algorithm>
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

  static constexpr std::size_t nobody = static_cast<std::size_t>(-1);

  void visit(const FigureAt& figure, bool material, std::size_t reader = nobody) {
    if (figure.index < 0)  // before the timeline: given, rests on nothing
      return;
    if (material) {
      const Result<Value> value = tracer_.value(figure);
      material = value && value->sign() != 0;
    }
    const std::size_t place = place_of(figure);
    if (reader != nobody)
      reads_.emplace_back(place, reader);
    Seen& seen = seen_[place];
    const Seen now = material ? Seen::material : Seen::in_passing;
    if (seen >= now)
      return;
    seen = now;
    open_.push_back({figure, material});
  }

  Foundations finish(std::span<const FigureAt> figures) {
    while (!open_.empty()) {
      const Open open = open_.back();
      open_.pop_back();
      follow(open.figure, open.material);
    }
    const std::vector<bool> touched = touched_by_expected();
    std::vector<bool> rests_on_expected;
    for (const FigureAt& figure : figures)
      rests_on_expected.push_back(!touched.empty() && figure.index >= 0 && touched[place_of(figure)]);
    std::sort(expected_.begin(), expected_.end(),
              [](const ExpectedValue& a, const ExpectedValue& b) { return order_of(a) < order_of(b); });
    std::vector<RestsOn> all;
    for (const auto& [assumed, material] : found_) {
      const auto& [kind, id, assumption] = assumed;
      all.push_back({kind, id, material, assumption});
    }
    return {std::move(all), std::move(expected_), std::move(rests_on_expected), std::move(assumed_before_),
            std::move(unsaid_before_)};
  }

 private:
  enum class Seen : std::uint8_t { never, in_passing, material };
  struct Open {
    FigureAt figure;
    bool material = false;
  };

  [[nodiscard]] std::size_t place_of(const FigureAt& figure) const {
    const std::size_t person = figure.instance.person == Instance::household ? 0 : figure.instance.person + 1U;
    const std::size_t moment = 2 * static_cast<std::size_t>(figure.index) + (figure.is_initial ? 1 : 0);
    return (figure.instance.variable * people_ + person) * moments_ + moment;
  }

  // In the order of the rule set, then of dates and cells.
  static std::tuple<bool, std::uint32_t, std::int32_t, std::size_t> order_of(const ExpectedValue& value) {
    if (value.use)
      return {false, value.use->parameter, value.use->in_force->from.index, value.use->cell};
    return {true, value.rule, value.formula->from.index, 0};
  }

  // The figures whose formulas read what is expected, and all that read those; empty when there are none.
  std::vector<bool> touched_by_expected() {
    std::vector<bool> touched;
    if (direct_.empty())
      return touched;
    touched.resize(seen_.size());
    std::sort(reads_.begin(), reads_.end());
    for (const std::size_t place : direct_)
      touched[place] = true;
    while (!direct_.empty()) {
      const std::size_t place = direct_.back();
      direct_.pop_back();
      for (auto read = std::lower_bound(reads_.begin(), reads_.end(), std::pair(place, std::size_t{0}));
           read != reads_.end() && read->first == place; ++read)
        if (!touched[read->second]) {
          touched[read->second] = true;
          direct_.push_back(read->second);
        }
    }
    return touched;
  }

  void note_expected(ExpectedValue value) {
    for (ExpectedValue& known : expected_)
      if (is_same(known, value)) {
        known.material = known.material || value.material;
        return;
      }
    expected_.push_back(std::move(value));
  }

  // What of this formula is expected; whether there is anything.
  bool follow_expected(VariableId id, const FormulaTrace& trace, bool reads_expected, bool material) {
    bool found = false;
    if (trace.formula != nullptr && trace.formula->basis != Basis::enacted) {
      note_expected({std::nullopt, id, trace.formula, material});
      found = true;
    }
    if (!reads_expected)
      return found;
    for (ParameterUse& use : parameter_uses(rules_, trace))
      if (is_expected(rules_, use)) {
        note_expected({std::move(use), 0, nullptr, material});
        found = true;
      }
    return found;
  }

  void follow(const FigureAt& figure, bool material) {
    const FormulaTrace trace = tracer_.trace(figure);
    const Origin origin = tracer_.origin(figure);
    if (material && origin == Origin::initial && start_ == figure.index &&
        std::find(assumed_before_.begin(), assumed_before_.end(), figure) == assumed_before_.end())
      assumed_before_.push_back(figure);
    if (origin == Origin::by_default && start_ && figure.index < *start_)
      note_unsaid(figure);
    const VariableId id = figure.instance.variable;
    const Variable& variable = rules_.variables[id];
    if (variable.assumption.unverified && origin != Origin::given && origin != Origin::overridden)
      found_[{variable.kind == Variable::Kind::input ? RestsOn::Kind::input : RestsOn::Kind::rule, id,
              &variable.assumption}] |= material;
    bool reads_expected = false;
    bool is_beyond = false;  // reads a parameter in a month whose law is not known
    for (const TracedNode& traced : trace.nodes) {
      const Node& node = rules_.tree.nodes[traced.node];
      if (node.kind != NodeKind::parameter && node.kind != NodeKind::scale)
        continue;
      note_parameter(node, trace.month, material);
      const ParameterValue* value = value_at(rules_.parameters[node.reference], trace.month);
      reads_expected = reads_expected || (value != nullptr && value->basis != Basis::enacted);
      is_beyond = is_beyond || trace.month > rules_.law_until;
    }
    if (follow_expected(id, trace, reads_expected, material) || is_beyond)
      direct_.push_back(place_of(figure));
    for (const TracedRead& read : trace.reads)
      for (int index = read.figure.index; index <= read.last_index; ++index)
        visit({read.figure.instance, index, read.figure.is_initial}, material, place_of(figure));
  }

  void note_unsaid(const FigureAt& figure) {
    if (tracer_.origin({figure.instance, *start_}) != Origin::given)
      return;
    const auto known = std::find_if(unsaid_before_.begin(), unsaid_before_.end(),
                                    [&](const FigureAt& other) { return other.instance == figure.instance; });
    if (known == unsaid_before_.end())
      unsaid_before_.push_back(figure);
    else
      known->index = std::min(known->index, figure.index);
  }

  void note_parameter(const Node& node, YearMonth month, bool material) {
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
  std::vector<std::pair<std::size_t, std::size_t>> reads_;  // what is read, by what
  std::vector<std::size_t> direct_;                         // formulas that read what is expected
  std::vector<ExpectedValue> expected_;
  std::map<std::tuple<RestsOn::Kind, std::uint32_t, const Assumption*>, bool> found_;  // whether it is material
  std::optional<int> start_;                                                           // of a plan
  std::vector<FigureAt> assumed_before_, unsaid_before_;
};

}  // namespace

bool is_same(const ExpectedValue& a, const ExpectedValue& b) {
  if (a.use && b.use)
    return a.use->in_force == b.use->in_force && a.use->cell == b.use->cell;
  return !a.use && !b.use && a.formula == b.formula;
}

Foundations foundations_of(const RuleSet& rules, Tracer& tracer, const Question& question,
                           std::span<const FigureAt> figures) {
  Walk walk(rules, tracer, question);
  for (const FigureAt& figure : figures)
    walk.visit(figure, true);
  return walk.finish(figures);
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
