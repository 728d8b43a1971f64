// Lists what is left to translate, and takes sheets for translators out and in.
#include "calc/cli/print/translation_report.h"

#include <algorithm>
#include <filesystem>
#include <ostream>

#include "calc/answer/serializer/serializer.h"
#include "calc/cli/print/report.h"
#include "calc/cli/source/rules_source.h"
#include "calc/cli/streams/files.h"
#include "calc/ruleset/declare/texts.h"
#include "calc/ruleset/translate/translation_sheet.h"

namespace ansio::cli {
namespace {

struct TextsOfSession {
  std::vector<SourceFile> files;
  RuleTexts texts;
};

std::optional<TextsOfSession> read_texts_of(Session& session) {
  auto files = session_rule_files(session);
  if (!files)
    return std::nullopt;
  Result<RuleTexts> texts = read_rule_texts(*files);
  if (!texts) {
    print_diagnostics(session, texts.diagnostics(), *files);
    session.exit_code = bad_rules;
    return std::nullopt;
  }
  return TextsOfSession{std::move(*files), std::move(*texts)};
}

void refuse_use(Session& session, std::string message, std::string found, std::string expected) {
  print_diagnostics(session,
                    {{.code = Code::wrong_use,
                      .message = std::move(message),
                      .found = std::move(found),
                      .expected = std::move(expected)}},
                    {});
  session.exit_code = wrong_use;
}

std::optional<std::vector<Language>> languages_called(Session& session, const std::vector<std::string>& names) {
  std::vector<Language> languages;
  for (const std::string& name : names) {
    const auto known = std::find(language_names.begin(), language_names.end(), name);
    if (known == language_names.end()) {
      std::string expected;
      for (const std::string_view one : language_names)
        expected += (expected.empty() ? "" : ", ") + std::string(one);
      refuse_use(session, "no such language", name, expected);
      return std::nullopt;
    }
    languages.push_back(static_cast<Language>(known - language_names.begin()));
  }
  return languages;
}

// Nothing is translated into the language that the rules are written in.
bool are_other_languages(Session& session, const RuleTexts& texts, const std::vector<Language>& languages) {
  if (std::find(languages.begin(), languages.end(), texts.own) == languages.end())
    return true;
  std::string others;
  for (std::size_t i = 0; i < language_names.size(); ++i)
    if (static_cast<Language>(i) != texts.own)
      others += (others.empty() ? "" : ", ") + std::string(language_names[i]);
  refuse_use(session, "the rules are written in this language",
             std::string(language_names[static_cast<std::size_t>(texts.own)]), others);
  return false;
}

}  // namespace

void list_translations(Session& session, const std::vector<std::string>& names) {
  const auto languages = languages_called(session, names);
  auto read = languages ? read_texts_of(session) : std::nullopt;
  if (!read || !are_other_languages(session, read->texts, *languages))
    return;
  std::vector<TranslationTask> tasks;
  for (TranslationTask& task : read->texts.tasks)
    if (std::find(languages->begin(), languages->end(), task.language) != languages->end()) {
      task.has_file = true;  // each text by itself, also where the whole file is missing
      tasks.push_back(std::move(task));
    }
  Diagnostics diagnostics;
  report_tasks(tasks, diagnostics);
  session.exit_code = tasks.empty() ? done : bad_rules;
  if (session.format == Format::json) {
    session.out << diagnostics_json(ANSIO_VERSION, diagnostics) << '\n';
    return;
  }
  if (session.format == Format::csv) {
    session.out << translation_sheet(read->texts, *languages);
    return;
  }
  for (const Diagnostic& one : diagnostics)
    session.out << to_text(one) << '\n';
  const auto count = [&](TranslationTask::Kind kind) {
    return std::count_if(tasks.begin(), tasks.end(), [&](const TranslationTask& task) { return task.kind == kind; });
  };
  session.out << read->texts.all.size() << " texts: " << count(TranslationTask::Kind::missing) << " missing, "
              << count(TranslationTask::Kind::outdated) << " outdated, " << count(TranslationTask::Kind::superfluous)
              << " superfluous\n";
}

void print_translation_sheet(Session& session, const std::vector<std::string>& names) {
  const auto languages = languages_called(session, names);
  const auto read = languages ? read_texts_of(session) : std::nullopt;
  if (read && are_other_languages(session, read->texts, *languages))
    session.out << translation_sheet(read->texts, *languages);
}

void read_translation_sheet(Session& session, const std::string& path) {
  if (session.rules_folder.empty()) {
    refuse_use(session, "the texts of the rules compiled in cannot be written", {},
               "a folder of rules, as in ansio doc rules/ --from sheet.csv");
    return;
  }
  auto files = session_rule_files(session);
  if (!files)
    return;
  Result<std::string> sheet = read_file(path);
  if (!sheet) {
    print_diagnostics(session, sheet.diagnostics(), {});
    session.exit_code = wrong_use;
    return;
  }
  files->push_back({path, std::move(*sheet)});
  const std::span<const SourceFile> rule_files(files->data(), files->size() - 1);
  const Result<std::vector<SourceFile>> changed = apply_translation_sheet(rule_files, files->back());
  if (!changed) {
    print_diagnostics(session, changed.diagnostics(), *files);
    session.exit_code = bad_rules;
    return;
  }
  for (const SourceFile& file : *changed) {
    std::error_code error;
    std::filesystem::create_directories(std::filesystem::path(file.path).parent_path(), error);
    if (const Diagnostics failures = write_file(file.path, file.text); !failures.empty()) {
      print_diagnostics(session, failures, {});
      session.exit_code = wrong_use;
      return;
    }
    session.out << file.path << '\n';
  }
}

}  // namespace ansio::cli
