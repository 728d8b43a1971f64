// Open items and ranges as JSON: docs/json.md, "What is open".
#include "calc/answer/serializer/serializer_open.h"

#include "calc/ruleset/model/choices.h"

namespace ansio::answer {
namespace {

std::string_view kind_name(OpenItem::Kind kind) {
  constexpr std::string_view names[] = {"fact", "varies", "assumption", "reading", "expected"};
  return names[static_cast<std::size_t>(kind)];
}

bool is_choice(const RuleSet& rules, const OpenItem& item) {
  return rules.variables[item.name.variable].kind == Variable::Kind::choice;
}

bool is_varying(const OpenItem& item) {
  return item.kind == OpenItem::Kind::varies && item.has_members();
}

std::string_view reading_name(const RuleSet& rules, const OpenItem& item, const Value& number) {
  const auto place = static_cast<std::size_t>(number.numerator());
  return place == 0 ? standing_reading : std::string_view(readings_of(rules, choice_of(rules, item))[place - 1].name);
}

std::string written_number(const Parameter& parameter, const Fraction& cell) {
  return to_decimal_text(parameter.percent ? cell * Fraction::from_integer(100) : cell);
}

void write_readings(JsonWriter& json, const Envelope& envelope, const OpenItem& item) {
  const Choice& choice = choice_of(envelope.rules, item);
  json.key(choice.of == Choice::Of::rule ? "rule" : "parameter").text(owner_name(envelope.rules, choice));
  json::write_text(json, "title", owner_title(envelope.rules, choice).in(envelope.language));
  json.key("readings").begin_list();
  for (const Reading& reading : readings_of(envelope.rules, choice)) {
    json.begin_object().key("reading").text(reading.name);
    json::write_text(json, "says", reading.says.in(envelope.language));
    json::write_text(json, "settled_by", reading.settled_by.in(envelope.language));
    json::write_text(json, "source", reading.source);
    if (item.kind == OpenItem::Kind::expected && envelope.rules.parameters[choice.id].kind == Parameter::Kind::scalar)
      json.key("value").number(written_number(envelope.rules.parameters[choice.id], reading.values.front().cells[0]));
    json.end_object();
  }
  json.end_list();
}

}  // namespace

namespace json {

void write_owner(JsonWriter& json, const Owner& owner) {
  json.key("person");
  if (owner.role == Owner::Role::household)
    json.null();
  else
    json.text(person_name(owner));
}

void write_item_value(JsonWriter& json, const RuleSet& rules, const OpenItem& item, const Value& value,
                      YearMonth start) {
  const Variable& variable = rules.variables[item.name.variable];
  if (is_choice(rules, item)) {
    json.text(reading_name(rules, item, value));
  } else if (is_varying(item)) {
    const Pattern pattern = pattern_of(value);
    write_value(json.begin_object().key("every_month"), rules, variable, pattern.most ? item.most : item.least);
    if (pattern.spike) {
      json.key("month").text(to_text(YearMonth{start.index + static_cast<int>(*pattern.spike)}));
      write_value(json.key("value"), rules, variable, pattern.most ? item.least : item.most);
    }
    json.end_object();
  } else {
    write_value(json, rules, variable, value);
  }
}

void write_item(JsonWriter& json, const Envelope& envelope, const OpenItem& item) {
  const RuleSet& rules = envelope.rules;
  json.begin_object().key("kind").text(kind_name(item.kind));
  const Variable& variable = rules.variables[item.name.variable];
  const bool chooses = is_choice(rules, item);
  if (chooses) {
    write_readings(json, envelope, item);
  } else {
    json.key("variable").text(variable.name);
    write_owner(json, item.name.owner);
    write_text(json, "title", variable.title.in(envelope.language));
    write_text(json, "question", variable.question.in(envelope.language));
  }
  json.key("assumed");
  if (!item.assumed)
    json.null();
  else if (chooses)
    json.text(reading_name(rules, item, *item.assumed));
  else
    write_value(json, rules, variable, *item.assumed);
  if (item.has_members() && !is_varying(item)) {
    json.key("one_of").begin_list();
    for (const Value& member : item.members)
      write_item_value(json, rules, item, member, {});
  } else {
    json.key(item.kind == OpenItem::Kind::varies ? "varies" : "between").begin_list();
    write_value(json, rules, variable, item.least);
    write_value(json, rules, variable, item.most);
  }
  json.end_list();
  write_text(json, "source", item.source);
  json.end_object();
}

void write_assumed(JsonWriter& json, const Envelope& envelope, const std::vector<OpenItem>& items) {
  if (items.empty())
    return;
  json.key("assumed").begin_list();
  for (const OpenItem& item : items)
    write_item(json, envelope, item);
  json.end_list();
}

void write_range(JsonWriter& json, const Envelope& envelope, const Ranges& ranges, const RangeLine& line,
                 YearMonth start) {
  const Variable& variable = envelope.rules.variables[line.variable];
  const auto write_list = [&](std::string_view key, const std::vector<Value>& values) {
    json.key(key).begin_list();
    for (const Value& value : values)
      write_value(json, envelope.rules, variable, value);
    json.end_list();
  };
  write_list("least", line.least);
  write_list("most", line.most);
  if (line.total) {
    json.key("total_least").number(to_decimal_text(*line.total_least));
    json.key("total_most").number(to_decimal_text(*line.total_most));
  }
  json.key("proven").boolean(line.proven);
  json.key("because").begin_list();
  for (const RangeCause& cause : line.because) {
    json.begin_object().key("item").number(static_cast<long long>(cause.item));
    write_item_value(json.key("at_least"), envelope.rules, ranges.items[cause.item], cause.at_least, start);
    write_item_value(json.key("at_most"), envelope.rules, ranges.items[cause.item], cause.at_most, start);
    json.end_object();
  }
  json.end_list();
}

}  // namespace json

}  // namespace ansio::answer
