// compare --meetings: two meetings of a client's file as a table, JSON or CSV.
#pragma once

#include <string>
#include <vector>

#include "calc/cli/command/session.h"
#include "calc/cli/floor.h"

namespace ansio::cli {

// `names`: two dates or numbers of meetings, or "now". Refuses, and sets the exit code, what cannot be compared.
void compare_meetings(Session& session, const std::string& file, const std::vector<std::string>& names,
                      const std::vector<std::string>& get);

}  // namespace ansio::cli
