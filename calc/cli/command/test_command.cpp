// Runs the rules' own tests on both evaluators; the tests of an overlay on the rules with it.
#include <CLI/CLI.hpp>

#include <algorithm>
#include <map>
#include <memory>
#include <ostream>

#include "calc/answer/serializer/serializer_parts.h"
#include "calc/base/document/yaml_reader.h"
#include "calc/case/rows/batch.h"
#include "calc/cli/command/session.h"
#include "calc/cli/print/report.h"
#include "calc/cli/source/case_source.h"
#include "calc/cli/source/rules_source.h"
#include "calc/cli/streams/files.h"
#include "calc/program/definition/definition.h"
#include "calc/program/machine/machine.h"
#include "calc/publish/rule_tests/rule_tests.h"

namespace ansio::cli {
namespace {

// A test, or a file that could not be read as tests.
struct Outcome {
  std::string file, test;
  bool passed = false;
};

struct Tally {
  std::vector<Outcome> outcomes;
  Diagnostics diagnostics;

  void add(const SourceFile& file, std::string test, bool passed) {
    outcomes.push_back({file.path, std::move(test), passed});
  }
  [[nodiscard]] std::size_t passed() const {
    return static_cast<std::size_t>(
        std::count_if(outcomes.begin(), outcomes.end(), [](const Outcome& outcome) { return outcome.passed; }));
  }
  [[nodiscard]] std::size_t failed() const { return outcomes.size() - passed(); }
};

bool is_test_file(const std::string& path) {
  return path.ends_with(".test.yaml");
}

// The law, or the law with an overlay, and who answers by it.
struct Tested {
  explicit Tested(std::unique_ptr<RuleSet> loaded) : rules(std::move(loaded)), machine(*rules, answer_by_definition) {}
  std::unique_ptr<RuleSet> rules;
  Machine machine;
  std::vector<Answering> evaluators{
      [this](const Question& question) { return answer_by_definition(*rules, question); },
      [this](const Question& question) { return machine.answer(question); },
  };
};

// The rules of one run: the law's, and once each those with the overlays that test files name.
class RuleSets {
 public:
  RuleSets(Session& session, const std::vector<SourceFile>& files) : session_(session), files_(files) {}

  // nullptr when they do not load: that is printed.
  Tested* with(const std::string& overlay) {
    auto found = by_overlay_.find(overlay);
    if (found == by_overlay_.end()) {
      auto rules = load(overlay);
      found = by_overlay_.emplace(overlay, rules ? std::make_unique<Tested>(std::move(rules)) : nullptr).first;
    }
    return found->second.get();
  }

 private:
  std::unique_ptr<RuleSet> load(const std::string& overlay) {
    if (overlay.empty())
      return load_session_rules(session_);
    const auto known =
        std::find_if(files_.begin(), files_.end(), [&](const SourceFile& file) { return file.path == overlay; });
    if (known != files_.end())
      return load_session_rules(session_, nullptr, {*known});
    Result<std::string> text = read_file(overlay);
    if (text)
      return load_session_rules(session_, nullptr, {{overlay, std::move(*text)}});
    print_diagnostics(session_, text.diagnostics(), {});
    return nullptr;
  }

  Session& session_;
  const std::vector<SourceFile>& files_;
  std::map<std::string, std::unique_ptr<Tested>> by_overlay_;
};

std::string beside(const std::string& path, const std::string& name) {
  return path.substr(0, path.rfind('/') + 1) + name;
}

// In JSON what is wrong is part of the answer.
void tell(Session& session, const Diagnostics& diagnostics, const SourceFile& file, Tally& tally) {
  if (session.format == Format::json)
    tally.diagnostics.insert(tally.diagnostics.end(), diagnostics.begin(), diagnostics.end());
  else
    print_diagnostics(session, diagnostics, {file});
}

std::string tests_json(const Envelope& envelope, const Tally& tally) {
  JsonWriter json;
  json.begin_object();
  json::write_envelope(json, envelope);
  json::write_diagnostics(json, tally.diagnostics);
  json.key("passed").number(static_cast<long long>(tally.passed()));
  json.key("failed").number(static_cast<long long>(tally.failed()));
  json.key("tests").begin_list();
  for (const Outcome& outcome : tally.outcomes) {
    json.begin_object().key("file").text(outcome.file);
    json::write_text(json, "test", outcome.test);
    json.key("passed").boolean(outcome.passed).end_object();
  }
  json.end_list().end_object();
  return json.take();
}

void run_file(Session& session, RuleSets& rule_sets, const SourceFile& file, Tally& tally) {
  const Result<Document> document = read_yaml(file.path, file.text);
  if (!document) {
    tally.add(file, {}, false);
    tell(session, document.diagnostics(), file, tally);
    return;
  }
  const std::string overlay = overlay_of_tests(*document);
  Tested* const tested = rule_sets.with(overlay.empty() ? overlay : beside(file.path, overlay));
  if (tested == nullptr) {
    tally.add(file, {}, false);
    return;
  }
  const Result<std::vector<RuleTest>> tests = read_rule_tests(*tested->rules, *document);
  if (!tests) {
    tally.add(file, {}, false);
    tell(session, tests.diagnostics(), file, tally);
    return;
  }
  Diagnostics diagnostics;
  for (const RuleTest& test : *tests) {
    Diagnostics failures = run_rule_test(*tested->rules, test, tested->evaluators);
    tally.add(file, test.title(), failures.empty());
    diagnostics.insert(diagnostics.end(), failures.begin(), failures.end());
  }
  tell(session, diagnostics, file, tally);
}

void print_tally(Session& session, const RuleSet& rules, const Tally& tally) {
  if (session.format == Format::json) {
    session.out << tests_json(envelope_of(session, rules), tally) << '\n';
    return;
  }
  if (session.format != Format::csv) {
    session.out << tally.passed() << " passed, " << tally.failed() << " failed\n";
    return;
  }
  session.out << "file,test,passed\n";
  std::string line;
  for (const Outcome& outcome : tally.outcomes) {
    line.clear();
    append_csv_cell(line, outcome.file);
    line += ',';
    append_csv_cell(line, outcome.test);
    session.out << line << (outcome.passed ? ",true\n" : ",false\n");
  }
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
  RuleSets rule_sets(session, files);
  const Tested* const law = rule_sets.with({});
  if (law == nullptr)
    return;
  Tally tally;
  for (const SourceFile& file : files)
    if (is_test_file(file.path))
      run_file(session, rule_sets, file, tally);
  print_tally(session, *law->rules, tally);
  // A run without a test proves nothing and must not look like success.
  if (tally.failed() > 0 || tally.passed() == 0)
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

}  // namespace ansio::cli
