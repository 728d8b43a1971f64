// Sentences of diagnostics in the four languages, matched by the English one.
#include "calc/explain/sentences/diagnostic_words.h"

#include <optional>
#include <vector>

namespace ansio::explain {
namespace {

struct Sentence {
  std::string_view english, fi, sv, easy;
};

constexpr Sentence sentences[] = {
#define SENTENCE(en, fi, sv, fi_simple) {en, fi, sv, fi_simple},
#include "calc/explain/sentences/diagnostic_sentences.inc"
#undef SENTENCE
};

constexpr std::string_view gap = "{}";

// What stands in the gaps when the text is this sentence.
std::optional<std::vector<std::string_view>> gaps_of(std::string_view sentence, std::string_view text) {
  std::vector<std::string_view> gaps;
  for (;;) {
    const std::size_t at = sentence.find(gap);
    const std::string_view before = sentence.substr(0, at);
    if (!text.starts_with(before))
      return std::nullopt;
    text.remove_prefix(before.size());
    if (at == sentence.npos)
      return text.empty() ? std::optional(gaps) : std::nullopt;
    sentence.remove_prefix(at + gap.size());
    const std::string_view after = sentence.substr(0, sentence.find(gap));
    const std::size_t end = after.empty() ? text.size() : after == sentence ? text.rfind(after) : text.find(after);
    if (end == text.npos || end == 0)
      return std::nullopt;
    gaps.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
}

std::string_view in_language_of(const Sentence& sentence, Language language) {
  switch (language) {
    case Language::fi:
      return sentence.fi;
    case Language::sv:
      return sentence.sv;
    case Language::fi_simple:
      return sentence.easy;
    case Language::en:
      break;
  }
  return sentence.english;
}

}  // namespace

std::string sentence_in(std::string_view english, Language language) {
  if (language == Language::en || english.empty())
    return std::string(english);
  for (const Sentence& sentence : sentences) {
    const auto gaps = gaps_of(sentence.english, english);
    if (!gaps)
      continue;
    std::string text;
    std::string_view rest = in_language_of(sentence, language);
    for (const std::string_view filling : *gaps) {
      const std::size_t at = rest.find(gap);
      text += rest.substr(0, at);
      text += sentence_in(filling, language);
      rest.remove_prefix(at + gap.size());
    }
    return text += rest;
  }
  return std::string(english);
}

Diagnostics in_words(Diagnostics diagnostics, Language language) {
  if constexpr (says_why)
    for (Diagnostic& diagnostic : diagnostics) {
      diagnostic.message = sentence_in(diagnostic.message, language);
      diagnostic.expected = sentence_in(diagnostic.expected, language);
      diagnostic.hint = sentence_in(diagnostic.hint, language);
      // What was found is the reader's own text, unless it is told what kind of thing it is.
      if (diagnostic.found == "a map" || diagnostic.found == "a list" || diagnostic.found.ends_with(" cells"))
        diagnostic.found = sentence_in(diagnostic.found, language);
    }
  return diagnostics;
}

base::DiagnosticLabels labels_in(Language language) {
  switch (language) {
    case Language::fi:
    case Language::fi_simple:
      return {"virhe", "varoitus", "löytyi:   ", "odotettu: ", "vihje:    "};
    case Language::sv:
      return {"fel", "varning", "fann:     ", "väntat:   ", "tips:     "};
    case Language::en:
      break;
  }
  return {};
}

}  // namespace ansio::explain
