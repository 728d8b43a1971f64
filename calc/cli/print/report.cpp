#include "calc/cli/print/report.h"

#include <algorithm>
#include <ostream>

namespace ansio::cli {

void print_diagnostics(Session& session, const Diagnostics& diagnostics, const std::vector<SourceFile>& sources,
                       bool with_warnings) {
  for (const Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.severity == Severity::warning && !with_warnings)
      continue;
    const auto source = std::find_if(sources.begin(), sources.end(),
                                     [&](const SourceFile& file) { return file.path == diagnostic.position.file; });
    session.err << to_text(diagnostic, source == sources.end() ? std::string_view{} : std::string_view(source->text))
                << '\n';
  }
}

}  // namespace ansio::cli
