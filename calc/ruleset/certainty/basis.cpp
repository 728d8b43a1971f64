#include "calc/ruleset/certainty/basis.h"

namespace ansio::ruleset {

StatedBasis take_basis(Fields& fields, Diagnostics& diagnostics) {
  StatedBasis stated{Basis::enacted, fields.where()};
  const Document* basis = fields.take("basis");
  if (!basis)
    return stated;
  stated.where = basis->position;
  if (const std::optional<std::size_t> word =
          read_word(*basis, {basis_names[0], basis_names[1], basis_names[2]}, diagnostics))
    stated.basis = static_cast<Basis>(*word);
  return stated;
}

void report_no_source(const Position& where, Diagnostics& diagnostics) {
  report(diagnostics, Code::missing_key, where, "what is expected and not enacted names its source", {},
         "source: \"…\" beside it");
}

}  // namespace ansio::ruleset
