// Reads the sections of a module file in their order.
#include "calc/ruleset/read/module.h"

#include <algorithm>

#include "calc/ruleset/declare/enums.h"
#include "calc/ruleset/declare/parameters.h"
#include "calc/ruleset/declare/texts.h"
#include "calc/ruleset/declare/variables.h"
#include "calc/ruleset/model/citation.h"

namespace ansio::ruleset {
namespace {

// Words that would be taken for something else before a point or in a formula.
constexpr std::string_view roles[] = {"client", "spouse", "partner", "self", "child"};

std::optional<ModuleContext> read_heading(Fields& fields, const ModuleSource& source, Draft& draft) {
  const Document* name = fields.require("module");
  Module module;
  module.file = source.file->path;
  module.title = require_texts(fields, "title", draft.diagnostics);
  if (const Document* law = fields.take("law")) {
    if (law->is_scalar() && is_statute(law->scalar))
      module.statute = law->scalar;
    else
      report(draft.diagnostics, Code::bad_citation, law->position, "a module's law is a statute", describe(*law),
             "number and year, as in 571/2007");
  }
  std::string published;
  if (const Document* where = fields.take("published"))
    published = read_text(*where, draft.diagnostics).value_or("");
  if (!name)
    return std::nullopt;
  const std::optional<std::string> read = read_name(*name, "the name of a module", draft.diagnostics);
  if (!read)
    return std::nullopt;
  if (std::find(std::begin(roles), std::end(roles), *read) != std::end(roles)) {
    report(draft.diagnostics, Code::name_taken, name->position, "a role cannot be the name of a module", *read);
    return std::nullopt;
  }
  for (const Module& other : draft.rules.modules)
    if (other.name == *read) {
      report(draft.diagnostics, Code::duplicate_module, name->position,
             "the module '" + *read + "' is in " + other.file + " already", *read);
      return std::nullopt;
    }
  module.name = *read;
  draft.rules.modules.push_back(std::move(module));
  const Module& added = draft.rules.modules.back();
  return ModuleContext{static_cast<std::uint16_t>(draft.rules.modules.size() - 1), added.name, added.statute,
                       added.file, published};
}

struct OpenModule {
  Fields fields;
  ModuleContext context;
};

}  // namespace

void read_modules(const std::vector<ModuleSource>& modules, Draft& draft) {
  std::vector<OpenModule> open;
  for (const ModuleSource& source : modules) {
    Fields fields(source.document, source.document.position, "a rule file", draft.diagnostics);
    if (!fields.is_map())
      continue;
    if (std::optional<ModuleContext> context = read_heading(fields, source, draft))
      open.push_back({std::move(fields), std::move(*context)});
  }
  for (auto& [fields, context] : open)
    if (const Document* enums = fields.take("enums"))
      read_enums(*enums, context, draft);
  for (auto& [fields, context] : open) {
    if (const Document* parameters = fields.take("parameters"))
      read_parameters(*parameters, context, draft);
    if (const Document* inputs = fields.take("inputs"))
      read_inputs(*inputs, context, draft);
    if (const Document* rules = fields.take("rules"))
      read_rules(*rules, context, draft);
    if (const Document* situations = fields.take("unsupported"))
      read_situations(*situations, context, draft);
    if (const Document* contradictions = fields.take("contradictions"))
      read_contradictions(*contradictions, context, draft);
    if (const Document* notices = fields.take("notices"))
      read_notices(*notices, context, draft);
    fields.finish();
  }
}

}  // namespace ansio::ruleset
