// The JSON Schema (2020-12) of case files, made from the inputs of the rules.
//
// For editors, and for the types of other languages. read_case (case.h) is the judge: it knows more (which names are
// given twice, which month has law), says it better, and also takes a number that is written as a text.
#pragma once

#include <string>

#include "calc/case/floor.h"
#include "calc/ruleset/model/ruleset.h"

namespace ansio::cases {

std::string case_schema_json(const RuleSet& rules, Language language);

}  // namespace ansio::cases
