// Applies a file of changes to the documents of a rule set before anything is checked.
#include "calc/ruleset/documents/overlay.h"

#include <algorithm>

#include "calc/ruleset/declare/texts.h"

namespace ansio::ruleset {
namespace {

using Entry = DocumentEntry;

Document* find(Document& map, std::string_view key) {
  const auto entry =
      std::find_if(map.entries.begin(), map.entries.end(), [&](const Entry& one) { return one.first.scalar == key; });
  return entry == map.entries.end() ? nullptr : &entry->second;
}

std::vector<std::string> keys_of(const Document& map) {
  std::vector<std::string> keys;
  for (const auto& [key, value] : map.entries)
    keys.push_back(key.scalar);
  return keys;
}

// A formula without a date: a key that no file can write.
Entry undated(Document formula) {
  Document key;
  key.position = formula.position;
  return {std::move(key), std::move(formula)};
}

// Dates of both; where both have one the change wins. A date that is malformed goes last, where reading will refuse it.
void merge_dates(Document& existing, const Document& changes) {
  if (!existing.is_map()) {
    Document dated;
    dated.kind = Document::Kind::map;
    dated.position = existing.position;
    dated.entries.push_back(undated(std::move(existing)));
    existing = std::move(dated);
  }
  const auto month_of = [](const Entry& entry) {
    return entry.first.kind == Document::Kind::null
               ? YearMonth{}
               : parse_year_month(entry.first.scalar).value_or(YearMonth::of(9999, 1));
  };
  for (const Entry& change : changes.entries) {
    const auto same = std::find_if(existing.entries.begin(), existing.entries.end(),
                                   [&](const Entry& entry) { return month_of(entry) == month_of(change); });
    if (same != existing.entries.end())
      *same = change;
    else
      existing.entries.insert(std::find_if(existing.entries.begin(), existing.entries.end(),
                                           [&](const Entry& entry) { return month_of(entry) > month_of(change); }),
                              change);
  }
}

void merge_entry(Document& existing, const Document& changes) {
  for (const Entry& change : changes.entries) {
    const auto& [key, value] = change;
    Document* known = find(existing, key.scalar);
    if (!known)
      existing.entries.push_back(change);
    else if ((key.scalar == "values" || key.scalar == "formula") && value.is_map())
      merge_dates(*known, value);
    else
      *known = value;
  }
}

void merge_section(Document& existing, const Document& changes, const std::string& section, Diagnostics& diagnostics) {
  Fields fields(changes, changes.position, section, diagnostics);
  for (const Entry& change : changes.entries) {
    const auto& [key, value] = change;
    if (Document* known = find(existing, key.scalar)) {
      Fields entry(value, key.position, "a change", diagnostics);
      if (entry.is_map() && known->is_map())
        merge_entry(*known, value);
    } else if (value.find("title") || section == "contradictions") {
      existing.entries.push_back(change);
    } else {
      const std::string nearest = nearest_name(key.scalar, keys_of(existing));
      report(diagnostics, Code::bad_overlay, key.position, "the overlay changes what does not exist", key.scalar,
             "a name in the " + section + " of the module; what is new has a title",
             nearest.empty() ? "" : "did you mean '" + nearest + "'?");
    }
  }
}

void merge_module(Document& module, const Document& changes, const Position& where, Diagnostics& diagnostics) {
  Fields fields(changes, where, "the changes of a module", diagnostics);
  for (const char* section : {"enums", "parameters", "inputs", "rules", "unsupported", "contradictions", "notices"}) {
    const Document* changed = fields.take(section);
    if (!changed)
      continue;
    Document* existing = find(module, section);
    if (!existing) {
      Document key;
      key.kind = Document::Kind::scalar;
      key.scalar = section;
      key.position = changed->position;
      Document empty;
      empty.kind = Document::Kind::map;
      empty.position = changed->position;
      module.entries.push_back({std::move(key), std::move(empty)});
      existing = &module.entries.back().second;
    }
    merge_section(*existing, *changed, section, diagnostics);
  }
  fields.finish();
}

}  // namespace

std::optional<std::string> apply_overlay(const Document& overlay, std::vector<ModuleSource>& modules,
                                         Diagnostics& diagnostics) {
  Fields fields(overlay, overlay.position, "an overlay", diagnostics);
  const Document* name = fields.require("overlay");
  require_texts(fields, "title", diagnostics);
  const Document* changes = fields.require("modules");
  fields.finish();
  if (changes) {
    Fields all(*changes, changes->position, "modules", diagnostics);
    for (const auto& [key, value] : changes->entries) {
      std::vector<std::string> names;
      ModuleSource* module = nullptr;
      for (ModuleSource& source : modules)
        if (const Document* called = source.document.find("module")) {
          names.push_back(called->scalar);
          if (called->scalar == key.scalar)
            module = &source;
        }
      if (module) {
        merge_module(module->document, value, key.position, diagnostics);
        continue;
      }
      const std::string nearest = nearest_name(key.scalar, names);
      report(diagnostics, Code::bad_overlay, key.position, "the overlay changes a module that does not exist",
             key.scalar, {}, nearest.empty() ? "" : "did you mean '" + nearest + "'?");
    }
  }
  return name ? read_name(*name, "the name of an overlay", diagnostics) : std::nullopt;
}

}  // namespace ansio::ruleset
