#include "calc/analyse/rates.h"

#include <algorithm>

#include "calc/analyse/summands.h"
#include "calc/ruleset/fields.h"
#include "calc/ruleset/texts.h"
#include "calc/simulate/names.h"

namespace calc {
namespace {

std::optional<VariableId> read_number_of(Fields& fields, std::string_view key, const RuleSet& rules, Entity entity,
                                         Diagnostics& diagnostics) {
  const Document* document = fields.require(key);
  if (document == nullptr)
    return std::nullopt;
  const std::optional<std::string> name = read_text(*document, diagnostics);
  if (!name)
    return std::nullopt;
  const auto variable = rules.find_variable(*name);
  if (!variable) {
    diagnostics.push_back(unknown_variable(rules, *name, document->position));
    return std::nullopt;
  }
  const Variable& found = rules.variables[*variable];
  if (found.entity != entity || found.type.kind != Type::Kind::number || found.period != Period::month) {
    report(diagnostics, Code::wrong_kind, document->position, "a rate is of other figures", *name,
           entity == Entity::person ? "a person's number per month" : "a household's number per month");
    return std::nullopt;
  }
  return variable;
}

void read_rate(const Document& key, const Document& value, const RuleSet& rules, std::vector<Rate>& rates,
               Diagnostics& diagnostics) {
  Fields fields(value, key.position, "a rate", diagnostics);
  const std::optional<std::string> name = read_name(key, "the name of a rate", diagnostics);
  if (!fields.is_map() || !name)
    return;
  if (rules.find_variable(*name))
    report(diagnostics, Code::name_taken, key.position, "a variable has this name", *name);
  Rate rate;
  rate.name = *name;
  rate.title = require_texts(fields, "title", diagnostics);
  const auto of = read_number_of(fields, "of", rules, Entity::person, diagnostics);
  const auto leaves = read_number_of(fields, "leaves", rules, Entity::household, diagnostics);
  if (const Document* step = fields.require("by")) {
    if (!step->is_scalar() || step->scalar != "all")
      rate.step = read_number(*step, diagnostics);
    if (rate.step && rate.step->sign() <= 0)
      report(diagnostics, Code::wrong_kind, step->position, "a step of nothing", step->scalar,
             "a number above 0, or all");
  }
  fields.finish();
  if (!of || !leaves)
    return;
  rate.of = *of;
  rate.leaves = *leaves;
  rates.push_back(std::move(rate));
}

std::size_t place_of(const RuleSet& rules, const Question& question, const Instance& instance, YearMonth month) {
  if (question.timeline.typical)
    return 0;
  if (rules.variables[instance.variable].period == Period::year)
    return static_cast<std::size_t>(month.year() - question.timeline.first.year());
  return static_cast<std::size_t>(month.index - question.timeline.first.index);
}

// The question with the person's number changed in every month: a step more, or nothing.
Question other_household(Question question, const Rate& rate, const Instance& moved, const std::vector<Value>& now) {
  std::vector<std::optional<Value>> values;
  for (const Value& value : now)
    values.emplace_back(rate.step ? value + *rate.step : Fraction{});
  const auto given = std::find_if(question.given.begin(), question.given.end(),
                                  [&](const Given& one) { return one.instance == moved; });
  if (given != question.given.end())
    given->values = std::move(values);
  else
    question.given.push_back({moved, std::move(values)});
  return question;
}

}  // namespace

Result<std::vector<Rate>> read_rates(const Document& document, const RuleSet& rules) {
  Diagnostics diagnostics;
  std::vector<Rate> rates;
  Fields fields(document, document.position, "a file of rates", diagnostics);
  if (!fields.is_map())
    return diagnostics;
  if (const Document* all = fields.require("rates")) {
    if (!all->is_map())
      report(diagnostics, Code::wrong_kind, all->position, "rates are a map from names to maps", describe(*all));
    for (const auto& [key, value] : all->entries)
      read_rate(key, value, rules, rates, diagnostics);
  }
  fields.finish();
  if (has_errors(diagnostics))
    return diagnostics;
  return rates;
}

Result<std::vector<RateOfPerson>> compute_rate(const RuleSet& rules, const Case& situation, const Scenario& scenario,
                                               const Rate& rate, std::uint8_t person,
                                               const std::vector<YearMonth>& months, const Answering& answering) {
  const Instance moved{rate.of, person};
  const Instance leaves{rate.leaves, Instance::household};
  Question question = make_question(rules, situation, scenario, {});
  question.wanted = {moved, leaves};
  std::vector<std::vector<Summand>> parts;  // by month: a formula may change
  for (const YearMonth month : months) {
    parts.push_back(summands_of(rules, question, leaves, static_cast<int>(place_of(rules, question, leaves, month))));
    for (const Summand& part : parts.back())
      if (std::find(question.wanted.begin(), question.wanted.end(), part.instance) == question.wanted.end())
        question.wanted.push_back(part.instance);
  }
  const Result<Answer> now = answering(question);
  if (!now)
    return now.diagnostics();
  const Result<Answer> other = answering(other_household(question, rate, moved, now->values[0]));
  if (!other)
    return other.diagnostics();
  const auto change_of = [&](const Instance& instance, std::size_t place) {
    const auto wanted = static_cast<std::size_t>(std::find(question.wanted.begin(), question.wanted.end(), instance) -
                                                 question.wanted.begin());
    return other->values[wanted][place] - now->values[wanted][place];
  };

  std::vector<RateOfPerson> results;
  for (std::size_t i = 0; i < months.size(); ++i) {
    RateOfPerson result;
    result.person = person;
    const std::size_t at = place_of(rules, question, moved, months[i]);
    result.from = now->values[0][at];
    result.to = other->values[0][at];
    const Fraction difference = change_of(moved, at);
    const Fraction kept = change_of(leaves, at) / difference;  // invalid without a difference
    result.value = Fraction::from_integer(1) - kept;
    result.rounding = kept;
    for (const Summand& part : parts[i]) {
      const Fraction share = part.factor * change_of(part.instance, static_cast<std::size_t>(part.index)) / difference;
      result.rounding = result.rounding - share;
      if (share.is_valid() && share.sign() != 0)
        result.shares.push_back({part.instance, share});
    }
    results.push_back(std::move(result));
  }
  return results;
}

}  // namespace calc
