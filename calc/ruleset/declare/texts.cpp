#include "calc/ruleset/declare/texts.h"

namespace ansio::ruleset {

std::string without_line_ends(std::string text) {
  while (!text.empty() && text.back() == '\n')
    text.pop_back();
  return text;
}

Texts read_texts(const Document& document, std::string_view what, Diagnostics& diagnostics) {
  Texts texts;
  Fields fields(document, document.position, what, diagnostics);
  if (!fields.is_map())
    return texts;
  std::string missing;
  for (std::size_t i = 0; i < language_names.size(); ++i) {
    const Document* text = fields.take(language_names[i]);
    if (!text || text->kind == Document::Kind::null || (text->is_scalar() && text->scalar.empty())) {
      missing += missing.empty() ? "" : ", ";
      missing += language_names[i];
    } else if (const std::optional<std::string> read = read_text(*text, diagnostics)) {
      texts.by_language[i] = without_line_ends(*read);
    }
  }
  fields.finish();
  if (!missing.empty()) {
    std::string message(what);
    message += " is missing in ";
    message += missing;
    report(diagnostics, Code::missing_translation, document.position, std::move(message), {},
           "texts in fi, sv, en and fi-simple");
  }
  return texts;
}

Texts require_texts(Fields& fields, std::string_view key, Diagnostics& diagnostics) {
  const Document* texts = fields.require(key);
  return texts ? read_texts(*texts, key, diagnostics) : Texts{};
}

Texts take_texts(Fields& fields, std::string_view key, Diagnostics& diagnostics) {
  const Document* texts = fields.take(key);
  return texts ? read_texts(*texts, key, diagnostics) : Texts{};
}

}  // namespace ansio::ruleset
