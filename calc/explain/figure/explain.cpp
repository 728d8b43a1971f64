// Builds the tree of an explanation from traces, each figure opened once, and holds its root against the answer.
#include "calc/explain/figure/explain.h"

#include <algorithm>
#include <set>

#include "calc/explain/figure/formula_amounts.h"
#include "calc/explain/sentences/says.h"
#include "calc/explain/words/format.h"
#include "calc/program/question/rates.h"

namespace ansio::explain {
namespace {

class Explainer {
 public:
  Explainer(const RuleSet& rules, Tracer& tracer, const Shape& shape, Language language)
      : rules_(rules), tracer_(tracer), shape_(shape), language_(language) {}

  Explanation explain(const FigureAt& figure, NodeKind how, const Value& value) {
    Explanation why;
    why.figure = figure;
    why.how = how;
    why.value = value;
    why.type = type_as_read(rules_.variables[figure.instance.variable].type, how);
    why.origin = tracer_.origin(figure);
    const FormulaTrace trace = tracer_.trace(figure);
    why.month = trace.month;
    why.seen = !seen_.insert(figure).second;
    if (why.seen)
      return why;
    why.formula = trace.formula;
    FormulaAmounts amounts(rules_, trace, language_);
    why.with_amounts = amounts.text();
    why.branches = std::move(amounts.branches);
    why.roundings = std::move(amounts.roundings);
    why.parameters = parameter_uses(rules_, trace);
    why.says = sentence_of(why);
    const std::vector<TracedRead> reads = reads_once(trace.reads);
    why.reads.reserve(reads.size());
    for (const TracedRead& read : reads)
      why.reads.push_back(explain(shown(read), read.how, read.value));
    return why;
  }

 private:
  static Type type_as_read(Type type, NodeKind how) {
    const bool summed = how == NodeKind::year_sum || how == NodeKind::year_to_date;
    if (summed && type.unit.powers[Unit::month] == -1) {
      type.unit.powers[Unit::month] = 0;
      --type.unit.powers[Unit::year];
    }
    return type;
  }

  // A sum over months opens its last month that is computed as the month at hand is.
  static FigureAt shown(const TracedRead& read) {
    return {read.figure.instance, read.last_index, read.figure.is_initial};
  }

  static std::vector<TracedRead> reads_once(const std::vector<TracedRead>& reads) {
    std::vector<TracedRead> once;
    for (const TracedRead& read : reads) {
      const bool known = std::any_of(once.begin(), once.end(), [&](const TracedRead& other) {
        return other.how == read.how && other.figure == read.figure && other.last_index == read.last_index;
      });
      if (!known)
        once.push_back(read);
    }
    return once;
  }

  std::string sentence_of(const Explanation& why) {
    const Variable& variable = rules_.variables[why.figure.instance.variable];
    if (variable.says.empty())
      return {};
    const Saying saying{rules_,
                        shape_,
                        variable.module,
                        why.figure.instance.person,
                        why.month,
                        language_,
                        format_in_sentence(rules_, variable.type, variable.percent, why.value, language_),
                        [&](const Instance& instance) -> std::optional<Value> {
                          Result<Value> value = tracer_.value(tracer_.figure_in(instance, why.month));
                          if (!value)
                            return std::nullopt;
                          return *value;
                        }};
    return fill(saying, variable.says.in(language_));
  }

  const RuleSet& rules_;
  Tracer& tracer_;
  Shape shape_;
  Language language_;
  std::set<FigureAt> seen_;
};

std::vector<ExpectedValue> expected_of(const RuleSet& rules, Tracer& tracer, const Question& question,
                                       const FigureAt& figure) {
  return foundations_of(rules, tracer, question, {&figure, 1}).expected;
}

// A rate: the household as it is and the other one, side by side; of the former, why its figures are what they are.
Result<Explanation> explain_rate(const RuleSet& rules, const Question& question, const Instance& instance,
                                 YearMonth month, Language language, const Answering& answering) {
  const RateOf& rate = *rules.variables[instance.variable].rate;
  Question asked = question;
  asked.wanted = {instance, {rate.of, instance.person}, {rate.leaves, Instance::household}};
  const Result<Answer> now = answering(asked);
  if (!now)
    return now.diagnostics();
  Question other = other_household(asked, rate, instance.person, now->values[1]);
  other.wanted = {asked.wanted[1], asked.wanted[2]};
  const Result<Answer> then = answering(other);
  if (!then)  // why there is no rate
    return then.diagnostics();
  asked.wanted.erase(asked.wanted.begin());
  Tracer tracer(rules, asked);
  if (Diagnostics refused = tracer.start(); !refused.empty())
    return refused;
  Explainer explainer(rules, tracer, question.shape, language);
  const FigureAt figure = tracer.figure_in(instance, month);
  const auto place = static_cast<std::size_t>(figure.index);
  for (std::size_t before = 0; before < place; ++before)
    for (const Instance& read : asked.wanted)
      (void)tracer.value({read, static_cast<int>(before)});
  Explanation why = explainer.explain(figure, NodeKind::variable, now->values[0][place]);
  if (why.origin != Origin::computed)
    return why;
  const Variable& of = rules.variables[rate.of];
  const Variable& leaves = rules.variables[rate.leaves];
  const auto minus = [&](const Variable& variable, const Value& a, const Value& b) {
    const Type plain{Type::Kind::number, 0, {}};
    return format_value(rules, plain, variable.percent, a, language, 6) + " - " +
           format_value(rules, plain, variable.percent, b, language, 6);
  };
  const Value& of_now = now->values[1][place];
  const Value& of_then = then->values[0][place];
  const Value& left_now = now->values[2][place];
  const Value& left_then = then->values[1][place];
  why.with_amounts = rate.step
                         ? "1 - (" + minus(leaves, left_then, left_now) + ") / (" + minus(of, of_then, of_now) + ")"
                         : "1 - (" + minus(leaves, left_now, left_then) + ") / (" + minus(of, of_now, of_then) + ")";
  for (std::size_t i = 2; i > 0; --i)
    why.reads.push_back(
        explainer.explain({asked.wanted[i - 1], figure.index}, NodeKind::variable, now->values[i][place]));
  why.expected = expected_of(rules, tracer, asked, {{rate.leaves, Instance::household}, figure.index});
  return why;
}

}  // namespace

Result<Explanation> explain(const RuleSet& rules, const Question& question, const Instance& instance, YearMonth month,
                            Language language, const Answering& answering) {
  if (answering && rules.variables[instance.variable].rate)
    return explain_rate(rules, question, instance, month, language, answering);
  Question asked = question;
  asked.wanted = {instance};
  Tracer tracer(rules, asked);
  if (Diagnostics refused = tracer.start(); !refused.empty())
    return refused;
  const FigureAt figure = tracer.figure_in(instance, month);
  // Month by month, so that no chain of previous() is followed all at once.
  for (int index = 0; index < figure.index; ++index)
    (void)tracer.value({instance, index});
  Result<Value> value = tracer.value(figure);
  if (!value)
    return std::move(value).diagnostics();
  if (answering) {
    const Result<Answer> answer = answering(asked);
    if (!answer)
      return answer.diagnostics();
    const Value& theirs = answer->values.front()[static_cast<std::size_t>(figure.index)];
    if (!(theirs == *value))
      return Diagnostic{.code = Code::internal,
                        .message = "the explanation and the figure differ",
                        .found = to_decimal_text(*value),
                        .expected = to_decimal_text(theirs)};
  }
  Explanation why = Explainer(rules, tracer, question.shape, language).explain(figure, NodeKind::variable, *value);
  why.expected = expected_of(rules, tracer, asked, figure);
  return why;
}

}  // namespace ansio::explain
