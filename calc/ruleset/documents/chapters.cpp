// Joins the chapters of a module, each a file, before anything is changed or read.
#include "calc/ruleset/documents/chapters.h"

#include <algorithm>
#include <iterator>
#include <map>

namespace ansio::ruleset {
namespace {

std::string chapter_path(const SourceFile& module, const std::string& chapter) {
  const std::string path = normal_path(module.path);
  return path.substr(0, path.rfind('.')) + '/' + chapter + ".yaml";
}

void append_section(Document& module, DocumentEntry section, Diagnostics& diagnostics) {
  if (!section.second.is_map()) {
    report(diagnostics, Code::wrong_kind, section.second.position,
           section.first.scalar + " of a chapter are a map from names to maps", describe(section.second), "a map");
    return;
  }
  const auto known = std::find_if(module.entries.begin(), module.entries.end(), [&](const DocumentEntry& entry) {
    return entry.first.scalar == section.first.scalar;
  });
  if (known == module.entries.end()) {
    module.entries.push_back(std::move(section));
    return;
  }
  std::move(section.second.entries.begin(), section.second.entries.end(), std::back_inserter(known->second.entries));
}

// A chapter is closed to everything but the sections of a module.
void append_chapter(Document& module, const std::string& name, ModuleSource chapter, Diagnostics& diagnostics) {
  Fields fields(chapter.document, chapter.document.position, "a chapter", diagnostics);
  const Document* of = fields.require("chapter_of");
  if (of && of->scalar != name)
    report(diagnostics, Code::unknown_name, of->position, "the chapter is listed by another module", of->scalar, name);
  for (const char* section : {"enums", "parameters", "inputs", "rules", "unsupported", "contradictions", "notices"})
    fields.take(section);
  fields.finish();
  for (const char* section : {"enums", "parameters", "inputs", "rules", "unsupported", "contradictions", "notices"})
    for (DocumentEntry& entry : chapter.document.entries)
      if (entry.first.scalar == section)
        append_section(module, std::move(entry), diagnostics);
}

}  // namespace

void join_chapters(std::vector<ModuleSource>& modules, Draft& draft) {
  std::map<std::string, ModuleSource> chapters;  // by path
  std::vector<ModuleSource> whole;
  for (ModuleSource& source : modules)
    if (source.document.find("chapter_of"))
      chapters.emplace(normal_path(source.file->path), std::move(source));
    else
      whole.push_back(std::move(source));
  modules = std::move(whole);
  for (ModuleSource& module : modules) {
    const auto list = std::find_if(module.document.entries.begin(), module.document.entries.end(),
                                   [](const DocumentEntry& entry) { return entry.first.scalar == "chapters"; });
    if (list == module.document.entries.end())
      continue;
    const Document names = std::move(list->second);
    module.document.entries.erase(list);
    if (!names.is_list() || names.items.empty())
      report(draft.diagnostics, Code::wrong_kind, names.position,
             "chapters are a list of files in the folder named after the module's file", describe(names),
             "a list such as [income, deductions]");
    const Document* called = module.document.find("module");
    const std::string name = called ? called->scalar : std::string();
    for (const Document& item : names.items) {
      const std::optional<std::string> chapter = read_name(item, "the name of a chapter", draft.diagnostics);
      if (!chapter)
        continue;
      const auto found = chapters.find(chapter_path(*module.file, *chapter));
      if (found != chapters.end()) {
        append_chapter(module.document, name, std::move(found->second), draft.diagnostics);
        chapters.erase(found);
      } else if (!draft.unread_modules) {
        report(draft.diagnostics, Code::unreadable_file, item.position,
               "there is no such chapter in the folder named after the module's file", *chapter,
               *chapter + ".yaml, which begins with chapter_of: " + name);
      }
    }
  }
  for (const auto& [path, chapter] : chapters) {
    const Document* of = chapter.document.find("chapter_of");
    report(draft.diagnostics, Code::unknown_name, of->position, "the module does not list the chapter", describe(*of));
  }
}

}  // namespace ansio::ruleset
