// Points of one or two axes as tables, CSV and JSON.
#include "calc/cli/report/sweep_report.h"

#include <algorithm>
#include <iterator>
#include <ostream>

#include "calc/answer/serializer/serializer_open.h"
#include "calc/answer/serializer/serializer_parts.h"
#include "calc/case/rows/batch.h"
#include "calc/case/values/value.h"
#include "calc/cli/print/table.h"
#include "calc/explain/words/format.h"
#include "calc/explain/words/words.h"

namespace ansio::cli {
namespace {

std::string percent_text(const Fraction& share) {
  return share.is_valid() ? to_decimal_text(share * Fraction::from_integer(100)) : std::string();
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

// A part of a rate as a column: what a figure takes or gives at every point, or what roundings do.
struct CauseColumn {
  std::string name;
  std::string title;
  std::optional<Instance> part;               // nothing: roundings
  std::vector<std::vector<Fraction>> values;  // by point, then by month; invalid where there is no rate
};

std::string title_of(const RuleSet& rules, const Shape& shape, const Instance& instance, Language language) {
  std::string title = rules.variables[instance.variable].title.in(language);
  if (instance.person != Instance::household)
    title += " (" + person_title(person_name(shape, instance.person), language) + ")";
  return title;
}

// Every figure that has a part at some point, and roundings when they have.
std::vector<CauseColumn> columns_of(const RuleSet& rules, const Shape& shape, const RateCauses& causes,
                                    Language language) {
  std::vector<Instance> parts;
  bool rounded = false;
  for (const auto& months : causes.values)
    for (const RateOfPerson& rate : months) {
      for (const RateShare& share : rate.shares)
        if (std::find(parts.begin(), parts.end(), share.instance) == parts.end())
          parts.push_back(share.instance);
      rounded = rounded || rate.rounding.sign() != 0;
    }
  const std::string rate_name = instance_name(rules, shape, causes.rate) + ':';
  std::vector<CauseColumn> columns;
  columns.reserve(parts.size() + 1);
  for (const Instance& part : parts)
    columns.push_back(
        {rate_name + instance_name(rules, shape, part), title_of(rules, shape, part, language), part, {}});
  if (rounded)
    columns.push_back({rate_name + "rounding", std::string(word(Word::rounding, language)), {}, {}});
  for (CauseColumn& column : columns)
    for (const auto& months : causes.values) {
      std::vector<Fraction>& values = column.values.emplace_back();
      for (const RateOfPerson& rate : months) {
        const auto share = std::find_if(rate.shares.begin(), rate.shares.end(),
                                        [&](const RateShare& one) { return column.part == one.instance; });
        values.push_back(!rate.value.is_valid()       ? Fraction::invalid()
                         : !column.part               ? rate.rounding
                         : share == rate.shares.end() ? Fraction{}
                                                      : share->share);
      }
    }
  return columns;
}

std::vector<CauseColumn> columns_of(const RuleSet& rules, const SweepAnswer& answer, Language language) {
  std::vector<CauseColumn> all;
  for (const RateCauses& causes : answer.causes) {
    std::vector<CauseColumn> columns = columns_of(rules, answer.scenario->shape, causes, language);
    std::move(columns.begin(), columns.end(), std::back_inserter(all));
  }
  return all;
}

}  // namespace

void print_sweep(Session& session, const RuleSet& rules, const SweepAnswer& answer) {
  const Grid& grid = answer.grid;
  const Shape& shape = answer.scenario->shape;
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
    if (!answer.by_default || !is_zero_everywhere(figure)) {
      shown.push_back(&figure);
      name_column(figure.instance);
    }
  const std::vector<CauseColumn> causes = columns_of(rules, answer, session.language);
  for (const CauseColumn& cause : causes) {
    table.header.push_back(cause.name);
    legends.push_back({cause.name, cause.title});
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
      for (const CauseColumn& cause : causes)
        row.push_back(format_value(rules, Type{}, true, cause.values[point][month], session.language, 2));
      table.rows.push_back(std::move(row));
    }
  session.out << answer.scenario->name << ", " << to_text(grid.months.front());
  if (by_month)
    session.out << " – " << to_text(grid.months.back());
  session.out << "\n\n";
  print_table(session.out, table, session.colour);
  session.out << '\n';
  for (const auto& line : legends)
    session.out << line[0] << ": " << line[1] << '\n';
  session.out << '\n' << word(Word::estimate, session.language) << '\n';
}

void print_sweep_csv(Session& session, const RuleSet& rules, const Case& situation, const SweepAnswer& answer) {
  const Grid& grid = answer.grid;
  const Shape& shape = answer.scenario->shape;
  const std::vector<CauseColumn> causes = columns_of(rules, answer, session.language);
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
  for (const CauseColumn& cause : causes)
    next(cause.name);
  end();
  for (std::size_t point = 0; point < grid.points.size(); ++point)
    for (std::size_t month = 0; month < grid.months.size(); ++month) {
      for (std::size_t i = 0; i < grid.axes.size(); ++i)
        next(value_text(rules, rules.variables[grid.axes[i].name.variable], grid.points[point][i]));
      if (!situation.is_typical())
        next(to_text(grid.months[month]));
      for (const GridFigure& figure : grid.figures)
        next(value_text(rules, rules.variables[figure.instance.variable], figure.values[point][month]));
      for (const CauseColumn& cause : causes)
        next(percent_text(cause.values[point][month]));
      end();
    }
}

namespace {

void write_rate(JsonWriter& json, const Envelope& envelope, const Shape& shape, const GridFigure& figure,
                const RateCauses* causes) {
  const RuleSet& rules = envelope.rules;
  const Variable& rate = rules.variables[figure.instance.variable];
  const auto write_all = [&](std::string_view key, const std::vector<std::vector<Fraction>>& values) {
    json.key(key).begin_list();
    for (const auto& months : values) {
      json.begin_list();
      for (const Fraction& value : months)
        json::write_value(json, rules, Type{}, true, value);
      json.end_list();
    }
    json.end_list();
  };
  json.begin_object().key("rate").text(rate.name);
  json::write_text(json, "title", rate.title.in(envelope.language));
  json.key("person").text(person_name(shape, figure.instance.person));
  write_all("values", figure.values);
  if (causes != nullptr) {
    json.key("parts").begin_list();
    const std::vector<CauseColumn> columns = columns_of(rules, shape, *causes, envelope.language);
    for (const CauseColumn& column : columns)
      if (column.part) {
        json.begin_object();
        json::write_instance(json, rules, shape, *column.part);
        json::write_text(json, "title", column.title);
        write_all("shares", column.values);
        json.end_object();
      }
    json.end_list();
    for (const CauseColumn& column : columns)
      if (!column.part)
        write_all("rounding", column.values);
  }
  json.end_object();
}

}  // namespace

std::string sweep_json(const Envelope& envelope, const SweepAnswer& answer, const Diagnostics& warnings) {
  const Grid& grid = answer.grid;
  const Shape& shape = answer.scenario->shape;
  const RuleSet& rules = envelope.rules;
  JsonWriter json;
  json.begin_object();
  json::write_envelope(json, envelope);
  json::write_diagnostics(json, warnings);
  json.key("scenario").text(answer.scenario->name);
  json.key("months").begin_list();
  for (const YearMonth month : grid.months)
    json.text(to_text(month));
  json.end_list();
  json::write_assumed(json, envelope, answer.assumed);
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
  const auto is_rate = [&](const GridFigure& figure) {
    return rules.variables[figure.instance.variable].rate.has_value();
  };
  if (std::any_of(grid.figures.begin(), grid.figures.end(), is_rate)) {
    json.key("rates").begin_list();
    for (const GridFigure& figure : grid.figures) {
      const auto causes = std::find_if(answer.causes.begin(), answer.causes.end(),
                                       [&](const RateCauses& one) { return one.rate == figure.instance; });
      if (is_rate(figure))
        write_rate(json, envelope, shape, figure, causes == answer.causes.end() ? nullptr : &*causes);
    }
    json.end_list();
  }
  json.end_object();
  return json.take();
}

}  // namespace ansio::cli
