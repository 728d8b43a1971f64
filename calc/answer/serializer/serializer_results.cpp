// Results and comparisons as JSON.
#include <algorithm>

#include "calc/answer/serializer/serializer_open.h"
#include "calc/answer/serializer/serializer_parts.h"
#include "calc/explain/sentences/says.h"
#include "calc/explain/words/format.h"
#include "calc/ruleset/model/choices.h"
#include "calc/simulate/compare/compare.h"
#include "calc/simulate/results/to_do.h"

namespace ansio::answer {
namespace {

void write_timeline(JsonWriter& json, const Results& results) {
  json.key("timeline").begin_object();
  json.key("typical").boolean(results.typical);
  json.key("start").text(to_text(results.start));
  json.key("months").begin_list();
  for (int month = 0; month < results.months; ++month)
    json.text(to_text(YearMonth{results.start.index + month}));
  json.end_list().key("years").begin_list();
  for (int year = 0; year < shown_years(results); ++year)
    json.number(results.start.year() + year);
  json.end_list().end_object();
}

void write_values(JsonWriter& json, const RuleSet& rules, const Figure& figure) {
  json.key("values").begin_list();
  for (const Value& value : figure.values)
    json::write_value(json, rules, rules.variables[figure.instance.variable], value);
  json.end_list();
}

// The months, or years, shown in which a figure rests on what is expected.
void write_marks(JsonWriter& json, const Results& results, const Variable& variable, const std::vector<bool>& marks) {
  if (marks.empty())
    return;
  json.key("expected").begin_list();
  for (std::size_t i = 0; i < marks.size(); ++i)
    if (marks[i] && variable.period == Period::year)
      json.number(results.start.year() + static_cast<int>(i));
    else if (marks[i])
      json.text(to_text(YearMonth{results.start.index + static_cast<int>(i)}));
  json.end_list();
}

// The line of a figure, or of its difference, that moves; nullptr when it does not.
const RangeLine* moving_line(const Ranges* ranges, std::size_t scenario, bool is_difference, VariableId variable,
                             const std::string& person) {
  if (ranges == nullptr)
    return nullptr;
  for (const RangeLine& line : ranges->lines)
    if (line.scenario == scenario && line.is_difference == is_difference && line.variable == variable &&
        line.person == person && line.moves())
      return &line;
  return nullptr;
}

void write_open(JsonWriter& json, const Envelope& envelope, const Ranges* ranges) {
  if (ranges == nullptr)
    return;
  json.key("open").begin_list();
  for (const OpenItem& item : ranges->items)
    json::write_item(json, envelope, item);
  json.end_list();
  if (!ranges->is_whole)
    json.key("open_whole").boolean(false);
}

// `write_more` adds what else is known of the figure: a program that knows no more need not hold the writers of it.
template <class WriteMore>
void write_figure(JsonWriter& json, const Envelope& envelope, const Results& results, const ScenarioResult& scenario,
                  const Figure& figure, const WriteMore& write_more) {
  const RuleSet& rules = envelope.rules;
  json.begin_object();
  json::write_instance(json, rules, scenario.shape, figure.instance);
  write_values(json, rules, figure);
  if (const auto total = total_of(rules, figure))
    json.key("total").number(to_decimal_text(*total));
  if (figure.overridden)
    json.key("override").boolean(true);
  write_marks(json, results, rules.variables[figure.instance.variable], figure.expected);
  write_more(scenario, figure);
  json::write_text(json, "says", sentence_of(rules, results, scenario, figure, envelope.language));
  json.end_object();
}

void write_given(JsonWriter& json, const RuleSet& rules, const ScenarioResult& scenario, std::string_view key,
                 bool overridden) {
  json.key(key).begin_list();
  for (const Figure& figure : scenario.given) {
    if (figure.overridden != overridden)
      continue;
    json.begin_object();
    json::write_instance(json, rules, scenario.shape, figure.instance);
    write_values(json, rules, figure);
    json.end_object();
  }
  json.end_list();
}

void write_fired(JsonWriter& json, const Envelope& envelope, const Results& results, const ScenarioResult& scenario,
                 const FiredNotice& fired) {
  json.begin_object();
  json::write_notice(json, envelope, envelope.rules.notices[fired.notice]);
  json.key("person");
  if (fired.instance.person == Instance::household)
    json.null();
  else
    json.text(person_name(scenario.shape, fired.instance.person));
  json::write_text(json, "says",
                   sentence_of(envelope.rules, results, scenario, fired, fired.months.front(), envelope.language));
  json.key("months").begin_list();
  for (const YearMonth month : fired.months)
    json.text(to_text(month));
  json.end_list();
  if (!fired.due.empty()) {
    json.key("due").begin_list();
    for (const Date day : fired.due)
      json.text(to_text(day));
    json.end_list();
  }
  json.end_object();
}

void write_to_do_list(JsonWriter& json, const Envelope& envelope, const Results& results,
                      const ScenarioResult& scenario) {
  json.key("to_do").begin_list();
  for (const Task& task : to_do_list(scenario)) {
    const Notice& notice = envelope.rules.notices[task.fired->notice];
    json.begin_object();
    if (task.due)
      json.key("due").text(to_text(*task.due));
    json.key("month").text(to_text(task.month));
    json::write_notice(json, envelope, notice);
    json.key("person");
    if (task.fired->instance.person == Instance::household)
      json.null();
    else
      json.text(person_name(scenario.shape, task.fired->instance.person));
    json::write_text(json, "says",
                     sentence_of(envelope.rules, results, scenario, *task.fired, task.month, envelope.language));
    json.end_object();
  }
  json.end_list();
}

// A number that no decimals hold stands as a ratio, "5000/3".
void write_exactly(JsonWriter& json, const RuleSet& rules, const Variable& variable, const Value& value) {
  const Value shown = variable.percent ? value * Fraction::from_integer(100) : value;
  if (variable.type.kind == Type::Kind::number)
    if (const std::string text = exact_text(shown); text.find('/') != std::string::npos)
      json.text(text);
    else
      json.number(text);
  else
    json::write_value(json, rules, variable, value);
}

void write_before(JsonWriter& json, const RuleSet& rules, const std::vector<CaseValue>& carry, const Owner& owner) {
  json.key("before").begin_object();
  for (const CaseValue& carried : carry) {
    if (!(carried.name.owner == owner))
      continue;
    const Variable& variable = rules.variables[carried.name.variable];
    json.key(variable.name);
    if (carried.steps.front().from.index == 0) {
      write_exactly(json, rules, variable, *carried.steps.front().value);
      continue;
    }
    json.begin_object();
    for (const Step& step : carried.steps)
      write_exactly(json.key(to_text(step.from)), rules, variable, *step.value);
    json.end_object();
  }
  json.end_object();
}

// In the form of a case: household, client, spouse, children.
void write_carry(JsonWriter& json, const RuleSet& rules, const ScenarioResult& scenario) {
  json.key("carry").begin_object();
  write_before(json, rules, scenario.carry, {});
  json.key("client").begin_object();
  write_before(json, rules, scenario.carry, {Owner::Role::client});
  json.end_object();
  if (scenario.shape.spouse) {
    json.key("spouse").begin_object();
    write_before(json, rules, scenario.carry, {Owner::Role::spouse});
    json.end_object();
  }
  if (scenario.shape.children > 0) {
    json.key("children").begin_list();
    for (std::uint8_t child = 1; child <= scenario.shape.children; ++child) {
      json.begin_object();
      write_before(json, rules, scenario.carry, {Owner::Role::child, child});
      json.end_object();
    }
    json.end_list();
  }
  json.end_object();
}

void write_assumed_before(JsonWriter& json, const Envelope& envelope, const ScenarioResult& scenario) {
  const Variable& leading = envelope.rules.variables[headlines(envelope.rules).front()];
  json.key("assumed_before").begin_list();
  for (const AssumedBefore& assumed : scenario.assumed_before) {
    const Variable& variable = envelope.rules.variables[assumed.instance.variable];
    json.begin_object();
    json::write_instance(json, envelope.rules, scenario.shape, assumed.instance);
    json::write_text(json, "title", variable.title.in(envelope.language));
    json::write_value(json.key("value"), envelope.rules, variable, assumed.value);
    if (assumed.effect)
      json::write_value(json.key("effect"), envelope.rules, leading, *assumed.effect);
    json.end_object();
  }
  json.end_list();
}

template <class WriteMore>
void write_computed(JsonWriter& json, const Envelope& envelope, const Results& results, const ScenarioResult& scenario,
                    const WriteMore& write_more) {
  json.key("name").text(scenario.name);
  json.key("persons").begin_list();
  for (int person = 0; person < scenario.shape.person_count(); ++person)
    json.text(person_name(scenario.shape, static_cast<std::uint8_t>(person)));
  json.end_list().key("figures").begin_list();
  for (const Figure& figure : scenario.figures)
    write_figure(json, envelope, results, scenario, figure, write_more);
  json.end_list().key("notices").begin_list();
  for (const FiredNotice& fired : scenario.notices)
    write_fired(json, envelope, results, scenario, fired);
  json.end_list();
  write_to_do_list(json, envelope, results, scenario);
}

void write_case(JsonWriter& json, const Envelope& envelope, const ScenarioResult& scenario) {
  write_given(json, envelope.rules, scenario, "overrides", true);
  write_given(json, envelope.rules, scenario, "given", false);
}

// The readings of the law that the case chose.
void write_readings(JsonWriter& json, const Envelope& envelope, const ScenarioResult& scenario) {
  if (scenario.readings.empty())
    return;
  const RuleSet& rules = envelope.rules;
  json.key("readings").begin_list();
  for (const ChosenReading& chosen : scenario.readings) {
    const Choice& choice = rules.choices[chosen.choice];
    json.begin_object().key(choice.of == Choice::Of::rule ? "rule" : "parameter").text(owner_name(rules, choice));
    json::write_text(json, "title", owner_title(rules, choice).in(envelope.language));
    if (chosen.reading == 0) {
      json.key("reading").text(standing_reading);
    } else {
      const Reading& reading = readings_of(rules, choice)[chosen.reading - 1];
      json.key("reading").text(reading.name);
      json::write_text(json, "says", reading.says.in(envelope.language));
    }
    json.end_object();
  }
  json.end_list();
}

void write_results(JsonWriter& json, const Envelope& envelope, const Results& results, const Diagnostics& warnings,
                   const Ranges* ranges) {
  json::write_envelope(json, envelope);
  json::write_diagnostics(json, warnings);
  write_timeline(json, results);
  json::write_variables(json, envelope, results.variables);
  write_open(json, envelope, ranges);
  const auto write_figure_range = [&](const ScenarioResult& scenario, const Figure& figure) {
    const auto number = static_cast<std::size_t>(&scenario - results.scenarios.data());
    if (const RangeLine* line = moving_line(ranges, number, false, figure.instance.variable,
                                            person_name(scenario.shape, figure.instance.person)))
      json::write_range(json, envelope, *ranges, *line, results.start);
  };
  json.key("scenarios").begin_list();
  for (const ScenarioResult& scenario : results.scenarios) {
    json.begin_object();
    write_computed(json, envelope, results, scenario, write_figure_range);
    write_readings(json, envelope, scenario);
    json::write_assumptions(json, envelope, scenario.assumptions);
    json::write_expected(json, envelope, scenario.expected);
    if (!scenario.assumed_before.empty())
      write_assumed_before(json, envelope, scenario);
    write_case(json, envelope, scenario);
    if (!scenario.carry.empty())
      write_carry(json, envelope.rules, scenario);
    json.end_object();
  }
  json.end_list();
}

// By scenario, the range of its difference from the first one; null where nothing moves it.
void write_difference_ranges(JsonWriter& json, const Envelope& envelope, const Results& results, const Ranges* ranges,
                             VariableId variable, const std::string& person) {
  json.key("ranges").begin_list();
  for (std::size_t scenario = 0; scenario < results.scenarios.size(); ++scenario) {
    const RangeLine* line = moving_line(ranges, scenario, true, variable, person);
    if (line == nullptr) {
      json.null();
      continue;
    }
    json.begin_object();
    json::write_range(json, envelope, *ranges, *line, results.start);
    json.end_object();
  }
  json.end_list();
}

bool has_moving_line(const Ranges* ranges, const Results& results, VariableId variable, const std::string& person) {
  for (std::size_t scenario = 1; scenario < results.scenarios.size(); ++scenario)
    if (moving_line(ranges, scenario, true, variable, person) != nullptr)
      return true;
  return false;
}

void write_difference(JsonWriter& json, const Envelope& envelope, const Results& results, const Difference& difference,
                      const Ranges* ranges) {
  const RuleSet& rules = envelope.rules;
  const Variable& variable = rules.variables[difference.variable];
  json.begin_object().key("variable").text(variable.name).key("person");
  if (difference.person.empty())
    json.null();
  else
    json.text(difference.person);
  json.key("months").begin_list();
  for (const auto& values : difference.by_scenario) {
    json.begin_list();
    for (const Value& value : values)
      json::write_value(json, rules, variable, value);
    json.end_list();
  }
  json.end_list();
  if (!difference.totals.empty()) {
    json.key("totals").begin_list();
    for (const Fraction& total : difference.totals)
      json.number(to_decimal_text(total));
    json.end_list();
  }
  write_marks(json, results, variable, difference.expected);
  if (has_moving_line(ranges, results, difference.variable, difference.person))
    write_difference_ranges(json, envelope, results, ranges, difference.variable, difference.person);
  json.end_object();
}

// Figures that are alike as assumed, and differ only somewhere within what is open.
void write_only_open(JsonWriter& json, const Envelope& envelope, const Results& results, const Ranges* ranges) {
  if (ranges == nullptr)
    return;
  json.key("may_differ").begin_list();
  std::vector<std::pair<VariableId, std::string>> told;
  for (const Difference& difference : differences_of(envelope.rules, results))
    told.emplace_back(difference.variable, difference.person);
  for (const RangeLine& line : ranges->lines) {
    const std::pair<VariableId, std::string> figure(line.variable, line.person);
    if (!line.is_difference || !line.moves() || std::find(told.begin(), told.end(), figure) != told.end())
      continue;
    told.push_back(figure);
    json.begin_object().key("variable").text(envelope.rules.variables[line.variable].name).key("person");
    if (line.person.empty())
      json.null();
    else
      json.text(line.person);
    write_difference_ranges(json, envelope, results, ranges, line.variable, line.person);
    json.end_object();
  }
  json.end_list();
}

void write_cause(JsonWriter& json, const Envelope& envelope, const Results& results, const Cause& cause) {
  const RuleSet& rules = envelope.rules;
  const Variable& variable = rules.variables[cause.variable];
  const auto write_whose = [&](const std::string& name, const std::string& person) {
    json.key("variable").text(name).key("person");
    if (person.empty())
      json.null();
    else
      json.text(person);
  };
  json.begin_object();
  write_whose(variable.name, cause.person);
  json::write_text(json, "title", variable.title.in(envelope.language));
  json.key("from").text(to_text(cause.from));
  json::write_value(json.key("change"), rules, variable, cause.change);
  json.key("effect").number(to_decimal_text(cause.effect));
  json::write_text(json, "says", sentence_of(rules, results, cause, envelope.language));
  json.key("because").begin_list();
  for (const Reason& reason : cause.because) {
    const Variable& changed = rules.variables[reason.variable];
    json.begin_object();
    write_whose(changed.name, reason.person);
    json::write_value(json.key("before"), rules, changed, reason.before);
    json::write_value(json.key("after"), rules, changed, reason.after);
    json.end_object();
  }
  json.end_list().end_object();
}

// One list a scenario, the first one's empty.
void write_causes(JsonWriter& json, const Envelope& envelope, const Results& results,
                  const std::vector<Cause>& causes) {
  json.key("causes").begin_list();
  for (std::size_t scenario = 0; scenario < results.scenarios.size(); ++scenario) {
    json.begin_list();
    for (const Cause& cause : causes)
      if (cause.scenario == scenario)
        write_cause(json, envelope, results, cause);
    json.end_list();
  }
  json.end_list();
}

}  // namespace

std::string results_json(const Envelope& envelope, const Results& results, const Diagnostics& warnings,
                         const Ranges* ranges) {
  JsonWriter json;
  json.begin_object();
  write_results(json, envelope, results, warnings, ranges);
  json.end_object();
  return json.take();
}

// The same list of fields as write_results, without those that are empty here: a program that computes no more need not
// hold their writers.
std::string figures_json(const Envelope& envelope, const Results& results) {
  JsonWriter json;
  json.begin_object();
  json::write_envelope(json, envelope);
  write_timeline(json, results);
  json::write_variables(json, envelope, results.variables);
  json.key("scenarios").begin_list();
  for (const ScenarioResult& scenario : results.scenarios) {
    json.begin_object();
    write_computed(json, envelope, results, scenario, [](const ScenarioResult&, const Figure&) {});
    json.key("assumptions").begin_list().end_list();
    write_case(json, envelope, scenario);
    json.end_object();
  }
  json.end_list().end_object();
  return json.take();
}

std::string comparison_json(const Envelope& envelope, const Results& results, const std::vector<Cause>& causes,
                            const Diagnostics& warnings, const Ranges* ranges) {
  JsonWriter json;
  json.begin_object();
  write_results(json, envelope, results, warnings, ranges);
  write_causes(json, envelope, results, causes);
  json.key("differences").begin_list();
  for (const Difference& difference : differences_of(envelope.rules, results))
    write_difference(json, envelope, results, difference, ranges);
  json.end_list();
  write_only_open(json, envelope, results, ranges);
  json.end_object();
  return json.take();
}

}  // namespace ansio::answer
