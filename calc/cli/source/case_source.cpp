#include "calc/cli/source/case_source.h"

#include <ostream>

#include "calc/base/document/yaml_reader.h"
#include "calc/cli/print/report.h"
#include "calc/cli/source/rules_source.h"
#include "calc/cli/streams/files.h"
#include "calc/explain/sentences/contradictions.h"
#include "calc/explain/sentences/refusals.h"
#include "calc/program/definition/definition.h"

namespace ansio::cli {

Envelope envelope_of(const Session& session, const RuleSet& rules) {
  return {ANSIO_VERSION, rules, session.language};
}

void refuse(Session& session, const RuleSet& rules, const Diagnostics& diagnostics,
            const std::vector<SourceFile>& sources, ExitCode code) {
  if (session.format == Format::json)
    session.out << diagnostics_json(envelope_of(session, rules), diagnostics) << '\n';
  else
    print_diagnostics(session, in_language(rules, diagnostics, session.language), sources);
  session.exit_code = code;
}

std::optional<LoadedCase> load_case(Session& session, const std::string& path) {
  LoadedCase loaded;
  loaded.rules = load_session_rules(session);
  if (!loaded.rules)
    return std::nullopt;
  Result<std::string> text = read_file(path);
  if (!text) {
    refuse(session, *loaded.rules, text.diagnostics(), {}, bad_case);
    return std::nullopt;
  }
  const std::string name = path == "-" ? "<case>" : path;
  loaded.source = {{name, std::move(*text)}};
  const Result<Document> document = read_yaml(name, loaded.source[0].text);
  if (!document) {
    refuse(session, *loaded.rules, document.diagnostics(), loaded.source, bad_case);
    return std::nullopt;
  }
  Result<Case> situation = read_case(*loaded.rules, *document);
  if (!situation) {
    refuse(session, *loaded.rules, situation.diagnostics(), loaded.source, bad_case);
    return std::nullopt;
  }
  loaded.warnings = with_contradictions(*loaded.rules, *situation, situation.diagnostics(), session.language);
  if (session.format != Format::json)
    print_diagnostics(session, loaded.warnings, loaded.source);
  loaded.situation = std::move(*situation);
  loaded.machine = std::make_unique<Machine>(*loaded.rules, answer_by_definition);
  loaded.answering = Answering(*loaded.machine);
  return loaded;
}

}  // namespace ansio::cli
