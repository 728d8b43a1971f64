// A rule file of any bytes is read or refused; what is read has an image that gives the same rules back.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "calc/ruleset/image/image.h"
#include "calc/ruleset/read/load.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::vector<ansio::ruleset::SourceFile> files{
      {"ruleset.yaml",
       "ruleset: small\nversion: \"1\"\nlanguages: [fi, sv, en, fi-simple]\nlaw_from: 2024-01\nlaw_until: 2026-12\n"
       "units: {kg: {symbol: kg, decimals: 3}}\nrecipients: {office: {fi: a, sv: b, en: c, fi-simple: d}}\n"},
      {"m.yaml", std::string(reinterpret_cast<const char*>(data), size)}};
  const ansio::ruleset::Result<ansio::ruleset::RuleSet> rules = ansio::ruleset::load_rules(files);
  if (!rules.ok())
    return 0;
  const std::string image = ansio::ruleset::save_image(*rules);
  const ansio::ruleset::Result<ansio::ruleset::RuleSet> again = ansio::ruleset::load_image(image);
  if (!again.ok() || ansio::ruleset::save_image(*again) != image)
    std::abort();
  return 0;
}
