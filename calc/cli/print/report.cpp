#include "calc/cli/print/report.h"

#include <algorithm>
#include <ostream>

#include "calc/answer/serializer/serializer.h"
#include "calc/base/limits/limits.h"
#include "calc/explain/sentences/diagnostic_words.h"

namespace ansio::cli {

void print_diagnostics(Session& session, const Diagnostics& diagnostics, const std::vector<SourceFile>& sources,
                       bool with_warnings) {
  std::size_t printed = 0;
  for (const Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.severity == Severity::warning && !with_warnings)
      continue;
    if (printed++ >= most_diagnostics)
      continue;
    const auto source = std::find_if(sources.begin(), sources.end(),
                                     [&](const SourceFile& file) { return file.path == diagnostic.position.file; });
    session.err << to_text(in_words({diagnostic}, session.language).front(),
                           source == sources.end() ? std::string_view{} : std::string_view(source->text),
                           labels_in(session.language))
                << '\n';
  }
  if (printed > most_diagnostics)
    session.err << sentence_in("and " + std::to_string(printed - most_diagnostics) + " more", session.language) << '\n';
}

void refuse_use(Session& session, const Diagnostics& diagnostics) {
  if (session.format == Format::json)
    session.out << diagnostics_json(ANSIO_VERSION, in_words(diagnostics, session.language)) << '\n';
  else
    print_diagnostics(session, diagnostics, {});
  session.exit_code = wrong_use;
}

void misuse(Session& session, const std::string& option, std::string message, std::string found, std::string expected,
            std::string hint) {
  refuse_use(session, {{.code = Code::wrong_use,
                        .position = {option, 0, 0},
                        .message = std::move(message),
                        .found = std::move(found),
                        .expected = std::move(expected),
                        .hint = std::move(hint)}});
}

}  // namespace ansio::cli
