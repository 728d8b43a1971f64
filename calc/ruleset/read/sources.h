// The files a rule set is made of, as a small file system in memory.
//
// Embedded rules, a folder on disk and the browser all hand over the same thing: paths and texts.
//
//   std::vector<SourceFile> files{{"fi/ruleset.yaml", "ruleset: …"}, {"fi/tax/tax.yaml", "module: tax …"}};
//
// The manifest is the one file named `ruleset.yaml`; the modules are the other *.yaml files in its folder and below it.
// *.test.yaml and whatever lies in a folder `examples`, `overlays` or `analysis` are no modules and are left alone;
// what lies in `texts` beside the manifest are the texts of the others in other languages (translations.h).
#pragma once

#include "calc/base/diagnostic/diagnostic.h"
#include "calc/ruleset/floor.h"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ansio::ruleset {

struct SourceFile {
  std::string path;  // with '/' between folders
  std::string text;
};

class Sources {
 public:
  explicit Sources(std::span<const SourceFile> files);

  [[nodiscard]] const SourceFile* manifest() const { return manifest_; }
  [[nodiscard]] std::span<const SourceFile* const> manifests() const { return manifests_; }
  [[nodiscard]] std::span<const SourceFile* const> modules() const { return modules_; }  // by path
  [[nodiscard]] std::span<const SourceFile* const> texts() const { return texts_; }      // likewise
  [[nodiscard]] const std::string& root() const { return root_; }      // the manifest's folder, with its last '/'
  [[nodiscard]] std::string below_root(const SourceFile& file) const;  // its path, seen from there

  // The file that `reference` names, seen from the file `from`: ("fi/a/b.yaml", "../c.csv") → fi/c.csv.
  [[nodiscard]] const SourceFile* find(std::string_view from, std::string_view reference) const;

 private:
  std::map<std::string, const SourceFile*, std::less<>> by_path_;
  const SourceFile* manifest_ = nullptr;
  std::vector<const SourceFile*> manifests_;
  std::vector<const SourceFile*> modules_;
  std::vector<const SourceFile*> texts_;
  std::string root_;
};

// "a/./b/../c" → "a/c".
std::string normal_path(std::string_view path);

}  // namespace ansio::ruleset
