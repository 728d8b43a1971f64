// Variables over months and years: docs/language.md, section 4, in values.
//
// Idea: time is gone once a form is lowered. A rule of July is another value than the same rule of August, and "last
// month" is simply that other value. Each (rule, person, month) is lowered once, when it is first asked for, into a
// cell of its history; whoever asks again gets the same value of the graph.
//
// Indices: months count from the first one of the timeline, years likewise; indices below 0 are months that the case
// tells before it begins. `typical` is a timeline of one month that stands for all twelve of its year.
#include <algorithm>

#include "calc/base/date/date.h"
#include "calc/base/limits/limits.h"
#include "calc/program/lowering/lowering.h"
#include "calc/program/question/question_check.h"

namespace ansio::program {
Lowering::History& Lowering::history(Instance instance) {
  const std::size_t person = instance.person == Instance::household ? 0 : instance.person + 1U;
  return histories_[instance.variable * people_ + person];
}

YearMonth Lowering::calendar_month(Moment moment) const {
  const YearMonth first = form_.timeline.first;
  if (moment.period == Period::month)
    return YearMonth{first.index + moment.index};
  return YearMonth::of(first.year() + moment.index, 1);
}

Lowering::Moment Lowering::same_time(Instance instance, Moment now) const {
  const Period period = variable(instance).period;
  if (period == now.period)
    return now;
  // From a month to its year, or from a year to its January: rules of a month are read from those of a year there.
  const int months_a_year = typical() ? 1 : 12;
  return {period, period == Period::year ? now.index / months_a_year : now.index * months_a_year};
}

bool Lowering::is_given(Instance instance, Moment now) {
  const FormInput* given = history(instance).given;
  return given != nullptr && given->has(same_time(instance, now).index);
}

Exact Lowering::read(NodeKind how, const Node& node, std::uint32_t months) {
  const auto person = selected(form_.shape, node.selector, frame_->viewpoint);
  if (!person)
    return impossible();
  const Instance instance{node.reference, *person};
  const int here = same_time(instance, frame_->now).index;
  switch (how) {
    case NodeKind::previous:
    case NodeKind::last_year:
      return has_history(instance, here) ? value(instance, here - 1) : without_history(instance, here);
    case NodeKind::average:
      return average(instance, here, static_cast<int>(months));
    case NodeKind::year_to_date:
    case NodeKind::year_sum:
    case NodeKind::at_year_start:
    case NodeKind::at_year_end:
      return over_the_year(how, instance, here);
    default:
      return value(instance, here);
  }
}

// The month a plan starts in has one only when the case tells what came before and says that it goes on.
bool Lowering::has_history(Instance instance, int index) {
  const int first = variable(instance).period == Period::year ? 0 : form_.timeline.start;
  const FormInput* given = history(instance).given;
  return index > first || (index == first && given != nullptr && given->continues && given->has(first - 1));
}

Exact Lowering::without_history(Instance instance, int index) {
  History& past = history(instance);
  const auto place = static_cast<std::size_t>(index);
  // What is given stands, and an input keeps the amount it begins with. A rule has its `initial` formula instead of the
  // month before; the path is unsound where it has none.
  if ((past.given != nullptr && past.given->has(index)) || variable(instance).kind == Variable::Kind::input)
    return value(instance, index);
  if (variable(instance).initial.root == no_node)
    return impossible();
  if (past.initials.empty())
    past.initials.resize(static_cast<std::size_t>(form_.timeline.start) + 1);
  return computed(instance, past.initials[place], variable(instance).initial.root,
                  Moment{variable(instance).period, index});
}

Exact Lowering::over_the_year(NodeKind how, Instance instance, int here) {
  // Timelines begin in January, so every twelfth index is one.
  const int january = typical() ? 0 : here / 12 * 12;
  if (how == NodeKind::at_year_start)
    return value(instance, january);
  if (how == NodeKind::at_year_end)
    return value(instance, typical() ? 0 : january + 11);
  if (typical()) {
    // Twelve months like this one, or as many as have passed of the year.
    const int times = how == NodeKind::year_sum ? 12 : form_.timeline.first.month();
    return exact_.multiply(value(instance, 0), exact_.whole(times));
  }
  return total(instance, january, how == NodeKind::year_sum ? january + 11 : here);
}

Exact Lowering::average(Instance instance, int here, int months) {
  if (typical())
    return value(instance, here);
  return exact_.divide(total(instance, here - months + 1, here), exact_.whole(months));
}

Exact Lowering::total(Instance instance, int from, int until) {
  const FormInput* given = history(instance).given;
  Exact sum = exact_.whole(0);
  for (int month = from; month <= until && !graph_.has_given_up(); ++month) {
    // A month before the timeline that nobody told is taken to be like the first one.
    const bool is_there = month >= 0 || (given != nullptr && given->has(month));
    sum = exact_.add(sum, value(instance, is_there ? month : 0));
  }
  return sum;
}

Exact Lowering::value(Instance instance, int index) {
  History& past = history(instance);
  const int before = past.given != nullptr ? past.given->before : 0;
  if (past.cells.empty())
    past.cells.resize(static_cast<std::size_t>(before + value_count(variable(instance), form_.timeline)));
  Cell& cell = past.cells[static_cast<std::size_t>(before + index)];
  if (cell.state == State::known)
    return cell.value;
  if (past.given != nullptr && past.given->has(index)) {
    cell.value = given_value(instance, *past.given, index);
    cell.state = State::known;
    return cell.value;
  }
  const Moment now{variable(instance).period, index};
  if (variable(instance).unsupported != no_variable)
    // Required without the path of this reader: the value is kept, and a later reader may stand on another path.
    sound_ = graph_.minimum(sound_, graph_.logical_not(value(situation_of(rules_, instance), index).numerator));
  const DatedFormula* formula = formula_at(variable(instance).formulas, calendar_month(now));
  if (formula == nullptr || formula->root == no_node)
    return impossible();  // missed by whoever reads it, where the path leads there
  return computed(instance, cell, formula->root, now);
}

Exact Lowering::computed(Instance instance, Cell& cell, NodeId root, Moment now) {
  if (cell.state == State::known)
    return cell.value;
  // A circle over time that no check of the rules has seen, or a chain of months too long for the stack. Both are an
  // answer of the caller's, not a crash.
  if (cell.state == State::open || depth_ == deepest_lowering) {
    is_lost_ = true;
    graph_.give_up();
    return truth(false);
  }
  cell.state = State::open;
  ++depth_;
  // Formulas are lowered where they are read. The reader's bindings and path must not leak into them, since the value
  // is kept for readers that stand elsewhere.
  Frame frame{now, calendar_month(now), {instance.person, instance.person}, {}, {}};
  Frame* const outer = frame_;
  frame_ = &frame;
  const Variable& rule = variable(instance);
  if (origins_ == nullptr) {
    cell.value = tamed(formula_value(rule, root, now));
  } else {
    const ValueOrigin reader = maker_;
    const std::uint32_t reader_scope = scope_;
    note_origins(reader.node);
    maker_ = {instance, now.index, root == variable(instance).initial.root, root};
    if (with_scopes_)
      graph_.set_scope(scope_ = scope_count_++);
    // What the reader has made so far is the reader's; what is made from here on is this formula's.
    cell.value = tamed(formula_value(rule, root, now));
    note_origins(root);
    maker_ = reader;
    graph_.set_scope(scope_ = reader_scope);
  }
  frame_ = outer;
  --depth_;
  cell.state = State::known;
  return cell.value;
}

// The number of the reading, when the form lets one be chosen.
std::optional<Exact> Lowering::chosen(VariableId choice, Moment now) {
  const Instance instance{choice, Instance::household};
  if (choice == no_variable || !is_given(instance, now))
    return std::nullopt;
  return value(instance, same_time(instance, now).index);
}

ValueId Lowering::is_chosen(const Exact& choice, std::size_t reading) {
  return exact_.equal(choice, exact_.whole(static_cast<std::int64_t>(reading)));
}

// The formula at `root`, or the one of the reading that is chosen. All readings are lowered and one is selected when
// the program runs: so one program answers for every reading, and a range of answers costs runs and no compiling. Each
// is lowered on a path of its own, lest a division by zero in one reading spoil the others.
Exact Lowering::formula_value(const Variable& rule, NodeId root, Moment now) {
  const std::optional<Exact> choice = root == rule.initial.root ? std::nullopt : chosen(rule.choice, now);
  if (!choice)
    return lowered(root);
  ValueId none_other = graph_.constant(1);
  std::vector<std::pair<ValueId, Exact>> others;
  for (std::size_t reading = 1; reading <= rule.readings.size() && !graph_.has_given_up(); ++reading) {
    const DatedFormula* formula = formula_at(rule, reading, calendar_month(now));
    if (formula == nullptr || formula->root == root)
      continue;
    const ValueId holds = is_chosen(*choice, reading);
    frame_->path.push_back(holds);
    others.emplace_back(holds, lowered(formula->root));
    frame_->path.pop_back();
    none_other = graph_.minimum(none_other, graph_.logical_not(holds));
  }
  frame_->path.push_back(none_other);
  Exact value = lowered(root);
  frame_->path.pop_back();
  for (const auto& [holds, other] : others)
    value = exact_.select(holds, other, value);
  return value;
}

Exact Lowering::given_value(Instance instance, const FormInput& given, int index) {
  // Inputs come as whole numbers of their decimals: 2,345.67 as 234567 over 100.
  std::int64_t scale = 1;
  for (int i = 0; i < given.decimals; ++i)
    scale *= 10;
  Input input;
  input.instance = instance;
  input.given = static_cast<std::uint32_t>(&given - form_.inputs.data());
  input.index = static_cast<std::uint32_t>(given.before + index);
  input.scale = scale;
  input.range = accepted(variable(instance), scale);
  const auto number = static_cast<std::uint32_t>(inputs_.size());
  inputs_.push_back(input);
  return exact_.from(graph_.input(number, input.range), scale);
}

Interval Lowering::accepted(const Variable& variable, std::int64_t scale) const {
  // The bounds are proof material: with them the graph shows that amounts fit 64 bits or a double. Who reads a case
  // refuses what lies outside.
  Fraction low = Fraction::from_integer(-assumed_bound), high = Fraction::from_integer(assumed_bound);
  switch (variable.type.kind) {
    case Type::Kind::boolean:
      low = Fraction::from_integer(0);
      high = Fraction::from_integer(1);
      break;
    case Type::Kind::enumeration:
      low = Fraction::from_integer(0);
      high =
          Fraction::from_integer(static_cast<std::int64_t>(rules_.enums[variable.type.enumeration].members.size()) - 1);
      break;
    case Type::Kind::month:
      low = Fraction::from_integer(YearMonth::of(1900, 1).index);
      high = Fraction::from_integer(YearMonth::of(2199, 12).index);
      break;
    case Type::Kind::date:
      low = Fraction::from_integer(first_date.days);
      high = Fraction::from_integer(last_date.days);
      break;
    case Type::Kind::number:
      low = variable.lowest.value_or(low);
      high = variable.highest.value_or(high);
      break;
  }
  // Inwards: between 0.005 and 1 lie the whole cents 1 to 100.
  const auto scaled = [&](const Fraction& bound, Rounding mode) -> Int128 {
    const Fraction whole = round_to(bound * Fraction::from_integer(scale), Fraction::from_integer(1), mode);
    const Int128 most = narrow_limit - 1;
    if (!whole.is_valid())
      return bound.sign() < 0 ? -most : most;
    return std::clamp(whole.numerator(), -most, most);
  };
  return {scaled(low, Rounding::up), scaled(high, Rounding::down)};
}

}  // namespace ansio::program
