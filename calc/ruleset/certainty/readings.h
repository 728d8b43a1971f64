// `readings:` of a rule or a parameter, and `plausible:` of an input: what is not known of the law, and of a person
// whom nobody asked.
//
//   deduction:
//     formula: max(0, full - rate * excess)           # what the rules take
//     readings:
//       literal:
//         formula: max(0, min(full, income) - rate * excess)
//         says: {fi: …, sv: …, en: …, fi-simple: …}   # how it reads the law
//         settled_by: {fi: …, …}                      # who could say which one holds
//         source: "act 1/2026, 3 §, read word for word"
//   care_level:
//     plausible: {one_of: [none, basic], source: "…"}
//   earnings_before:
//     plausible: {between: [0, 4 * benefit], source: "…"}
//
// Errors: those of formulas, values and texts; name_taken for a reading called `standing`, `lowest` or `highest`;
// missing_key, wrong_kind; out_of_bounds for a plausible value that the input does not take.
#pragma once

#include "calc/ruleset/floor.h"
#include "calc/ruleset/read/draft.h"

namespace ansio::ruleset {

// The readings under the key `readings`. `own` takes from the fields of each what makes it differ.
template <class Own>
std::vector<Reading> take_readings(Fields& fields, Draft& draft, Own&& own);

// Of an input whose type is known; its place among the draft's variables is the next one.
void take_plausible(Fields& fields, Variable& input, Draft& draft);

// What readings have in common: their names and words.
const Document* take_reading_list(Fields& fields, Draft& draft);
std::optional<Reading> read_reading_heading(const Document& key, Fields& fields, Draft& draft);

template <class Own>
std::vector<Reading> take_readings(Fields& fields, Draft& draft, Own&& own) {
  std::vector<Reading> readings;
  const Document* list = take_reading_list(fields, draft);
  if (list == nullptr)
    return readings;
  for (const auto& [key, value] : list->entries) {
    Fields of_one(value, key.position, "a reading", draft.diagnostics);
    if (!of_one.is_map())
      continue;
    std::optional<Reading> reading = read_reading_heading(key, of_one, draft);
    if (reading) {
      own(of_one, *reading, readings.size());
      readings.push_back(std::move(*reading));
      of_one.finish();
    }
  }
  return readings;
}

}  // namespace ansio::ruleset
