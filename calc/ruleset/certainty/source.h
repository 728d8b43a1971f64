// Where a figure is from, and what was looked at where it could not be confirmed.
//
//   source: {act: 571/2007, section: 9 §, says: two thirds, read: 2026-11-20}
//   source: {title: "Leaflet 2026, page 4"}
//   source: [{act: 571/2007, section: 9 §}, {act: 977/2022}]      # several
//   source: Leaflet 2026, page 4                                  # short for a title alone
//
// An act is cited by number and year, anything else by its title. In words: "571/2007 9 §: two thirds; 977/2022". The
// day of reading is shown where sources are, and travels in no image.
#pragma once

#include "calc/ruleset/floor.h"
#include "calc/ruleset/read/draft.h"

namespace ansio::ruleset {

// The value of a key `source`; E310 for an act that is none, E302 for a source of nothing. `with_days`: "…
// (2026-11-20)".
std::string read_source(const Document& document, bool with_days, Diagnostics& diagnostics);

// `status: unverified` with its `note`, and perhaps who may settle it and what was looked at:
//
//   status: unverified
//   note: …
//   settled_by: ministry                            # a recipient or an authority of the manifest, or a list of them
//   looked_at: [{act: 571/2007, section: 9 §, read: 2026-11-20}]
//
// One of the first two without the other is an error; so are the others without them.
Assumption take_assumption(Fields& fields, Draft& draft);

}  // namespace ansio::ruleset
