// What is wrong with the arguments of the command, as diagnostics: with what was found, what would be right, and the
// name that is nearest.
//
//   catch (const CLI::ParseError& error) { refuse_use(session, {usage_diagnostic(app, error, arguments)}); }
#pragma once

#include <string>
#include <vector>

#include "calc/base/diagnostic/diagnostic.h"
#include "calc/cli/floor.h"

namespace CLI {
class App;
class ParseError;
}  // namespace CLI

namespace ansio::cli {

Diagnostic usage_diagnostic(const CLI::App& app, const CLI::ParseError& error,
                            const std::vector<std::string>& arguments);

// "--language sv" or "--language=sv" among arguments that may be wrong otherwise; empty when it is not there.
std::string option_value(const std::vector<std::string>& arguments, const std::string& option);

}  // namespace ansio::cli
