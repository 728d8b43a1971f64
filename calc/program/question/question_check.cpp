// Everything that is wrong with a question, said at once, before an evaluator sees it.
#include "calc/program/question/question_check.h"

#include "calc/base/date/date.h"
#include "calc/program/question/people.h"

namespace ansio::program {
namespace {

Diagnostic refusal(Code code, std::string message) {
  Diagnostic diagnostic;
  diagnostic.code = code;
  diagnostic.message = std::move(message);
  return diagnostic;
}

// A value or bound as people write it: percentages in per cent.
std::string shown(const Variable& variable, const Fraction& value) {
  return to_decimal_text(variable.percent ? value * Fraction::from_integer(100) : value);
}

void check_instance(const RuleSet& rules, Shape shape, const Instance& instance, Diagnostics& found) {
  if (instance.variable >= rules.variables.size()) {
    found.push_back(worded([] { return refusal(Code::unknown_variable, "no variable of this number"); }));
    return;
  }
  const Variable& variable = rules.variables[instance.variable];
  const bool of_household = instance.person == Instance::household;
  if (of_household != (variable.entity == Entity::household))
    found.push_back(worded([&] {
      return refusal(Code::entity_mismatch,
                     variable.name + (of_household ? " belongs to a person, not to the household"
                                                   : " belongs to the household, not to a person"));
    }));
  else if (!of_household && instance.person >= shape.person_count())
    found.push_back(worded([&] {
      return refusal(Code::no_such_person, "the household has no person " + std::to_string(instance.person + 1));
    }));
}

// The whole numbers that stand for the members of the type; nothing for a number.
std::optional<std::pair<std::int64_t, std::int64_t>> members(const RuleSet& rules, const Type& type) {
  switch (type.kind) {
    case Type::Kind::boolean:
      return std::pair<std::int64_t, std::int64_t>(0, 1);
    case Type::Kind::enumeration:
      return std::pair<std::int64_t, std::int64_t>(
          0, static_cast<std::int64_t>(rules.enums[type.enumeration].members.size()) - 1);
    case Type::Kind::month:
      return std::pair<std::int64_t, std::int64_t>(YearMonth::of(1900, 1).index, YearMonth::of(2199, 12).index);
    case Type::Kind::date:
      return std::pair<std::int64_t, std::int64_t>(first_date.days, last_date.days);
    case Type::Kind::number:
      break;
  }
  return std::nullopt;
}

bool within(const Fraction& value, std::int64_t low, std::int64_t high) {
  return value.is_integer() && value.numerator() >= low && value.numerator() <= high;
}

void check_value(const RuleSet& rules, Shape shape, const Instance& instance, const Fraction& value,
                 Diagnostics& found) {
  const Variable& variable = rules.variables[instance.variable];
  const auto complain = [&](Code code, std::string_view what) {
    found.push_back(worded([&] {
      Diagnostic diagnostic = refusal(code, instance_name(variable.name, shape, instance.person) + std::string(what));
      diagnostic.found = value.is_valid() ? shown(variable, value) : std::string();
      if (code == Code::out_of_bounds) {
        if (variable.lowest)
          diagnostic.expected += "at least " + shown(variable, *variable.lowest);
        if (variable.lowest && variable.highest)
          diagnostic.expected += ", ";
        if (variable.highest)
          diagnostic.expected += "at most " + shown(variable, *variable.highest);
      }
      return diagnostic;
    }));
  };
  if (!value.is_valid()) {
    complain(Code::value_too_large, " has a value beyond what can be computed exactly");
    return;
  }
  if (const auto range = members(rules, variable.type); range && !within(value, range->first, range->second)) {
    complain(Code::bad_value, " has a value that is not one of its kind");
    return;
  }
  if ((variable.lowest && value < *variable.lowest) || (variable.highest && *variable.highest < value))
    complain(Code::out_of_bounds, " is outside its bounds");
}

void check_timeline(const RuleSet& rules, const Timeline& timeline, Diagnostics& found) {
  if (timeline.first < rules.law_from) {
    found.push_back(worded([&] {
      Diagnostic diagnostic = refusal(Code::date_out_of_range, "the rules hold no law for " + to_text(timeline.first));
      diagnostic.expected = to_text(rules.law_from) + " or later";
      return diagnostic;
    }));
  }
  const bool whole_years = timeline.first.month() == 1 && timeline.months > 0 && timeline.months % 12 == 0;
  if (timeline.typical ? timeline.months != 1 : !whole_years)
    found.push_back(worded([&] {
      return refusal(Code::wrong_use,
                     timeline.typical ? "a typical month is one month" : "a plan is of whole calendar years");
    }));
  if (timeline.start < 0 || timeline.start >= std::max(timeline.months, 1))
    found.push_back(worded([] { return refusal(Code::wrong_use, "a plan starts in one of its months"); }));
}

}  // namespace

int value_count(const Variable& variable, const Timeline& timeline) {
  if (timeline.typical)
    return 1;
  return variable.period == Period::year ? timeline.months / 12 : timeline.months;
}

Diagnostics check_question(const RuleSet& rules, const Question& question) {
  Diagnostics found;
  check_timeline(rules, question.timeline, found);
  for (const Instance& instance : question.wanted)
    check_instance(rules, question.shape, instance, found);
  for (const Given& given : question.given) {
    const std::size_t before = found.size();
    check_instance(rules, question.shape, given.instance, found);
    if (found.size() != before)
      continue;
    const Variable& variable = rules.variables[given.instance.variable];
    if (given.before < 0 ||
        given.values.size() != static_cast<std::size_t>(given.before + value_count(variable, question.timeline))) {
      found.push_back(
          worded([&] { return refusal(Code::bad_value, variable.name + " is given for a wrong number of months"); }));
      continue;
    }
    for (const std::optional<Value>& value : given.values)
      if (value)
        check_value(rules, question.shape, given.instance, *value, found);
  }
  return found;
}

Instance situation_of(const RuleSet& rules, const Instance& instance) {
  const VariableId situation = rules.variables[instance.variable].unsupported;
  const bool of_household = rules.variables[situation].entity == Entity::household;
  return {situation, of_household ? Instance::household : instance.person};
}

}  // namespace ansio::program
