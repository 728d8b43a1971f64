// Tables beside the YAML: CSV files whose columns fill parameters and enums.
//
// A file is read once however many parameters take a column from it.
#pragma once

#include "calc/base/document/csv_reader.h"
#include "calc/base/document/document.h"
#include "calc/ruleset/floor.h"
#include "calc/ruleset/read/sources.h"

namespace ansio::ruleset {

class TableFiles {
 public:
  explicit TableFiles(const Sources& sources) : sources_(&sources) {}

  // The table that `reference` names, seen from the file it stands in or from the file `from`; nullptr after saying why
  // not.
  const CsvTable* open(std::string_view from, const Document& reference, Diagnostics& diagnostics);

  // The files read so far, for the fingerprint of the rules.
  [[nodiscard]] std::vector<const SourceFile*> files() const;

 private:
  const Sources* sources_;
  std::map<const SourceFile*, std::optional<CsvTable>> tables_;
};

// The place of a column in the table; nothing after E311 with the nearest name.
std::optional<std::size_t> find_column(const CsvTable& table, const Document& column, Diagnostics& diagnostics);

}  // namespace ansio::ruleset
