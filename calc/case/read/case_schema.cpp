// Writes the JSON Schema of cases from the inputs of a rule set.
#include "calc/case/read/case_schema.h"

#include "calc/base/document/json_writer.h"
#include "calc/case/read/case.h"
#include "calc/ruleset/model/choices.h"
#include "calc/ruleset/model/unit_name.h"

namespace ansio::cases {
namespace {

constexpr std::string_view month_pattern = "^[0-9]{4}-(0[1-9]|1[0-2])$";
constexpr std::string_view override_pattern = "^[a-z][a-z0-9_]*\\.[a-z][a-z0-9_]*$";

class SchemaWriter {
 public:
  SchemaWriter(const RuleSet& rules, Language language) : rules_(rules), language_(language) {}

  std::string write() {
    json_.begin_object();
    json_.key("$schema").text("https://json-schema.org/draft/2020-12/schema");
    json_.key("title").text(rules_.name);
    json_.key("type").text("object");
    json_.key("required").begin_list().text("ansiopolku").text("start").text("client").end_list();
    json_.key("properties").begin_object();
    json_.key("ansiopolku").begin_object().key("const").number(1).end_object();
    text_property("name");
    text_property("note");
    json_.key("file").begin_object().key("type").begin_list().text("object").text("null").end_list().end_object();
    reference("start", "month");
    json_.key("months").begin_object().key("type").text("integer");
    json_.key("minimum").number(1).key("maximum").number(most_months).end_object();
    write_people();
    json_.key("scenarios").begin_object().key("type").text("array");
    json_.key("minItems").number(1).key("maxItems").number(most_scenarios);
    reference("items", "scenario");
    json_.end_object();
    write_inputs(Entity::household);
    json_.end_object();
    write_rest("household_group");
    json_.key("$defs").begin_object();
    write_definitions();
    json_.end_object().end_object();
    return json_.take();
  }

 private:
  void text_property(std::string_view name) { json_.key(name).begin_object().key("type").text("string").end_object(); }

  void reference(std::string_view key, std::string_view definition) {
    json_.key(key).begin_object().key("$ref").text("#/$defs/" + std::string(definition)).end_object();
  }

  // client, spouse, children, decisions: of the case and of every scenario.
  void write_people() {
    reference("client", "person");
    json_.key("spouse").begin_object().key("anyOf").begin_list();
    json_.begin_object().key("$ref").text("#/$defs/person").end_object();
    json_.begin_object().key("enum").begin_list().null().text("none").end_list().end_object();
    json_.end_list().end_object();
    json_.key("children").begin_object().key("type").begin_list().text("array").text("null").end_list();
    json_.key("maxItems").number(most_children);
    reference("items", "person");
    json_.end_object();
    reference("decisions", "decisions");
    reference("before", "before");
    reference("readings", "readings");
  }

  void write_inputs(Entity entity) {
    for (const Variable& variable : rules_.variables)
      if (variable.kind == Variable::Kind::input && variable.entity == entity)
        write_input(variable);
  }

  // One value, what it may be, a map of months to either, or null (not given).
  void write_input(const Variable& variable) {
    json_.key(variable.name).begin_object();
    json_.key("title").text(variable.title.in(language_));
    if (!variable.question.empty())
      json_.key("description").text(variable.question.in(language_));
    if (variable.type.kind == Type::Kind::number) {
      json_.key("x-unit").text(variable.percent ? "%" : unit_name(rules_, variable.type.unit));
    }
    if (variable.is_single)
      json_.key("x-period").text("once");
    json_.key("anyOf").begin_list();
    write_value_schema(variable);
    write_open_schema(variable);
    json_.begin_object().key("type").text("object");
    json_.key("propertyNames").begin_object().key("pattern").text(month_pattern).end_object();
    json_.key("minProperties").number(1).key("additionalProperties").begin_object();
    json_.key("anyOf").begin_list();
    write_value_schema(variable);
    write_open_schema(variable);
    write_null();
    json_.end_list().end_object().end_object();
    write_null();
    json_.end_list().end_object();
  }

  // {between: [8, 20]}, {one_of: [none, basic]}, {varies: [8, 20]}, unknown.
  void write_open_schema(const Variable& variable) {
    const bool has_ends = variable.type.kind != Type::Kind::boolean && variable.type.kind != Type::Kind::enumeration;
    json_.begin_object().key("$ref").text(has_ends ? "#/$defs/open_range" : "#/$defs/open_members").end_object();
    if (variable.plausible)
      json_.begin_object().key("const").text("unknown").end_object();
  }

  void write_open_definitions() {
    const auto list = [&](std::string_view key, bool is_pair) {
      json_.key(key).begin_object().key("type").text("array").key("minItems").number(is_pair ? 2 : 1);
      if (is_pair)
        json_.key("maxItems").number(2);
      json_.end_object();
    };
    for (const bool has_ends : {true, false}) {
      json_.key(has_ends ? "open_range" : "open_members").begin_object().key("type").text("object");
      json_.key("minProperties").number(1).key("maxProperties").number(2);
      json_.key("properties").begin_object();
      if (has_ends) {
        list("between", true);
        list("varies", true);
      }
      list("one_of", false);
      json_.key("assumed").begin_object().end_object();
      json_.end_object().key("additionalProperties").boolean(false).end_object();
    }
    json_.key("readings").begin_object().key("type").begin_list().text("object").text("null").end_list();
    json_.key("properties").begin_object();
    for (const Choice& choice : rules_.choices) {
      json_.key(owner_name(rules_, choice)).begin_object().key("anyOf").begin_list();
      json_.begin_object().key("enum").begin_list().null().text("unknown").text(standing_reading);
      for (const Reading& reading : readings_of(rules_, choice))
        json_.text(reading.name);
      json_.end_list().end_object();
      json_.begin_object().key("$ref").text("#/$defs/open_members").end_object();
      json_.end_list().end_object();
    }
    json_.end_object().key("additionalProperties").boolean(false).end_object();
  }

  void write_null() { json_.begin_object().key("type").text("null").end_object(); }

  void write_value_schema(const Variable& variable) {
    json_.begin_object();
    switch (variable.type.kind) {
      case Type::Kind::boolean:
        json_.key("type").text("boolean");
        break;
      case Type::Kind::month:
        json_.key("$ref").text("#/$defs/month");
        break;
      case Type::Kind::date:
        json_.key("type").text("string").key("format").text("date");
        break;
      case Type::Kind::enumeration:
        json_.key("$ref").text("#/$defs/enum_" + rules_.enums[variable.type.enumeration].name);
        break;
      case Type::Kind::number:
        json_.key("type").text("number");
        write_bound("minimum", variable, variable.lowest);
        write_bound("maximum", variable, variable.highest);
        break;
    }
    json_.end_object();
  }

  void write_bound(std::string_view key, const Variable& variable, const std::optional<Fraction>& bound) {
    if (bound)
      json_.key(key).number(to_decimal_text(variable.percent ? *bound * Fraction::from_integer(100) : *bound));
  }

  // Overrides by dotted names; any other key is a group of known ones.
  void write_rest(std::string_view group) {
    json_.key("patternProperties").begin_object();
    reference(override_pattern, "override");
    json_.end_object();
    reference("additionalProperties", group);
  }

  void write_object(std::string_view name, Entity entity, bool is_group) {
    json_.key(name).begin_object().key("type").text("object");
    json_.key("properties").begin_object();
    write_inputs(entity);
    if (!is_group) {
      reference("decisions", "decisions");
      reference("before", "before");
      text_property("note");
    }
    json_.end_object();
    if (is_group) {
      json_.key("minProperties").number(1).key("patternProperties").begin_object();
      reference(override_pattern, "override");
      json_.end_object().key("additionalProperties").boolean(false);
    } else {
      write_rest("person_group");
    }
    json_.end_object();
  }

  void write_scenario() {
    json_.key("scenario").begin_object().key("type").text("object");
    json_.key("required").begin_list().text("name").end_list();
    json_.key("properties").begin_object();
    text_property("name");
    text_property("note");
    write_people();
    write_inputs(Entity::household);
    json_.end_object();
    write_rest("household_group");
    json_.end_object();
  }

  void write_definitions() {
    json_.key("month").begin_object().key("type").text("string");
    json_.key("pattern").text(month_pattern).end_object();
    for (const Enumeration& kinds : rules_.enums) {
      json_.key("enum_" + kinds.name).begin_object().key("title").text(kinds.title.in(language_));
      json_.key("enum").begin_list();
      for (const std::string& member : kinds.members)
        json_.text(member);
      json_.end_list().end_object();
    }
    json_.key("override").begin_object().key("type").begin_list();
    for (const std::string_view type : {"number", "boolean", "string", "object", "null"})
      json_.text(type);
    json_.end_list().end_object();
    json_.key("decisions").begin_object().key("type").begin_list().text("object").text("null").end_list();
    json_.key("additionalProperties").begin_object().key("type").begin_list();
    json_.text("object").text("null").end_list().end_object().end_object();
    json_.key("before").begin_object().key("type").begin_list().text("object").text("null").end_list();
    reference("additionalProperties", "override");
    json_.end_object();
    write_open_definitions();
    write_object("person", Entity::person, false);
    write_object("person_group", Entity::person, true);
    write_object("household_group", Entity::household, true);
    write_scenario();
  }

  const RuleSet& rules_;
  Language language_;
  JsonWriter json_;
};

}  // namespace

std::string case_schema_json(const RuleSet& rules, Language language) {
  return SchemaWriter(rules, language).write();
}

}  // namespace ansio::cases
