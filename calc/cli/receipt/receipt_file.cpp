#include "calc/cli/receipt/receipt_file.h"

#include "calc/answer/receipt/receipt.h"
#include "calc/base/document/yaml_reader.h"
#include "calc/cli/streams/files.h"

namespace ansio::cli {

bool write_receipt(Session& session, const LoadedCase& loaded, const Results& results, const std::string& path) {
  const SourceFile& source = loaded.source.front();
  const Result<Document> document = read_yaml(source.path, source.text);
  if (!document) {
    refuse(session, *loaded.rules, document.diagnostics(), loaded.source, bad_case);
    return false;
  }
  const Envelope envelope = envelope_of(session, *loaded.rules);
  const std::string text = receipt_json(receipt_of(envelope, results, case_without_file(*document, source.text)));
  if (Result<Receipt> again = read_receipt(path, text); !again) {
    Diagnostics diagnostics = again.diagnostics();
    for (Diagnostic& diagnostic : diagnostics)
      diagnostic.hint = "fewer figures with --get";
    refuse(session, *loaded.rules, diagnostics, {}, bad_case);
    return false;
  }
  if (const Diagnostics diagnostics = write_file(path, text); !diagnostics.empty()) {
    refuse(session, *loaded.rules, diagnostics, {}, wrong_use);
    return false;
  }
  return true;
}

}  // namespace ansio::cli
