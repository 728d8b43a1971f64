// The engine as the browser sees it: rules from an image, questions and answers as text.
//
//   Session session;
//   if (!session.load(core, parts)) …                       // answer() says why
//   session.ask(R"({"do":"calc","language":"fi"})", case_json)
//
// `ask` never fails otherwise than by a refusal (docs/json.md) and keeps nothing of a question but compiled programs,
// so that a bad case cannot harm the next one. The first module (module.h) passes on with an empty answer. Requests
// (calls.h says how to add one):
//
//   {"do": "calc",    "language": "fi", "get": ["net_income"]}        case   → results
//   {"do": "figures", "language": "fi", "get": ["net_income"]}        case   → results without assumptions
//   {"do": "compare", "language": "fi"}                               case   → results with differences
//   {"do": "explain", "language": "fi", "variable": …, "scenario": …, "month": …}  case → explanation
//   {"do": "sweep",   "language": "fi", "vary": "client.wage=0:4000:10", "scenario": …, "get": [names with owner]} case
//                     → {"points": n, "columns": [names]}; the numbers wait in numbers(): the points, then each column
//   {"do": "edges",   "language": "fi", "vary": "client.wage=0:6000", "scenario": …, "get": [names]}  case → edges
//   {"do": "solve",   "language": "fi", "vary": "client.wage=0:6000", "most" | "least": condition, "scenario": …,
//   "against": …}                                                     case   → solution
//   {"do": "inputs" | "outputs" | "parameters" | "unverified" | "unsupported" | "notices" | "version" | "schema",
//   "language": "fi"}
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "calc/program/machine/answering.h"
#include "calc/ruleset/model/ruleset.h"
#include "wasm/floor.h"

namespace ansio::wasm {

class Session {
 public:
  bool load(std::string_view core, std::span<const std::string_view> parts);
  const std::string& ask(std::string_view request, std::string_view case_text);
  [[nodiscard]] const std::string& answer() const { return answer_; }
  [[nodiscard]] const std::vector<double>& numbers() const { return numbers_; }

 private:
  std::string answered(std::string_view request, std::string_view case_text);

  std::unique_ptr<RuleSet> rules_;
  std::optional<Answering> answering_;  // under rules_
  std::string answer_;
  std::vector<double> numbers_;
};

}  // namespace ansio::wasm
