// An image changed by a forger who seals it again is refused or sound. The bytes say what to change: twice where, once
// to what.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "calc/ruleset/image/image.h"
#include "calc/ruleset/image/image_layout.h"
#include "calc/ruleset/model/fingerprint.h"
#include "calc/ruleset/read/load.h"

namespace {

std::string honest_image() {
  const std::string texts = "{fi: a, sv: b, en: c, fi-simple: d}";
  const std::vector<ansio::ruleset::SourceFile> files{
      {"ruleset.yaml",
       "ruleset: small\nversion: \"1\"\nlanguages: [fi, sv, en, fi-simple]\nlaw_from: 2024-01\nlaw_until: 2026-12\n"
       "recipients: {office: " +
           texts + "}\n"},
      {"m.yaml", "module: m\ntitle: " + texts + "\nenums:\n  kind: {title: " + texts + ", members: {one: " + texts +
                     ", two: " + texts + "}}\nparameters:\n  p: {title: " + texts +
                     ", unit: \"1\", by: [kind, 1..2], values: {2024-01: {one: [1, 2], two: [3, 4]}}}\n"
                     "inputs:\n  i: {title: " +
                     texts + ", entity: person, unit: \"1\", default: 5}\n  k: {title: " + texts +
                     ", entity: household, type: kind, default: one}\nrules:\n  r: {title: " + texts +
                     ", entity: household, unit: \"1\", formula: \"let a = sum(persons, i) if a > 2 then round(a / 3, "
                     "0.1) else p[k, 2] + previous(r)\", initial: 0}\n"
                     "notices:\n  n: {title: " +
                     texts + ", entity: household, when: r > 1, to: office, deadline: " + texts + ", says: " + texts +
                     "}\n"}};
  const ansio::ruleset::Result<ansio::ruleset::RuleSet> rules = ansio::ruleset::load_rules(files);
  if (!rules.ok())
    std::abort();
  return ansio::ruleset::save_image(*rules);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::string honest = honest_image();
  std::string image = honest;
  const std::size_t body = image.size() - ansio::ruleset::image_heading;
  for (std::size_t i = 0; i + 3 <= size; i += 3)
    image[ansio::ruleset::image_heading + (data[i] * 256U + data[i + 1]) % body] = static_cast<char>(data[i + 2]);
  ansio::ruleset::UInt128 seal =
      ansio::ruleset::fingerprint(std::string_view(image).substr(ansio::ruleset::image_heading));
  for (std::size_t i = 0; i < 16; ++i, seal >>= 8)
    image[ansio::ruleset::image_magic.size() + 1 + i] = static_cast<char>(static_cast<unsigned char>(seal));
  const ansio::ruleset::Result<ansio::ruleset::RuleSet> rules = ansio::ruleset::load_image(image);
  if (rules.ok() && !ansio::ruleset::load_image(ansio::ruleset::save_image(*rules)).ok())
    std::abort();
  return 0;
}
