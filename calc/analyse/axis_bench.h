// The household that benchmarks of edges and solve look at: a disability pensioner who rents, with an hourly wage.
#pragma once

#include "calc/base/yaml_reader.h"
#include "calc/program/rules_bench.h"
#include "calc/simulate/case.h"

namespace calc {

inline Case with_work(int months) {
  const Result<Document> document =
      read_yaml("case", "ansiopolku: 1\nstart: 2025-01\nmonths: " + std::to_string(months) + R"(
municipality: Tampere
housing: {tenure: rented, rent: 620, water: separate, heating: included}
client: {birth_month: 1990-05, on_kela_disability_pension: true, hourly_wage: 14.50, supplements: 40}
)");
  Result<Case> situation = read_case(rules_of_the_house(), *document);
  return situation ? *std::move(situation) : Case{};
}

}  // namespace calc
