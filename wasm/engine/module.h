// What differs between the two modules made of these sources (docs/decisions/071).
//
//   first/first_module.cpp                     engine.wasm: the calls of a first answer, by walking the rules' formulas
//   full/full_module.cpp and full/calls.cpp    full.wasm and native: every call, by the machine
//
// The first module answers or passes on: what it lacks, and what it would have to refuse or warn of, the full one is
// asked, in the same words and with the same bytes as if it had been asked at once.
#pragma once

#include <span>

#include "calc/program/machine/answering.h"
#include "wasm/engine/calls.h"
#include "wasm/floor.h"

namespace ansio::wasm {

// What this module can be asked.
std::span<const Call> calls();

// Into a new rule set; what is wrong with them.
Diagnostics load_rules(RuleSet& rules, std::string_view core, std::span<const std::string_view> parts);

// Who answers questions under these rules, which must stay where they are.
Answering answering_under(const RuleSet& rules);

// A refusal as JSON; "" passes on.
std::string refusal(const Envelope& envelope, const Diagnostics& diagnostics);
std::string refusal(std::string_view engine, const Diagnostics& diagnostics);

}  // namespace ansio::wasm
