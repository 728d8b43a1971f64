// What the rules hold: inputs, outputs, parameters, what is unverified, notices.
#include <CLI/CLI.hpp>

#include <memory>
#include <ostream>

#include "calc/answer/serializer/serializer_parts.h"
#include "calc/case/read/case_schema.h"
#include "calc/case/rows/batch.h"
#include "calc/cli/print/table.h"
#include "calc/cli/source/case_source.h"
#include "calc/cli/source/rules_source.h"
#include "calc/explain/sentences/refusals.h"
#include "calc/explain/words/format.h"
#include "calc/publish/law_year/worksheet.h"
#include "calc/ruleset/certainty/basis.h"
#include "calc/ruleset/model/choices.h"
#include "calc/ruleset/model/citation.h"

namespace ansio::cli {
namespace {

std::string type_text(const RuleSet& rules, const Variable& variable) {
  switch (variable.type.kind) {
    case Type::Kind::boolean:
      return "boolean";
    case Type::Kind::month:
      return "month";
    case Type::Kind::date:
      return "date";
    case Type::Kind::enumeration:
      return rules.enums[variable.type.enumeration].name;
    case Type::Kind::number:
      break;
  }
  return variable.percent ? "%" : unit_name(rules, variable.type.unit);
}

std::vector<VariableId> variables_listed(const RuleSet& rules, bool inputs) {
  std::vector<VariableId> listed;
  for (VariableId id = 0; id < rules.variables.size(); ++id) {
    const Variable& variable = rules.variables[id];
    const bool is_input = variable.kind == Variable::Kind::input;
    if (inputs ? is_input : !is_input && variable.output)
      listed.push_back(id);
  }
  return listed;
}

// A table, or with --format csv the same cells as CSV.
void print(Session& session, Table table) {
  table.left_columns = table.header.size();
  if (session.format != Format::csv) {
    print_table(session.out, table, session.colour);
    return;
  }
  table.rows.insert(table.rows.begin(), table.header);
  for (const auto& row : table.rows) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0)
        line += ',';
      append_csv_cell(line, row[i]);
    }
    session.out << line << '\n';
  }
}

void list_variables(Session& session, const RuleSet& rules, bool inputs) {
  if (session.format == Format::json_schema && inputs) {
    session.out << case_schema_json(rules, session.language) << '\n';
    return;
  }
  const std::vector<VariableId> listed = variables_listed(rules, inputs);
  if (session.format == Format::json) {
    session.out << variables_json(envelope_of(session, rules), listed) << '\n';
    return;
  }
  Table table;
  table.header = {"name", "of", "unit or type", inputs ? "default" : "period", "law", "title"};
  for (const VariableId id : listed) {
    const Variable& variable = rules.variables[id];
    std::string fourth = variable.period == Period::year ? "year" : "month";
    if (inputs)
      fourth = variable.required                             ? "required"
               : json::is_told_from_default(rules, variable) ? "not given"
                                                             : json::default_text(rules, variable);
    table.rows.push_back({variable.name, variable.entity == Entity::person ? "person" : "household",
                          type_text(rules, variable), fourth, to_text(variable.citations),
                          variable.title.in(session.language)});
  }
  print(session, std::move(table));
}

std::string value_text_of(const Parameter& parameter, const ParameterValue& value) {
  if (value.none)
    return "none";
  const Fraction hundred = Fraction::from_integer(100);
  std::string text;
  constexpr std::size_t worth_listing = 12;
  for (std::size_t i = 0; i < value.cells.size(); ++i) {
    if (i == worth_listing)
      return text + ", … (" + std::to_string(value.cells.size()) + ")";
    const bool is_rate = parameter.kind == Parameter::Kind::scale && i % 2 == 1;
    if (i > 0)
      text += is_rate ? ": " : ", ";
    text += parameter.boolean
                ? (value.cells[i].sign() != 0 ? "true" : "false")
                : to_decimal_text(parameter.percent || is_rate ? value.cells[i] * hundred : value.cells[i]);
    if (is_rate)
      text += " %";
  }
  return text;
}

std::string unit_text_of(const RuleSet& rules, const Parameter& parameter) {
  if (parameter.boolean)
    return "boolean";
  return parameter.percent ? "%" : unit_name(rules, parameter.unit);
}

void list_parameters(Session& session, const RuleSet& rules) {
  if (session.format == Format::json) {
    session.out << parameters_json(envelope_of(session, rules)) << '\n';
    return;
  }
  Table table;
  table.header = {"name", "from", "value", "unit", "law", "basis", "source"};
  for (const Parameter& parameter : rules.parameters)
    for (const ParameterValue& value : parameter.values)
      table.rows.push_back({parameter.name, to_text(value.from), value_text_of(parameter, value),
                            unit_text_of(rules, parameter), to_text(parameter.citations),
                            std::string(basis_name(value.basis)), value.source});
  print(session, std::move(table));
}

// The worksheet of the law of a month: what may be out of date in it.
void list_stale(Session& session, const RuleSet& rules, YearMonth month) {
  Table table;
  table.header = worksheet_header();
  for (const WorksheetRow& row : stale_values(rules, month))
    table.rows.push_back(worksheet_cells(row));
  print(session, std::move(table));
}

void list_unverified(Session& session, const RuleSet& rules) {
  const std::vector<RestsOn> all = all_assumptions(rules);
  if (session.format == Format::json) {
    session.out << assumptions_json(envelope_of(session, rules), all) << '\n';
    return;
  }
  Table table;
  table.header = {"name", "kind", "note"};
  for (const RestsOn& rests_on : all) {
    const bool is_parameter = rests_on.kind == RestsOn::Kind::parameter;
    const bool is_input = rests_on.kind == RestsOn::Kind::input;
    table.rows.push_back({is_parameter ? rules.parameters[rests_on.id].name : rules.variables[rests_on.id].name,
                          is_parameter ? "parameter"
                          : is_input   ? "input"
                                       : "rule",
                          rests_on.assumption->note.in(session.language)});
  }
  print(session, std::move(table));
}

void list_notices(Session& session, const RuleSet& rules) {
  if (session.format == Format::json) {
    session.out << notices_json(envelope_of(session, rules)) << '\n';
    return;
  }
  Table table;
  table.header = {"name", "of", "to", "deadline", "law", "title"};
  for (const Notice& notice : rules.notices)
    table.rows.push_back({notice.name, notice.entity == Entity::person ? "person" : "household", notice.to,
                          notice.deadline.in(session.language), to_text(notice.citations),
                          notice.title.in(session.language)});
  print(session, std::move(table));
}

void list_readings(Session& session, const RuleSet& rules) {
  if (session.format == Format::json) {
    session.out << readings_json(envelope_of(session, rules)) << '\n';
    return;
  }
  Table table;
  table.header = {"name", "reading", "law", "says", "settled by", "source"};
  for (const Choice& choice : rules.choices)
    for (const Reading& reading : readings_of(rules, choice))
      table.rows.push_back({owner_name(rules, choice), reading.name,
                            to_text(choice.of == Choice::Of::rule ? rules.variables[choice.id].citations
                                                                  : rules.parameters[choice.id].citations),
                            reading.says.in(session.language), reading.settled_by.in(session.language),
                            reading.source});
  print(session, std::move(table));
}

void list_situations(Session& session, const RuleSet& rules) {
  if (session.format == Format::json) {
    session.out << situations_json(envelope_of(session, rules)) << '\n';
    return;
  }
  Table table;
  table.header = {"name", "of", "law", "title", "says"};
  for (const VariableId id : unsupported_situations(rules)) {
    const Variable& situation = rules.variables[id];
    table.rows.push_back({situation.name, situation.entity == Entity::person ? "person" : "household",
                          to_text(situation.citations), situation.title.in(session.language),
                          situation.says.in(session.language)});
  }
  print(session, std::move(table));
}

}  // namespace

void add_list_command(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("list", "What the rules hold, with unit, law and texts");
  auto what = std::make_shared<std::string>();
  auto stale = std::make_shared<std::string>();
  command->add_option("WHAT", *what, "inputs, outputs, parameters, unverified, readings, unsupported or notices")
      ->required()
      ->check(CLI::IsMember({"inputs", "outputs", "parameters", "unverified", "readings", "unsupported", "notices"}));
  command->add_option("--stale", *stale, "Of parameters: the worksheet of values that may be out of date in this month")
      ->type_name("YYYY-MM");
  command->footer(
      "Examples:\n"
      "  ansio list inputs --format json-schema\n"
      "  ansio list parameters --stale 2028-01 --format csv");
  command->callback([&session, what, stale] {
    const std::optional<YearMonth> month = parse_year_month(*stale);
    if (!stale->empty() && (!month || *what != "parameters")) {
      session.err << "--stale: of parameters, and of a month such as 2028-01\n";
      session.exit_code = wrong_use;
      return;
    }
    const auto rules = load_session_rules(session);
    if (!rules)
      return;
    if (*what == "inputs" || *what == "outputs")
      list_variables(session, *rules, *what == "inputs");
    else if (month)
      list_stale(session, *rules, *month);
    else if (*what == "parameters")
      list_parameters(session, *rules);
    else if (*what == "unverified")
      list_unverified(session, *rules);
    else if (*what == "readings")
      list_readings(session, *rules);
    else if (*what == "unsupported")
      list_situations(session, *rules);
    else
      list_notices(session, *rules);
  });
}

}  // namespace ansio::cli
