// Lists of what the rules hold, and the rules themselves, as JSON.
#include "calc/answer/serializer/serializer.h"

#include "calc/answer/serializer/serializer_parts.h"
#include "calc/case/values/value.h"
#include "calc/explain/sentences/refusals.h"
#include "calc/explain/words/format.h"
#include "calc/ruleset/certainty/basis.h"
#include "calc/ruleset/model/choices.h"

namespace ansio::answer {
namespace {

void write_cell(JsonWriter& json, const Parameter& parameter, const Fraction& cell) {
  if (parameter.boolean)
    json.boolean(cell.sign() != 0);
  else
    json.number(to_decimal_text(parameter.percent ? cell * Fraction::from_integer(100) : cell));
}

void write_basis_of_all(JsonWriter& json, const Parameter& parameter, const ParameterValue& value) {
  if (parameter.kind != Parameter::Kind::table) {
    json::write_basis(json, parameter, value, 0);
    return;
  }
  json.key("basis").text(basis_name(value.basis));
  if (value.low.empty())
    return;
  json.key("between").begin_list();
  for (const std::vector<Fraction>* end : {&value.low, &value.high}) {
    json.begin_list();
    for (const Fraction& cell : *end)
      write_cell(json, parameter, cell);
    json.end_list();
  }
  json.end_list();
}

// What holds from a month on, inside an object.
void write_value_fields(JsonWriter& json, const Envelope& envelope, const Parameter& parameter,
                        const ParameterValue& value) {
  json.key("from").text(to_text(value.from));
  if (value.none) {
    json.key("none").boolean(true);
  } else if (parameter.kind == Parameter::Kind::scale) {
    json::write_bands(json, value.cells);
  } else if (parameter.kind == Parameter::Kind::table) {
    json.key("cells").begin_list();
    for (const Fraction& cell : value.cells)
      write_cell(json, parameter, cell);
    json.end_list();
  } else {
    json.key("value");
    write_cell(json, parameter, value.cells.front());
  }
  if (value.basis != Basis::enacted)
    write_basis_of_all(json, parameter, value);
  json::write_text(json, "source", value.source);
  if (value.assumption.unverified)
    json.key("assumption").text(value.assumption.note.in(envelope.language));
}

void write_parameter(JsonWriter& json, const Envelope& envelope, const Parameter& parameter) {
  constexpr std::string_view kinds[] = {"scalar", "table", "scale"};
  json.begin_object().key("name").text(parameter.name);
  json::write_text(json, "title", parameter.title.in(envelope.language));
  json.key("kind").text(kinds[static_cast<std::size_t>(parameter.kind)]);
  json.key("unit").text(unit_name(envelope.rules, parameter.unit));
  if (parameter.boolean)
    json.key("boolean").boolean(true);
  if (parameter.percent)
    json.key("percent").boolean(true);
  if (!parameter.keys.empty()) {
    json.key("by").begin_list();
    for (const TableKey& key : parameter.keys)
      json.text(key.is_enumeration ? envelope.rules.enums[key.enumeration].name
                                   : std::to_string(key.low) + ".." + std::to_string(key.high));
    json.end_list();
  }
  json::write_citations(json, envelope.rules, parameter.citations);
  if (parameter.assumption.unverified)
    json.key("assumption").text(parameter.assumption.note.in(envelope.language));
  json.key("values").begin_list();
  for (const ParameterValue& value : parameter.values) {
    json.begin_object();
    write_value_fields(json, envelope, parameter, value);
    json.end_object();
  }
  json.end_list().end_object();
}

}  // namespace

void json::write_expected_reads(JsonWriter& json, const Envelope& envelope, std::span<const ExpectedRead> reads) {
  if (reads.empty())
    return;
  json.key("expected_values").begin_list();
  for (const ExpectedRead& read : reads) {
    json.begin_object();
    json.key("kind").text(read.value != nullptr ? "parameter" : "rule");
    if (read.value != nullptr) {
      const Parameter& parameter = envelope.rules.parameters[read.parameter];
      json.key("name").text(parameter.name);
      json::write_text(json, "title", parameter.title.in(envelope.language));
      json.key("unit").text(unit_name(envelope.rules, parameter.unit));
      write_value_fields(json, envelope, parameter, *read.value);
      json::write_citations(json, envelope.rules, parameter.citations);
    } else {
      const Variable& rule = envelope.rules.variables[read.rule];
      json.key("name").text(rule.name);
      json::write_text(json, "title", rule.title.in(envelope.language));
      json.key("from").text(to_text(read.formula->from));
      json.key("basis").text(basis_name(read.formula->basis));
      json::write_text(json, "source", read.formula->source);
      json::write_citations(json, envelope.rules, rule.citations);
    }
    json.end_object();
  }
  json.end_list();
}

std::string variables_json(const Envelope& envelope, std::span<const VariableId> variables) {
  JsonWriter json;
  json.begin_object();
  json::write_envelope(json, envelope);
  json::write_variables(json, envelope, variables);
  json.end_object();
  return json.take();
}

std::string parameters_json(const Envelope& envelope) {
  JsonWriter json;
  json.begin_object();
  json::write_envelope(json, envelope);
  json.key("parameters").begin_list();
  for (const Parameter& parameter : envelope.rules.parameters)
    write_parameter(json, envelope, parameter);
  json.end_list().end_object();
  return json.take();
}

std::string assumptions_json(const Envelope& envelope, std::span<const RestsOn> assumptions) {
  JsonWriter json;
  json.begin_object();
  json::write_envelope(json, envelope);
  json::write_assumptions(json, envelope, assumptions);
  json.end_object();
  return json.take();
}

std::string notices_json(const Envelope& envelope) {
  JsonWriter json;
  json.begin_object();
  json::write_envelope(json, envelope);
  json.key("notices").begin_list();
  for (const Notice& notice : envelope.rules.notices) {
    json.begin_object();
    json::write_notice(json, envelope, notice);
    json.key("entity").text(notice.entity == Entity::person ? "person" : "household");
    json::write_text(json, "says", notice.says.in(envelope.language));
    if (notice.assumption.unverified)
      json.key("assumption").text(notice.assumption.note.in(envelope.language));
    json.end_object();
  }
  json.end_list().end_object();
  return json.take();
}

std::string situations_json(const Envelope& envelope) {
  JsonWriter json;
  json.begin_object();
  json::write_envelope(json, envelope);
  json.key("unsupported").begin_list();
  for (const VariableId id : unsupported_situations(envelope.rules)) {
    const Variable& situation = envelope.rules.variables[id];
    json.begin_object();
    json.key("situation").text(situation.name);
    json::write_text(json, "title", situation.title.in(envelope.language));
    json.key("entity").text(situation.entity == Entity::person ? "person" : "household");
    json::write_text(json, "says", situation.says.in(envelope.language));
    json::write_citations(json, envelope.rules, situation.citations);
    json.key("rules").begin_list();
    for (const Variable& rule : envelope.rules.variables)
      if (rule.unsupported == id)
        json.text(rule.name);
    json.end_list().end_object();
  }
  json.end_list().end_object();
  return json.take();
}

std::string readings_json(const Envelope& envelope) {
  const RuleSet& rules = envelope.rules;
  JsonWriter json;
  json.begin_object();
  json::write_envelope(json, envelope);
  json.key("readings").begin_list();
  for (const Choice& choice : rules.choices)
    for (const Reading& reading : readings_of(rules, choice)) {
      const bool is_rule = choice.of == Choice::Of::rule;
      json.begin_object().key(is_rule ? "rule" : "parameter").text(owner_name(rules, choice));
      json::write_text(json, "title", owner_title(rules, choice).in(envelope.language));
      json.key("reading").text(reading.name);
      json::write_text(json, "says", reading.says.in(envelope.language));
      json::write_text(json, "settled_by", reading.settled_by.in(envelope.language));
      json::write_text(json, "source", reading.source);
      json::write_citations(json, rules,
                            is_rule ? rules.variables[choice.id].citations : rules.parameters[choice.id].citations);
      if (is_rule) {
        json.key("formulas").begin_list();
        for (const DatedFormula& formula : reading.formulas) {
          json.begin_object();
          if (formula.from.index != 0)
            json.key("from").text(to_text(formula.from));
          json.key("formula").text(formula.text).end_object();
        }
      } else {
        json.key("values").begin_list();
        for (const ParameterValue& value : reading.values) {
          json.begin_object();
          write_value_fields(json, envelope, rules.parameters[choice.id], value);
          json.end_object();
        }
      }
      json.end_list().end_object();
    }
  json.end_list().end_object();
  return json.take();
}

std::string version_json(const Envelope& envelope) {
  JsonWriter json;
  json.begin_object();
  json::write_envelope(json, envelope);
  json.end_object();
  return json.take();
}

}  // namespace ansio::answer
