#include "calc/cli/source/rules_source.h"

#include <filesystem>
#include <ostream>

#include "calc/answer/serializer/serializer.h"
#include "calc/cli/embedded/embedded_rules.h"
#include "calc/cli/print/report.h"
#include "calc/cli/streams/files.h"
#include "calc/ruleset/read/load.h"

namespace ansio::cli {

std::optional<std::vector<SourceFile>> session_rule_files(Session& session) {
  if (!session.rules_folder.empty()) {
    Result<std::vector<SourceFile>> files = read_sources(session.rules_folder);
    if (files)
      return std::move(*files);
    print_diagnostics(session, files.diagnostics(), {});
    session.exit_code = bad_rules;
    return std::nullopt;
  }
  std::vector<SourceFile> files;
  for (const EmbeddedFile& file : embedded_rules())
    files.push_back({"rules/" + std::string(file.path), std::string(file.text)});
  return files;
}

std::unique_ptr<RuleSet> load_session_rules(Session& session, Diagnostics* warnings,
                                            const std::vector<SourceFile>& more) {
  auto files = session_rule_files(session);
  if (!files)
    return nullptr;
  std::vector<SourceFile> overlays;
  for (const std::string& path : session.overlays) {
    Result<std::string> text = read_file(path);
    if (!text) {
      print_diagnostics(session, text.diagnostics(), {});
      session.exit_code = bad_rules;
      return nullptr;
    }
    overlays.push_back({path, std::move(*text)});
  }
  overlays.insert(overlays.end(), more.begin(), more.end());
  Result<RuleSet> rules = load_rules(*files, overlays);
  files->insert(files->end(), overlays.begin(), overlays.end());
  if (!rules && session.format == Format::json)
    session.out << diagnostics_json(ANSIO_VERSION, rules.diagnostics()) << '\n';
  else
    print_diagnostics(session, rules.diagnostics(), *files, warnings != nullptr && session.format != Format::json);
  if (warnings != nullptr)
    *warnings = rules.diagnostics();
  if (!rules) {
    session.exit_code = bad_rules;
    return nullptr;
  }
  return std::make_unique<RuleSet>(std::move(*rules));
}

std::string rules_folder_around(const std::string& path) {
  namespace fs = std::filesystem;
  std::error_code error;
  // A folder above the manifest's counts too: `rules/` holds `rules/xx/ruleset.yaml`.
  if (fs::is_directory(path, error))
    for (const auto& entry : fs::directory_iterator(path, error))
      if (fs::exists(entry.path() / "ruleset.yaml", error))
        return entry.path().string();
  for (fs::path at = fs::absolute(path, error).lexically_normal(); !at.empty(); at = at.parent_path()) {
    if (fs::exists(at / "ruleset.yaml", error))
      return at.string();
    if (at == at.root_path())
      break;
  }
  return {};
}

}  // namespace ansio::cli
