// A proof as JSON (docs/proof.md).
#pragma once

#include <string>
#include <string_view>

#include "calc/answer/floor.h"
#include "calc/answer/serializer/serializer.h"
#include "calc/explain/proof/proof.h"

namespace ansio::answer {

inline constexpr int proof_version = 1;

struct ProvenCase {
  std::string_view text;  // of the case, without `file:`
  std::string_view scenario;
  const Question& question;  // what the scenario gives
};

std::string proof_json(const Envelope& envelope, const ProvenCase& proven, const Proof& proof);

}  // namespace ansio::answer
