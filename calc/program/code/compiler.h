// From rules to a Program.
//
// The wanted instances are unrolled for the people and the months of the form, down to what is given. What the
// defaults, parameters and people settle is settled here; code that cannot matter is never emitted. Every value's range
// follows from the bounds of the inputs, and every instruction gets the width its range needs.
#pragma once

#include <optional>

#include "calc/program/code/program.h"
#include "calc/program/floor.h"

namespace ansio::program {

// Nothing when the form is beyond the machine (a value that 126 bits may not hold, a rounding to a step that is not
// known before running, an input that is missing in any case): the definition answers then.
std::optional<Program> compile(const RuleSet& rules, const Form& form);

}  // namespace ansio::program
