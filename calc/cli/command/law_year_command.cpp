// Puts the filled rows of a worksheet (list parameters --stale) into the rule files, and shows what moves: tests,
// published figures in them, and the examples in the month in which the new values begin to hold.
#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>
#include <ostream>

#include "calc/base/document/yaml_reader.h"
#include "calc/cli/command/session.h"
#include "calc/cli/print/report.h"
#include "calc/cli/print/table.h"
#include "calc/cli/source/case_source.h"
#include "calc/cli/source/rules_source.h"
#include "calc/cli/streams/files.h"
#include "calc/explain/words/format.h"
#include "calc/program/definition/definition.h"
#include "calc/program/machine/machine.h"
#include "calc/publish/law_year/value_edit.h"
#include "calc/publish/law_year/worksheet.h"
#include "calc/publish/rule_tests/rule_tests.h"
#include "calc/ruleset/read/load.h"
#include "calc/simulate/results/results.h"

namespace ansio::cli {
namespace {

using Files = std::vector<SourceFile>;

// The rule files with the new values in them, and which files changed; or why they cannot be.
struct Edited {
  Files files;
  std::vector<std::size_t> changed;
};

bool is_rule_file(const SourceFile& file) {
  return file.path.ends_with(".yaml") && !file.path.ends_with(".test.yaml") &&
         file.path.find("/overlays/") == std::string::npos && file.path.find("/texts/") == std::string::npos;
}

Result<Edited> edit(const Files& files, const std::vector<NewValue>& values) {
  Edited edited{files, {}};
  Diagnostics diagnostics;
  for (const NewValue& value : values) {
    const std::size_t point = value.name.find('.');
    const std::string parameter = value.name.substr(point + 1);
    const auto file = std::find_if(edited.files.begin(), edited.files.end(), [&](const SourceFile& one) {
      return is_rule_file(one) && has_parameter(one, value.name.substr(0, point), parameter);
    });
    const auto place = static_cast<std::size_t>(file - edited.files.begin());
    Result<std::string> text = with_value(*file, parameter, value.from, value.text);
    if (!text) {
      for (Diagnostic diagnostic : text.diagnostics()) {
        diagnostic.position = value.where;
        diagnostics.push_back(std::move(diagnostic));
      }
      continue;
    }
    edited.files[place].text = std::move(*text);
    if (std::find(edited.changed.begin(), edited.changed.end(), place) == edited.changed.end())
      edited.changed.push_back(place);
  }
  if (!diagnostics.empty())
    return diagnostics;
  return edited;
}

// All of them or none: each is complete beside its place before the first one takes it.
Diagnostics write_all(const Edited& edited) {
  std::vector<std::unique_ptr<OutputFile>> written;
  for (const std::size_t place : edited.changed) {
    const SourceFile& file = edited.files[place];
    written.push_back(std::make_unique<OutputFile>(file.path));
    written.back()->stream() << file.text;
    if (Diagnostics failure = written.back()->flush(); !failure.empty())
      return failure;
  }
  for (const std::unique_ptr<OutputFile>& file : written)
    if (Diagnostics failure = file->finish(); !failure.empty())
      return failure;
  return {};
}

struct Law {
  explicit Law(RuleSet loaded) : rules(std::move(loaded)), machine(rules, answer_by_definition) {}
  RuleSet rules;
  Machine machine;
  std::vector<Answering> evaluators{
      [this](const Question& question) { return answer_by_definition(rules, question); },
      [this](const Question& question) { return machine.answer(question); },
  };
};

struct TestsRun {
  std::size_t passed = 0, failed = 0;
  Diagnostics failures;
};

// The law's own tests; those of overlays are about proposals.
TestsRun run_tests(Law& law, const Files& files) {
  TestsRun run;
  for (const SourceFile& file : files) {
    if (!file.path.ends_with(".test.yaml"))
      continue;
    const Result<Document> document = read_yaml(file.path, file.text);
    if (!document || !overlay_of_tests(*document).empty())
      continue;
    const Result<std::vector<RuleTest>> tests = read_rule_tests(law.rules, *document);
    if (!tests) {
      ++run.failed;
      run.failures.insert(run.failures.end(), tests.diagnostics().begin(), tests.diagnostics().end());
      continue;
    }
    for (const RuleTest& test : *tests) {
      const Diagnostics failures = run_rule_test(law.rules, test, law.evaluators);
      ++(failures.empty() ? run.passed : run.failed);
      run.failures.insert(run.failures.end(), failures.begin(), failures.end());
    }
  }
  return run;
}

struct Moved {
  std::string example, scenario;
  VariableId variable = 0;
  std::string person;
  Value before, after;
};

// The headline figures of the examples that differ, each example as a typical month of `month`.
std::vector<Moved> moved_examples(Law& before, Law& after, const Files& files, YearMonth month) {
  std::vector<Moved> moved;
  for (const SourceFile& file : files) {
    if (file.path.find("/examples/") == std::string::npos || !file.path.ends_with(".yaml") ||
        file.path.ends_with(".test.yaml"))
      continue;
    const Result<Document> document = read_yaml(file.path, file.text);
    const auto figures_of = [&](Law& law) -> Result<Results> {
      Result<Case> situation = read_case(law.rules, *document);
      if (!situation)
        return situation.diagnostics();
      situation->start = month;
      situation->months = 1;
      return compute_figures(law.rules, *situation, Answering(law.machine), headlines(law.rules));
    };
    if (!document)
      continue;
    const Result<Results> then = figures_of(before);
    const Result<Results> now = figures_of(after);
    if (!then || !now)  // a situation that the rules refuse
      continue;
    for (std::size_t i = 0; i < now->scenarios.size(); ++i)
      for (std::size_t k = 0; k < now->scenarios[i].figures.size(); ++k) {
        const Figure& figure = now->scenarios[i].figures[k];
        const Value& old = then->scenarios[i].figures[k].values.front();
        if (figure.values.front() != old)
          moved.push_back({file.path.substr(file.path.rfind('/') + 1), now->scenarios[i].name, figure.instance.variable,
                           person_name(now->scenarios[i].shape, figure.instance.person), old, figure.values.front()});
      }
  }
  return moved;
}

void print_moved(Session& session, const RuleSet& rules, const std::vector<Moved>& moved, YearMonth month) {
  Table table;
  table.header = {"example", "scenario", "figure", "before", "after", "change"};
  table.left_columns = 3;
  for (const Moved& one : moved) {
    const Variable& variable = rules.variables[one.variable];
    const auto text = [&](const Value& value) { return format_value(rules, variable, value, session.language); };
    const bool is_number = variable.type.kind == Type::Kind::number;
    const Value change = is_number ? one.after - one.before : Value{};
    table.rows.push_back({one.example, one.scenario,
                          variable.name + (one.person.empty() ? "" : " (" + one.person + ")"), text(one.before),
                          text(one.after), is_number ? (change.sign() > 0 ? "+" : "") + text(change) : std::string()});
  }
  session.out << "\nExamples in " << to_text(month) << ": " << moved.size() << " figures move\n";
  if (!moved.empty())
    print_table(session.out, table, session.colour);
}

void run_law_year(Session& session, const std::string& path) {
  if (session.rules_folder.empty()) {
    misuse(session, "", "--rules is missing", "", "--rules DIR");
    return;
  }
  const auto files = session_rule_files(session);
  if (!files)
    return;
  const auto stop = [&](const Diagnostics& diagnostics, const Files& sources, ExitCode code) {
    print_diagnostics(session, diagnostics, sources);
    session.err << "nothing was written\n";
    session.exit_code = code;
  };
  Result<RuleSet> rules = load_rules(*files);
  if (!rules)
    return stop(rules.diagnostics(), *files, bad_rules);
  const Result<std::string> worksheet = read_file(path);
  if (!worksheet)
    return stop(worksheet.diagnostics(), {}, wrong_use);
  const Result<std::vector<NewValue>> values = read_worksheet(*rules, path, *worksheet);
  if (!values)
    return stop(values.diagnostics(), {{path, *worksheet}}, bad_case);
  if (values->empty())
    return stop(
        {{.code = Code::wrong_use, .position = {path, 1, 1}, .message = "no row of the worksheet is filled in"}},
        {{path, *worksheet}}, bad_case);
  const Result<Edited> edited = edit(*files, *values);
  if (!edited)
    return stop(edited.diagnostics(), {{path, *worksheet}}, bad_case);
  Result<RuleSet> changed = load_rules(edited->files);
  if (!changed)
    return stop(changed.diagnostics(), edited->files, bad_case);
  if (const Diagnostics failure = write_all(*edited); !failure.empty())
    return stop(failure, {}, wrong_use);

  session.out << values->size() << " values written:\n";
  YearMonth month = values->front().from;
  for (const NewValue& value : *values) {
    session.out << "  " << value.name << " from " << to_text(value.from) << ": " << value.text << '\n';
    month = std::max(month, value.from);
  }
  session.out << "in";
  for (const std::size_t place : edited->changed)
    session.out << ' ' << edited->files[place].path;
  session.out << '\n';

  Law before(std::move(*rules));
  Law after(std::move(*changed));
  const TestsRun tests = run_tests(after, edited->files);
  session.out << "\nTests: " << tests.passed << " passed, " << tests.failed << " failed\n";
  print_diagnostics(session, tests.failures, edited->files);
  print_moved(session, after.rules, moved_examples(before, after, edited->files, month), month);
  if (tests.failed > 0)
    session.exit_code = failed;
}

}  // namespace

void add_law_year_command(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("law-year", "Put the filled rows of a worksheet into the rule files");
  auto path = std::make_shared<std::string>();
  command->add_option("WORKSHEET", *path, "The CSV of `list parameters --stale`, with `new` and `source` filled in")
      ->required()
      ->check(CLI::ExistingFile);
  command->footer(
      "Examples:\n"
      "  ansio list parameters --stale 2028-01 --format csv > worksheet.csv\n"
      "  ansio law-year worksheet.csv --rules rules");
  command->callback([&session, path] { run_law_year(session, *path); });
}

}  // namespace ansio::cli
