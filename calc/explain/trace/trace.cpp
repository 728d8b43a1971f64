// Evaluates one formula again and notes every read and every node's value.
#include "calc/explain/trace/trace.h"

#include <algorithm>

namespace ansio::explain {

class Tracer::World final : public FormulaWorld<Fraction> {
 public:
  World(Tracer& tracer, Evaluator::Moment now, FormulaTrace& trace) : tracer_(tracer), now_(now), trace_(trace) {}

  std::optional<Fraction> read(NodeKind how, Instance instance, std::uint32_t months) override {
    const auto value = tracer_.evaluator_.read(how, instance, months, now_);
    // Everybody is there unless the case says otherwise: only who is not explains a figure.
    if (value && (!asks_membership_ || value->sign() == 0)) {
      trace_.reads.push_back(tracer_.read_of(how, instance, months, now_));
      trace_.reads.back().value = *value;
    }
    return value;
  }
  bool is_given(Instance instance) override { return tracer_.evaluator_.is_given(instance, now_); }
  std::size_t chosen(VariableId choice) override { return tracer_.evaluator_.chosen(choice, now_); }
  bool is_typical() override { return tracer_.evaluator_.typical(); }
  void fail(Diagnostic /*diagnostic*/) override {}
  void evaluated(NodeId node, const Fraction& value) override { trace_.nodes.push_back({node, value}); }
  void enter_membership() override { asks_membership_ = true; }
  void leave_membership() override { asks_membership_ = false; }

 private:
  Tracer& tracer_;
  Evaluator::Moment now_;
  FormulaTrace& trace_;
  bool asks_membership_ = false;
};

Tracer::Tracer(const RuleSet& rules, const Question& question)
    : rules_(rules), question_(question), evaluator_(rules, question) {}

Diagnostics Tracer::start() {
  return evaluator_.start();
}

FigureAt Tracer::figure_in(Instance instance, YearMonth month) const {
  const Timeline& timeline = question_.timeline;
  if (timeline.typical)
    return {instance, 0};
  const bool yearly = rules_.variables[instance.variable].period == Period::year;
  return {instance, yearly ? month.year() - timeline.first.year() : month.index - timeline.first.index};
}

Tracer::Evaluator::Moment Tracer::moment_of(const FigureAt& figure) const {
  return {rules_.variables[figure.instance.variable].period, figure.index};
}

// Without history an input, or a rule that is given, is taken to have been what it is.
bool Tracer::keeps_its_value(const FigureAt& figure) {
  return rules_.variables[figure.instance.variable].kind == Variable::Kind::input ||
         evaluator_.is_given(figure.instance, moment_of(figure));
}

Result<Value> Tracer::value(const FigureAt& figure) {
  const auto value = figure.is_initial ? evaluator_.without_history(figure.instance, figure.index)
                                       : evaluator_.value_at_index(figure.instance, figure.index);
  if (!value)
    return evaluator_.last_failure();
  return *value;
}

Origin Tracer::origin(const FigureAt& figure) {
  const bool is_input = rules_.variables[figure.instance.variable].kind == Variable::Kind::input;
  if (evaluator_.is_given(figure.instance, moment_of(figure))) {
    const bool is_told = is_input || evaluator_.is_past(figure.instance, figure.index);
    return is_told ? Origin::given : Origin::overridden;
  }
  if (is_input)
    return Origin::by_default;
  return figure.is_initial ? Origin::initial : Origin::computed;
}

FormulaTrace Tracer::trace(const FigureAt& figure) {
  FormulaTrace trace;
  const Origin origin = this->origin(figure);
  const auto now = moment_of(figure);
  trace.month = evaluator_.calendar_month(now);
  trace.question = &question_;
  if (origin == Origin::given || origin == Origin::overridden)
    return trace;
  const Variable& variable = rules_.variables[figure.instance.variable];
  const DatedFormula* formula = origin == Origin::initial ? &variable.initial : evaluator_.formula_now(variable, now);
  if (formula == nullptr || formula->root == no_node)
    return trace;
  trace.formula = formula;
  World world(*this, now, trace);
  TreeEvaluator<Fraction> evaluator(rules_, question_.shape, world);
  const std::uint8_t person = figure.instance.person;
  evaluator.evaluate(formula->root, Viewpoint{person, person}, trace.month);
  return trace;
}

std::optional<Value> Tracer::evaluate(NodeId node, Viewpoint from, int index, Period period) {
  const Evaluator::Moment now{period, index};
  FormulaTrace trace;
  World world(*this, now, trace);
  TreeEvaluator<Fraction> evaluator(rules_, question_.shape, world);
  return evaluator.evaluate(node, from, evaluator_.calendar_month(now));
}

TracedRead Tracer::read_of(NodeKind how, Instance instance, std::uint32_t months, Evaluator::Moment now) {
  const int here = evaluator_.same_time(instance, now).index;
  TracedRead read{how, {instance, here}, here, {}};
  const int january = evaluator_.typical() ? 0 : here / 12 * 12;
  switch (how) {
    case NodeKind::previous:
    case NodeKind::last_year:
      if (evaluator_.has_history(instance, here))
        read.figure.index = here - 1;
      else
        read.figure.is_initial = !keeps_its_value({instance, here});
      read.last_index = read.figure.index;
      break;
    case NodeKind::average:
      if (!evaluator_.typical())
        read.figure.index = evaluator_.first_of_average(instance, here, static_cast<int>(months));
      break;
    case NodeKind::year_to_date:
    case NodeKind::year_sum:
      read.figure.index = january;
      if (how == NodeKind::year_sum && !evaluator_.typical())
        read.last_index = january + 11;
      break;
    case NodeKind::at_year_start:
      read.figure.index = read.last_index = january;
      break;
    case NodeKind::at_year_end:
      read.figure.index = read.last_index = evaluator_.typical() ? 0 : january + 11;
      break;
    default:
      break;
  }
  return read;
}

}  // namespace ansio::explain
