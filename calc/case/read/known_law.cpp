#include "calc/case/read/known_law.h"

namespace ansio::cases {

std::optional<Diagnostic> warning_past_law(const RuleSet& rules, YearMonth last, const Position& where) {
  if (last <= rules.law_until)
    return std::nullopt;
  return worded([&] {
    return Diagnostic{.code = Code::date_out_of_range,
                      .severity = Severity::warning,
                      .position = where,
                      .message = "the rules know the law until " + to_text(rules.law_until) +
                                 "; later months are computed with that month's law"};
  });
}

}  // namespace ansio::cases
