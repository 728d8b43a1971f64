// prove: a file that shows how a figure follows from the rules' text, for a checker that knows nothing of the engine.
#include <CLI/CLI.hpp>

#include <memory>
#include <ostream>

#include "calc/answer/proof/proof_json.h"
#include "calc/answer/receipt/receipt.h"
#include "calc/base/document/yaml_reader.h"
#include "calc/case/names/subject.h"
#include "calc/cli/source/case_source.h"
#include "calc/cli/streams/files.h"

namespace ansio::cli {
namespace {

struct ProveArguments {
  std::string file;
  SubjectNames names;
  std::string output;
};

void run_prove(Session& session, const ProveArguments& arguments) {
  const auto loaded = load_case(session, arguments.file);
  if (!loaded)
    return;
  const RuleSet& rules = *loaded->rules;
  const Result<Subject> subject = read_subject(rules, loaded->situation, arguments.names);
  if (!subject) {
    refuse(session, rules, subject.diagnostics(), {}, wrong_use);
    return;
  }
  const Question question = make_question(rules, loaded->situation, *subject->scenario, {});
  const Result<Proof> proof = explain::prove(rules, question, subject->instance, subject->month, loaded->answering);
  if (!proof) {
    const bool is_wrong_use = proof.diagnostics().front().code == Code::wrong_use;
    refuse(session, rules, proof.diagnostics(), loaded->source, is_wrong_use ? wrong_use : bad_case);
    return;
  }
  const SourceFile& source = loaded->source.front();
  const Result<Document> document = read_yaml(source.path, source.text);
  if (!document) {
    refuse(session, rules, document.diagnostics(), loaded->source, bad_case);
    return;
  }
  const std::string text = case_without_file(*document, source.text);
  const std::string written =
      proof_json(envelope_of(session, rules), {text, subject->scenario->name, question}, *proof);
  if (arguments.output.empty() || arguments.output == "-")
    session.out << written;
  else if (const Diagnostics diagnostics = write_file(arguments.output, written); !diagnostics.empty())
    refuse(session, rules, diagnostics, {}, wrong_use);
}

}  // namespace

void add_prove_command(CLI::App& app, Session& session) {
  CLI::App* command =
      app.add_subcommand("prove", "Every value that a figure rests on, to be checked without the engine");
  auto arguments = std::make_shared<ProveArguments>();
  command->add_option("CASE", arguments->file, "A case, YAML or JSON (- reads standard input)")->required();
  command->add_option("VARIABLE", arguments->names.variable, "Whose and which, as in client.net_income")->required();
  command->add_option("--month", arguments->names.month, "Of a plan: the month (default: its first)")
      ->type_name("YYYY-MM");
  command->add_option("--scenario", arguments->names.scenario, "By name (default: the first)")->type_name("NAME");
  command->add_option("--output", arguments->output, "Write the proof there (default: standard output)")
      ->type_name("FILE");
  command->footer("Example: ansio prove case.yaml disposable_income --output proof.json; proof/check proof.json");
  command->callback([&session, arguments] { run_prove(session, *arguments); });
}

}  // namespace ansio::cli
