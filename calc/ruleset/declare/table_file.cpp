#include "calc/ruleset/declare/table_file.h"

#include "calc/ruleset/read/fields.h"

namespace ansio::ruleset {

const CsvTable* TableFiles::open(std::string_view from, const Document& reference, Diagnostics& diagnostics) {
  const std::optional<std::string> path = read_text(reference, diagnostics);
  if (!path)
    return nullptr;
  const SourceFile* file = sources_->find(reference.position.file, *path);
  if (!file)  // an overlay speaks of the module's files from anywhere
    file = sources_->find(from, *path);
  if (!file) {
    report(diagnostics, Code::unreadable_file, reference.position, "there is no such file", *path,
           "the path of a CSV file, seen from this file");
    return nullptr;
  }
  auto known = tables_.find(file);
  if (known == tables_.end()) {
    Result<CsvTable> table = read_csv(file->path, file->text);
    if (!table) {
      diagnostics.insert(diagnostics.end(), table.diagnostics().begin(), table.diagnostics().end());
      known = tables_.emplace(file, std::nullopt).first;
    } else {
      known = tables_.emplace(file, std::move(*table)).first;
    }
  }
  return known->second ? &*known->second : nullptr;
}

std::vector<const SourceFile*> TableFiles::files() const {
  std::vector<const SourceFile*> files;
  for (const auto& [file, table] : tables_)
    files.push_back(file);
  return files;
}

std::optional<std::size_t> find_column(const CsvTable& table, const Document& column, Diagnostics& diagnostics) {
  const std::optional<std::string> name = read_text(column, diagnostics);
  if (!name)
    return std::nullopt;
  for (std::size_t i = 0; i < table.header.size(); ++i)
    if (table.header[i] == *name)
      return i;
  const std::string nearest = nearest_name(*name, table.header);
  report(diagnostics, Code::bad_table, column.position, "the table has no such column", *name, {},
         nearest.empty() ? "" : "did you mean '" + nearest + "'?");
  return std::nullopt;
}

}  // namespace ansio::ruleset
