// The rules as pages to read, made from the rules and their tests.
#include <CLI/CLI.hpp>

#include <filesystem>
#include <memory>
#include <ostream>

#include "calc/base/document/yaml_reader.h"
#include "calc/cli/command/session.h"
#include "calc/cli/print/report.h"
#include "calc/cli/print/translation_report.h"
#include "calc/cli/source/rules_source.h"
#include "calc/cli/streams/files.h"
#include "calc/explain/words/words.h"
#include "calc/publish/pages/rule_pages.h"

namespace ansio::cli {
namespace {

struct DocArguments {
  std::string folder;
  std::string output;
  std::string coverage;
  std::vector<std::string> translate;
  std::string sheet;
};

// Tests of overlays pin no module of the law.
std::vector<PinningTest> pinning_tests(const RuleSet& rules, const std::vector<SourceFile>& files) {
  std::vector<PinningTest> pinning;
  for (const SourceFile& file : files) {
    if (!file.path.ends_with(".test.yaml"))
      continue;
    const Result<Document> document = read_yaml(file.path, file.text);
    if (!document || !overlay_of_tests(*document).empty())
      continue;
    if (const Result<std::vector<RuleTest>> tests = read_rule_tests(rules, *document))
      for (const RuleTest& test : *tests)
        pinning.push_back(pinning_test(rules, test));
  }
  return pinning;
}

// Everything of one language in its own folder.
Diagnostics write_pages(const std::string& folder, const RuleSet& rules, const std::vector<PinningTest>& tests,
                        Language language) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  Diagnostics failures;
  const auto write = [&](const std::string& name, const std::string& text) {
    const Diagnostics failure = write_file(folder + '/' + name + ".md", text);
    failures.insert(failures.end(), failure.begin(), failure.end());
  };
  write("README", index_page(rules, language));
  write("coverage", coverage_page(rules, language));
  for (std::uint16_t module = 0; module < rules.modules.size(); ++module)
    write(rules.modules[module].name, module_page(rules, module, tests, language));
  return failures;
}

void run_doc(Session& session, const DocArguments& arguments) {
  if (!arguments.folder.empty())
    session.rules_folder = arguments.folder;
  if (!arguments.sheet.empty()) {
    read_translation_sheet(session, arguments.sheet);
    return;
  }
  if (!arguments.translate.empty()) {
    print_translation_sheet(session, arguments.translate);
    return;
  }
  const auto files = session_rule_files(session);
  const auto rules = files ? load_session_rules(session) : nullptr;
  if (!rules)
    return;
  if (arguments.output.empty() && arguments.coverage.empty()) {
    session.out << coverage_page(*rules, session.language);
    return;
  }
  Diagnostics failures;
  if (!arguments.coverage.empty())
    failures = write_file(arguments.coverage, coverage_page(*rules, session.language));
  const std::vector<PinningTest> tests = pinning_tests(*rules, *files);
  for (int i = 0; !arguments.output.empty() && failures.empty() && i < language_count; ++i) {
    const auto language = static_cast<Language>(i);
    failures = write_pages(arguments.output + '/' + std::string(language_code(language)), *rules, tests, language);
  }
  if (!failures.empty()) {
    print_diagnostics(session, failures, {});
    session.exit_code = wrong_use;
  }
}

}  // namespace

void add_doc_command(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("doc", "The rules as pages to read, made from the rules and their tests");
  auto arguments = std::make_shared<DocArguments>();
  command->add_option("DIR", arguments->folder, "A folder of rules (default: --rules, else those compiled in)")
      ->check(CLI::ExistingDirectory);
  command
      ->add_option("--output", arguments->output,
                   "Write a page for each module into this folder, a folder of its own for each language")
      ->type_name("FOLDER");
  command->add_option("--coverage", arguments->coverage, "Write what is covered, refused and unverified into this file")
      ->type_name("FILE");
  command
      ->add_option("--translate", arguments->translate,
                   "Print a sheet (CSV) of the texts that are missing or outdated in these languages")
      ->delimiter(',')
      ->type_name("LANGUAGES");
  command->add_option("--from", arguments->sheet, "Read a filled sheet and write its translations into the text files")
      ->type_name("SHEET")
      ->check(CLI::ExistingFile);
  command->footer(
      "Without --output and --coverage: what is covered, to standard output.\n"
      "Examples: ansio doc rules/ --output build/rule-pages\n"
      "          ansio doc rules/ --translate sv > sheet.csv; ansio doc rules/ --from sheet.csv");
  command->callback([&session, arguments] { run_doc(session, *arguments); });
}

}  // namespace ansio::cli
