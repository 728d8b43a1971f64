// One given value, read from text as its variable's type says.
//
//   read_value(rules, wage, "780.50", where)          → 1561/2
//   read_value(rules, local_rate, "7.5", where) → 3/40      (a per-cent variable)
//   read_value(rules, tenure, "rentd", …)             → bad_value: … did you mean rented
//
// Errors: bad_value, out_of_bounds; each with what would be right.
#pragma once

#include <string>
#include <string_view>

#include "calc/base/diagnostic/diagnostic.h"
#include "calc/case/floor.h"
#include "calc/program/question/question.h"
#include "calc/ruleset/model/ruleset.h"

namespace ansio::cases {

Result<Value> read_value(const RuleSet& rules, const Variable& variable, std::string_view text, const Position& where);

// The reverse: "780.5", "true", "rented", "2026-05", per cent for a per-cent variable. Exact up to six decimals, else
// rounded to six; this is also what JSON and CSV answers hold.
std::string value_text(const RuleSet& rules, const Variable& variable, const Value& value, int least_decimals = 0);

// "a number, in money/month", "true or false", "one of rented, owned": for people who must write a value.
std::string expected_value(const RuleSet& rules, const Variable& variable);

}  // namespace ansio::cases
