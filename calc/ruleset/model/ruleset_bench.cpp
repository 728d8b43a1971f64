// Reading the law from its files and from an image.
#include <benchmark/benchmark.h>

#include "calc/ruleset/image/image.h"
#include "calc/ruleset/read/directory.h"
#include "calc/ruleset/read/load.h"

namespace ansio::ruleset {
namespace {

std::vector<SourceFile> law() {
  Result<std::vector<SourceFile>> files = read_directory(ANSIO_SOURCE_DIR "/rules");
  return files.ok() ? std::move(*files) : std::vector<SourceFile>{};
}

void BM_load_rules(benchmark::State& state) {
  const std::vector<SourceFile> files = law();
  for (auto _ : state)
    benchmark::DoNotOptimize(load_rules(files));
}
BENCHMARK(BM_load_rules)->Unit(benchmark::kMillisecond);

void BM_load_image(benchmark::State& state) {
  const std::vector<SourceFile> files = law();
  const Result<RuleSet> rules = load_rules(files);
  if (!rules) {
    state.SkipWithError("the rules do not load");
    return;
  }
  const ImageParts parts = save_image_parts(*rules);
  const std::vector<std::string_view> swedish{parts.texts[1]};
  for (auto _ : state)
    benchmark::DoNotOptimize(load_image(parts.core, swedish));
  state.counters["bytes"] = static_cast<double>(parts.core.size() + parts.texts[1].size());
}
BENCHMARK(BM_load_image)->Unit(benchmark::kMillisecond);

void BM_load_whole_image(benchmark::State& state) {
  const Result<RuleSet> rules = load_rules(law());
  if (!rules) {
    state.SkipWithError("the rules do not load");
    return;
  }
  const std::string image = save_image(*rules);
  for (auto _ : state)
    benchmark::DoNotOptimize(load_image(image));
  state.counters["bytes"] = static_cast<double>(image.size());
}
BENCHMARK(BM_load_whole_image)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace ansio::ruleset
