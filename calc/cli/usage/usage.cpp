// Takes apart what the parser of arguments says, so that nobody reads its insides.
#include "calc/cli/usage/usage.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <string_view>

namespace ansio::cli {
namespace {

Diagnostic wrong(std::string message, std::string found = {}, std::string expected = {}, std::string hint = {}) {
  return {.code = Code::wrong_use,
          .message = std::move(message),
          .found = std::move(found),
          .expected = std::move(expected),
          .hint = std::move(hint)};
}

const CLI::App* command_in(const CLI::App& app) {
  const std::vector<CLI::App*> parsed = app.get_subcommands();
  return parsed.empty() ? nullptr : parsed.front();
}

std::vector<std::string> options_of(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* at : {&app, command_in(app)})
    if (at != nullptr)
      for (const CLI::Option* option : at->get_options())
        for (const std::string& name : option->get_lnames())
          names.push_back("--" + name);
  return names;
}

std::vector<std::string> commands_of(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
    names.push_back(command->get_name());
  return names;
}

Diagnostic surplus(const CLI::App& app) {
  const std::vector<std::string> left = app.remaining(true);
  const auto option =
      std::find_if(left.begin(), left.end(), [](const std::string& word) { return word.starts_with("-"); });
  if (option != left.end()) {
    const std::string name = option->substr(0, option->find('='));
    return wrong("there is no option " + name, {}, {}, nearest_name(name, options_of(app)));
  }
  if (command_in(app) == nullptr) {
    const auto arguments = std::find_if(left.rbegin(), left.rend(), [&](const std::string& word) {
      return !nearest_name(word, commands_of(app)).empty();
    });
    const std::string word = left.empty() ? std::string() : arguments != left.rend() ? *arguments : left.back();
    return wrong("there is no command " + word, {}, {}, nearest_name(word, commands_of(app)));
  }
  return wrong("an argument too many", left.empty() ? std::string() : left.front());
}

std::string between(std::string_view text, std::string_view before, std::string_view after) {
  const std::size_t begin = text.find(before);
  if (begin == text.npos)
    return {};
  text.remove_prefix(begin + before.size());
  return std::string(text.substr(0, text.rfind(after)));
}

// "{fi->,sv->}" without what the parser puts between.
std::string members_in(std::string_view text) {
  std::string members;
  std::string inside = between(text, "{", "}");
  for (std::size_t at = 0; at < inside.size(); ++at) {
    const bool is_arrow = inside.compare(at, 2, "->") == 0;
    if (is_arrow)
      at = std::min(inside.find(',', at), inside.size());
    if (at < inside.size())
      members += inside[at] == ',' ? std::string(", ") : std::string(1, inside[at]);
  }
  return members;
}

std::vector<std::string> words_of(std::string members) {
  std::vector<std::string> words;
  for (std::size_t at = 0; !members.empty(); members.erase(0, at == members.npos ? at : at + 2)) {
    at = members.find(", ");
    words.push_back(members.substr(0, at));
  }
  return words;
}

Diagnostic bad_value(const std::string& said) {
  const std::size_t colon = said.find(": ");
  const std::string option = said.substr(0, colon);
  const std::string rest = colon == said.npos ? std::string() : said.substr(colon + 2);
  const std::string message = "this is no value of " + option;
  if (rest.starts_with("File does not exist: "))
    return wrong("there is no such file", between(rest, ": ", ""));
  if (rest.starts_with("Directory does not exist: "))
    return wrong("there is no such folder", between(rest, ": ", ""));
  if (rest.find('{') != rest.npos) {
    std::string found =
        rest.starts_with("Check ") ? between(rest, "Check ", " value in {") : rest.substr(0, rest.find(" not in {"));
    const std::string members = members_in(rest);
    std::string hint = nearest_name(found, words_of(members));
    return wrong(message, std::move(found), "one of " + members, std::move(hint));
  }
  if (rest.find(" not in range ") != rest.npos) {
    const std::string range = between(rest, "[", "]");
    const std::size_t dash = range.find(" - ");
    return wrong(message, between(rest, "Value ", " not in range"),
                 dash == range.npos ? range : "from " + range.substr(0, dash) + " to " + range.substr(dash + 3));
  }
  if (said.starts_with("Could not convert: ")) {
    const std::string name = between(said, ": ", " = ");
    return wrong("this is no value of " + name, between(said, " = ", ""), "a number");
  }
  return wrong(message, rest);
}

}  // namespace

std::string option_value(const std::vector<std::string>& arguments, const std::string& option) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == option && i + 1 < arguments.size())
      return arguments[i + 1];
    if (arguments[i].starts_with(option + "="))
      return arguments[i].substr(option.size() + 1);
  }
  return {};
}

Diagnostic usage_diagnostic(const CLI::App& app, const CLI::ParseError& error,
                            const std::vector<std::string>& arguments) {
  const std::string said = error.what();
  const auto code = static_cast<CLI::ExitCodes>(error.get_exit_code());
  Diagnostic diagnostic;
  if (code == CLI::ExitCodes::ExtrasError)
    diagnostic = surplus(app);
  else if (code == CLI::ExitCodes::RequiredError)
    diagnostic = wrong(said.substr(0, said.find(' ')) + " is missing");
  else if (code == CLI::ExitCodes::ArgumentMismatch)
    diagnostic = wrong(said.substr(0, said.find(':')) + " needs a value");
  else if (code == CLI::ExitCodes::ValidationError || code == CLI::ExitCodes::ConversionError)
    diagnostic = bad_value(said);
  else
    diagnostic = wrong("the command does not take this", said);
  if (const CLI::App* command = command_in(app))
    diagnostic.position.file = "ansio " + command->get_name();
  else
    diagnostic.position.file = "ansio";
  if (diagnostic.expected.empty() && diagnostic.hint.empty() && arguments.empty())
    diagnostic.expected = "a command";
  return diagnostic;
}

}  // namespace ansio::cli
