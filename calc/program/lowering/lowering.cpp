// Lowers the tree of a formula to exact arithmetic on whole numbers, node by node.
//
// A tree evaluates one branch of an `if`; the graph computes both and picks. So nothing may fail on a branch that is
// not taken: a division has a divisor of 1 there, a lookup an index within its table. What would be an error in the
// tree becomes a condition here, "if this point is reached, then …", and all of them together are the program's
// `sound`. Where a program is not sound its figures are not looked at: the tree is asked, which tells the error.
//
// The path is the list of conditions under which the node at hand is reached within its formula.
#include "calc/program/lowering/lowering.h"

#include "calc/base/limits/limits.h"

namespace ansio::program {
Lowering::Lowering(const RuleSet& rules, const Form& form)
    : rules_(rules),
      form_(form),
      exact_(graph_),
      people_(static_cast<std::size_t>(form.shape.person_count()) + 1),
      sound_(graph_.constant(1)) {
  histories_.resize(rules.variables.size() * people_);
  // Whether something is given is part of the form: formulas that ask are settled here and not when the program runs.
  for (const FormInput& input : form.inputs)
    history(input.instance).given = &input;
}

void Lowering::trace_into(std::vector<ValueOrigin>& origins, bool with_scopes) {
  origins_ = &origins;
  with_scopes_ = with_scopes;
}

// What the parts of an expression made has been noted when the expression itself is.
void Lowering::note_origins(NodeId node) {
  ValueOrigin origin = maker_;
  origin.node = node;
  origins_->resize(graph_.size(), origin);
}

// What 126 bits cannot hold makes the program unsound where it stands, and no other part of it.
Exact Lowering::lowered(NodeId id) {
  if (graph_.has_given_up())
    return truth(false);
  Exact value = lowered_node(id);
  if (graph_.has_given_up() && !is_lost_ && !graph_.is_full()) {
    // The graph may go on: what could not be held is not part of it, and whoever reaches it is told by `sound`.
    graph_.resume();
    value = impossible();
  }
  if (origins_ != nullptr)
    note_origins(id);
  return value;
}

Exact Lowering::lowered_node(NodeId id) {
  const Node& node = rules_.tree.nodes[id];
  const auto children = rules_.tree.children_of(node);
  switch (node.kind) {
    case NodeKind::constant:
      return exact_.constant(rules_.tree.constants[node.reference]);
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
      return parameter(node);
    case NodeKind::scale:
      return scale(node);
    case NodeKind::let: {
      const Exact bound = lowered(children[0]);
      if (frame_->bindings.size() <= node.reference)
        frame_->bindings.resize(node.reference + 1);
      frame_->bindings[node.reference] = bound;
      return lowered(children[1]);
    }
    case NodeKind::binding:
      return frame_->bindings[node.reference];
    case NodeKind::if_else:
      return conditional(node);
    case NodeKind::logical_and:
    case NodeKind::logical_or:
      return logical(node);
    case NodeKind::logical_not:
      return exact_.from(graph_.logical_not(lowered(children[0]).numerator));
    case NodeKind::equal:
    case NodeKind::not_equal:
    case NodeKind::less:
    case NodeKind::less_equal:
    case NodeKind::greater:
    case NodeKind::greater_equal:
      return comparison(node);
    case NodeKind::add:
    case NodeKind::add_months: {
      const Exact left = lowered(children[0]);
      return exact_.add(left, lowered(children[1]));
    }
    case NodeKind::subtract: {
      const Exact left = lowered(children[0]);
      return exact_.subtract(left, lowered(children[1]));
    }
    case NodeKind::months_between:
    case NodeKind::days_between: {
      const Exact from = lowered(children[0]);
      return exact_.subtract(lowered(children[1]), from);
    }
    case NodeKind::years_between: {
      const Exact from = lowered(children[0]);
      return exact_.round(exact_.divide(exact_.subtract(lowered(children[1]), from), exact_.whole(12)),
                          Fraction::from_integer(1), Rounding::down);
    }
    case NodeKind::multiply: {
      const Exact left = lowered(children[0]);
      return exact_.multiply(left, lowered(children[1]));
    }
    case NodeKind::divide: {
      const Exact left = lowered(children[0]);
      return quotient(left, lowered(children[1]));
    }
    case NodeKind::negate:
      return exact_.subtract(exact_.whole(0), lowered(children[0]));
    case NodeKind::absolute:
      return exact_.absolute(lowered(children[0]));
    case NodeKind::to_number:
      return lowered(children[0]);
    case NodeKind::convert: {
      const Exact value = lowered(children[0]);
      return exact_.multiply(value, exact_.constant(rules_.tree.constants[node.reference]));
    }
    case NodeKind::minimum:
    case NodeKind::maximum:
      return extreme(node);
    case NodeKind::round_half_away:
    case NodeKind::round_down:
    case NodeKind::round_up:
      return rounding(node);
    case NodeKind::sum:
    case NodeKind::count:
    case NodeKind::any:
    case NodeKind::all:
    case NodeKind::max_of:
    case NodeKind::min_of:
      return aggregate(node);
    case NodeKind::exists:
      if (!selected(form_.shape, node.selector, frame_->viewpoint))
        return truth(false);
      return node.child_count == 0 ? truth(true) : lowered(rules_.tree.children_of(node)[0]);
    case NodeKind::is_role:
      return truth(plays(form_.shape, node.selector, frame_->viewpoint));
    case NodeKind::position:
      return exact_.whole(
          position_of(node.selector == Selector::self ? frame_->viewpoint.own : frame_->viewpoint.at_hand));
    case NodeKind::given: {
      const auto person = selected(form_.shape, node.selector, frame_->viewpoint);
      return truth(person && is_given(Instance{node.reference, *person}, frame_->now));
    }
    // The month is known here, as everything of the calendar is that hangs on it alone.
    case NodeKind::this_month:
      return exact_.whole(frame_->month.index);
    case NodeKind::typical_month:
      return truth(typical());
    case NodeKind::year_of:
    case NodeKind::month_of_year:
    case NodeKind::weekdays:
    case NodeKind::days:
      return calendar_fact(node);
    case NodeKind::month_of:
    case NodeKind::day_of:
    case NodeKind::weekday_of:
    case NodeKind::date_in:
    case NodeKind::add_days:
    case NodeKind::weekdays_between:
      return of_dates(node);
  }
  return impossible();
}

Exact Lowering::comparison(const Node& node) {
  const auto children = rules_.tree.children_of(node);
  const Exact a = lowered(children[0]);
  const Exact b = lowered(children[1]);
  switch (node.kind) {
    case NodeKind::equal:
      return exact_.from(exact_.equal(a, b));
    case NodeKind::not_equal:
      return exact_.from(graph_.logical_not(exact_.equal(a, b)));
    case NodeKind::less:
      return exact_.from(exact_.less(a, b));
    case NodeKind::greater:
      return exact_.from(exact_.less(b, a));
    case NodeKind::less_equal:
      return exact_.from(graph_.logical_not(exact_.less(b, a)));
    default:
      return exact_.from(graph_.logical_not(exact_.less(a, b)));
  }
}

Exact Lowering::conditional(const Node& node) {
  const auto children = rules_.tree.children_of(node);
  const ValueId condition = lowered(children[0]).numerator;
  // What is settled by the form leaves one branch, and the other need not even be lowered.
  if (graph_.is_constant(condition))
    return lowered(children[graph_.is_constant(condition, 0) ? 2 : 1]);
  frame_->path.push_back(condition);
  const Exact then = lowered(children[1]);
  frame_->path.back() = graph_.logical_not(condition);
  const Exact otherwise = lowered(children[2]);
  frame_->path.pop_back();
  return exact_.select(condition, then, otherwise);
}

Exact Lowering::logical(const Node& node) {
  const bool is_and = node.kind == NodeKind::logical_and;
  const std::size_t outside = frame_->path.size();
  ValueId all = graph_.constant(is_and ? 1 : 0);
  for (const NodeId child : rules_.tree.children_of(node)) {
    const ValueId value = lowered(child).numerator;
    all = is_and ? graph_.minimum(all, value) : graph_.maximum(all, value);
    if (graph_.is_constant(all, is_and ? 0 : 1))
      break;
    // `b` of `a and b` is reached only where a holds: a test before a division guards it.
    frame_->path.push_back(is_and ? value : graph_.logical_not(value));
  }
  frame_->path.resize(outside);
  return exact_.from(all);
}

Exact Lowering::rounding(const Node& node) {
  const auto children = rules_.tree.children_of(node);
  const Exact value = lowered(children[0]);
  // Steps of the law are numbers or parameters, known when compiling. One that is not makes the form one for the tree.
  const std::optional<Fraction> step = exact_.constant_of(lowered(children[1]));
  if (!step) {
    graph_.give_up();
    return truth(false);
  }
  if (step->sign() <= 0)
    return impossible();
  return tamed(exact_.round(value, *step,
                            node.kind == NodeKind::round_half_away ? Rounding::half_away
                            : node.kind == NodeKind::round_down    ? Rounding::down
                                                                   : Rounding::up));
}

// Intervals know nothing of how values hang together: the proven range of a share, a · b / c, is astronomical though c
// is never far from b. A range beyond what doubles hold is therefore cut to what any real figure has, and the program
// is unsound should a figure ever exceed it.
Exact Lowering::tamed(const Exact& value) {
  if (value.divisor != no_value || graph_.range(value.numerator).below(double_limit) ||
      value.denominator >= narrow_limit / tame_bound)
    return value;
  const Int128 bound = tame_bound * value.denominator;
  const ValueId least = graph_.constant(-bound), most = graph_.constant(bound);
  require(graph_.minimum(graph_.less_equal(least, value.numerator), graph_.less_equal(value.numerator, most)));
  return {graph_.minimum(graph_.maximum(value.numerator, least), most), no_value, value.denominator};
}

Exact Lowering::quotient(const Exact& a, const Exact& b) {
  Exact divisor = b;
  // Surely zero, whatever the inputs are: the tree tells what was divided by nothing.
  if (graph_.is_constant(b.numerator, 0))
    return impossible();
  // Bounds often prove it already: a number of persons, the days of a month.
  if (graph_.range(b.numerator).contains(0)) {
    switch (sign_on_path(b.numerator)) {
      case Sign::positive:
        // The path has proven it positive, and intervals do not know. Where the path is not taken 1 is as good as any.
        divisor.numerator = graph_.maximum(b.numerator, graph_.constant(1));
        break;
      case Sign::not_zero:
        break;
      case Sign::unknown:
        require(graph_.logical_not(graph_.equal(b.numerator, graph_.constant(0))));
        break;
    }
  }
  return exact_.divide(a, divisor);
}

Lowering::Sign Lowering::sign_on_path(ValueId value) const {
  // Positive is worth more than not zero: it needs no select over signs.
  Sign best = Sign::unknown;
  for (const ValueId condition : frame_->path) {
    const Sign sign = sign_if(condition, value);
    if (sign == Sign::positive)
      return sign;
    if (sign == Sign::not_zero)
      best = sign;
  }
  return best;
}

Lowering::Sign Lowering::sign_if(ValueId condition, ValueId value) const {
  const ValueNode& node = graph_[condition];
  const ValueNode& of = graph_[value];
  switch (node.kind) {
    // A path is often a conjunction; either part may be the proof.
    case ValueKind::minimum: {
      const Sign first = sign_if(node.a, value);
      return first == Sign::positive ? first : std::max(first, sign_if(node.b, value));
    }
    case ValueKind::less:
      if (node.b == value && graph_.range(node.a).low >= 0)
        return Sign::positive;
      // x − y is positive where y < x.
      if (of.kind == ValueKind::subtract && of.a == node.b && of.b == node.a)
        return Sign::positive;
      return node.a == value && graph_.range(node.b).high <= 0 ? Sign::not_zero : Sign::unknown;
    case ValueKind::less_equal:
      return node.b == value && graph_.range(node.a).low > 0 ? Sign::positive : Sign::unknown;
    case ValueKind::not_equal:
      return node.a == value && graph_.is_constant(node.b, 0) ? Sign::not_zero : Sign::unknown;
    default:
      return Sign::unknown;
  }
}

Exact Lowering::extreme(const Node& node) {
  const auto children = rules_.tree.children_of(node);
  Exact best = lowered(children[0]);
  for (const NodeId child : children.subspan(1)) {
    const Exact candidate = lowered(child);
    best = node.kind == NodeKind::minimum ? exact_.minimum(best, candidate) : exact_.maximum(best, candidate);
  }
  return best;
}

// `seen` is 1 once somebody who belongs to the household has been met: until then there is no best.
Exact Lowering::aggregate(const Node& node) {
  const auto children = rules_.tree.children_of(node);
  const Viewpoint outside = frame_->viewpoint;
  const Exact of_nobody = truth(node.kind == NodeKind::all);
  Exact total = of_nobody;
  ValueId seen = graph_.constant(0);
  for (int person = 0; person < form_.shape.person_count(); ++person) {
    if (!belongs(form_.shape, node.people, person, outside))
      continue;
    // The people of a form are known, so an aggregate is a chain of its members' values.
    frame_->viewpoint.at_hand = static_cast<std::uint8_t>(person);
    const ValueId member = children.size() > 1 ? lowered(children[1]).numerator : graph_.constant(1);
    if (!graph_.is_constant(member, 0)) {
      frame_->path.push_back(member);
      const Exact value = lowered(children[0]);
      frame_->path.pop_back();
      total = with_person(node.kind, total, seen, value, member, of_nobody);
      seen = graph_.maximum(seen, member);
    }
    frame_->viewpoint = outside;
  }
  return total;
}

Exact Lowering::with_person(NodeKind kind, const Exact& total, ValueId seen, const Exact& value, ValueId member,
                            const Exact& of_nobody) {
  if (graph_.is_constant(seen, 0))
    return exact_.select(member, value, of_nobody);
  switch (kind) {
    case NodeKind::sum:
    case NodeKind::count:
      return exact_.add(total, exact_.select(member, value, of_nobody));
    case NodeKind::any:
      return exact_.maximum(total, exact_.select(member, value, of_nobody));
    case NodeKind::all:
      return exact_.minimum(total, exact_.select(member, value, of_nobody));
    default: {
      const Exact best = kind == NodeKind::max_of ? exact_.maximum(total, value) : exact_.minimum(total, value);
      return exact_.select(member, exact_.select(seen, best, value), total);
    }
  }
}

void Lowering::require(ValueId condition) {
  ValueId reached = graph_.constant(1);
  if (frame_ != nullptr)
    for (const ValueId step : frame_->path)
      reached = graph_.minimum(reached, step);
  // Reached implies condition.
  sound_ = graph_.minimum(sound_, graph_.maximum(graph_.logical_not(reached), condition));
}

Exact Lowering::impossible() {
  require(graph_.constant(0));
  return truth(false);
}

}  // namespace ansio::program
