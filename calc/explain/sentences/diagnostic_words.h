// What is wrong, said in the reader's language.
//
// Diagnostics are made in English, where no language is known. Here each sentence has its translations; {} stands for
// what the sentence is about, a name or a number, which stays as it is.
//
//   in_words({…"months must ascend"…}, Language::sv)[0].message == "månaderna ska stå i ordning"
//
// Sentences about formulas and rule files (codes 2xx and 3xx) stay English: who writes rules writes them in it.
#pragma once

#include <string>
#include <string_view>

#include "calc/base/diagnostic/diagnostic_text.h"
#include "calc/explain/floor.h"
#include "calc/ruleset/model/ruleset.h"

namespace ansio::explain {

// Messages, what was expected, and hints that are sentences. A text without a translation stays.
Diagnostics in_words(Diagnostics diagnostics, Language language);

// One sentence alone.
std::string sentence_in(std::string_view english, Language language);

// "error", "found:" …, as to_text prints them.
base::DiagnosticLabels labels_in(Language language);

}  // namespace ansio::explain
