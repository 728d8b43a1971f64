// The cells of a table parameter in one row: the last key runs fastest.
//
//   {single: 10280, couple: 14746}                        by an enum
//   {1: [563, 808], 2: [447, 652]}                        by [1..2, 1..2]
//   {column: group_2024}                                  by an enum, from a table beside the YAML
//   {columns: [norm_1, norm_2]}                           by [an enum, 1..2], likewise
#pragma once

#include "calc/ruleset/floor.h"
#include "calc/ruleset/read/draft.h"

namespace ansio::ruleset {

// Written out. Keys that the value's map also has (`source`, `status`, `note`) are passed in `others` and left alone.
// Nothing after E311 for each missing, surplus or malformed cell.
std::optional<std::vector<Fraction>> read_cells(const Document& value, const Parameter& parameter,
                                                std::span<const std::string_view> others, const RuleSet& rules,
                                                Diagnostics& diagnostics);

// From a table beside the YAML: rows by the first key, columns by the second if there is one.
std::optional<std::vector<Fraction>> read_columns(const std::vector<const Document*>& columns, const CsvTable& table,
                                                  const Document& key_column, const Parameter& parameter,
                                                  const RuleSet& rules, Diagnostics& diagnostics);

}  // namespace ansio::ruleset
