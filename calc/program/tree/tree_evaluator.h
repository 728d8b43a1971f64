// Evaluates a formula straight from the checked tree, in any kind of number.
//
// The definition uses it with unlimited rationals, the machine's fallback and explanations with Fraction. What lies
// outside the formula (other variables, other months, what was given) comes through a FormulaWorld.
//
//   TreeEvaluator<Fraction> evaluator(rules, shape, world);
//   std::optional<Fraction> amount = evaluator.evaluate(formula.root, {.own = 0, .at_hand = 0}, month);
//
// `if`, `and`, `or` evaluate only what they need; all else evaluates every child. Booleans are 0 and 1.
#pragma once

#include "calc/base/date/calendar.h"
#include "calc/program/floor.h"
#include "calc/program/question/people.h"
#include "calc/program/tree/number_operations.h"
#include "calc/ruleset/model/ruleset.h"

namespace ansio::program {

// The surroundings of one formula.
template <class Number>
class FormulaWorld {
 public:
  // An instance now, or as the node kind says (previous, year_sum, this_year, …; `months` is average's).
  virtual std::optional<Number> read(NodeKind how, Instance instance, std::uint32_t months) = 0;
  virtual bool is_given(Instance instance) = 0;
  // The reading of the law that holds, 0 when nobody chose one.
  virtual std::size_t chosen(VariableId choice) = 0;
  // One typical month, no plan.
  virtual bool is_typical() = 0;
  // Why evaluation ends without a value.
  virtual void fail(Diagnostic diagnostic) = 0;
  // Sees every value computed, so that the branches not taken are those it does not see.
  virtual void evaluated(NodeId /*node*/, const Number& /*value*/) {}
  // What is read in between only tells whether a person belongs to the household.
  virtual void enter_membership() {}
  virtual void leave_membership() {}

 protected:
  FormulaWorld() = default;
  ~FormulaWorld() = default;
};

template <class Number>
class TreeEvaluator {
 public:
  using Operations = NumberOperations<Number>;
  using Outcome = std::optional<Number>;

  TreeEvaluator(const RuleSet& rules, Shape shape, FormulaWorld<Number>& world)
      : rules_(rules), shape_(shape), world_(world) {}

  // The formula's value for the person of `viewpoint` in `month`; nothing after world.fail.
  Outcome evaluate(NodeId root, Viewpoint viewpoint, YearMonth month) {
    viewpoint_ = viewpoint;
    month_ = month;
    bindings_.clear();
    return value_of(root);
  }

 private:
  Outcome value_of(NodeId id) {
    const Node& node = rules_.tree.nodes[id];
    Outcome value = computed(node);
    if (!value)
      return value;
    if (!Operations::usable(*value))
      return failed(Code::value_too_large, "a value beyond what can be computed exactly");
    world_.evaluated(id, *value);
    return value;
  }

  Outcome computed(const Node& node) {
    const auto children = rules_.tree.children_of(node);
    switch (node.kind) {
      case NodeKind::constant:
        return Operations::from(rules_.tree.constants[node.reference]);
      case NodeKind::variable:
        return read(NodeKind::variable, node, 0);
      case NodeKind::previous:
      case NodeKind::year_to_date:
      case NodeKind::year_sum:
      case NodeKind::at_year_start:
      case NodeKind::at_year_end:
      case NodeKind::this_year:
      case NodeKind::last_year:
      case NodeKind::average:
        return read(node.kind, rules_.tree.nodes[children[0]], node.reference);
      case NodeKind::parameter:
        return parameter(node, children);
      case NodeKind::scale:
        return scale(node, children[0]);
      case NodeKind::let: {
        const Outcome bound = value_of(children[0]);
        if (!bound)
          return bound;
        if (bindings_.size() <= node.reference)
          bindings_.resize(node.reference + 1);
        bindings_[node.reference] = *bound;
        return value_of(children[1]);
      }
      case NodeKind::binding:
        return bindings_[node.reference];
      case NodeKind::if_else: {
        const Outcome condition = value_of(children[0]);
        return condition ? value_of(children[is_true(*condition) ? 1 : 2]) : condition;
      }
      case NodeKind::logical_and:
      case NodeKind::logical_or: {
        const bool decisive = node.kind == NodeKind::logical_or;
        for (const NodeId child : children) {
          const Outcome value = value_of(child);
          if (!value || is_true(*value) == decisive)
            return value;
        }
        return truth(!decisive);
      }
      case NodeKind::minimum:
      case NodeKind::maximum: {
        Outcome best = value_of(children[0]);
        for (std::size_t i = 1; best && i < children.size(); ++i)
          best = better(node.kind == NodeKind::maximum, *best, value_of(children[i]));
        return best;
      }
      case NodeKind::sum:
      case NodeKind::count:
      case NodeKind::any:
      case NodeKind::all:
      case NodeKind::max_of:
      case NodeKind::min_of:
        return aggregate(node, children);
      case NodeKind::exists:
        if (!selected(shape_, node.selector, viewpoint_))
          return truth(false);
        return children.empty() ? truth(true) : membership(children[0]);
      case NodeKind::is_role:
        return truth(plays(shape_, node.selector, viewpoint_));
      case NodeKind::position:
        return whole(position_of(node.selector == Selector::self ? viewpoint_.own : viewpoint_.at_hand));
      case NodeKind::given: {
        const auto person = selected(shape_, node.selector, viewpoint_);
        return truth(person && world_.is_given(Instance{node.reference, *person}));
      }
      case NodeKind::this_month:
        return whole(month_.index);
      case NodeKind::typical_month:
        return truth(world_.is_typical());
      default:
        break;
    }
    const Outcome first = value_of(children[0]);
    if (!first)
      return first;
    if (children.size() == 1)
      return unary(node, *first);
    const Outcome second = value_of(children[1]);
    return second ? binary(node.kind, *first, *second) : second;
  }

  Outcome unary(const Node& node, const Number& value) {
    switch (node.kind) {
      case NodeKind::logical_not:
        return truth(!is_true(value));
      case NodeKind::to_number:
        return value;
      case NodeKind::negate:
        return Number(-value);
      case NodeKind::absolute:
        return value < zero() ? Number(-value) : value;
      case NodeKind::convert:
        return value * Operations::from(rules_.tree.constants[node.reference]);
      case NodeKind::year_of:
        return whole(month_at(value).year());
      case NodeKind::month_of_year:
        return whole(month_at(value).month());
      case NodeKind::weekdays:
        return whole(weekdays_in(month_at(value)));
      case NodeKind::days:
        return whole(days_in(month_at(value)));
      case NodeKind::month_of:
        return Operations::in_calendar([](auto days, auto day) { return days.month_of(day); }, value);
      case NodeKind::day_of:
        return Operations::in_calendar([](auto days, auto day) { return days.day_of(day); }, value);
      case NodeKind::weekday_of:
        return Operations::in_calendar([](auto days, auto day) { return days.weekday_of(day); }, value);
      default:
        return of_unknown_kind();
    }
  }

  Outcome binary(NodeKind kind, const Number& a, const Number& b) {
    switch (kind) {
      case NodeKind::add:
      case NodeKind::add_months:
        return a + b;
      case NodeKind::subtract:
        return a - b;
      case NodeKind::multiply:
        return a * b;
      case NodeKind::divide:
        if (b == zero())
          return failed(Code::unguarded_division, "a division by zero");
        return a / b;
      case NodeKind::equal:
        return truth(a == b);
      case NodeKind::not_equal:
        return truth(!(a == b));
      case NodeKind::less:
        return truth(a < b);
      case NodeKind::less_equal:
        return truth(!(b < a));
      case NodeKind::greater:
        return truth(b < a);
      case NodeKind::greater_equal:
        return truth(!(a < b));
      case NodeKind::round_half_away:
        return rounded(a, b, Rounding::half_away);
      case NodeKind::round_down:
        return rounded(a, b, Rounding::down);
      case NodeKind::round_up:
        return rounded(a, b, Rounding::up);
      case NodeKind::months_between:
      case NodeKind::days_between:
        return b - a;
      case NodeKind::date_in:
        return Operations::in_calendar([](auto days, auto x, auto y) { return days.date_in(x, y); }, a, b);
      case NodeKind::add_days:
        return Operations::in_calendar([](auto days, auto x, auto y) { return days.add_days(x, y); }, a, b);
      case NodeKind::weekdays_between:
        return Operations::in_calendar([](auto days, auto x, auto y) { return days.weekdays_between(x, y); }, a, b);
      case NodeKind::years_between:
        return rounded((b - a) / whole(12), whole(1), Rounding::down);
      default:
        return of_unknown_kind();
    }
  }

  Outcome rounded(const Number& value, const Number& step, Rounding mode) {
    if (!(zero() < step))
      return failed(Code::unguarded_division, "a rounding to steps of zero or less");
    return Operations::round(value, step, mode);
  }

  Outcome better(bool largest, const Number& best, const Outcome& candidate) {
    if (!candidate)
      return candidate;
    return (largest ? best < *candidate : *candidate < best) ? *candidate : best;
  }

  Outcome read(NodeKind how, const Node& variable, std::uint32_t months) {
    const auto person = selected(shape_, variable.selector, viewpoint_);
    if (!person)
      return failed(Code::unguarded_role, [&] {
        return "a person the household does not have is asked for " + rules_.variables[variable.reference].name;
      });
    return world_.read(how, Instance{variable.reference, *person}, months);
  }

  Outcome parameter(const Node& node, std::span<const NodeId> keys) {
    const Parameter& parameter = rules_.parameters[node.reference];
    const ParameterValue* value = value_in_force(parameter);
    if (value == nullptr)
      return std::nullopt;
    std::int64_t cell = 0;
    for (std::size_t i = 0; i < keys.size(); ++i) {
      const TableKey& key = parameter.keys[i];
      const Outcome given_key = value_of(keys[i]);
      if (!given_key)
        return given_key;
      const std::int64_t index = Operations::to_integer(*given_key);
      if (!(whole(index) == *given_key) || index < key.low || index > key.high)
        return failed(
            Code::key_out_of_range, [&] { return parameter.name + " is looked up outside its keys"; },
            [&] { return to_decimal_text(Operations::to_fraction(*given_key)); });
      cell = cell * key.size() + (index - key.low);
    }
    return Operations::from(value->cells[static_cast<std::size_t>(cell)]);
  }

  Outcome scale(const Node& node, NodeId argument) {
    const ParameterValue* value = value_in_force(rules_.parameters[node.reference]);
    const Outcome x = value == nullptr ? Outcome() : value_of(argument);
    if (!x)
      return x;
    Number total = zero();
    for (std::size_t band = 0; band + 1 < value->cells.size(); band += 2) {
      const Number low = Operations::from(value->cells[band]);
      if (!(low < *x))
        break;
      const bool last = band + 2 >= value->cells.size();
      Number high = last ? *x : Operations::from(value->cells[band + 2]);
      if (*x < high)
        high = *x;
      total = total + Operations::from(value->cells[band + 1]) * (high - low);
      if (!Operations::usable(total))
        break;
    }
    return total;
  }

  const ParameterValue* value_in_force(const Parameter& parameter) {
    const std::size_t reading = parameter.choice == no_variable ? 0 : world_.chosen(parameter.choice);
    const ParameterValue* value = value_at(parameter, reading, month_);
    if (value == nullptr || value->none) {
      failed(Code::missing_value, [&] { return parameter.name + " has no value in " + to_text(month_); });
      return nullptr;
    }
    return value;
  }

  // children: what is asked of each person, and who belongs to the household.
  Outcome aggregate(const Node& node, std::span<const NodeId> children) {
    const Viewpoint outside = viewpoint_;
    Outcome total;
    for (int person = 0; person < shape_.person_count(); ++person) {
      if (!belongs(shape_, node.people, person, outside))
        continue;
      viewpoint_.at_hand = static_cast<std::uint8_t>(person);
      const Outcome member = children.size() > 1 ? membership(children[1]) : truth(true);
      const bool counts = member && is_true(*member);
      const Outcome value = counts ? value_of(children[0]) : member;
      viewpoint_ = outside;
      if (value && !counts)
        continue;
      if (!value)
        return value;
      if (!total)
        total = value;
      else if (node.kind == NodeKind::sum || node.kind == NodeKind::count)
        total = *total + *value;
      else
        total = better(node.kind == NodeKind::any || node.kind == NodeKind::max_of, *total, value);
      if (!Operations::usable(*total))
        break;
    }
    return total ? total : truth(node.kind == NodeKind::all);
  }

  Outcome membership(NodeId condition) {
    world_.enter_membership();
    const Outcome value = value_of(condition);
    world_.leave_membership();
    return value;
  }

  Outcome of_unknown_kind() { return failed(Code::internal, "a formula of an unknown kind"); }

  static YearMonth month_at(const Number& index) { return {static_cast<int>(Operations::to_integer(index))}; }

  // `message` and `found` make their texts.
  template <class Message, class Found>
  Outcome failed(Code code, Message message, Found found) {
    world_.fail(worded([&] { return Diagnostic{.code = code, .message = message(), .found = found()}; }));
    return std::nullopt;
  }
  template <class Message>
  Outcome failed(Code code, Message message) {
    return failed(code, message, [] { return std::string(); });
  }
  Outcome failed(Code code, const char* message) {
    return failed(code, [&] { return std::string(message); });
  }

  static bool is_true(const Number& value) { return !(value == zero()); }
  static Number truth(bool value) { return whole(value ? 1 : 0); }
  static Number whole(std::int64_t value) { return Operations::from(value); }
  static Number zero() { return whole(0); }

  const RuleSet& rules_;
  Shape shape_;
  FormulaWorld<Number>& world_;
  Viewpoint viewpoint_;
  YearMonth month_;
  std::vector<Outcome> bindings_;
};

}  // namespace ansio::program
