#include <CLI/CLI.hpp>

#include <memory>
#include <ostream>

#include "calc/cli/files.h"
#include "calc/cli/rules_source.h"
#include "calc/cli/session.h"

namespace calc::cli {

void add_check_command(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("check", "Check rules as a compiler does");
  auto folder = std::make_shared<std::string>();
  command->add_option("DIR", *folder, "A folder of rules (default: --rules, else those compiled in)")
      ->check(CLI::ExistingDirectory);
  command->footer("Example: ansio check rules/");
  command->callback([&session, folder] {
    if (!folder->empty())
      session.rules_folder = *folder;
    const auto rules = load_session_rules(session, true);
    if (!rules)
      return;
    session.out << rules->name << ' ' << rules->version << ": " << rules->modules.size()
                << " modules, " << rules->parameters.size() << " parameters, "
                << rules->variables.size() << " variables, " << rules->notices.size()
                << " notices; law from " << to_text(rules->law_from) << " until "
                << to_text(rules->law_until) << '\n';
  });
}

} // namespace calc::cli
