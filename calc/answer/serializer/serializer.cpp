// Lists of what the rules hold, and the rules themselves, as JSON.
#include "calc/answer/serializer/serializer.h"

#include "calc/answer/serializer/serializer_parts.h"
#include "calc/case/values/value.h"
#include "calc/explain/sentences/refusals.h"
#include "calc/explain/words/format.h"

namespace ansio::answer {
namespace {

Fraction shown(const Parameter& parameter, const Fraction& cell) {
  return parameter.percent ? cell * Fraction::from_integer(100) : cell;
}

void write_parameter_value(JsonWriter& json, const Envelope& envelope, const Parameter& parameter,
                           const ParameterValue& value) {
  json.begin_object().key("from").text(to_text(value.from));
  if (value.none) {
    json.key("none").boolean(true);
  } else if (parameter.kind == Parameter::Kind::scale) {
    json::write_bands(json, value.cells);
  } else if (parameter.kind == Parameter::Kind::table) {
    json.key("cells").begin_list();
    for (const Fraction& cell : value.cells)
      json.number(to_decimal_text(shown(parameter, cell)));
    json.end_list();
  } else {
    json.key("value").number(to_decimal_text(shown(parameter, value.cells.front())));
  }
  json::write_text(json, "source", value.source);
  if (value.assumption.unverified)
    json.key("assumption").text(value.assumption.note.in(envelope.language));
  json.end_object();
}

void write_parameter(JsonWriter& json, const Envelope& envelope, const Parameter& parameter) {
  constexpr std::string_view kinds[] = {"scalar", "table", "scale"};
  json.begin_object().key("name").text(parameter.name);
  json::write_text(json, "title", parameter.title.in(envelope.language));
  json.key("kind").text(kinds[static_cast<std::size_t>(parameter.kind)]);
  json.key("unit").text(unit_name(envelope.rules, parameter.unit));
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
  for (const ParameterValue& value : parameter.values)
    write_parameter_value(json, envelope, parameter, value);
  json.end_list().end_object();
}

}  // namespace

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

std::string version_json(const Envelope& envelope) {
  JsonWriter json;
  json.begin_object();
  json::write_envelope(json, envelope);
  json.end_object();
  return json.take();
}

}  // namespace ansio::answer
