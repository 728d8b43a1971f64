// Opens the leading figure of two scenarios into the parts that differ, and follows each down to what the case gives.
//
// Invariant of an Opening: the effects of its parts add up to the figure. A sum opens into its summands, each with the
// factor that it has in the figure; what is no sum is a part itself. So the effects of all causes add up to the
// difference of the two scenarios, except where a sum was rounded.
#include "calc/simulate/compare/causes.h"

#include <algorithm>
#include <map>
#include <memory>

#include "calc/base/order/stable_sort.h"
#include "calc/explain/trace/trace.h"
#include "calc/program/question/people.h"

namespace ansio::simulate {
namespace {

using Key = std::pair<VariableId, std::string>;  // a variable and whose it is: scenarios may number persons differently

constexpr int deepest = 40;        // figures within figures
constexpr int longest_chain = 12;  // from a cause to what the case gives

// One scenario, to be asked for figures.
struct Teller {
  Teller(const RuleSet& rules, const Case& situation, const Scenario& scenario, VariableId leading)
      : shape(scenario.shape),
        question(make_question(rules, situation, scenario, instances_of(rules, scenario.shape, leading))),
        tracer(rules, question) {}

  Shape shape;
  Question question;
  Tracer tracer;
};

struct Part {
  FigureAt figure;
  Fraction effect;
};
using Parts = std::map<Key, Part>;

// The summands of a figure in one month.
class Opening {
 public:
  Opening(const RuleSet& rules, Teller& teller, int month) : rules_(rules), teller_(teller), month_(month) {}

  void open(const Instance& instance) { add({instance, month_}, Fraction::from_integer(1), 0); }

  Parts parts() { return std::move(parts_); }

 private:
  // A figure of this month, or of its year.
  void add(const FigureAt& figure, const Fraction& factor, int depth) {
    const Variable& variable = rules_.variables[figure.instance.variable];
    if (depth < deepest && variable.period == Period::month && teller_.tracer.origin(figure) == Origin::computed) {
      const YearMonth month{teller_.question.timeline.first.index + month_};
      const DatedFormula* formula = formula_at(variable, chosen_reading(teller_.question, variable.choice), month);
      if (formula != nullptr && formula->root != no_node && is_sum(rules_.tree.nodes[formula->root])) {
        const std::uint8_t person = figure.instance.person;
        open(formula->root, factor, {person, person}, figure, depth);
        return;
      }
    }
    if (const Result<Value> value = teller_.tracer.value(figure))
      put(figure, factor * *value);
  }

  void put(const FigureAt& figure, const Fraction& effect) {
    Part& part = parts_[{figure.instance.variable, person_name(teller_.shape, figure.instance.person)}];
    part.figure = figure;
    part.effect = part.effect + effect;
  }

  // Of a sum: whether the person at hand belongs to the household in the month.
  [[nodiscard]] bool is_there(std::span<const NodeId> children, Viewpoint at) const {
    if (children.size() == 1)
      return true;
    const auto value = teller_.tracer.evaluate(children[1], at, month_);
    return value && value->sign() != 0;
  }

  [[nodiscard]] bool is_sum(const Node& node) const {
    switch (node.kind) {
      case NodeKind::add:
      case NodeKind::subtract:
      case NodeKind::negate:
      case NodeKind::sum:
      case NodeKind::variable:
        return node.type.kind == Type::Kind::number;
      case NodeKind::convert:
      case NodeKind::round_half_away:
      case NodeKind::round_down:
      case NodeKind::round_up:
        return is_sum(rules_.tree.nodes[rules_.tree.children_of(node)[0]]);
      default:
        return false;
    }
  }

  // `owner`: whose formula this is; what is no sum of figures is its own.
  void open(NodeId id, const Fraction& factor, Viewpoint from, const FigureAt& owner, int depth) {
    const Node& node = rules_.tree.nodes[id];
    const auto children = rules_.tree.children_of(node);
    switch (node.kind) {
      case NodeKind::variable:
        if (const auto person = selected(teller_.shape, node.selector, from))
          add({{node.reference, *person}, month_}, factor, depth + 1);
        return;
      case NodeKind::this_year: {
        const Node& yearly = rules_.tree.nodes[children[0]];
        if (const auto person = selected(teller_.shape, yearly.selector, from))
          add(teller_.tracer.figure_in({yearly.reference, *person},
                                       YearMonth{teller_.question.timeline.first.index + month_}),
              factor, depth + 1);
        return;
      }
      case NodeKind::add:
      case NodeKind::subtract:
        open(children[0], factor, from, owner, depth);
        open(children[1], node.kind == NodeKind::add ? factor : -factor, from, owner, depth);
        return;
      case NodeKind::negate:
        open(children[0], -factor, from, owner, depth);
        return;
      case NodeKind::convert:
        open(children[0], factor * rules_.tree.constants[node.reference], from, owner, depth);
        return;
      case NodeKind::sum:
        for (int person = 0; person < teller_.shape.person_count(); ++person)
          if (const Viewpoint at{from.own, static_cast<std::uint8_t>(person)};
              belongs(teller_.shape, node.people, person, from) && is_there(children, at))
            open(children[0], factor, at, owner, depth);
        return;
      case NodeKind::round_half_away:
      case NodeKind::round_down:
      case NodeKind::round_up:
        // A rounded sum opens like the sum: what the rounding adds belongs to none of its parts.
        if (is_sum(rules_.tree.nodes[children[0]])) {
          open(children[0], factor, from, owner, depth);
          return;
        }
        [[fallthrough]];
      default:
        if (const auto value = teller_.tracer.evaluate(id, from, month_))
          put(owner, factor * *value);
        return;
    }
  }

  const RuleSet& rules_;
  Teller& teller_;
  int month_;
  Parts parts_;
};

// Follows a difference from figure to figure.
class Following {
 public:
  Following(const RuleSet& rules, Teller& first, Teller& other) : rules_(rules), first_(first), other_(other) {}

  std::vector<Reason> reasons(FigureAt before, FigureAt after) {
    std::vector<Reason> chain;
    for (int step = 0; step < longest_chain; ++step) {
      const auto next = most_telling(before, after);
      if (!next)
        break;
      chain.push_back({next->after.instance.variable, person_name(other_.shape, next->after.instance.person),
                       next->value_before, next->value_after});
      before = next->before;
      after = next->after;
    }
    return told(chain);
  }

 private:
  struct Step {
    FigureAt before, after;
    Value value_before, value_after;
    int weight = 0;
    Fraction size;
  };

  std::optional<Step> most_telling(const FigureAt& before, const FigureAt& after) {
    std::optional<Step> best;
    const FormulaTrace one = first_.tracer.trace(before), two = other_.tracer.trace(after);
    // The formula of the other scenario is followed: what it reads is what the figure rests on now.
    for (const TracedRead& read : two.reads)
      for (const TracedRead& same : one.reads) {
        if (!is_same(read, same))
          continue;
        std::optional<Step> step = difference(same, read, after);
        if (step && (!best || best->weight < step->weight || (best->weight == step->weight && best->size < step->size)))
          best = step;
        break;
      }
    return best;
  }

  // The same figure, however it is read: one may read it of this month where the other reads the month before.
  [[nodiscard]] bool is_same(const TracedRead& a, const TracedRead& b) const {
    return a.figure.instance.variable == b.figure.instance.variable &&
           person_name(other_.shape, a.figure.instance.person) == person_name(first_.shape, b.figure.instance.person);
  }

  // The first month of what is read in which the two differ.
  std::optional<Step> difference(const TracedRead& before, const TracedRead& after, const FigureAt& reader) {
    for (int index = after.figure.index; index <= after.last_index; ++index) {
      Step step{{before.figure.instance, index, before.figure.is_initial},
                {after.figure.instance, index, after.figure.is_initial},
                {},
                {},
                0,
                {}};
      const Result<Value> one = first_.tracer.value(step.before), two = other_.tracer.value(step.after);
      if (!one || !two || *one == *two)
        continue;
      step.value_before = *one;
      step.value_after = *two;
      const Variable& variable = rules_.variables[after.figure.instance.variable];
      const bool is_amount = variable.type.kind == Type::Kind::number;
      step.size = is_amount ? *two - *one : Fraction::from_integer(1);
      if (step.size.sign() < 0)
        step.size = -step.size;
      // The same figure of another month explains least; a truth that has turned explains most, since it is a sentence.
      if (after.figure.instance == reader.instance)
        step.weight = 0;
      else if (is_amount || variable.kind == Variable::Kind::input)
        step.weight = 1;
      else
        step.weight = variable.type.kind == Type::Kind::boolean ? 3 : 2;
      return step;
    }
    return std::nullopt;
  }

  // Of the chain: the first truth or kind that turned, and what it ends in.
  [[nodiscard]] std::vector<Reason> told(const std::vector<Reason>& chain) const {
    std::vector<Reason> reasons;
    if (chain.empty())
      return reasons;
    const auto turned = std::find_if(chain.begin(), chain.end(), [&](const Reason& reason) {
      return rules_.variables[reason.variable].type.kind != Type::Kind::number;
    });
    if (turned != chain.end() && turned + 1 != chain.end())
      reasons.push_back(*turned);
    reasons.push_back(chain.back());
    return reasons;
  }

  const RuleSet& rules_;
  Teller& first_;
  Teller& other_;
};

class Comparison {
 public:
  Comparison(const RuleSet& rules, const Case& situation, VariableId leading) : rules_(rules), situation_(situation) {
    for (const Scenario& scenario : situation.scenarios)
      tellers_.push_back(std::make_unique<Teller>(rules, situation, scenario, leading));
  }

  bool start() {
    return std::all_of(tellers_.begin(), tellers_.end(),
                       [](const auto& teller) { return teller->tracer.start().empty(); });
  }

  std::vector<Cause> causes(std::size_t scenario, std::size_t most) {
    std::map<Key, Cause> found;
    for (int month = 0; month < situation_.months; ++month)
      compare(scenario, month, found);
    std::vector<Cause> causes;
    causes.reserve(found.size());
    for (auto& [key, cause] : found)
      causes.push_back(std::move(cause));
    const auto weight = [](const Cause& cause) { return cause.effect.sign() < 0 ? -cause.effect : cause.effect; };
    sort_stably(causes, [&](const Cause& a, const Cause& b) { return weight(b) < weight(a); });
    if (causes.size() > most)
      causes.resize(most);
    return causes;
  }

 private:
  void compare(std::size_t scenario, int month, std::map<Key, Cause>& found) {
    const int index = tellers_[scenario]->question.timeline.start + month;
    const Parts before = parts(0, index), after = parts(scenario, index);
    std::map<Key, std::pair<const Part*, const Part*>> both;
    for (const auto& [key, part] : before)
      both[key].first = &part;
    for (const auto& [key, part] : after)
      both[key].second = &part;
    for (const auto& [key, pair] : both) {
      const auto& [one, two] = pair;
      const Fraction effect = (two != nullptr ? two->effect : Fraction{}) - (one != nullptr ? one->effect : Fraction{});
      if (effect.sign() == 0)
        continue;
      Cause& cause = found[key];
      if (cause.effect.sign() == 0 && cause.from.index == 0)
        begin(cause, key, scenario, month, one, two);
      cause.effect = cause.effect + effect;
    }
  }

  void begin(Cause& cause, const Key& key, std::size_t scenario, int month, const Part* one, const Part* two) {
    cause.scenario = scenario;
    cause.variable = key.first;
    cause.person = key.second;
    cause.from = YearMonth{situation_.start.index + month};
    const auto value = [&](std::size_t of, const Part* part) {
      const Result<Value> known = part == nullptr ? Result<Value>(Value{}) : tellers_[of]->tracer.value(part->figure);
      return known ? *known : Value{};
    };
    cause.change = value(scenario, two) - value(0, one);
    if (one != nullptr && two != nullptr)
      cause.because = Following(rules_, *tellers_[0], *tellers_[scenario]).reasons(one->figure, two->figure);
  }

  Parts parts(std::size_t scenario, int index) {
    Opening opening(rules_, *tellers_[scenario], index);
    for (const Instance& instance : tellers_[scenario]->question.wanted)
      opening.open(instance);
    return opening.parts();
  }

  const RuleSet& rules_;
  const Case& situation_;
  std::vector<std::unique_ptr<Teller>> tellers_;
};

}  // namespace

std::optional<VariableId> leading_figure(const RuleSet& rules) {
  const std::vector<VariableId> first = headlines(rules);
  if (first.empty())
    return std::nullopt;
  const Variable& variable = rules.variables[first.front()];
  const bool is_amount = variable.type.kind == Type::Kind::number && variable.period == Period::month &&
                         variable.entity == Entity::household && variable.type.unit.powers[Unit::month] == -1;
  return is_amount ? std::optional(first.front()) : std::nullopt;
}

std::vector<Cause> causes_of(const RuleSet& rules, const Case& situation, const Results& results, VariableId leading,
                             std::size_t most) {
  std::vector<Cause> causes;
  Comparison comparison(rules, situation, leading);
  if (!comparison.start())
    return causes;
  for (std::size_t scenario = 1; scenario < results.scenarios.size(); ++scenario)
    for (Cause& cause : comparison.causes(scenario, most))
      causes.push_back(std::move(cause));
  return causes;
}

}  // namespace ansio::simulate
