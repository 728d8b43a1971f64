// The one serializer: answers as JSON text, for the command and the browser module alike.
//
// docs/json.md describes every shape. Texts are in the envelope's language; numbers are exact decimals.
//
// Versions. `format` is 1. Keys have been added since (causes of a comparison, assumed_before, to_do, carry), none
// renamed; it grows by one when an old reader would go wrong.
//
//   std::string json = results_json({"0.1.0", rules, Language::fi}, *results, results.diagnostics());
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "calc/analyse/unknown/ranges.h"
#include "calc/answer/floor.h"
#include "calc/explain/figure/explain.h"
#include "calc/simulate/compare/causes.h"
#include "calc/simulate/results/results.h"

namespace ansio::answer {

struct Envelope {
  std::string_view engine;  // its version
  const RuleSet& rules;
  Language language = Language::en;
};

// With ranges: what of the case is open, and between what the figures may lie.
std::string results_json(const Envelope& envelope, const Results& results, const Diagnostics& warnings = {},
                         const Ranges* ranges = nullptr);

// Of compute_figures, byte for byte as results_json has them when there are no warnings.
std::string figures_json(const Envelope& envelope, const Results& results);

// With the causes of what each scenario leaves more or less, and the differences from the first scenario.
std::string comparison_json(const Envelope& envelope, const Results& results, const std::vector<Cause>& causes,
                            const Diagnostics& warnings = {}, const Ranges* ranges = nullptr);

std::string explanation_json(const Envelope& envelope, const Explanation& explanation, const Shape& shape,
                             const Timeline& timeline, std::string_view scenario, YearMonth month);

std::string variables_json(const Envelope& envelope, std::span<const VariableId> variables);
std::string parameters_json(const Envelope& envelope);
std::string assumptions_json(const Envelope& envelope, std::span<const RestsOn> assumptions);
std::string notices_json(const Envelope& envelope);
std::string situations_json(const Envelope& envelope);
std::string readings_json(const Envelope& envelope);
// The rules themselves, with what the check warns of.
std::string version_json(const Envelope& envelope);
std::string version_json(const Envelope& envelope, const Diagnostics& warnings);

// A refusal; without rules when it was the rules that could not be loaded.
std::string diagnostics_json(const Envelope& envelope, const Diagnostics& diagnostics);
std::string diagnostics_json(std::string_view engine, const Diagnostics& diagnostics);

// "bad_value": the name of a code, as in diagnostic_codes.h.
std::string_view code_name(Code code);

}  // namespace ansio::answer
