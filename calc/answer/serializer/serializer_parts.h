// The pieces that several shapes of docs/json.md share.
#pragma once

#include "calc/answer/floor.h"
#include "calc/answer/serializer/serializer.h"
#include "calc/base/document/json_writer.h"
#include "calc/case/values/value_json.h"
#include "calc/program/question/expected_reads.h"

namespace ansio::answer::json {

using cases::write_value;

// Nothing is written for an empty text.
void write_text(JsonWriter& json, std::string_view key, std::string_view text);

void write_envelope(JsonWriter& json, const Envelope& envelope);
void write_diagnostics(JsonWriter& json, const Diagnostics& diagnostics);
void write_citations(JsonWriter& json, const RuleSet& rules, const std::vector<Citation>& citations);

// "variable" and "person" (null for the household).
void write_instance(JsonWriter& json, const RuleSet& rules, const Shape& shape, const Instance& instance);

void write_variables(JsonWriter& json, const Envelope& envelope, std::span<const VariableId> variables);
void write_assumptions(JsonWriter& json, const Envelope& envelope, std::span<const RestsOn> assumptions);
void write_expected(JsonWriter& json, const Envelope& envelope, std::span<const ExpectedValue> expected);
// Those that answers in bulk may rest on, whole as the rules have them.
void write_expected_reads(JsonWriter& json, const Envelope& envelope, std::span<const ExpectedRead> reads);
void write_notice(JsonWriter& json, const Envelope& envelope, const Notice& notice);
void write_parameter_use(JsonWriter& json, const Envelope& envelope, const ParameterUse& use);
void write_bands(JsonWriter& json, const std::vector<Fraction>& cells);

// "basis", and "between" when a range is known: of the cell, or of all bands. Nothing for what is enacted.
void write_basis(JsonWriter& json, const Parameter& parameter, const ParameterValue& value, std::size_t cell);

// The formula of an input's default; empty when there is none, or when the default is no value that may be given.
std::string default_text(const RuleSet& rules, const Variable& variable);

// Whether the rules ask if this input is given, so that its default number, given, is another thing than none.
bool is_told_from_default(const RuleSet& rules, const Variable& variable);

}  // namespace ansio::answer::json
