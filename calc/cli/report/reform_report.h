// What a reform comes to: as tables for people, as JSON for programs.
#pragma once

#include <string>

#include "calc/analyse/reform/reform.h"
#include "calc/answer/serializer/serializer.h"
#include "calc/cli/command/session.h"
#include "calc/cli/floor.h"
#include "calc/program/question/expected_reads.h"

namespace ansio::cli {

// One of the two laws compared.
struct ReformSide {
  const RuleSet& rules;
  YearMonth date;                        // YearMonth{0}: each row's own
  std::vector<ExpectedRead> expected{};  // that the measures may rest on in that month
};

struct ReformOutcome {
  ReformSide before, after;
  ReformMeasures measures;
  ReformSummary summary;
  std::uint64_t rows = 0, failed_rows = 0;
  Diagnostics warnings{};  // a month past the law that is known
};

void print_reform(Session& session, const ReformOutcome& outcome);
std::string reform_json(const Envelope& envelope, const ReformOutcome& outcome);

}  // namespace ansio::cli
