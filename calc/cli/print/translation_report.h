// What is left to translate in the rule files of a session: as a list, as a sheet for a translator, and back.
#pragma once

#include <string>
#include <vector>

#include "calc/cli/command/session.h"

namespace ansio::cli {

// `ansio check --texts sv`: what is missing, outdated or superfluous, each with its place; exit code 4 when something
// is.
void list_translations(Session& session, const std::vector<std::string>& languages);

// `ansio doc --translate sv`: the sheet (calc/ruleset/translate/translation_sheet.h) to standard output.
void print_translation_sheet(Session& session, const std::vector<std::string>& languages);

// `ansio doc --from sheet.csv`: writes the text files that the filled sheet changes, or says what is wrong with it.
void read_translation_sheet(Session& session, const std::string& path);

}  // namespace ansio::cli
