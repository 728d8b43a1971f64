// The command `ansio`, callable from main and from tests.
//
//   std::ostringstream out, err;
//   int code = run_command({"check", "rules"}, out, err);
//
// Exit codes: 0 done, 1 a test or expectation failed, 2 wrong use, 3 a bad case, 4 bad rules.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "calc/cli/floor.h"

namespace ansio::cli {

struct Terminal {
  bool colour = false;
  std::string locale{};         // as in LC_ALL; decides the language when --language does not
  bool shows_progress = false;  // err is a terminal
  bool is_dumb = false;         // which obeys no codes
};

int run_command(const std::vector<std::string>& arguments, std::ostream& out, std::ostream& err,
                const Terminal& terminal = {});

}  // namespace ansio::cli
