// One value as JSON has it: exact, as its type says.
#pragma once

#include "calc/base/document/json_writer.h"
#include "calc/case/floor.h"
#include "calc/program/question/question.h"
#include "calc/ruleset/model/ruleset.h"

namespace ansio::cases {

// A number, true or false, or a text, as the type says; null for an invalid value.
void write_value(JsonWriter& json, const RuleSet& rules, const Type& type, bool percent, const Value& value);
void write_value(JsonWriter& json, const RuleSet& rules, const Variable& variable, const Value& value);

}  // namespace ansio::cases
