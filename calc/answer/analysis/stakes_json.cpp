#include "calc/answer/analysis/stakes_json.h"

#include "calc/answer/serializer/serializer_open.h"

namespace ansio::answer {

std::string stakes_json(const Envelope& envelope, const Stakes& stakes, const Diagnostics& warnings) {
  const RuleSet& rules = envelope.rules;
  const Variable& variable = rules.variables[stakes.figure.variable];
  JsonWriter json;
  json.begin_object();
  json::write_envelope(json, envelope);
  json::write_diagnostics(json, warnings);
  json.key("scenario").text(stakes.scenario);
  json::write_text(json, "against", stakes.against);
  json.key("figure").begin_object().key("variable").text(variable.name);
  json::write_owner(json, stakes.figure.owner);
  json.end_object();
  json::write_variables(json, envelope, std::vector<VariableId>{stakes.figure.variable});
  json.key("start").text(to_text(stakes.start));
  json.key("months").number(static_cast<long long>(stakes.months));
  json::write_value(json.key("value"), rules, variable, stakes.value);
  json.key("stakes").begin_list();
  for (const RangeCause& cause : stakes.stakes) {
    const OpenItem& item = stakes.items[cause.item];
    json.begin_object();
    json::write_item(json.key("item"), envelope, item);
    json::write_value(json.key("least"), rules, variable, cause.least);
    json::write_value(json.key("most"), rules, variable, cause.most);
    json.key("change").begin_list();
    json::write_value(json, rules, variable, cause.least - stakes.value);
    json::write_value(json, rules, variable, cause.most - stakes.value);
    json.end_list();
    json::write_item_value(json.key("at_least"), rules, item, cause.at_least, stakes.start);
    json::write_item_value(json.key("at_most"), rules, item, cause.at_most, stakes.start);
    json.key("proven").boolean(cause.proven);
    json.end_object();
  }
  json.end_list();
  json.key("without_effect").number(static_cast<long long>(stakes.without_effect));
  json.end_object();
  return json.take();
}

}  // namespace ansio::answer
