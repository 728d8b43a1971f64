// Opens a figure as far as its formulas only add: what is left are the terms it is the sum of.
#include "calc/analyse/rates/summands.h"

#include <algorithm>
#include <map>

#include "calc/explain/trace/trace.h"
#include "calc/program/question/people.h"

namespace ansio::analyse {
namespace {

class Opening {
 public:
  Opening(const RuleSet& rules, const Question& question) : rules_(rules), question_(question) {}

  std::vector<Summand> open(const Instance& instance, int index, const Fraction& factor) const {
    const Summand itself{instance, index, factor};
    const Variable& variable = rules_.variables[instance.variable];
    if (variable.kind == Variable::Kind::input || variable.type.kind != Type::Kind::number || is_given(instance))
      return {itself};
    const DatedFormula* formula =
        formula_at(variable, chosen_reading(question_, variable.choice), month_of(variable.period, index));
    Walk walk{{instance.person, instance.person}, variable.period, index, {}, {}};
    if (formula == nullptr || !follow(formula->root, factor, walk) || walk.parts.size() < 2)
      return {itself};
    return std::move(walk.parts);
  }

 private:
  struct Walk {
    Viewpoint from;
    Period period = Period::month;
    int index = 0;
    std::map<std::uint32_t, NodeId> bindings;
    std::vector<Summand> parts;
  };

  [[nodiscard]] bool is_given(const Instance& instance) const {
    return std::any_of(question_.given.begin(), question_.given.end(), [&](const Given& given) {
      return given.instance == instance &&
             std::any_of(given.values.begin(), given.values.end(), [](const auto& value) { return value.has_value(); });
    });
  }

  [[nodiscard]] YearMonth month_of(Period period, int index) const {
    const Timeline& timeline = question_.timeline;
    if (period == Period::year)
      return YearMonth::of(timeline.first.year() + index, 1);
    return YearMonth{timeline.first.index + index};
  }

  // A condition about people and time alone; nothing for any other.
  [[nodiscard]] std::optional<bool> decided(NodeId id, const Walk& walk) const {
    const Node& node = rules_.tree.nodes[id];
    const auto children = rules_.tree.children_of(node);
    switch (node.kind) {
      case NodeKind::typical_month:
        return question_.timeline.typical;
      case NodeKind::exists:
        if (!selected(question_.shape, node.selector, walk.from))
          return false;
        return children.empty() || belongs_now(children[0], walk);
      case NodeKind::is_role:
        return plays(question_.shape, node.selector, walk.from);
      case NodeKind::logical_not:
        if (const auto inner = decided(children[0], walk))
          return !*inner;
        return std::nullopt;
      case NodeKind::logical_and:
      case NodeKind::logical_or: {
        const auto left = decided(children[0], walk);
        const auto right = decided(children[1], walk);
        const bool stops = node.kind == NodeKind::logical_or;
        if (left == stops || right == stops)
          return stops;
        return left && right ? std::optional(!stops) : std::nullopt;
      }
      case NodeKind::binding:
        return decided(walk.bindings.at(node.reference), walk);
      default:
        return std::nullopt;
    }
  }

  bool read(const Node& node, Period period, int index, const Fraction& factor, Walk& walk) const {
    const auto person = selected(question_.shape, node.selector, walk.from);
    if (!person)
      return false;
    for (const Summand& part : open({node.reference, *person}, index, factor)) {
      const auto same = std::find_if(walk.parts.begin(), walk.parts.end(), [&](const Summand& other) {
        return other.instance == part.instance && other.index == part.index;
      });
      if (same == walk.parts.end())
        walk.parts.push_back(part);
      else
        same->factor = same->factor + part.factor;
    }
    return period == rules_.variables[node.reference].period;
  }

  // False as soon as the formula does anything but add.
  bool follow(NodeId id, const Fraction& factor, Walk& walk) const {
    const Node& node = rules_.tree.nodes[id];
    const auto children = rules_.tree.children_of(node);
    switch (node.kind) {
      case NodeKind::constant:
        return true;
      case NodeKind::parameter:
        return node.child_count == 0;
      case NodeKind::variable:
        return read(node, walk.period, walk.index, factor, walk);
      case NodeKind::this_year:
        return read(rules_.tree.nodes[children[0]], Period::year, question_.timeline.typical ? 0 : walk.index / 12,
                    factor, walk);
      case NodeKind::add:
        return follow(children[0], factor, walk) && follow(children[1], factor, walk);
      case NodeKind::subtract:
        return follow(children[0], factor, walk) && follow(children[1], -factor, walk);
      case NodeKind::negate:
        return follow(children[0], -factor, walk);
      case NodeKind::convert:
        return follow(children[0], factor * rules_.tree.constants[node.reference], walk);
      case NodeKind::round_half_away:
      case NodeKind::round_down:
      case NodeKind::round_up:
        return follow(children[0], factor, walk);
      case NodeKind::let:
        walk.bindings[node.reference] = children[0];
        return follow(children[1], factor, walk);
      case NodeKind::binding:
        return follow(walk.bindings.at(node.reference), factor, walk);
      case NodeKind::if_else: {
        const auto condition = decided(children[0], walk);
        return condition && follow(children[*condition ? 1 : 2], factor, walk);
      }
      case NodeKind::sum:
        return follow_people(node, children, factor, walk);
      default:
        return false;
    }
  }

  bool follow_people(const Node& node, std::span<const NodeId> children, const Fraction& factor, Walk& walk) const {
    const Viewpoint outside = walk.from;
    bool adds = true;
    for (int person = 0; person < question_.shape.person_count() && adds; ++person) {
      if (!belongs(question_.shape, node.people, person, outside))
        continue;
      walk.from = {outside.own, static_cast<std::uint8_t>(person)};
      if (children.size() == 1 || belongs_now(children[1], walk))
        adds = follow(children[0], factor, walk);
    }
    walk.from = outside;
    return adds;
  }

  // Who belongs to the household is told by the case alone, so that one evaluation of its tree settles it.
  [[nodiscard]] bool belongs_now(NodeId condition, const Walk& walk) const {
    if (!tracer_) {
      tracer_.emplace(rules_, question_);
      tracer_->start();
    }
    const auto value = tracer_->evaluate(condition, walk.from, walk.index, walk.period);
    return value && value->sign() != 0;
  }

  const RuleSet& rules_;
  const Question& question_;
  mutable std::optional<Tracer> tracer_;
};

}  // namespace

std::vector<Summand> summands_of(const RuleSet& rules, const Question& question, const Instance& figure, int index) {
  return Opening(rules, question).open(figure, index, Fraction::from_integer(1));
}

}  // namespace ansio::analyse
