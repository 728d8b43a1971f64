// Rules and what is asked of them alone: what they hold, cases to read, rows of a batch.
#include <filesystem>
#include <fstream>
#include <iterator>

#include "calc/base/document/yaml_reader.h"
#include "calc/case/rows/batch.h"
#include "calc/case/values/value.h"
#include "calc/explain/words/words.h"
#include "calc/library/rules/handles.h"
#include "calc/program/definition/definition.h"
#include "calc/program/machine/answering.h"
#include "calc/ruleset/image/image.h"
#include "calc/ruleset/read/directory.h"
#include "calc/ruleset/read/load.h"

namespace ansio {

using namespace library;

Outcome<Rules> Rules::from_folder(const std::string& folder, const std::vector<std::string>& overlays) {
  const Result<std::vector<SourceFile>> found = read_directory(folder);
  if (!found)
    return {{}, problems_of(found.diagnostics())};
  std::vector<RuleFile> changes;
  Diagnostics unreadable;
  for (const std::string& path : overlays) {
    std::ifstream in(path, std::ios::binary);
    if (!in || std::filesystem::is_directory(path))
      unreadable.push_back(
          {.code = Code::unreadable_file, .position = {path, 0, 0}, .message = "the file cannot be read"});
    else
      changes.push_back({path, std::string(std::istreambuf_iterator<char>(in), {})});
  }
  if (!unreadable.empty())
    return {{}, problems_of(unreadable)};
  std::vector<RuleFile> files;
  for (const SourceFile& file : *found)
    files.push_back({file.path, file.text});
  return from_files(files, changes);
}

Outcome<Rules> Rules::from_files(const std::vector<RuleFile>& files, const std::vector<RuleFile>& overlays) {
  const auto as_sources = [](const std::vector<RuleFile>& list) {
    std::vector<SourceFile> sources;
    for (const RuleFile& file : list)
      sources.push_back({file.path, file.text});
    return sources;
  };
  Result<RuleSet> rules = load_rules(as_sources(files), as_sources(overlays));
  std::vector<Problem> problems = problems_of(rules.diagnostics());
  if (!rules)
    return {{}, std::move(problems)};
  return {Rules(std::make_shared<const Loaded>(Loaded{std::move(*rules)})), std::move(problems)};
}

Outcome<Rules> Rules::from_image(std::string_view bytes) {
  Result<RuleSet> rules = load_image(bytes);
  if (!rules)
    return {{}, problems_of(rules.diagnostics())};
  return {Rules(std::make_shared<const Loaded>(Loaded{std::move(*rules)})), {}};
}

std::string Rules::name() const {
  return loaded_->rules.name;
}

std::string Rules::version() const {
  return loaded_->rules.version;
}

std::string Rules::hash() const {
  return loaded_->rules.hash;
}

std::string Rules::law_from() const {
  return to_text(loaded_->rules.law_from);
}

std::string Rules::law_until() const {
  return to_text(loaded_->rules.law_until);
}

std::vector<VariableFacts> Rules::variables(std::string_view language) const {
  const RuleSet& rules = loaded_->rules;
  std::vector<VariableFacts> all;
  for (const Variable& variable : rules.variables) {
    const bool is_input = variable.kind == Variable::Kind::input;
    if (is_input || variable.output)
      all.push_back({variable.name, variable.entity == Entity::person, is_input, variable.output,
                     library::unit_of(rules, variable),
                     variable.title.in(parse_language(language).value_or(Language::en))});
  }
  return all;
}

Outcome<Household> Rules::read_case(std::string_view name, std::string_view text) const {
  const Result<Document> document = read_yaml(std::string(name), text);
  Result<Case> situation =
      document ? cases::read_case(loaded_->rules, *document) : Result<Case>(document.diagnostics());
  std::vector<Problem> problems = problems_of(situation.diagnostics());
  if (!situation)
    return {{}, std::move(problems)};
  auto read = std::make_shared<Household::Read>();
  read->loaded = loaded_;
  read->situation = std::move(*situation);
  read->warnings = problems;
  read->machine = std::make_unique<Machine>(loaded_->rules, answer_by_definition);
  return {Household(std::move(read)), std::move(problems)};
}

Outcome<BatchAnswer> Rules::batch(const BatchQuestion& question) const {
  const RuleSet& rules = loaded_->rules;
  BatchOptions options;
  options.get = question.figures;
  if (!question.date.empty()) {
    options.date = parse_year_month(question.date);
    if (!options.date)
      return {{},
              problems_of({Diagnostic{.code = Code::bad_date,
                                      .message = "no month",
                                      .found = question.date,
                                      .expected = "a month such as 2026-05"}})};
  }
  const std::vector<std::string_view> header(question.header.begin(), question.header.end());
  const Result<Batch> batch = Batch::open(rules, header, options, {"<header>", 1, 1});
  if (!batch)
    return {{}, problems_of(batch.diagnostics())};
  std::vector<RowTexts> texts;
  for (const std::vector<std::string>& row : question.rows)
    texts.push_back({{row.begin(), row.end()}, {"<row>", static_cast<std::uint32_t>(texts.size() + 1), 1}});
  Machine machine(rules, answer_by_definition);
  BatchAnswer answer;
  for (const RowFigures& figures : batch->compute(batch->read_rows(texts), Answering(machine))) {
    RowAnswer& row = answer.rows.emplace_back();
    row.values.resize(batch->wanted().size());
    if (!figures) {
      row.error = error_text(figures.diagnostics());
      continue;
    }
    for (std::size_t i = 0; i < row.values.size(); ++i)
      if ((*figures)[i])
        row.values[i] = value_text(rules, rules.variables[batch->wanted()[i].variable], *(*figures)[i]);
  }
  return {std::move(answer), {}};
}

}  // namespace ansio
