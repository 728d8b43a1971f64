#include "wasm/authoring/authoring.h"

#include "calc/answer/serializer/serializer.h"
#include "calc/ruleset/read/load.h"

namespace ansio::wasm {

bool Authoring::check(std::span<const SourceFile> files, std::span<const SourceFile> overlays) {
  parts_ = {};
  const Result<RuleSet> rules = load_rules(files, overlays);
  if (!rules) {
    answer_ = diagnostics_json(ANSIO_VERSION, rules.diagnostics());
    return false;
  }
  parts_ = save_image_parts(*rules);
  answer_ = version_json({ANSIO_VERSION, *rules, Language::en}, rules.diagnostics());
  return true;
}

}  // namespace ansio::wasm
