// Where the law says so: statutes, sections, and the address where they can be read.
//
//   cite: 8 §, 17 §                  two sections of the module's own statute
//   cite: 1229/2019 2 §, 5 a § 2     two sections of another statute: a bare section belongs to the statute named
//   before it cite: 977/2022                   a whole statute
#pragma once

#include "calc/ruleset/floor.h"
#include "calc/ruleset/model/ruleset.h"
#include "calc/ruleset/read/fields.h"

namespace ansio::ruleset {

// "571/2007": number and year.
bool is_statute(std::string_view text);

// The citations of a `cite` key; E310 for each that is malformed. `statute` is the module's own, or empty.
std::vector<Citation> read_citations(const Document& document, std::string_view statute, Diagnostics& diagnostics);
std::vector<Citation> take_citations(Fields& fields, std::string_view statute, Diagnostics& diagnostics);

std::string to_text(const Citation& citation);                // "571/2007 9 §"
std::string to_text(const std::vector<Citation>& citations);  // with commas between them

// The address of the statute by the manifest's pattern: {number}, {year} and {section} are replaced; empty without a
// pattern.
std::string link_of(const RuleSet& rules, const Citation& citation);

}  // namespace ansio::ruleset
