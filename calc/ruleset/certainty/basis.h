// What a dated value or formula stands on, as a rule file says it: `basis: forecast`.
#pragma once

#include "calc/ruleset/floor.h"
#include "calc/ruleset/model/ruleset.h"
#include "calc/ruleset/read/fields.h"

namespace ansio::ruleset {

// The words in the order of Basis.
inline constexpr std::array<std::string_view, 3> basis_names{"enacted", "forecast", "continued"};

inline std::string_view basis_name(Basis basis) {
  return basis_names[static_cast<std::size_t>(basis)];
}

struct StatedBasis {
  Basis basis = Basis::enacted;
  Position where;
};

// The key `basis`; enacted when there is none.
StatedBasis take_basis(Fields& fields, Diagnostics& diagnostics);

// E302: what is expected says whence it is.
void report_no_source(const Position& where, Diagnostics& diagnostics);

}  // namespace ansio::ruleset
