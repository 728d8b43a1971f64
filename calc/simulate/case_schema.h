// The JSON Schema (2020-12) of case files, made from the inputs of the rules.
//
// For editors, and for the types of other languages. read_case says more, and says it better; what the schema refuses,
// read_case refuses.
#pragma once

#include <string>

#include "calc/ruleset/ruleset.h"

namespace calc {

std::string case_schema_json(const RuleSet& rules, Language language);

}  // namespace calc
