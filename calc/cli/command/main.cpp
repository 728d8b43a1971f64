#include "calc/cli/command/command.h"

#include <unistd.h>
#include <cstdlib>
#include <iostream>

namespace {

// The first of the variables that is set, as POSIX orders them.
std::string locale_of_environment() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
    if (const char* value = std::getenv(name); value != nullptr && *value != '\0')
      return value;
  return {};
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  ansio::cli::Terminal terminal;
  terminal.colour = isatty(STDOUT_FILENO) != 0 && std::getenv("NO_COLOR") == nullptr;
  terminal.shows_progress = isatty(STDERR_FILENO) != 0;
  terminal.locale = locale_of_environment();
  return ansio::cli::run_command({argv + 1, argv + argc}, std::cout, std::cerr, terminal);
}
