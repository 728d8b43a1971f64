// A rule set as one small binary image, for programs that do not read YAML: the browser's engine, a command that starts
// at once.
//
//   std::string image = save_image(rules);
//   Result<RuleSet> again = load_image(image);      // E313 when the image is damaged or of another version
//
// Laws. For all rule sets r from load_rules: load_image(save_image(r)) computes and explains as r does; its own image
// is save_image(r) again, byte for byte. For all byte strings b: load_image(b) ends in a rule set that is sound
// (image_check.h) or in E313, in time and space proportional to the length of b. image_layout.h describes the bytes.
#pragma once

#include <string>
#include <string_view>

#include "calc/ruleset/ruleset.h"

namespace calc {

std::string save_image(const RuleSet& rules);
Result<RuleSet> load_image(std::string_view image);

}  // namespace calc
