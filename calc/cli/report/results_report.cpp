// Results and comparisons as tables and CSV.
#include "calc/cli/report/results_report.h"

#include <algorithm>
#include <ostream>

#include "calc/case/rows/batch.h"
#include "calc/case/values/value.h"
#include "calc/cli/certainty/expected_report.h"
#include "calc/cli/print/months_table.h"
#include "calc/cli/print/table.h"
#include "calc/explain/words/format.h"
#include "calc/explain/words/words.h"
#include "calc/ruleset/model/citation.h"
#include "calc/simulate/results/to_do.h"

namespace ansio::cli {
namespace {

std::string row_title(const RuleSet& rules, VariableId variable, const std::string& person, Language language) {
  std::string title = rules.variables[variable].title.in(language);
  if (!person.empty())
    title += " (" + person_title(person, language) + ")";
  return title;
}

bool says_something(const Figure& figure) {
  return std::any_of(figure.values.begin(), figure.values.end(),
                     [](const Value& value) { return value.is_valid() && value.sign() != 0; });
}

bool is_marked(const std::vector<bool>& marks) {
  return std::find(marks.begin(), marks.end(), true) != marks.end();
}

const char* mark_of(const std::vector<bool>& marks, std::size_t place) {
  return place < marks.size() && marks[place] ? expected_mark : "";
}

std::vector<std::string> persons_of(const Results& results) {
  std::vector<std::string> persons{std::string()};
  for (const ScenarioResult& scenario : results.scenarios)
    for (int person = 0; person < scenario.shape.person_count(); ++person) {
      std::string name = person_name(scenario.shape, static_cast<std::uint8_t>(person));
      if (std::find(persons.begin(), persons.end(), name) == persons.end())
        persons.push_back(std::move(name));
    }
  return persons;
}

const Figure* find_figure(const ScenarioResult& scenario, VariableId variable, const std::string& person) {
  for (const Figure& figure : scenario.figures)
    if (figure.instance.variable == variable && person_name(scenario.shape, figure.instance.person) == person)
      return &figure;
  return nullptr;
}

// One column a scenario; figures that are zero in all of them are left out.
void print_typical(Session& session, const RuleSet& rules, const Results& results) {
  Table table;
  table.header = {to_text(results.start)};
  for (const ScenarioResult& scenario : results.scenarios)
    table.header.push_back(scenario.name);
  const std::vector<std::string> persons = persons_of(results);
  std::optional<std::uint16_t> module;
  for (const VariableId variable : results.variables)
    for (const std::string& person : persons) {
      std::vector<std::string> row{row_title(rules, variable, person, session.language)};
      bool worth_showing = false;
      for (const ScenarioResult& scenario : results.scenarios) {
        const Figure* figure = find_figure(scenario, variable, person);
        worth_showing = worth_showing || (figure != nullptr && says_something(*figure));
        row.push_back(figure == nullptr
                          ? std::string()
                          : format_value(rules, rules.variables[variable], figure->values.front(), session.language) +
                                mark_of(figure->expected, 0));
      }
      if (!worth_showing)
        continue;
      if (module != rules.variables[variable].module) {
        module = rules.variables[variable].module;
        table.rows.push_back({rules.modules[*module].title.in(session.language)});
      }
      row.front().insert(0, "  ");
      table.rows.push_back(std::move(row));
    }
  print_table(session.out, table, session.colour);
}

// The months in which something changes, then the yearly figures.
void print_plan(Session& session, const RuleSet& rules, const Results& results, const ScenarioResult& scenario) {
  session.out << "\n" << scenario.name << "\n\n";
  std::vector<MonthsRow> rows;
  for (const Figure& figure : scenario.figures)
    if (rules.variables[figure.instance.variable].period == Period::month && says_something(figure))
      rows.push_back({row_title(rules, figure.instance.variable, person_name(scenario.shape, figure.instance.person),
                                session.language),
                      figure.instance.variable, figure.values, false, figure.expected});
  print_months(session, rules, results, rows);
  Table years;
  years.header = {std::string()};
  for (int year = 0; year < shown_years(results); ++year)
    years.header.push_back(std::to_string(results.start.year() + year));
  for (const Figure& figure : scenario.figures) {
    const Variable& variable = rules.variables[figure.instance.variable];
    if (variable.period != Period::year || !says_something(figure))
      continue;
    std::vector<std::string> row{row_title(rules, figure.instance.variable,
                                           person_name(scenario.shape, figure.instance.person), session.language)};
    for (std::size_t year = 0; year < figure.values.size(); ++year)
      row.push_back(format_value(rules, variable, figure.values[year], session.language) +
                    mark_of(figure.expected, year));
    years.rows.push_back(std::move(row));
  }
  if (!years.rows.empty())
    print_table(session.out, years, session.colour);
}

void print_heading(Session& session, const Word& heading, const std::string& scenario) {
  session.out << '\n' << word(heading, session.language);
  if (!scenario.empty())
    session.out << " — " << scenario;
  session.out << '\n';
}

// A dated list of what to do: by when, what, to whom, with what, why, by which section.
void print_notices(Session& session, const RuleSet& rules, const Results& results, const ScenarioResult& scenario,
                   const std::string& name) {
  if (scenario.notices.empty())
    return;
  print_heading(session, Word::notices, name);
  for (const Task& task : to_do_list(scenario)) {
    const Notice& notice = rules.notices[task.fired->notice];
    std::string line = "• ";
    if (task.due)
      line += format_date(*task.due, session.language) + ": ";
    else if (!results.typical)
      line += to_text(task.month) + ": ";
    line += notice.title.in(session.language);
    for (const Recipient& recipient : rules.recipients)
      if (recipient.name == notice.to)
        line += " → " + recipient.title.in(session.language);
    if (!notice.deadline.empty())
      line += " (" + notice.deadline.in(session.language) + ")";
    if (!notice.attachment.empty())
      line +=
          ", " + std::string(word(Word::attachment, session.language)) + ' ' + notice.attachment.in(session.language);
    print_wrapped(session.out, line, 2);
    std::string why = sentence_of(rules, results, scenario, *task.fired, task.month, session.language);
    for (const Citation& citation : notice.citations)
      why += (why.empty() ? "" : " ") + std::string("[") + to_text(citation) + "]";
    if (!why.empty())
      print_wrapped(session.out, why, 4);
  }
}

// Once for all scenarios, and only those that something which is not zero rests on: a list to go through with the
// office.
void print_assumptions(Session& session, const RuleSet& rules, const Results& results) {
  std::vector<RestsOn> all;
  for (const ScenarioResult& scenario : results.scenarios)
    for (const RestsOn& rests_on : scenario.assumptions)
      if (rests_on.material && std::find(all.begin(), all.end(), rests_on) == all.end())
        all.push_back(rests_on);
  if (all.empty())
    return;
  print_heading(session, Word::assumptions, {});
  for (const RestsOn& rests_on : all) {
    const Texts& title = rests_on.kind == RestsOn::Kind::parameter ? rules.parameters[rests_on.id].title
                                                                   : rules.variables[rests_on.id].title;
    print_wrapped(session.out,
                  "• " + title.in(session.language) + ": " + rests_on.assumption->note.in(session.language), 2);
  }
}

// Once for all scenarios, as assumptions are.
void print_expected_of_all(Session& session, const RuleSet& rules, const Results& results) {
  std::vector<ExpectedValue> all;
  bool any_marked = false;
  for (const ScenarioResult& scenario : results.scenarios) {
    for (const ExpectedValue& value : scenario.expected)
      if (value.material &&
          std::none_of(all.begin(), all.end(), [&](const ExpectedValue& known) { return is_same(known, value); }))
        all.push_back(value);
    for (const Figure& figure : scenario.figures)
      any_marked = any_marked || is_marked(figure.expected);
  }
  if (any_marked)
    session.out << '\n' << word(Word::rests_on_expected, session.language) << '\n';
  print_expected(session, rules, all);
}

// "käytettävissä olevat tulot +120,00 €": what a change comes to in the leading figure.
std::string effect_text(const RuleSet& rules, const Fraction& effect, Language language) {
  const Variable& leading = rules.variables[headlines(rules).front()];
  Type type = leading.type;
  type.unit.powers[Unit::month] = 0;  // over all months shown
  return leading.title.in(language) + ' ' + (effect.sign() > 0 ? "+" : "") +
         format_value(rules, type, leading.percent, effect, language, 2);
}

// What a decision, a count, a limit or an input was before the plan, where the case says nothing. Decisions and counts
// are those of the first scenario; inputs differ from one to another.
void print_assumed_before(Session& session, const RuleSet& rules, const ScenarioResult& scenario,
                          const std::string& name, bool is_first) {
  std::vector<AssumedBefore> shown = scenario.assumed_before;
  if (!is_first)
    std::erase_if(shown, [](const AssumedBefore& assumed) { return !assumed.effect; });
  if (shown.empty())
    return;
  print_heading(session, Word::assumed_before, name);
  for (const AssumedBefore& assumed : shown) {
    const Instance& instance = assumed.instance;
    std::string line =
        "• " + row_title(rules, instance.variable, person_name(scenario.shape, instance.person), session.language) +
        ": " + format_value(rules, rules.variables[instance.variable], assumed.value, session.language);
    if (assumed.effect)
      line += " (" + std::string(word(Word::had_it_been_so, session.language)) + ": " +
              effect_text(rules, *assumed.effect, session.language) + ')';
    print_wrapped(session.out, line, 2);
  }
}

void print_overrides(Session& session, const RuleSet& rules, const ScenarioResult& scenario, const std::string& name) {
  bool first = true;
  for (const Figure& figure : scenario.given) {
    if (!figure.overridden)
      continue;
    if (first)
      print_heading(session, Word::overrides, name);
    first = false;
    session.out << "  • "
                << row_title(rules, figure.instance.variable, person_name(scenario.shape, figure.instance.person),
                             session.language)
                << '\n';
  }
}

// In the months in which a notice begins: that it holds, and the day it is due.
void print_notices_csv(Session& session, const RuleSet& rules, const Results& results, const char* end) {
  for (const ScenarioResult& scenario : results.scenarios)
    for (const Task& task : to_do_list(scenario)) {
      const Notice& notice = rules.notices[task.fired->notice];
      const auto print = [&](const std::string& variable, const std::string& value) {
        std::string line;
        append_csv_cell(line, scenario.name);
        line += ',' + variable + ',' + person_name(scenario.shape, task.fired->instance.person) + ',' +
                to_text(task.month) + ',' + value + end;
        session.out << line << '\n';
      };
      print(notice.name, "true");
      if (task.due)
        print(rules.variables[*notice.due].name, to_text(*task.due));
    }
}

void print_causes(Session& session, const RuleSet& rules, const Results& results, const std::vector<Cause>& causes) {
  for (std::size_t scenario = 1; scenario < results.scenarios.size(); ++scenario) {
    bool first = true;
    for (const Cause& cause : causes) {
      if (cause.scenario != scenario)
        continue;
      if (first)
        print_heading(session, Word::causes, results.scenarios[scenario].name);
      first = false;
      print_wrapped(session.out, "• " + sentence_of(rules, results, cause, session.language), 2);
    }
  }
}

void append_when(std::string& line, const Variable& variable, const Results& results, std::size_t index) {
  if (variable.period == Period::year)
    line += std::to_string(results.start.year() + static_cast<int>(index));
  else
    line += to_text(YearMonth{results.start.index + static_cast<int>(index)});
}

}  // namespace

void print_results(Session& session, const RuleSet& rules, const Results& results) {
  if (results.typical)
    print_typical(session, rules, results);
  else
    for (const ScenarioResult& scenario : results.scenarios)
      print_plan(session, rules, results, scenario);
  for (const ScenarioResult& scenario : results.scenarios) {
    const std::string name = results.scenarios.size() > 1 ? scenario.name : std::string();
    print_notices(session, rules, results, scenario, name);
    print_overrides(session, rules, scenario, name);
    print_assumed_before(session, rules, scenario, name, &scenario == &results.scenarios.front());
  }
  print_assumptions(session, rules, results);
  print_expected_of_all(session, rules, results);
  session.out << '\n' << word(Word::estimate, session.language) << '\n';
}

void print_results_csv(Session& session, const RuleSet& rules, const Results& results) {
  // A column more where something rests on what is expected.
  bool any_expected = false;
  for (const ScenarioResult& scenario : results.scenarios)
    for (const Figure& figure : scenario.figures)
      any_expected = any_expected || is_marked(figure.expected);
  session.out << "scenario,variable,person,when,value" << (any_expected ? ",expected\n" : "\n");
  for (const ScenarioResult& scenario : results.scenarios)
    for (const Figure& figure : scenario.figures) {
      const Variable& variable = rules.variables[figure.instance.variable];
      for (std::size_t i = 0; i < figure.values.size(); ++i) {
        std::string line;
        append_csv_cell(line, scenario.name);
        line += ',';
        line += variable.name;
        line += ',';
        line += person_name(scenario.shape, figure.instance.person);
        line += ',';
        append_when(line, variable, results, i);
        line += ',';
        append_csv_cell(line, value_text(rules, variable, figure.values[i]));
        if (any_expected)
          line += *mark_of(figure.expected, i) != '\0' ? ",true" : ",false";
        session.out << line << '\n';
      }
    }
  print_notices_csv(session, rules, results, any_expected ? "," : "");
}

void print_comparison(Session& session, const RuleSet& rules, const Results& results,
                      const std::vector<Cause>& causes) {
  const std::vector<Difference> differences = differences_of(rules, results);
  Table table;
  table.header = {std::string(word(Word::difference, session.language))};
  for (const ScenarioResult& scenario : results.scenarios)
    table.header.push_back(scenario.name);
  for (const Difference& difference : differences) {
    const Variable& variable = rules.variables[difference.variable];
    std::vector<std::string> row{row_title(rules, difference.variable, difference.person, session.language)};
    for (std::size_t i = 0; i < results.scenarios.size(); ++i) {
      const bool by_total = !results.typical && !difference.totals.empty();
      // What is no amount per month stands as it is at the end.
      const Value& value = by_total ? difference.totals[i] : difference.by_scenario[i].back();
      Type type = variable.type;
      if (by_total)
        type.unit.powers[Unit::month] = 0;
      std::string text = format_value(rules, type, variable.percent, value, session.language, 2);
      if (is_marked(difference.expected))
        text += expected_mark;
      row.push_back(value.sign() > 0 ? "+" + text : text);
    }
    table.rows.push_back(std::move(row));
  }
  print_table(session.out, table, session.colour);
  print_causes(session, rules, results, causes);
  for (std::size_t i = 1; !results.typical && i < results.scenarios.size(); ++i) {
    session.out << '\n' << results.scenarios[i].name << "\n\n";
    std::vector<MonthsRow> rows;
    for (const Difference& difference : differences)
      if (rules.variables[difference.variable].period == Period::month)
        rows.push_back({row_title(rules, difference.variable, difference.person, session.language), difference.variable,
                        difference.by_scenario[i], true, difference.expected});
    print_months(session, rules, results, rows);
  }
  print_expected_of_all(session, rules, results);
  session.out << '\n' << word(Word::estimate, session.language) << '\n';
}

void print_comparison_csv(Session& session, const RuleSet& rules, const Results& results) {
  session.out << "scenario,variable,person,when,difference\n";
  for (const Difference& difference : differences_of(rules, results)) {
    const Variable& variable = rules.variables[difference.variable];
    for (std::size_t i = 0; i < results.scenarios.size(); ++i)
      for (std::size_t when = 0; when < difference.by_scenario[i].size(); ++when) {
        std::string line;
        append_csv_cell(line, results.scenarios[i].name);
        line += ',' + variable.name + ',' + difference.person + ',';
        append_when(line, variable, results, when);
        line += ',';
        line += value_text(rules, variable, difference.by_scenario[i][when]);
        session.out << line << '\n';
      }
  }
}

}  // namespace ansio::cli
