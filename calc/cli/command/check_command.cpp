// Checks a folder of rules, saves its image, and prints the programs of figures.
#include <CLI/CLI.hpp>

#include <memory>
#include <ostream>

#include "calc/case/names/names.h"
#include "calc/cli/print/report.h"
#include "calc/cli/print/translation_report.h"
#include "calc/cli/source/case_source.h"
#include "calc/cli/source/rules_source.h"
#include "calc/cli/streams/files.h"
#include "calc/program/code/compiler.h"
#include "calc/ruleset/declare/texts.h"
#include "calc/ruleset/image/image.h"

namespace ansio::cli {
namespace {

struct CheckArguments {
  std::string folder;
  std::string image;
  std::string image_parts;
  std::vector<std::string> dump;
  std::vector<std::string> texts;
};

// The instructions that compute these figures for one person alone, in a typical month of the last law known, with
// every input given.
void print_program(Session& session, const RuleSet& rules, const std::vector<std::string>& names) {
  Form form;
  form.timeline = {true, rules.law_until, 1};
  for (VariableId id = 0; id < rules.variables.size(); ++id)
    if (rules.variables[id].kind == Variable::Kind::input)
      for (const Instance& instance : instances_of(rules, form.shape, id))
        form.inputs.push_back({instance, static_cast<std::uint8_t>(declared_decimals(rules.variables[id])), {true}});
  for (const std::string& name : names) {
    const auto variable = rules.find_variable(name);
    if (!variable) {
      refuse(session, rules, {unknown_variable(rules, name, {"--dump", 0, 0})}, {}, wrong_use);
      return;
    }
    for (const Instance& instance : instances_of(rules, form.shape, *variable))
      form.wanted.push_back(instance);
  }
  if (const auto program = compile(rules, form))
    session.out << disassemble(*program, Listing::with_lanes);
  else
    session.out << "beyond the machine: answered by the definition\n";
}

void print_summary(Session& session, const RuleSet& rules, const Diagnostics& warnings) {
  if (session.format == Format::json) {
    session.out << version_json(envelope_of(session, rules), warnings) << '\n';
    return;
  }
  if (session.format == Format::csv) {
    session.out << "rules,version,modules,parameters,variables,notices,law_from,law_until\n"
                << rules.name << ',' << rules.version << ',' << rules.modules.size() << ',' << rules.parameters.size()
                << ',' << rules.variables.size() << ',' << rules.notices.size() << ',' << to_text(rules.law_from) << ','
                << to_text(rules.law_until) << '\n';
    return;
  }
  session.out << rules.name << ' ' << rules.version << ": " << rules.modules.size() << " modules, "
              << rules.parameters.size() << " parameters, " << rules.variables.size() << " variables, "
              << rules.notices.size() << " notices; law from " << to_text(rules.law_from) << " until "
              << to_text(rules.law_until) << '\n';
}

// The image in the parts that a web page fetches, each a file of this folder: core.bin, formulas.bin, fi.bin …
Diagnostics write_image_parts(const std::string& folder, const RuleSet& rules) {
  const ImageParts parts = save_image_parts(rules);
  Diagnostics failures;
  const auto write = [&](std::string_view name, const std::string& bytes) {
    const Diagnostics failure = write_file(folder + "/" + std::string(name) + ".bin", bytes);
    failures.insert(failures.end(), failure.begin(), failure.end());
  };
  write("core", parts.core);
  write("formulas", parts.formulas);
  write("rest", parts.rest);
  for (std::size_t i = 0; i < language_count; ++i) {
    write(language_names[i], parts.texts[i]);
    write(std::string(language_names[i]) + "-rest", parts.rest_texts[i]);
  }
  return failures;
}

void run_check(Session& session, const CheckArguments& arguments) {
  if (!arguments.folder.empty())
    session.rules_folder = arguments.folder;
  if (!arguments.texts.empty()) {
    list_translations(session, arguments.texts);
    return;
  }
  Diagnostics warnings;
  const auto rules = load_session_rules(session, &warnings);
  if (!rules)
    return;
  Diagnostics failures;
  if (!arguments.image.empty())
    failures = write_file(arguments.image, save_image(*rules));
  if (failures.empty() && !arguments.image_parts.empty())
    failures = write_image_parts(arguments.image_parts, *rules);
  if (!failures.empty()) {
    print_diagnostics(session, failures, {});
    session.exit_code = wrong_use;
    return;
  }
  if (arguments.dump.empty())
    print_summary(session, *rules, warnings);
  else
    print_program(session, *rules, arguments.dump);
}

}  // namespace

void add_check_command(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("check", "Check rules as a compiler does");
  auto arguments = std::make_shared<CheckArguments>();
  command->add_option("DIR", arguments->folder, "A folder of rules (default: --rules, else those compiled in)")
      ->check(CLI::ExistingDirectory);
  command->add_option("--image", arguments->image, "Save the checked rules as a binary image")->type_name("FILE");
  command->add_option("--image-parts", arguments->image_parts, "Save the image in the parts a web page fetches")
      ->type_name("FOLDER")
      ->check(CLI::ExistingDirectory);
  command->add_option("--dump", arguments->dump, "Print the instructions that compute these figures")
      ->delimiter(',')
      ->type_name("VARIABLES");
  command->add_option("--texts", arguments->texts, "List what is left to translate into these languages")
      ->delimiter(',')
      ->type_name("LANGUAGES");
  command->footer("Example: ansio check rules/");
  command->callback([&session, arguments] { run_check(session, *arguments); });
}

}  // namespace ansio::cli
