// A household of the rules of rules/, as benchmarks of edges and solve look at it: a typical month, or a plan of
// months.
#pragma once

#include "calc/base/yaml_reader.h"
#include "calc/program/rules_bench.h"
#include "calc/simulate/case.h"

namespace calc {

// `household`: the lines of the case after its months.
inline Case bench_case(int months, const std::string& household) {
  const Result<Document> document =
      read_yaml("case", "ansiopolku: 1\nstart: 2025-01\nmonths: " + std::to_string(months) + "\n" + household);
  Result<Case> situation = read_case(rules_of_the_house(), *document);
  return situation ? *std::move(situation) : Case{};
}

}  // namespace calc
