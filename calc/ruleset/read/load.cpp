// Reads all files, then links and checks them: names, types, dates, cycles.
#include "calc/ruleset/read/load.h"

#include <algorithm>
#include <tuple>

#include "calc/base/document/yaml_reader.h"
#include "calc/ruleset/certainty/expected_readings.h"
#include "calc/ruleset/check/coverage.h"
#include "calc/ruleset/check/cycles.h"
#include "calc/ruleset/check/formulas.h"
#include "calc/ruleset/check/names.h"
#include "calc/ruleset/check/rate_rules.h"
#include "calc/ruleset/check/sentences.h"
#include "calc/ruleset/declare/variables.h"
#include "calc/ruleset/documents/chapters.h"
#include "calc/ruleset/documents/overlay.h"
#include "calc/ruleset/model/choices.h"
#include "calc/ruleset/model/fingerprint.h"
#include "calc/ruleset/read/manifest.h"
#include "calc/ruleset/read/module.h"
#include "calc/ruleset/translate/translations.h"

namespace ansio::ruleset {
namespace {

// YAML finds nothing where the next thing stands; people look for it at the key.
void place_empty_values(Document& document) {
  for (auto& [key, value] : document.entries) {
    if (value.kind == Document::Kind::null)
      value.position = key.position;
    place_empty_values(value);
  }
  for (Document& item : document.items)
    place_empty_values(item);
}

std::optional<Document> read_document(const SourceFile& file, Diagnostics& diagnostics) {
  Result<Document> document = read_yaml(file.path, file.text);
  diagnostics.insert(diagnostics.end(), document.diagnostics().begin(), document.diagnostics().end());
  if (!document)
    return std::nullopt;
  if (document->position.line == 0)
    document->position = {file.path, 1, 1};
  place_empty_values(*document);
  return std::move(*document);
}

void report_cycles(Draft& draft) {
  for (const Cycle& cycle : find_cycles(draft.rules))
    report(draft.diagnostics, Code::cycle, draft.rules.variables[cycle.path.front()].position,
           "rules that depend on themselves: " + cycle.text, {}, {},
           "previous() breaks a cycle within a month, last_year() one through a year");
}

// A notice keeps the formula of its rule beside its own texts.
void complete_notices(RuleSet& rules) {
  for (Notice& notice : rules.notices)
    if (!rules.variables[notice.variable].formulas.empty())
      notice.when = rules.variables[notice.variable].formulas.front();
}

std::string fingerprint_of_rules(const Draft& draft, std::span<const SourceFile> overlays) {
  std::vector<const SourceFile*> files(draft.sources.modules().begin(), draft.sources.modules().end());
  files.insert(files.end(), draft.sources.texts().begin(), draft.sources.texts().end());
  for (const SourceFile* file : draft.tables.files())
    files.push_back(file);
  files.push_back(draft.sources.manifest());
  std::sort(files.begin(), files.end(),
            [](const SourceFile* a, const SourceFile* b) { return normal_path(a->path) < normal_path(b->path); });
  for (const SourceFile& file : overlays)
    files.push_back(&file);
  const std::string manifest = normal_path(draft.sources.manifest()->path);
  return fingerprint_of(files, std::string_view(manifest).substr(0, manifest.rfind('/') + 1));
}

void in_order(Diagnostics& diagnostics) {
  const auto place = [](const Diagnostic& one) {
    return std::tie(one.position.file, one.position.line, one.position.column);
  };
  std::stable_sort(diagnostics.begin(), diagnostics.end(),
                   [&](const Diagnostic& a, const Diagnostic& b) { return place(a) < place(b); });
  const auto twice = std::unique(diagnostics.begin(), diagnostics.end(), [&](const Diagnostic& a, const Diagnostic& b) {
    return place(a) == place(b) && a.code == b.code && a.message == b.message && a.found == b.found;
  });
  diagnostics.erase(twice, diagnostics.end());
}

bool read_sources(Draft& draft, std::span<const SourceFile> overlays, std::vector<ModuleSource>& modules) {
  const Sources& sources = draft.sources;
  if (!sources.manifest()) {
    report(draft.diagnostics, Code::missing_key, {}, "there is no ruleset.yaml among the rule files");
    return false;
  }
  for (const SourceFile* other : sources.manifests().subspan(1))
    report(draft.diagnostics, Code::duplicate_module, {other->path, 1, 1},
           "a second manifest beside " + sources.manifest()->path);
  std::optional<Translations> translations;
  if (std::optional<Document> manifest = read_document(*sources.manifest(), draft.diagnostics)) {
    if (const std::optional<Language> own = language_of_rules(*manifest, draft.diagnostics)) {
      translations.emplace(sources, *own, draft.diagnostics);
      translations->complete(*sources.manifest(), *manifest);
    } else if (!sources.texts().empty()) {
      report(draft.diagnostics, Code::missing_key, {sources.manifest()->path, 1, 1},
             "there are texts in other languages of rules that name no language of their own", {},
             "the key 'language'");
    }
    read_manifest(*manifest, draft);
  }
  for (const SourceFile* file : sources.modules()) {
    std::optional<Document> document = read_document(*file, draft.diagnostics);
    if (document && translations)
      translations->complete(*file, *document);
    if (document)
      modules.push_back({file, std::move(*document)});
    else
      draft.unread_modules = true;
  }
  if (translations) {
    if (!draft.unread_modules)
      translations->finish();
    report_tasks(translations->tasks(), draft.diagnostics);
  }
  join_chapters(modules, draft);
  for (const SourceFile& file : overlays)
    if (const std::optional<Document> overlay = read_document(file, draft.diagnostics))
      if (const std::optional<std::string> name = apply_overlay(*overlay, modules, draft.diagnostics))
        draft.rules.version += '+' + *name;
  return true;
}

}  // namespace

Result<RuleSet> load_rules(std::span<const SourceFile> files, std::span<const SourceFile> overlays) {
  const Sources sources(files);
  Draft draft(sources);
  std::vector<ModuleSource> modules;
  if (read_sources(draft, overlays, modules)) {
    read_modules(modules, draft);
    settle_situations(draft);
    settle_contradictions(draft);
    settle_rates(draft);
    const Symbols symbols = symbols_of(draft);
    check_names(symbols, draft);
    check_formulas(symbols, draft);
    report_cycles(draft);
    check_coverage(draft, check_sentences(draft));
    complete_notices(draft.rules);
  }
  in_order(draft.diagnostics);
  if (has_errors(draft.diagnostics))
    return std::move(draft.diagnostics);
  add_expected_readings(draft.rules);
  add_choices(draft.rules);
  draft.rules.hash = fingerprint_of_rules(draft, overlays);
  return {std::move(draft.rules), std::move(draft.diagnostics)};
}

}  // namespace ansio::ruleset
