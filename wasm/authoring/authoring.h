// Rules as text, checked and compiled in the browser: a new law year, a reform, another country.
//
//   Authoring authoring;
//   if (authoring.check(files, overlays))                     // the files of a rule set (calc/ruleset/read/sources.h)
//     engine.load(authoring.core(), …)                        // the parts of its image (calc/ruleset/image/image.h)
//   authoring.answer()                                        // JSON: the rules and their warnings, or what is wrong
//
// Diagnostics are those of `ansio check --format json`, and so are the image's bytes.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "calc/ruleset/image/image.h"
#include "calc/ruleset/read/sources.h"
#include "wasm/floor.h"

namespace ansio::wasm {

class Authoring {
 public:
  bool check(std::span<const SourceFile> files, std::span<const SourceFile> overlays);

  [[nodiscard]] const std::string& answer() const { return answer_; }
  [[nodiscard]] const ImageParts& parts() const { return parts_; }  // empty after a refusal

 private:
  std::string answer_;
  ImageParts parts_;
};

}  // namespace ansio::wasm
