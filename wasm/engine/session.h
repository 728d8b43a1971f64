// The engine as the browser sees it: rules from an image, questions and answers as text.
//
//   Session session;
//   session.load(core, parts);                              // "" or a refusal as JSON
//   session.ask(R"({"do":"calc","language":"fi"})", case_json)
//
// `ask` never fails otherwise than by a refusal (docs/json.md) and keeps nothing of a question but compiled programs,
// so that a bad case cannot harm the next one. Requests (calls.h says how to add one):
//
//   {"do": "calc",    "language": "fi", "get": ["net_income"]}        case   → results
//   {"do": "compare", "language": "fi"}                               case   → results with differences
//   {"do": "explain", "language": "fi", "variable": …, "scenario": …, "month": …}  case → explanation
//   {"do": "sweep",   "language": "fi", "vary": "client.wage=0:4000:10", "scenario": …, "get": [names with owner]} case
//                     → {"points": n, "columns": [names]}; the numbers wait in numbers(): the points, then each column
//   {"do": "inputs" | "outputs" | "parameters" | "unverified" | "unsupported" | "notices" | "version" | "schema",
//   "language": "fi"}
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "calc/program/machine.h"
#include "calc/ruleset/ruleset.h"

namespace calc::wasm {

class Session {
 public:
  std::string load(std::string_view core, std::span<const std::string_view> parts);
  std::string ask(std::string_view request, std::string_view case_text);
  [[nodiscard]] const std::vector<double>& numbers() const { return numbers_; }

 private:
  std::optional<RuleSet> rules_;
  std::unique_ptr<Machine> machine_;
  std::vector<double> numbers_;
};

}  // namespace calc::wasm
