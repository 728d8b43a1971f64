// The values of one owner in a case: `wage: 780`, `wage: {2026-03: 780}`, groups and decisions, as CaseValues.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "calc/case/floor.h"
#include "calc/case/read/case.h"

namespace ansio::cases {

using Names = std::span<const std::string_view>;

struct CaseReading {
  const RuleSet& rules;
  std::vector<CaseValue>& values;
  std::vector<CaseValue>& before;
  std::vector<OpenValue>& open;
  Diagnostics& diagnostics;
  YearMonth start;                 // of the case
  bool is_change = false;          // a scenario's: what it says holds from the start, or from the months named
  bool is_history = false;         // of the months before the first
  bool is_typical = false;         // of one month that stands for all of its year
  std::optional<Shape> of_case{};  // of a scenario: the persons who have months before the start
};

// Reads one `key: value` under `owner`. `structural` names the keys the caller knows, for the hint of an unknown one.
void read_case_entry(CaseReading& reading, const Owner& owner, const Document& key, const Document& value,
                     Names structural);

// `decisions: {module: {amount: 401.12, decided: 2025-06}}` gives the inputs module_decided_amount and module_decided.
void read_decisions(CaseReading& reading, const Owner& owner, const Document& decisions);

// `before: {module.amount: 401.12, wage: {2025-10: 780}}`: what was so in the months before the first.
void read_before(CaseReading& reading, const Owner& owner, const Document& before);

// Adds the value, or changes the one that is there, as a case or a scenario does.
void put_value(CaseReading& reading, CaseValue value);

Diagnostic bad_case(const Position& where, std::string message, std::string found = {}, std::string expected = {},
                    std::string hint = {});

}  // namespace ansio::cases
