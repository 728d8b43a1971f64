#include "calc/cli/command/command.h"

#include <unistd.h>
#include <cstdlib>
#include <iostream>
#include <string_view>

#include "calc/cli/streams/descriptor.h"
#include "calc/cli/streams/unfinished.h"

namespace {

std::string_view variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view{} : std::string_view(value);
}

// The first of the variables that is set, as POSIX orders them.
std::string locale_of_environment() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
    if (!variable(name).empty())
      return std::string(variable(name));
  return {};
}

int run(int argc, char** argv) {
  ansio::cli::Terminal terminal;
  terminal.is_dumb = variable("TERM") == "dumb";
  terminal.colour = isatty(STDOUT_FILENO) != 0 && variable("NO_COLOR").empty() && !terminal.is_dumb;
  terminal.shows_progress = isatty(STDERR_FILENO) != 0;
  terminal.locale = locale_of_environment();
  return ansio::cli::run_command({argv + 1, argv + argc}, std::cout, std::cerr, terminal);
}

}  // namespace

int main(int argc, char** argv) {
  ansio::cli::keep_standard_descriptors();
  ansio::cli::remove_unfinished_on_signals();
  std::ios::sync_with_stdio(false);
  ansio::cli::DescriptorBuffer input(STDIN_FILENO);
  ansio::cli::DescriptorBuffer output(STDOUT_FILENO);
  std::streambuf* const own_input = std::cin.rdbuf(&input);
  std::streambuf* const own_output = std::cout.rdbuf(&output);
  const int code = run(argc, argv);
  // The library's streams outlive these buffers.
  std::cin.rdbuf(own_input);
  std::cout.rdbuf(own_output);
  return code;
}
