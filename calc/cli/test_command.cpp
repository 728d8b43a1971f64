// Runs the rules' own tests on both evaluators.
#include <CLI/CLI.hpp>

#include <memory>
#include <ostream>

#include "calc/base/yaml_reader.h"
#include "calc/cli/files.h"
#include "calc/cli/report.h"
#include "calc/cli/rules_source.h"
#include "calc/cli/session.h"
#include "calc/program/definition.h"
#include "calc/program/machine.h"
#include "calc/simulate/rule_tests.h"

namespace calc::cli {
namespace {

struct Tally {
  int passed = 0;
  int failed = 0;
};

bool is_test_file(const std::string& path) {
  return path.ends_with(".test.yaml");
}

void run_file(Session& session, const RuleSet& rules, const SourceFile& file, std::span<const Answering> evaluators,
              Tally& tally) {
  Diagnostics diagnostics;
  Result<Document> document = read_yaml(file.path, file.text);
  if (document) {
    Result<std::vector<RuleTest>> tests = read_rule_tests(rules, *document);
    if (tests) {
      for (const RuleTest& test : *tests) {
        Diagnostics failures = run_rule_test(rules, test, evaluators);
        ++(failures.empty() ? tally.passed : tally.failed);
        diagnostics.insert(diagnostics.end(), failures.begin(), failures.end());
      }
    } else {
      diagnostics = tests.diagnostics();
      ++tally.failed;
    }
  } else {
    diagnostics = document.diagnostics();
    ++tally.failed;
  }
  print_diagnostics(session, diagnostics, {file});
}

void run_tests(Session& session, const std::vector<std::string>& paths) {
  std::vector<SourceFile> files;
  if (paths.empty()) {
    auto rule_files = session_rule_files(session);
    if (!rule_files)
      return;
    files = std::move(*rule_files);
  } else if (session.rules_folder.empty()) {
    // Tests belong to the rules they stand beside.
    session.rules_folder = rules_folder_around(paths.front());
  }
  for (const std::string& path : paths) {
    Result<std::vector<SourceFile>> read = read_sources(path);
    if (!read) {
      print_diagnostics(session, read.diagnostics(), {});
      session.exit_code = wrong_use;
      return;
    }
    files.insert(files.end(), read->begin(), read->end());
  }
  std::erase_if(files, [](const SourceFile& file) { return !is_test_file(file.path); });

  const auto rules = load_session_rules(session);
  if (!rules)
    return;
  Machine machine(*rules, answer_by_definition);
  const Answering evaluators[] = {
      [&](const Question& question) { return answer_by_definition(*rules, question); },
      [&](const Question& question) { return machine.answer(question); },
  };
  Tally tally;
  for (const SourceFile& file : files)
    run_file(session, *rules, file, evaluators, tally);
  session.out << tally.passed << " passed, " << tally.failed << " failed\n";
  // A run without a test proves nothing and must not look like success.
  if (tally.failed > 0 || tally.passed == 0)
    session.exit_code = failed;
}

}  // namespace

void add_test_command(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("test", "Run the rules' own tests (*.test.yaml)");
  auto paths = std::make_shared<std::vector<std::string>>();
  command->add_option("PATH", *paths, "Test files, or folders that hold some (default: all)")->check(CLI::ExistingPath);
  command->footer("Example: ansio test rules/");
  command->callback([&session, paths] { run_tests(session, *paths); });
}

}  // namespace calc::cli
