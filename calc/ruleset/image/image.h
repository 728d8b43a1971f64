// A rule set as a small binary image, for programs that do not read YAML: the browser's engine, a command that starts
// at once.
//
//   std::string image = save_image(rules);
//   Result<RuleSet> again = load_image(image);      // E313 when the image is damaged or of another version
//
// Texts are most of an image. Where every kilobyte is waited for, it travels in parts: a core to compute with, the
// texts of one language that a first answer shows; later the rest of them, and the formulas as written once somebody
// asks for an explanation.
//
//   ImageParts parts = save_image_parts(rules);
//   load_image(parts.core);                      // computes; texts, formulas and names of parameters are empty
//   load_image(parts.core, {{parts.texts[1]}});  // a first answer in Swedish: inputs, outputs and notices have texts
//   load_image(parts.core, {{parts.texts[1], parts.rest, parts.rest_texts[1], parts.formulas}});  // all in Swedish
//
// Laws. For all rule sets r from load_rules: load_image(save_image(r)) computes and explains as r does, and so does the
// core with all parts; its own image is save_image(r) again, byte for byte. For all byte strings b: load_image(b) ends
// in a rule set that is sound (image_check.h) or in E313, in time and space proportional to the length of b. A part of
// another core is E313, too. image_layout.h describes the bytes.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>

#include "calc/ruleset/floor.h"
#include "calc/ruleset/model/ruleset.h"

namespace ansio::ruleset {

struct ImageParts {
  std::string core;
  std::string formulas;  // formulas as written, sources of values, places in the rule files
  std::string rest;      // names and citations that a first answer does not show
  std::array<std::string, language_count> texts, rest_texts;
};

std::string save_image(const RuleSet& rules);
ImageParts save_image_parts(const RuleSet& rules);

Result<RuleSet> load_image(std::string_view image, std::span<const std::string_view> parts = {});

// An image that came with the program, without the check for soundness that its writer's rules passed already: its
// fingerprint shows that it arrived whole. Forged bytes may be taken for rules that no evaluator may be asked about.
// `rules` is a new rule set; where something is wrong, it holds nothing of use.
Diagnostics read_own_image(RuleSet& rules, std::string_view image, std::span<const std::string_view> parts);

}  // namespace ansio::ruleset
