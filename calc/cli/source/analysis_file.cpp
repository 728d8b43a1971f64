#include "calc/cli/source/analysis_file.h"

#include <algorithm>

#include "calc/base/document/yaml_reader.h"
#include "calc/cli/source/case_source.h"
#include "calc/cli/source/rules_source.h"

namespace ansio::cli {
namespace {

std::optional<SourceFile> find_file(const std::vector<SourceFile>& files, const std::string& name) {
  const std::string path = "/analysis/" + name;
  const auto found =
      std::find_if(files.begin(), files.end(), [&](const SourceFile& file) { return file.path.ends_with(path); });
  return found == files.end() ? std::nullopt : std::optional(*found);
}

}  // namespace

std::optional<AnalysisFile> load_analysis_file(Session& session, const RuleSet& rules, const std::string& name) {
  const auto files = session_rule_files(session);
  if (!files)
    return std::nullopt;
  std::optional<SourceFile> found = find_file(*files, name);
  if (!found) {
    refuse(session, rules, {{.code = Code::unreadable_file, .message = "the rule set has no file analysis/" + name}},
           {}, bad_rules);
    return std::nullopt;
  }
  Result<Document> document = read_yaml(found->path, found->text);
  if (!document) {
    refuse(session, rules, document.diagnostics(), {*found}, bad_rules);
    return std::nullopt;
  }
  return AnalysisFile{std::move(*found), std::move(*document)};
}

}  // namespace ansio::cli
