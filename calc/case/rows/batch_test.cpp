// Rows of CSV and JSON on the small rules: names, months, errors in their place.
#include "calc/case/rows/batch.h"

#include "calc/program/definition/definition.h"
#include "calc/ruleset/testing/small_rules.h"

namespace ansio::cases {
namespace {

const RuleSet& rules = testing::small_rules();

Result<Answer> define(const Question& question) {
  return answer_by_definition(rules, question);
}

using Cells = std::vector<std::string_view>;

Batch open(const Cells& header, const std::vector<std::string>& get) {
  Result<Batch> batch = Batch::open(rules, header, {YearMonth::of(2026, 6), get}, {});
  for (const Diagnostic& diagnostic : batch.diagnostics())
    ADD_FAILURE() << to_text(diagnostic);
  return std::move(*batch);
}

std::string line(const Batch& batch, const Cells& cells) {
  std::string out;
  batch.answer_row(cells, {}, define, out);
  return out;
}

TEST(Batch, answers_a_row_with_the_figures_asked_for) {
  const Batch batch = open({"id", "rent", "client.wage"}, {"support.amount", "net"});
  EXPECT_EQ(batch.header_line(), "id,support.amount,net,error\n");
  EXPECT_EQ(line(batch, {"a", "500", "300"}), "a,275,575,\n");
}

TEST(Batch, takes_an_empty_cell_as_not_given) {
  const Batch batch = open({"rent", "client.wage"}, {"net"});
  EXPECT_EQ(line(batch, {"500", ""}), "375,\n");
}

TEST(Batch, lets_a_rows_own_date_beat_the_common_one) {
  const Batch batch = open({"date", "rent"}, {"net"});
  EXPECT_EQ(line(batch, {"2025-06", "500"}), "400,\n") << "80 % in 2025";
  EXPECT_EQ(line(batch, {"", "500"}), "375,\n") << "75 % in 2026";
}

TEST(Batch, makes_persons_of_the_columns_that_speak_of_them) {
  const Batch batch = open({"client.wage", "spouse.wage", "child1.age"}, {"net", "spouse.support.levy"});
  EXPECT_EQ(line(batch, {"100", "50", ""}), "150,0,\n");
  EXPECT_EQ(line(batch, {"100", "", ""}), "100,,\n") << "no spouse in this row, so no levy of hers";
}

TEST(Batch, gives_a_row_its_error_and_goes_on) {
  const Batch batch = open({"id", "rent"}, {"net"});
  EXPECT_EQ(line(batch, {"a", "much"}), "a,,\"E503 this is no value of rent: much (a number, in EUR/month)\"\n");
  EXPECT_EQ(line(batch, {"b", "-1"}), "b,,E504 rent is outside its bounds: -1 (from 0 to 20000)\n");
  EXPECT_EQ(line(batch, {"c", "500", "6"}), "c,,E311 a row of the wrong width: 3 cells (2)\n");
  EXPECT_EQ(line(batch, {"d", "500"}), "d,375,\n");
}

TEST(Batch, takes_computed_variables_as_given) {
  const Batch batch = open({"support.amount", "client.support.levy"}, {"net"});
  EXPECT_EQ(line(batch, {"100", "60"}), "95,\n");
}

TEST(Batch, writes_members_booleans_and_percentages_as_it_reads_them) {
  const Batch batch = open({"kind_of_dwelling", "client.member", "client.local_rate"},
                           {"kind_of_dwelling", "client.member", "client.local_rate"});
  EXPECT_EQ(line(batch, {"owned", "true", "8.25"}), "owned,true,8.25,\n");
  EXPECT_EQ(line(batch, {"", "", ""}), "rented,false,7.5,\n");
}

TEST(Batch, keeps_every_decimal_of_an_input) {
  const Batch batch = open({"client.wage"}, {"net"});
  EXPECT_EQ(line(batch, {"0.123456"}), "0.123456,\n");
  EXPECT_EQ(line(batch, {"33.333333333333"}), "33.333333,\n") << "six decimals are shown";
}

TEST(Batch, refuses_a_header_it_does_not_know) {
  const auto codes = [](const Cells& header, const std::vector<std::string>& get, std::optional<YearMonth> date) {
    std::vector<int> found;
    const Result<Batch> batch = Batch::open(rules, header, {date, get}, {});
    for (const Diagnostic& diagnostic : batch.diagnostics())
      found.push_back(static_cast<int>(diagnostic.code));
    return found;
  };
  const YearMonth june = YearMonth::of(2026, 6);
  EXPECT_EQ(codes({"rennt"}, {"net"}, june), std::vector<int>{502});
  EXPECT_EQ(codes({"wage"}, {"net"}, june), std::vector<int>{505}) << "whose wage?";
  EXPECT_EQ(codes({"client.rent"}, {"net"}, june), std::vector<int>{505});
  EXPECT_EQ(codes({"rent", "rent"}, {"net"}, june), std::vector<int>{104});
  EXPECT_EQ(codes({"rent"}, {"nett"}, june), std::vector<int>{502});
  EXPECT_EQ(codes({"rent"}, {}, june), std::vector<int>{508}) << "nothing is asked for";
  EXPECT_EQ(codes({"rent"}, {"net"}, std::nullopt), std::vector<int>{508}) << "no month";
  EXPECT_EQ(codes({"rennt", "child0.age", "wage"}, {"nett"}, std::nullopt), (std::vector<int>{502, 505, 505, 502, 508}))
      << "all of them at once";
}

TEST(Batch, refuses_children_with_gaps) {
  const Batch batch = open({"child2.age"}, {"net"});
  EXPECT_NE(line(batch, {"4"}).find("E505"), std::string::npos);
}

}  // namespace
}  // namespace ansio::cases
