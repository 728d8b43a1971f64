// What the engine takes and what it refuses: every limit that rules, cases, numbers or questions can meet, in one
// place.
//
// Beyond the limits of numbers another, slower way computes the same figure; beyond the others there is a diagnostic
// that names the limit. Sizes that only tune speed, and how much a table shows, stand where they are used.
#pragma once

#include <cstddef>
#include <cstdint>

#include "calc/base/number/fraction.h"

namespace ansio::base {

// Numbers. Values of the machine are whole numbers of a scale that is known when it compiles.
inline constexpr Int128 double_limit = Int128{1} << 51;       // whole numbers that doubles round and divide exactly
inline constexpr Int128 narrow_limit = Int128{1} << 62;       // of 64 bits, with room for a rounding's half
inline constexpr Int128 wide_limit = Int128{1} << 126;        // of 128 bits; beyond it the definition answers
inline constexpr Int128 calendar_limit = Int128{1} << 40;     // of days and months that dates are computed with
inline constexpr Int128 tame_bound = 100'000'000;             // units: what a figure is cut to whose range is not known
inline constexpr std::int64_t assumed_bound = 1'000'000'000;  // of a value without declared bounds
inline constexpr int most_machine_decimals = 17;              // of a given value; beyond them the definition answers

// Texts: rule files, cases, tables, rows.
inline constexpr std::size_t largest_document_bytes = std::size_t{16} << 20;
inline constexpr std::size_t largest_scalar_bytes = std::size_t{1} << 20;
inline constexpr std::size_t deepest_document = 64;
inline constexpr std::size_t most_object_keys = 2'000;  // of JSON, whose keys are compared one by one
inline constexpr std::size_t most_document_values = 250'000;
inline constexpr std::size_t most_separators = 50'000;             // of YAML, in one text
inline constexpr std::size_t most_diagnostics = 100;               // of one text
inline constexpr std::size_t longest_line = std::size_t{1} << 20;  // of a batch

// Formulas and rules.
inline constexpr std::size_t longest_formula = 65'536;  // bytes
inline constexpr int deepest_formula = 256;             // levels of a tree
inline constexpr int largest_power = 9;                 // of a base unit, so that powers cannot overflow
inline constexpr int most_declared_decimals = 12;       // of an input or a unit
inline constexpr std::uint32_t longest_average = 1200;  // months
inline constexpr int deepest_lowering = 600;            // formulas within formulas over time, lest the stack ends

// Images: no rule set comes near these; they keep a forged one from asking for memory it does not fill.
inline constexpr std::uint32_t most_node_children = 1024;
inline constexpr std::size_t most_elements = 65536;
inline constexpr std::size_t most_texts = std::size_t{1} << 20;  // of one pool
inline constexpr std::size_t most_text = std::size_t{32} << 20;  // bytes of all texts handed out together
inline constexpr Int128 image_cell_limit = Int128{1} << 124;  // so that the sum of two neighbours is below wide_limit

// Cases.
inline constexpr int most_months = 120;
inline constexpr int most_scenarios = 50;
inline constexpr int most_children = 20;

// Programs of the machine.
inline constexpr std::size_t most_values = 8'000'000;             // of one graph; beyond them the definition answers
inline constexpr std::size_t most_instructions_kept = 4'000'000;  // of all programs together, then they are let go
inline constexpr std::size_t most_programs_shared = 4096;         // likewise

// Axes of an analysis.
inline constexpr std::size_t most_points = 1'000'001;           // of an axis whose every point is computed
inline constexpr std::size_t most_finest_points = 100'000'001;  // of one that is searched
inline constexpr std::int64_t most_single_points = 20'001;      // of one that is answered point by point
inline constexpr std::int64_t farthest_beyond = 100'000'000;    // points past an axis' end that a search may look at
inline constexpr std::size_t most_pieces_beyond = 2'000;        // looked at past the axis for where a loss is made good
inline constexpr std::size_t most_stretches = 1000;             // in which a condition holds
inline constexpr std::int32_t largest_weight = 1'000'000'000;   // of a made-up population's distributions

}  // namespace ansio::base
