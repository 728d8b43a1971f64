// A household along one axis or over two: a row a point, a pair of points, or a month of one.
#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>
#include <ostream>

#include "calc/analyse/grid.h"
#include "calc/analyse/rates.h"
#include "calc/cli/analysis_file.h"
#include "calc/cli/case_source.h"
#include "calc/cli/table.h"
#include "calc/simulate/batch.h"
#include "calc/simulate/format.h"
#include "calc/simulate/serializer_parts.h"
#include "calc/simulate/subject.h"
#include "calc/simulate/value.h"
#include "calc/simulate/words.h"

namespace calc::cli {
namespace {

struct SweepArguments {
  std::string file;
  std::vector<std::string> vary;
  std::vector<std::string> get;
  std::string scenario;
  std::string month;
};

// A rate wanted beside the figures, of one person.
struct WantedRate {
  Rate rate;
  std::uint8_t person = 0;
  std::string column;
  std::vector<std::vector<Fraction>> values;  // by point, then by month
};

struct Plan {
  const Scenario* scenario = nullptr;
  std::vector<Axis> axes;
  std::vector<Instance> wanted;
  std::vector<WantedRate> rates;
  std::vector<YearMonth> months;
  bool by_default = false;  // nobody named the figures
};

// A person's variable without a person is the client's, as in `explain`.
std::string owned_name(const RuleSet& rules, const std::string& name) {
  const auto bare = rules.find_variable(name.substr(0, name.find('=')));
  return bare && rules.variables[*bare].entity == Entity::person ? "client." + name : name;
}

// "participation_tax_rate" or "spouse.participation_tax_rate": the rate and its person; nothing for another name.
std::optional<WantedRate> find_rate(const std::vector<Rate>& rates, const Shape& shape, const std::string& text) {
  for (const Rate& rate : rates)
    for (int person = 0; person < shape.person_count(); ++person) {
      const auto number = static_cast<std::uint8_t>(person);
      const std::string column = person_name(shape, number) + '.' + rate.name;
      if (text == column || (person == 0 && text == rate.name))
        return WantedRate{rate, number, column, {}};
    }
  return std::nullopt;
}

// All that is wrong with the options, at once.
Result<Plan> read_plan(const LoadedCase& loaded, const std::vector<Rate>& rates, const SweepArguments& arguments) {
  const RuleSet& rules = *loaded.rules;
  Plan plan;
  Diagnostics diagnostics;
  const auto note = [&](const Diagnostics& more) { diagnostics.insert(diagnostics.end(), more.begin(), more.end()); };
  const auto scenario = find_scenario(loaded.situation, arguments.scenario);
  if (scenario)
    plan.scenario = *scenario;
  else
    note(scenario.diagnostics());
  for (const std::string& text : arguments.vary) {
    const Result<Axis> axis = read_axis(rules, owned_name(rules, text), {"--vary", 0, 0});
    if (axis)
      plan.axes.push_back(*axis);
    else
      note(axis.diagnostics());
  }
  for (const std::string& text : arguments.get) {
    if (plan.scenario != nullptr)
      if (auto rate = find_rate(rates, plan.scenario->shape, text)) {
        plan.rates.push_back(std::move(*rate));
        continue;
      }
    const auto name = parse_variable_name(rules, owned_name(rules, text), {"--get", 0, 0});
    if (!name) {
      note(name.diagnostics());
    } else if (plan.scenario != nullptr) {
      if (const auto instance = instance_in(plan.scenario->shape, *name))
        plan.wanted.push_back(*instance);
      else
        note({{.code = Code::no_such_person,
               .position = {"--get", 0, 0},
               .message = "the household has no such person",
               .found = text}});
    }
  }
  if (arguments.month.empty()) {
    plan.months = months_of(loaded.situation);
  } else {
    const auto month = find_month(loaded.situation, arguments.month);
    if (month)
      plan.months = {*month};
    else
      note(month.diagnostics());
  }
  if (has_errors(diagnostics))
    return diagnostics;
  plan.by_default = arguments.get.empty();
  if (plan.by_default)
    for (const VariableId variable : headlines(rules))
      for (const Instance& instance : instances_of(rules, plan.scenario->shape, variable))
        plan.wanted.push_back(instance);
  return plan;
}

// The rates at every point of the grid.
Diagnostics compute_rates(const LoadedCase& loaded, const Grid& grid, Plan& plan) {
  for (WantedRate& wanted : plan.rates)
    for (const std::vector<Value>& point : grid.points) {
      Scenario scenario = *plan.scenario;
      for (std::size_t i = 0; i < plan.axes.size(); ++i)
        scenario = with_value(scenario, plan.axes[i].name, point[i]);
      const auto rates = compute_rate(*loaded.rules, loaded.situation, scenario, wanted.rate, wanted.person,
                                      plan.months, loaded.answering);
      if (!rates)
        return rates.diagnostics();
      std::vector<Fraction> by_month;
      for (const RateOfPerson& rate : *rates)
        by_month.push_back(rate.value);
      wanted.values.push_back(std::move(by_month));
    }
  return {};
}

bool is_zero_everywhere(const GridFigure& figure) {
  return std::all_of(figure.values.begin(), figure.values.end(), [](const std::vector<Value>& months) {
    return std::all_of(months.begin(), months.end(),
                       [](const Value& value) { return value.is_valid() && value.sign() == 0; });
  });
}

// A number as people read it, its unit being told below the table.
std::string number_text(const RuleSet& rules, const Variable& variable, const Value& value, Language language) {
  if (variable.type.kind != Type::Kind::number || variable.percent)
    return value.is_valid() ? format_value(rules, variable, value, language) : std::string();
  const int decimals = shown_decimals(rules, variable.type.unit);
  return format_number(value, {decimals, std::max(decimals, variable.kind == Variable::Kind::input ? 6 : decimals)},
                       language);
}

std::string legend(const RuleSet& rules, const Variable& variable, Language language) {
  std::string text = variable.title.in(language);
  if (const std::string unit = unit_symbol(rules, variable.type.unit, language); !unit.empty())
    text += " (" + unit + ")";
  return text;
}

void print_grid(Session& session, const RuleSet& rules, const Shape& shape, const Plan& plan, const Grid& grid) {
  const bool by_month = grid.months.size() > 1;
  Table table;
  table.left_columns = 0;
  std::vector<std::vector<std::string>> legends;
  const auto name_column = [&](const Instance& instance) {
    const std::string name = instance_name(rules, shape, instance);
    table.header.push_back(name);
    legends.push_back({name, legend(rules, rules.variables[instance.variable], session.language)});
  };
  for (const Axis& axis : grid.axes)
    name_column(*instance_in(shape, axis.name));
  if (by_month)
    table.header.emplace_back(word(Word::month, session.language));
  std::vector<const GridFigure*> shown;
  for (const GridFigure& figure : grid.figures)
    if (!plan.by_default || !is_zero_everywhere(figure)) {
      shown.push_back(&figure);
      name_column(figure.instance);
    }
  for (const WantedRate& wanted : plan.rates) {
    table.header.push_back(wanted.column);
    legends.push_back({wanted.column, wanted.rate.title.in(session.language)});
  }
  for (std::size_t point = 0; point < grid.points.size(); ++point)
    for (std::size_t month = 0; month < grid.months.size(); ++month) {
      std::vector<std::string> row;
      for (std::size_t i = 0; i < grid.axes.size(); ++i)
        row.push_back(
            number_text(rules, rules.variables[grid.axes[i].name.variable], grid.points[point][i], session.language));
      if (by_month)
        row.push_back(to_text(grid.months[month]));
      for (const GridFigure* figure : shown)
        row.push_back(number_text(rules, rules.variables[figure->instance.variable], figure->values[point][month],
                                  session.language));
      for (const WantedRate& wanted : plan.rates) {
        const Fraction& rate = wanted.values[point][month];
        row.push_back(rate.is_valid() ? format_value(rules, Type{}, true, rate, session.language, 2) : "–");
      }
      table.rows.push_back(std::move(row));
    }
  session.out << plan.scenario->name << ", " << to_text(grid.months.front());
  if (by_month)
    session.out << " – " << to_text(grid.months.back());
  session.out << "\n\n";
  print_table(session.out, table, session.colour);
  session.out << '\n';
  for (const auto& line : legends)
    session.out << line[0] << ": " << line[1] << '\n';
  session.out << '\n' << word(Word::estimate, session.language) << '\n';
}

void print_grid_csv(Session& session, const RuleSet& rules, const Case& situation, const Shape& shape, const Plan& plan,
                    const Grid& grid) {
  std::string line;
  const auto next = [&](std::string_view cell) {
    append_csv_cell(line, cell);
    line += ',';
  };
  const auto end = [&] {
    line.back() = '\n';
    session.out << line;
    line.clear();
  };
  for (const Axis& axis : grid.axes)
    next(instance_name(rules, shape, *instance_in(shape, axis.name)));
  if (!situation.is_typical())
    next("month");
  for (const GridFigure& figure : grid.figures)
    next(instance_name(rules, shape, figure.instance));
  for (const WantedRate& wanted : plan.rates)
    next(wanted.column);
  end();
  for (std::size_t point = 0; point < grid.points.size(); ++point)
    for (std::size_t month = 0; month < grid.months.size(); ++month) {
      for (std::size_t i = 0; i < grid.axes.size(); ++i)
        next(value_text(rules, rules.variables[grid.axes[i].name.variable], grid.points[point][i]));
      if (!situation.is_typical())
        next(to_text(grid.months[month]));
      for (const GridFigure& figure : grid.figures)
        next(value_text(rules, rules.variables[figure.instance.variable], figure.values[point][month]));
      for (const WantedRate& wanted : plan.rates) {
        const Fraction& rate = wanted.values[point][month];
        next(rate.is_valid() ? to_decimal_text(rate * Fraction::from_integer(100)) : std::string());
      }
      end();
    }
}

std::string grid_json(const Envelope& envelope, const Shape& shape, const Plan& plan, const Grid& grid,
                      const Diagnostics& warnings) {
  const RuleSet& rules = envelope.rules;
  JsonWriter json;
  json.begin_object();
  json::write_envelope(json, envelope);
  json::write_diagnostics(json, warnings);
  json.key("scenario").text(plan.scenario->name);
  json.key("months").begin_list();
  for (const YearMonth month : grid.months)
    json.text(to_text(month));
  json.end_list();
  std::vector<VariableId> variables;
  const auto add = [&](VariableId variable) {
    if (std::find(variables.begin(), variables.end(), variable) == variables.end())
      variables.push_back(variable);
  };
  for (const Axis& axis : grid.axes)
    add(axis.name.variable);
  for (const GridFigure& figure : grid.figures)
    add(figure.instance.variable);
  json::write_variables(json, envelope, variables);
  json.key("axes").begin_list();
  for (std::size_t i = 0; i < grid.axes.size(); ++i) {
    const Axis& axis = grid.axes[i];
    const Variable& variable = rules.variables[axis.name.variable];
    json.begin_object();
    json::write_instance(json, rules, shape, *instance_in(shape, axis.name));
    json.key("from");
    json::write_value(json, rules, variable, axis.from);
    json.key("to");
    json::write_value(json, rules, variable, axis.to);
    json.key("step");
    json::write_value(json, rules, variable, axis.step);
    json.key("values").begin_list();
    for (std::size_t point = 0; point < axis.count(); ++point)
      json::write_value(json, rules, variable, axis.at(point));
    json.end_list().end_object();
  }
  json.end_list().key("figures").begin_list();
  for (const GridFigure& figure : grid.figures) {
    json.begin_object();
    json::write_instance(json, rules, shape, figure.instance);
    json.key("values").begin_list();
    for (const std::vector<Value>& months : figure.values) {
      json.begin_list();
      for (const Value& value : months)
        json::write_value(json, rules, rules.variables[figure.instance.variable], value);
      json.end_list();
    }
    json.end_list().end_object();
  }
  json.end_list();
  if (!plan.rates.empty()) {
    json.key("rates").begin_list();
    for (const WantedRate& wanted : plan.rates) {
      json.begin_object().key("rate").text(wanted.rate.name);
      json::write_text(json, "title", wanted.rate.title.in(envelope.language));
      json.key("person").text(person_name(shape, wanted.person));
      json.key("values").begin_list();
      for (const std::vector<Fraction>& months : wanted.values) {
        json.begin_list();
        for (const Fraction& rate : months)
          json::write_value(json, rules, Type{}, true, rate);
        json.end_list();
      }
      json.end_list().end_object();
    }
    json.end_list();
  }
  json.end_object();
  return json.take();
}

void run_sweep(Session& session, const SweepArguments& arguments) {
  const auto loaded = load_case(session, arguments.file);
  if (!loaded)
    return;
  const RuleSet& rules = *loaded->rules;
  const auto rates = load_rates(session, rules);
  if (!rates)
    return;
  Result<Plan> plan = read_plan(*loaded, *rates, arguments);
  if (!plan) {
    refuse(session, rules, plan.diagnostics(), {}, wrong_use);
    return;
  }
  const Result<Grid> grid = compute_grid(rules, loaded->situation, *plan->scenario, plan->axes, plan->wanted,
                                         plan->months, loaded->answering);
  if (!grid) {
    const bool misused =
        grid.diagnostics().front().code == Code::wrong_use || grid.diagnostics().front().code == Code::no_such_person;
    refuse(session, rules, grid.diagnostics(), loaded->source, misused ? wrong_use : bad_case);
    return;
  }
  if (const Diagnostics refused = compute_rates(*loaded, *grid, *plan); !refused.empty()) {
    refuse(session, rules, refused, loaded->source, bad_case);
    return;
  }
  const Shape& shape = plan->scenario->shape;
  if (session.format == Format::json)
    session.out << grid_json(envelope_of(session, rules), shape, *plan, *grid, loaded->warnings) << '\n';
  else if (session.format == Format::csv)
    print_grid_csv(session, rules, loaded->situation, shape, *plan, *grid);
  else
    print_grid(session, rules, shape, *plan, *grid);
}

}  // namespace

void add_sweep_command(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("sweep", "A household along one axis or over two, a row a point");
  auto arguments = std::make_shared<SweepArguments>();
  command->add_option("CASE", arguments->file, "A case, YAML or JSON (- reads standard input)")->required();
  command->add_option("--vary", arguments->vary, "What takes which values, in every month; once or twice")
      ->type_name("NAME=FROM:TO:STEP")
      ->required()
      ->expected(1, 2);
  command
      ->add_option("--get", arguments->get, "The figures wanted, separated by commas (default: those that matter most)")
      ->delimiter(',')
      ->type_name("VARIABLES");
  command->add_option("--scenario", arguments->scenario, "By name (default: the first)")->type_name("NAME");
  command->add_option("--month", arguments->month, "Of a plan: only this month (default: each, a row a month)")
      ->type_name("YYYY-MM");
  command->footer(
      "Examples:\n"
      "  ansio sweep case.yaml --vary client.wage=0:4000:10 --get disposable_income --format csv\n"
      "  ansio sweep case.yaml --vary client.hours_per_week=0:40:5 --vary client.hourly_wage=12:20:2");
  command->callback([&session, arguments] { run_sweep(session, *arguments); });
}

}  // namespace calc::cli
