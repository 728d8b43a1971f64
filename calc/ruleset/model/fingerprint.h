// One number that stands for many bytes: which rules computed this, and is this image whole?
//
// FNV-1a in 128 bits: a few lines, the same everywhere, quick enough to check an image each time it is loaded. It tells
// rule sets apart and finds damage; it is no proof against someone who wants two texts to collide.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "calc/base/number/fraction.h"
#include "calc/ruleset/floor.h"
#include "calc/ruleset/read/sources.h"

namespace ansio::ruleset {

UInt128 fingerprint(std::string_view bytes);
std::string to_hex(UInt128 number);  // 32 digits

// Of a rule set: over the path (from the manifest's folder on), length and text of each file in order of paths.
std::string fingerprint_of(std::span<const SourceFile* const> files, std::string_view root);

}  // namespace ansio::ruleset
