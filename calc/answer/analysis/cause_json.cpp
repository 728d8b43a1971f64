#include "calc/answer/analysis/cause_json.h"

#include "calc/answer/serializer/serializer_parts.h"

namespace ansio::answer::json {

void write_cause(JsonWriter& json, const Envelope& envelope, const Question& question,
                 const DescribedCause& described) {
  const RuleSet& rules = envelope.rules;
  const EdgeCause& cause = *described.cause;
  const Variable& variable = rules.variables[cause.instance.variable];
  json.begin_object();
  write_instance(json, rules, question.shape, cause.instance);
  write_text(json, "title", variable.title.in(envelope.language));
  const bool yearly = variable.period == Period::year;
  json.key(yearly ? "years" : "months").begin_list();
  for (const int index : cause.indexes) {
    const YearMonth month = month_of_index(rules, question.timeline, cause.instance.variable, index);
    if (yearly)
      json.number(month.year());
    else
      json.text(to_text(month));
  }
  json.end_list();
  write_text(json, "condition", described.condition);
  if (!described.parameters.empty()) {
    json.key("parameters").begin_list();
    for (const ParameterUse& use : described.parameters)
      write_parameter_use(json, envelope, use);
    json.end_list();
  }
  write_citations(json, rules, variable.citations);
  if (variable.assumption.unverified)
    json.key("assumption").text(variable.assumption.note.in(envelope.language));
  json.end_object();
}

}  // namespace ansio::answer::json
