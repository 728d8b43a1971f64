// What a case does not know: `wage: {between: [700, 900]}`, `care_level: {one_of: [none, basic]}`, `unknown`,
// `hours_per_week: {varies: [8, 20]}`, and `readings: {tax.deduction: literal}`.
//
// An open value stands where a value may, months of a month map included. Answers take what is assumed of it: for
// `between` and `varies` the key `assumed`, else the middle; for `one_of` the first; for `unknown` what the rules take
// when nobody says. Errors: bad_case, bad_value, out_of_bounds, each at its place.
#pragma once

#include "calc/case/floor.h"
#include "calc/case/read/case_values.h"

namespace ansio::cases {

// Whether the document is meant as an open value of this variable.
bool is_open_value(const RuleSet& rules, const Variable& variable, const Document& value);

// Why a cell of a batch or an option takes no open value; nothing when the text is none.
std::optional<Diagnostic> refused_open_text(const RuleSet& rules, const Variable& variable, std::string_view text,
                                            const Position& where);

// The step from this month on, its open value noted; nothing when something is wrong with it.
std::optional<Step> read_open_value(CaseReading& reading, const VariableName& name, YearMonth from,
                                    const Document& value);

// `readings:` of a case or a scenario.
void read_readings(CaseReading& reading, const Document& readings);

}  // namespace ansio::cases
