// The pieces that several answers share: envelope, variables, citations, notices, parameters.
#include "calc/answer/serializer/serializer_parts.h"

#include <algorithm>

#include "calc/base/date/date.h"
#include "calc/case/values/value.h"
#include "calc/explain/words/format.h"
#include "calc/explain/words/words.h"
#include "calc/ruleset/certainty/basis.h"
#include "calc/ruleset/model/citation.h"

namespace ansio::answer::json {
namespace {

std::string_view type_name(const Type& type) {
  switch (type.kind) {
    case Type::Kind::boolean:
      return "boolean";
    case Type::Kind::enumeration:
      return "enum";
    case Type::Kind::month:
      return "month";
    case Type::Kind::date:
      return "date";
    case Type::Kind::number:
      break;
  }
  return "number";
}

void write_enumeration(JsonWriter& json, const Enumeration& kinds, Language language) {
  json.key("enum").text(kinds.name).key("members").begin_list();
  for (std::size_t i = 0; i < kinds.members.size(); ++i) {
    json.begin_object().key("name").text(kinds.members[i]);
    if (i < kinds.member_titles.size())
      write_text(json, "title", kinds.member_titles[i].in(language));
    json.end_object();
  }
  json.end_list();
}

void write_bound(JsonWriter& json, const RuleSet& rules, const Variable& variable,
                 const std::optional<Fraction>& bound) {
  if (!bound)
    json.null();
  else if (is_of_calendar(variable.type))
    json.text(value_text(rules, variable, *bound));
  else
    json.number(to_decimal_text(variable.percent ? *bound * Fraction::from_integer(100) : *bound));
}

bool is_notice(const RuleSet& rules, VariableId id) {
  for (const Notice& notice : rules.notices)
    if (notice.variable == id)
      return true;
  return false;
}

[[maybe_unused]] void write_plausible(JsonWriter& json, const RuleSet& rules, const Variable& variable) {
  const Plausible& plausible = *variable.plausible;
  json.key("plausible").begin_object();
  if (plausible.members.empty()) {
    json.key("between").begin_list().text(plausible.least.text).text(plausible.most.text).end_list();
  } else {
    json.key("one_of").begin_list();
    for (const Fraction& member : plausible.members)
      write_value(json, rules, variable, member);
    json.end_list();
  }
  write_text(json, "source", plausible.source);
  json.end_object();
}

void write_input_facts(JsonWriter& json, const RuleSet& rules, const Variable& variable, Language language) {
  write_text(json, "question", variable.question.in(language));
  write_text(json, "why", variable.why.in(language));
  json.key("required").boolean(variable.required);
  write_text(json, "default", default_text(rules, variable));
  if (variable.lowest || variable.highest) {
    json.key("bounds").begin_list();
    write_bound(json, rules, variable, variable.lowest);
    write_bound(json, rules, variable, variable.highest);
    json.end_list();
  }
  // Only once explanations have been asked for, as the default: ends and sources travel with the formulas.
  if constexpr (says_why)
    if (variable.plausible && !variable.plausible->source.empty())
      write_plausible(json, rules, variable);
}

std::string_view period_name(const Variable& variable) {
  if (variable.is_single)
    return "once";
  return variable.period == Period::year ? "year" : "month";
}

void write_variable(JsonWriter& json, const Envelope& envelope, VariableId id) {
  const RuleSet& rules = envelope.rules;
  const Variable& variable = rules.variables[id];
  const bool is_input = variable.kind == Variable::Kind::input;
  json.begin_object().key("name").text(variable.name);
  json.key("kind").text(is_input ? "input" : is_notice(rules, id) ? "notice" : "rule");
  if (variable.module < rules.modules.size())
    json.key("module").text(rules.modules[variable.module].name);
  write_text(json, "title", variable.title.in(envelope.language));
  json.key("entity").text(variable.entity == Entity::person ? "person" : "household");
  if (variable.whose != Whose::anybody)
    json.key("whose").text(variable.whose == Whose::child ? "child" : "adult");
  json.key("period").text(period_name(variable));
  json.key("type").text(type_name(variable.type));
  if (variable.type.kind == Type::Kind::enumeration)
    write_enumeration(json, rules.enums[variable.type.enumeration], envelope.language);
  if (variable.type.kind == Type::Kind::number) {
    json.key("unit").text(unit_name(rules, variable.type.unit));
    write_text(json, "symbol", unit_symbol(rules, variable.type.unit, envelope.language));
    json.key("decimals").number(is_input ? variable.decimals : shown_decimals(rules, variable.type.unit));
    if (variable.percent)
      json.key("percent").boolean(true);
  }
  if (variable.output)
    json.key("output").boolean(true);
  if (!variable.adds_up)
    json.key("adds_up").boolean(false);
  if (variable.rate)
    json.key("rate").text(formula_text(rules, *variable.rate));
  if (is_input)
    write_input_facts(json, envelope.rules, variable, envelope.language);
  write_citations(json, rules, variable.citations);
  if (variable.assumption.unverified)
    json.key("assumption").text(variable.assumption.note.in(envelope.language));
  json.end_object();
}

}  // namespace

void write_text(JsonWriter& json, std::string_view key, std::string_view text) {
  if (!text.empty())
    json.key(key).text(text);
}

void write_envelope(JsonWriter& json, const Envelope& envelope) {
  const RuleSet& rules = envelope.rules;
  json.key("format").number(1);
  json.key("engine").text(envelope.engine);
  json.key("rules").begin_object();
  json.key("name").text(rules.name).key("version").text(rules.version).key("hash").text(rules.hash);
  json.key("law_from").text(to_text(rules.law_from));
  json.key("law_until").text(to_text(rules.law_until));
  json.end_object();
  json.key("language").text(language_code(envelope.language));
}

void write_citations(JsonWriter& json, const RuleSet& rules, const std::vector<Citation>& citations) {
  if (citations.empty())
    return;
  json.key("citations").begin_list();
  for (const Citation& citation : citations) {
    json.begin_object().key("statute").text(citation.statute);
    write_text(json, "section", citation.section);
    write_text(json, "link", link_of(rules, citation));
    json.end_object();
  }
  json.end_list();
}

void write_instance(JsonWriter& json, const RuleSet& rules, const Shape& shape, const Instance& instance) {
  json.key("variable").text(rules.variables[instance.variable].name).key("person");
  if (instance.person == Instance::household)
    json.null();
  else
    json.text(person_name(shape, instance.person));
}

void write_variables(JsonWriter& json, const Envelope& envelope, std::span<const VariableId> variables) {
  json.key("variables").begin_list();
  for (const VariableId id : variables)
    write_variable(json, envelope, id);
  json.end_list();
}

void write_assumptions(JsonWriter& json, const Envelope& envelope, std::span<const RestsOn> assumptions) {
  json.key("assumptions").begin_list();
  for (const RestsOn& rests_on : assumptions) {
    const bool is_parameter = rests_on.kind == RestsOn::Kind::parameter;
    const std::string& name =
        is_parameter ? envelope.rules.parameters[rests_on.id].name : envelope.rules.variables[rests_on.id].name;
    const Texts& title =
        is_parameter ? envelope.rules.parameters[rests_on.id].title : envelope.rules.variables[rests_on.id].title;
    json.begin_object();
    json.key("kind").text(is_parameter ? "parameter" : rests_on.kind == RestsOn::Kind::input ? "input" : "rule");
    json.key("name").text(name);
    write_text(json, "title", title.in(envelope.language));
    write_text(json, "note", rests_on.assumption->note.in(envelope.language));
    json.key("material").boolean(rests_on.material);
    json.end_object();
  }
  json.end_list();
}

void write_notice(JsonWriter& json, const Envelope& envelope, const Notice& notice) {
  json.key("notice").text(notice.name);
  write_text(json, "title", notice.title.in(envelope.language));
  write_text(json, "to", notice.to);
  for (const Recipient& recipient : envelope.rules.recipients)
    if (recipient.name == notice.to)
      write_text(json, "to_title", recipient.title.in(envelope.language));
  write_text(json, "deadline", notice.deadline.in(envelope.language));
  write_text(json, "attachment", notice.attachment.in(envelope.language));
  write_citations(json, envelope.rules, notice.citations);
}

void write_basis(JsonWriter& json, const Parameter& parameter, const ParameterValue& value, std::size_t cell) {
  json.key("basis").text(basis_name(value.basis));
  if (value.low.empty())
    return;
  json.key("between").begin_list();
  for (const std::vector<Fraction>* end : {&value.low, &value.high})
    if (parameter.kind == Parameter::Kind::scale) {
      json.begin_object();
      write_bands(json, *end);
      json.end_object();
    } else {
      const Fraction& one = (*end)[cell];
      if (parameter.boolean)
        json.boolean(one.sign() != 0);
      else
        json.number(to_decimal_text(parameter.percent ? one * Fraction::from_integer(100) : one));
    }
  json.end_list();
}

namespace {

// What was used of a parameter, without its name.
void write_use(JsonWriter& json, const Envelope& envelope, const ParameterUse& use) {
  const RuleSet& rules = envelope.rules;
  const Parameter& parameter = rules.parameters[use.parameter];
  write_text(json, "title", parameter.title.in(envelope.language));
  if (!use.keys.empty()) {
    json.key("keys").begin_list();
    for (const std::string& key : use.keys)
      json.text(key);
    json.end_list();
  }
  const Type type = parameter.cell_type();
  const auto write_number = [&](bool percent, const Value& value) {
    json.key("value");
    write_value(json, rules, type, percent, value);
    json.key("text").text(format_value(rules, type, percent, value, envelope.language, 6));
  };
  if (parameter.kind != Parameter::Kind::scale)
    write_number(parameter.percent, use.value);
  else if (use.band >= 0)
    write_number(false, use.in_force->cells[2 * static_cast<std::size_t>(use.band)]);
  else
    write_bands(json, use.in_force->cells);
  json.key("unit").text(unit_name(rules, parameter.unit));
  json.key("valid_from").text(to_text(use.in_force->from));
  if (is_expected(rules, use))
    write_basis(json, parameter, *use.in_force, use.cell);
  write_text(json, "source", use.in_force->source);
  write_citations(json, rules, parameter.citations);
  const Assumption& of_value = use.in_force->assumption;
  const Assumption& assumption = of_value.unverified ? of_value : parameter.assumption;
  if (assumption.unverified)
    json.key("assumption").text(assumption.note.in(envelope.language));
}

}  // namespace

void write_expected(JsonWriter& json, const Envelope& envelope, std::span<const ExpectedValue> expected) {
  if (expected.empty())
    return;
  json.key("expected_values").begin_list();
  for (const ExpectedValue& value : expected) {
    json.begin_object();
    json.key("kind").text(value.use ? "parameter" : "rule");
    if (value.use) {
      json.key("name").text(envelope.rules.parameters[value.use->parameter].name);
      write_use(json, envelope, *value.use);
    } else {
      const Variable& rule = envelope.rules.variables[value.rule];
      json.key("name").text(rule.name);
      write_text(json, "title", rule.title.in(envelope.language));
      json.key("valid_from").text(to_text(value.formula->from));
      json.key("basis").text(basis_name(value.formula->basis));
      write_text(json, "source", value.formula->source);
      write_citations(json, envelope.rules, rule.citations);
    }
    json.key("material").boolean(value.material);
    json.end_object();
  }
  json.end_list();
}

void write_parameter_use(JsonWriter& json, const Envelope& envelope, const ParameterUse& use) {
  json.begin_object().key("parameter").text(envelope.rules.parameters[use.parameter].name);
  write_use(json, envelope, use);
  json.end_object();
}

void write_bands(JsonWriter& json, const std::vector<Fraction>& cells) {
  json.key("bands").begin_list();
  for (std::size_t band = 0; band + 1 < cells.size(); band += 2) {
    json.begin_object().key("over").number(to_decimal_text(cells[band]));
    json.key("rate").number(to_decimal_text(cells[band + 1] * Fraction::from_integer(100)));
    json.end_object();
  }
  json.end_list();
}

std::string default_text(const RuleSet& rules, const Variable& variable) {
  if (variable.required || variable.formulas.empty() || is_told_from_default(rules, variable))
    return {};
  return variable.formulas.front().text;
}

bool is_told_from_default(const RuleSet& rules, const Variable& variable) {
  const auto id = rules.find_variable(variable.name);
  return !variable.formulas.empty() && parse_fraction(variable.formulas.front().text) &&
         std::any_of(rules.tree.nodes.begin(), rules.tree.nodes.end(),
                     [&](const Node& node) { return node.kind == NodeKind::given && node.reference == id; });
}

}  // namespace ansio::answer::json
