#include <memory>

#include "calc/program/machine/machine.h"
#include "calc/ruleset/image/image.h"
#include "wasm/engine/module.h"

namespace ansio::wasm {

Diagnostics load_rules(RuleSet& rules, std::string_view core, std::span<const std::string_view> parts) {
  Result<RuleSet> loaded = load_image(core, parts);
  if (!loaded)
    return std::move(loaded).diagnostics();
  rules = std::move(*loaded);
  return {};
}

Answering answering_under(const RuleSet& rules) {
  return Answering(std::make_shared<Machine>(rules));
}

std::string refusal(const Envelope& envelope, const Diagnostics& diagnostics) {
  return diagnostics_json(envelope, diagnostics);
}

std::string refusal(std::string_view engine, const Diagnostics& diagnostics) {
  return diagnostics_json(engine, diagnostics);
}

}  // namespace ansio::wasm
