// The case a command works on, and how commands refuse one.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "calc/answer/serializer/serializer.h"
#include "calc/case/read/case.h"
#include "calc/cli/command/session.h"
#include "calc/cli/floor.h"
#include "calc/program/machine/answering.h"
#include "calc/program/machine/machine.h"
#include "calc/ruleset/read/sources.h"

namespace ansio::cli {

struct LoadedCase {
  std::unique_ptr<RuleSet> rules;
  std::unique_ptr<Machine> machine;
  Answering answering;
  Case situation;
  Diagnostics warnings;
  std::vector<SourceFile> source;  // for the place of a late error
};

// Reads rules and case (YAML or JSON; "-" is standard input). Refuses and sets the exit code when there are errors.
std::optional<LoadedCase> load_case(Session& session, const std::string& path);

// Diagnostics on standard error, or with --format json as the answer.
void refuse(Session& session, const RuleSet& rules, const Diagnostics& diagnostics,
            const std::vector<SourceFile>& sources, ExitCode code);

Envelope envelope_of(const Session& session, const RuleSet& rules);

}  // namespace ansio::cli
