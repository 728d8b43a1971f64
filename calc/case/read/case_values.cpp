// Reads the values of one owner: single ones, maps by month, groups, decisions, and what was so before.
#include "calc/case/read/case_values.h"

#include <algorithm>

#include "calc/case/names/hints.h"
#include "calc/case/read/open_values.h"
#include "calc/case/values/value.h"

namespace ansio::cases {
namespace {

// A null says "not given", so that a scenario can take back what the case says.
bool is_absent(const Document& value) {
  return value.kind == Document::Kind::null;
}

bool is_month_map(const Document& value) {
  return value.is_map() && !value.entries.empty() &&
         std::all_of(value.entries.begin(), value.entries.end(), [](const auto& entry) {
           return !entry.first.scalar.empty() && entry.first.scalar[0] >= '0' && entry.first.scalar[0] <= '9';
         });
}

// "5000/3", of an amount.
std::optional<Value> parse_ratio(const Variable& variable, std::string_view text) {
  const std::size_t line = text.find('/');
  if (variable.type.kind != Type::Kind::number || line == std::string_view::npos)
    return std::nullopt;
  const auto numerator = parse_fraction(text.substr(0, line)), denominator = parse_fraction(text.substr(line + 1));
  if (!numerator || !denominator || denominator->sign() <= 0)
    return std::nullopt;
  const Fraction value = *numerator / *denominator;
  if (!value.is_valid())
    return std::nullopt;
  return variable.percent ? value / Fraction::from_integer(100) : value;
}

std::optional<Value> read_scalar(CaseReading& reading, const Variable& variable, const Document& value) {
  if (!value.is_scalar()) {
    reading.diagnostics.push_back(worded([&] {
      return bad_case(value.position, variable.name + " takes one value", value.is_map() ? "a map" : "a list",
                      expected_value(reading.rules, variable) + ", or a map of months to such values");
    }));
    return std::nullopt;
  }
  // What is carried from another plan may be a number that no decimals hold.
  const auto ratio = reading.is_history ? parse_ratio(variable, value.scalar) : std::nullopt;
  if (ratio)
    return ratio;
  Result<Value> read = read_value(reading.rules, variable, value.scalar, value.position);
  if (read)
    return *read;
  for (Diagnostic& diagnostic : std::move(read).diagnostics())
    reading.diagnostics.push_back(std::move(diagnostic));
  return std::nullopt;
}

// A value that holds from this month on. A program of few words knows no open ones: it refuses them.
std::optional<Step> read_step(CaseReading& reading, const VariableName& name, YearMonth from, const Document& value) {
  const Variable& variable = reading.rules.variables[name.variable];
  if (is_absent(value))
    return Step{from, std::nullopt};
  if constexpr (says_why)
    if (is_open_value(reading.rules, variable, value))
      return read_open_value(reading, name, from, value);
  const auto read = read_scalar(reading, variable, value);
  return read ? std::optional(Step{from, *read}) : std::nullopt;
}

std::vector<Step> read_month_map(CaseReading& reading, const VariableName& name, const Document& map) {
  std::vector<Step> steps;
  for (const DocumentEntry& entry : map.entries) {
    const Document& key = entry.first;
    const Document& value = entry.second;
    const auto month = parse_year_month(key.scalar);
    if (!month) {
      reading.diagnostics.push_back(worded([&] {
        return Diagnostic{.code = Code::bad_date,
                          .position = key.position,
                          .message = "no month",
                          .found = key.scalar,
                          .expected = "a month such as 2026-05"};
      }));
      continue;
    }
    if (!steps.empty() && *month <= steps.back().from) {
      reading.diagnostics.push_back(worded([&] {
        return Diagnostic{.code = Code::bad_date,
                          .position = key.position,
                          .message = "months must ascend",
                          .found = key.scalar,
                          .expected = "a month after " + to_text(steps.back().from)};
      }));
      continue;
    }
    if (reading.is_history && *month >= reading.start) {
      reading.diagnostics.push_back(worded([&] {
        return Diagnostic{.code = Code::bad_date,
                          .position = key.position,
                          .message = "this month is not before the plan",
                          .found = key.scalar,
                          .expected = "a month before " + to_text(reading.start)};
      }));
      continue;
    }
    if (const auto step = read_step(reading, name, *month, value))
      steps.push_back(*step);
  }
  return steps;
}

// A payment stands in the months named: after each of them there is none again.
std::vector<Step> single_months(const std::vector<Step>& steps) {
  std::vector<Step> single;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    single.push_back(steps[i]);
    const YearMonth next{steps[i].from.index + 1};
    if (i + 1 == steps.size() || steps[i + 1].from != next)
      single.push_back({next, std::nullopt});
  }
  return single;
}

// In a plan a payment says when it is paid, unless there is none.
bool lacks_month(const CaseReading& reading, const Variable& variable, const Step& step) {
  return variable.is_single && !reading.is_typical && step.value && (step.open != not_open || step.value->sign() != 0);
}

void refuse_without_month(CaseReading& reading, const Variable& variable, const Document& value) {
  reading.diagnostics.push_back(worded([&] {
    const YearMonth month = reading.is_history ? YearMonth{reading.start.index - 1} : reading.start;
    return bad_case(value.position, variable.name + " is paid once: the case says in which month", value.scalar,
                    "{" + to_text(month) + ": " + (value.scalar.empty() ? "…" : value.scalar) + "}");
  }));
}

// A scenario that says of a month before the start what the case does not say so.
void warn_of_the_past(CaseReading& reading, const Variable& variable, const CaseValue& value) {
  const auto own = std::find_if(reading.values.begin(), reading.values.end(),
                                [&](const CaseValue& other) { return other.name == value.name; });
  for (const Step& step : value.steps) {
    if (step.from.index == 0 || step.from >= reading.start)
      continue;
    const auto known = own == reading.values.end() ? std::nullopt : value_of(own->steps, step.from);
    if (step.value == known || (!known && (!step.value || step.value->sign() == 0)))
      continue;
    reading.diagnostics.push_back(worded([&] {
      return Diagnostic{.code = Code::contradiction,
                        .severity = Severity::warning,
                        .position = value.position,
                        .message = "a scenario does not change the months before the start: they are as the case says",
                        .found = variable.name + " in " + to_text(step.from),
                        .expected = "the value of these months outside the scenarios, or in `before`"};
    }));
    return;
  }
}

// What a scenario says holds from the start: the months before are the case's own. Months and days say themselves when
// they are, and a person whom only the scenario knows has no months of the case.
void begin_at_start(CaseReading& reading, const Variable& variable, CaseValue& value) {
  const Owner& owner = value.name.owner;
  const bool has_a_past =
      owner.role == Owner::Role::household || (reading.of_case && person_number(*reading.of_case, owner));
  const bool is_of_time = variable.type.kind == Type::Kind::month || variable.type.kind == Type::Kind::date;
  if (!reading.is_change || reading.is_history || reading.is_typical || !has_a_past || is_of_time ||
      variable.period == Period::year || variable.kind == Variable::Kind::choice)
    return;
  std::vector<Step>& steps = value.steps;
  if (steps.empty() || steps.front().from >= reading.start)
    return;
  warn_of_the_past(reading, variable, value);
  const auto later =
      std::find_if(steps.begin(), steps.end(), [&](const Step& step) { return step.from > reading.start; });
  const Step at_start{reading.start, std::prev(later)->value, std::prev(later)->open};
  steps.erase(steps.begin(), later);
  steps.insert(steps.begin(), at_start);
}

void read_variable(CaseReading& reading, const Owner& owner, VariableId id, const Position& where,
                   const Document& value) {
  const Variable& variable = reading.rules.variables[id];
  const bool of_household = owner.role == Owner::Role::household;
  if (of_household && variable.entity == Entity::person) {
    reading.diagnostics.push_back(worded([&] {
      return bad_case(where, variable.name + " is a person's", variable.name, "the person it belongs to",
                      "client: {" + variable.name + ": …}");
    }));
    return;
  }
  if (!of_household && variable.entity == Entity::household) {
    reading.diagnostics.push_back(worded([&] {
      return bad_case(where, variable.name + " is the household's", variable.name, "its place at the top of the case");
    }));
    return;
  }
  CaseValue given{{owner, id}, {}, where};
  if (is_month_map(value)) {
    given.steps = read_month_map(reading, given.name, value);
    if (variable.is_single)
      given.steps = single_months(given.steps);
  } else if (const auto step = read_step(reading, given.name, YearMonth{0}, value)) {
    given.steps = {*step};
    if (lacks_month(reading, variable, *step))
      return refuse_without_month(reading, variable, value);
  } else {
    return;
  }
  begin_at_start(reading, variable, given);
  put_value(reading, std::move(given));
}

void unknown_key(CaseReading& reading, const Document& key, Names structural) {
  reading.diagnostics.push_back(worded([&] {
    // A text that is wrong throughout gets no hints past those that are shown.
    const bool is_shown = reading.diagnostics.size() < most_diagnostics;
    return Diagnostic{.code = Code::unknown_variable,
                      .position = key.position,
                      .message = "a case has no such key",
                      .found = key.scalar,
                      .hint = is_shown
                                  ? nearest_variable(reading.rules, key.scalar, {structural.begin(), structural.end()})
                                  : std::string()};
  }));
}

}  // namespace

void put_value(CaseReading& reading, CaseValue value) {
  auto old = std::find_if(reading.values.begin(), reading.values.end(),
                          [&](const CaseValue& other) { return other.name == value.name; });
  if (old == reading.values.end()) {
    reading.values.push_back(std::move(value));
    return;
  }
  if (!reading.is_change && old->position.line != 0) {
    const bool same_place = old->position.line == value.position.line && old->position.column == value.position.column;
    if (!same_place)
      reading.diagnostics.push_back(worded([&] {
        return Diagnostic{.code = Code::duplicate_key,
                          .position = value.position,
                          .message = reading.rules.variables[value.name.variable].name + " is given twice",
                          .expected = "one value; the first stands on line " + std::to_string(old->position.line)};
      }));
    return;
  }
  std::vector<Step> steps;
  const bool from_a_month = !value.steps.empty() && value.steps.front().from.index != 0;
  if (from_a_month)
    for (const Step& step : old->steps)
      if (step.from < value.steps.front().from)
        steps.push_back(step);
  steps.insert(steps.end(), value.steps.begin(), value.steps.end());
  old->steps = std::move(steps);
  old->position = value.position;
}

Diagnostic bad_case(const Position& where, std::string message, std::string found, std::string expected,
                    std::string hint) {
  return {.code = Code::bad_case,
          .position = where,
          .message = std::move(message),
          .found = std::move(found),
          .expected = std::move(expected),
          .hint = std::move(hint)};
}

void read_decisions(CaseReading& reading, const Owner& owner, const Document& decisions) {
  if (is_absent(decisions))
    return;
  if (!decisions.is_map()) {
    reading.diagnostics.push_back(worded([&] {
      return bad_case(decisions.position, "decisions are a map", {}, "module: {amount: …, decided: 2026-01}");
    }));
    return;
  }
  for (const DocumentEntry& entry : decisions.entries) {
    const Document& module = entry.first;
    const Document& facts = entry.second;
    if (is_absent(facts))
      continue;
    if (!facts.is_map()) {
      reading.diagnostics.push_back(worded([&] {
        return bad_case(facts.position, "a decision is a map", facts.scalar, "{amount: …, decided: 2026-01}");
      }));
      continue;
    }
    for (const auto& [key, value] : facts.entries) {
      const std::string prefix = module.scalar + "_decided";
      const std::string name = key.scalar == "decided" ? prefix : prefix + "_" + key.scalar;
      if (const auto variable = reading.rules.find_variable(name))
        read_variable(reading, owner, *variable, key.position, value);
      else
        reading.diagnostics.push_back(unknown_variable(reading.rules, name, key.position));
    }
  }
}

void read_before(CaseReading& reading, const Owner& owner, const Document& before) {
  if (is_absent(before))
    return;
  if (!before.is_map()) {
    reading.diagnostics.push_back(worded([&] {
      return bad_case(before.position, "before is a map", before.scalar, "{wage: 780, module.amount: 401.12}");
    }));
    return;
  }
  CaseReading of_past{reading.rules, reading.before,    reading.before, reading.open,      reading.diagnostics,
                      reading.start, reading.is_change, true,           reading.is_typical};
  for (const auto& [key, value] : before.entries) {
    if (const auto variable = reading.rules.find_variable(key.scalar))
      read_variable(of_past, owner, *variable, key.position, value);
    else
      unknown_key(reading, key, {});
  }
}

void read_case_entry(CaseReading& reading, const Owner& owner, const Document& key, const Document& value,
                     Names structural) {
  if (const auto variable = reading.rules.find_variable(key.scalar)) {
    read_variable(reading, owner, *variable, key.position, value);
    return;
  }
  // Any other map of known names is a group: it gathers what belongs together and means nothing itself.
  const bool is_name = key.scalar.find_first_not_of("abcdefghijklmnopqrstuvwxyz_0123456789") == std::string::npos;
  const bool is_group = is_name && value.is_map() && !value.entries.empty() && !is_month_map(value);
  if (!is_group) {
    unknown_key(reading, key, structural);
    return;
  }
  const bool any_known = std::any_of(value.entries.begin(), value.entries.end(), [&](const auto& entry) {
    return reading.rules.find_variable(entry.first.scalar).has_value();
  });
  if (!any_known) {
    unknown_key(reading, key, structural);
    return;
  }
  for (const auto& [inner, inner_value] : value.entries) {
    if (const auto variable = reading.rules.find_variable(inner.scalar))
      read_variable(reading, owner, *variable, inner.position, inner_value);
    else
      unknown_key(reading, inner, {});
  }
}

}  // namespace ansio::cases
