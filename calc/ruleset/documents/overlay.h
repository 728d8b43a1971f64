// Overlays: a reform as a file of changes to rule files.
//
//   overlay: linear_taper
//   title: {fi: …, sv: …, en: …, fi-simple: …}
//   modules:
//     base_benefit:
//       parameters:
//         rate: {values: {2026-01: 0.4}}              # values by date are merged
//       rules:
//         payable: {formula: {2026-01: "…"}}          # and so are formulas; an undated one holds until the first date
//         new_figure: {title: …, entity: …, …}        # what has a title is new
//
// Changes are made to the documents before they are read, so that the changed rules are checked like any others.
#pragma once

#include "calc/ruleset/floor.h"
#include "calc/ruleset/read/draft.h"

namespace ansio::ruleset {

// What an overlay calls itself; nothing when it is malformed. E312 for a change to what does not exist.
std::optional<std::string> apply_overlay(const Document& overlay, std::vector<ModuleSource>& modules,
                                         Diagnostics& diagnostics);

}  // namespace ansio::ruleset
