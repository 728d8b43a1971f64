// A rule file of any bytes is read or refused; what is read has an image that gives the same rules back.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "calc/ruleset/image/image.h"
#include "calc/ruleset/read/load.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::vector<calc::SourceFile> files{
      {"ruleset.yaml",
       "ruleset: small\nversion: \"1\"\nlanguages: [fi, sv, en, fi-simple]\nlaw_from: 2024-01\nlaw_until: 2026-12\n"
       "units: {kg: {symbol: kg, decimals: 3}}\nrecipients: {office: {fi: a, sv: b, en: c, fi-simple: d}}\n"},
      {"m.yaml", std::string(reinterpret_cast<const char*>(data), size)}};
  const calc::Result<calc::RuleSet> rules = calc::load_rules(files);
  if (!rules.ok())
    return 0;
  const std::string image = calc::save_image(*rules);
  const calc::Result<calc::RuleSet> again = calc::load_image(image);
  if (!again.ok() || calc::save_image(*again) != image)
    std::abort();
  return 0;
}
