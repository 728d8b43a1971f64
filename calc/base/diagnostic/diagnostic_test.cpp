#include "calc/base/diagnostic/diagnostic.h"

#include <gtest/gtest.h>

#include <set>

namespace ansio::base {
namespace {

Diagnostic unit_error(std::uint32_t line, std::uint32_t column) {
  Diagnostic diagnostic;
  diagnostic.code = Code::unit_mismatch;
  diagnostic.position = {"rules/a.yaml", line, column};
  diagnostic.message = "units do not fit";
  diagnostic.found = "kr/year";
  diagnostic.expected = "kr/month";
  diagnostic.hint = "write per_month(x)";
  return diagnostic;
}

TEST(DiagnosticText, names_the_place_and_points_at_it) {
  EXPECT_EQ(to_text(unit_error(2, 12), "module: a\nformula: ä + pay\n"),
            "rules/a.yaml:2:12: error E205: units do not fit\n"
            "    formula: ä + pay\n"
            "               ^\n"
            "  found:    kr/year\n"
            "  expected: kr/month\n"
            "  hint:     write per_month(x)");
}

TEST(DiagnosticText, leaves_out_what_is_not_known) {
  Diagnostic diagnostic;
  diagnostic.code = Code::unused_parameter;
  diagnostic.severity = Severity::warning;
  diagnostic.message = "nobody reads it";
  EXPECT_EQ(to_text(diagnostic), "warning E307: nobody reads it");
  diagnostic.position.file = "a.yaml";
  EXPECT_EQ(to_text(diagnostic, "text"), "a.yaml: warning E307: nobody reads it");
}

TEST(DiagnosticText, shows_only_the_surroundings_of_a_place_in_a_line_of_a_megabyte) {
  std::string line(1'000'000, 'x');
  line[500'000] = 'Y';
  const std::string text = to_text(unit_error(1, 500'001), line);
  EXPECT_LT(text.size(), 500U);
  EXPECT_NE(text.find('Y'), std::string::npos);
}

TEST(DiagnosticText, survives_a_place_outside_the_text) {
  EXPECT_NE(to_text(unit_error(99, 99), "one line").find("E205"), std::string::npos);
  EXPECT_NE(to_text(unit_error(1, 99), "one line").find('^'), std::string::npos);
}

TEST(NearestName, finds_slips_of_the_finger) {
  const std::vector<std::string> names{"counted_income", "accepted_costs", "amount", "age"};
  EXPECT_EQ(nearest_name("counted_incom", names), "counted_income");
  EXPECT_EQ(nearest_name("acepted_cost", names), "accepted_costs");
  EXPECT_EQ(nearest_name("amonut", names), "amount");
  EXPECT_EQ(nearest_name("aeg", names), "age");
  EXPECT_EQ(nearest_name("zebra", names), "");
  EXPECT_EQ(nearest_name("", names), "");
  EXPECT_EQ(nearest_name("x", {}), "");
}

TEST(DiagnosticCodes, no_number_stands_for_two_things) {
  std::set<int> numbers;
  std::size_t count = 0;
#define CALC_COUNT_CODE(name, number, meaning) \
  numbers.insert(number);                      \
  ++count;
  CALC_DIAGNOSTIC_CODES(CALC_COUNT_CODE)
#undef CALC_COUNT_CODE
  EXPECT_EQ(numbers.size(), count);
}

}  // namespace
}  // namespace ansio::base
