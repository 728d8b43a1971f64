// The values that an answer rests on and that no text in force fixes yet, as a list for people.
#pragma once

#include <iosfwd>
#include <span>
#include <string>

#include "calc/cli/command/session.h"
#include "calc/cli/floor.h"
#include "calc/explain/trace/assumptions.h"
#include "calc/program/question/expected_reads.h"

namespace ansio::cli {

// "Full benefit: 1,012.88 €/month, forecast (1,006.74–1,019.52), from 2027-01. 665.37 at index …"
std::string expected_line(const RuleSet& rules, const ExpectedValue& value, Language language);

// The same after a name, of a parameter that was used: ", forecast (1,006.74–1,019.52)"; nothing when it is enacted.
std::string basis_text(const RuleSet& rules, const ParameterUse& use, Language language);

// Of a value that answers in bulk may rest on; a table without its cells.
std::string expected_line(const RuleSet& rules, const ExpectedRead& read, Language language);

// A heading and a line each, to `out`; nothing for none.
void print_expected_reads(std::ostream& out, const RuleSet& rules, std::span<const ExpectedRead> reads,
                          Language language);

// A heading and a line each; nothing for none.
void print_expected(Session& session, const RuleSet& rules, std::span<const ExpectedValue> values);

}  // namespace ansio::cli
