#include <CLI/CLI.hpp>

#include <memory>
#include <ostream>

#include "calc/cli/case_source.h"
#include "calc/cli/files.h"
#include "calc/cli/report.h"
#include "calc/cli/rules_source.h"
#include "calc/ruleset/image.h"

namespace calc::cli {
namespace {

struct CheckArguments {
  std::string folder;
  std::string image;
};

void print_summary(Session& session, const RuleSet& rules) {
  if (session.format == Format::json) {
    session.out << version_json(envelope_of(session, rules)) << '\n';
    return;
  }
  session.out << rules.name << ' ' << rules.version << ": " << rules.modules.size() << " modules, "
              << rules.parameters.size() << " parameters, " << rules.variables.size() << " variables, "
              << rules.notices.size() << " notices; law from " << to_text(rules.law_from) << " until "
              << to_text(rules.law_until) << '\n';
}

void run_check(Session& session, const CheckArguments& arguments) {
  if (!arguments.folder.empty())
    session.rules_folder = arguments.folder;
  const auto rules = load_session_rules(session, true);
  if (!rules)
    return;
  if (!arguments.image.empty()) {
    const std::string image = save_image(*rules);
    const Diagnostics failure = write_file(arguments.image, image);
    if (!failure.empty()) {
      print_diagnostics(session, failure, {});
      session.exit_code = wrong_use;
      return;
    }
  }
  print_summary(session, *rules);
}

}  // namespace

void add_check_command(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("check", "Check rules as a compiler does");
  auto arguments = std::make_shared<CheckArguments>();
  command->add_option("DIR", arguments->folder, "A folder of rules (default: --rules, else those compiled in)")
      ->check(CLI::ExistingDirectory);
  command->add_option("--image", arguments->image, "Save the checked rules as a binary image")->type_name("FILE");
  command->footer("Example: ansio check rules/");
  command->callback([&session, arguments] { run_check(session, *arguments); });
}

}  // namespace calc::cli
