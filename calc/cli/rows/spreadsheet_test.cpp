// Rows as spreadsheets and people write them: other separators, decimal commas, blank rows, padded headers, characters
// that are not seen, rows that are damaged; and what is said of them, in the reader's language.
#include "calc/cli/testing/command_fixture.h"

namespace ansio::cli::testing {
namespace {

class Spreadsheet : public Command {
 protected:
  Outcome batch(const std::string& rows, std::vector<std::string> more = {}) {
    std::vector<std::string> arguments{"batch", "--date", "2026-06", "--get", "net", "--input", write("in.csv", rows)};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return small(arguments);
  }
};

TEST_F(Spreadsheet, a_row_without_any_value_is_no_household) {
  const Outcome answer = batch("id,rent,client.wage\r\n1,500,300\r\n,,\r\n , ,\r\n,,,\r\n\r\n2,500,0\r\n");
  EXPECT_EQ(answer.code, 0) << answer.out;
  EXPECT_EQ(answer.out, "id,net,error\n1,575,\n2,375,\n");
  const Outcome lines = small({"batch", "--date", "2026-06", "--get", "net", "--input",
                               write("in.jsonl", "{\"rent\": 500}\n{}\n{\"rent\": null}\n{ }\n")});
  EXPECT_EQ(lines.out, "{\"net\":375}\n");
}

TEST_F(Spreadsheet, semicolons_and_tabs_come_with_decimal_commas) {
  const std::string expected = "id,net,error\n1,575.25,\n2,375,\n";
  EXPECT_EQ(batch("id;rent;client.wage\r\n1;500,00;300,50\r\n2;500;0\r\n").out, expected);
  EXPECT_EQ(batch("\xEF\xBB\xBFid\trent\tclient.wage\n1\t500\t300,50\n2\t500\t0\n").out, expected);
  EXPECT_EQ(batch("id;rent;client.wage\n1;500.00;300.5\n2;500;0\n").out, expected) << "a point is no thousands sign";
}

TEST_F(Spreadsheet, a_number_that_may_be_thousands_is_not_guessed) {
  const Outcome answer = batch("id;rent;client.wage\n1;500;1.200\n2;500;1.200,50\n");
  EXPECT_EQ(answer.code, 3);
  EXPECT_NE(answer.out.find("1,,\"E503 this number can be read in two ways"), std::string::npos) << answer.out;
  EXPECT_NE(answer.out.find("2,,"), std::string::npos) << answer.out;
}

TEST_F(Spreadsheet, the_answer_is_in_the_same_dialect_when_that_is_asked_for) {
  const Outcome answer = batch("\xEF\xBB\xBFid;rent;client.wage\r\n1;500;300,50\r\n", {"--delimiter", "semicolon"});
  EXPECT_EQ(answer.out, "\xEF\xBB\xBFid;net;error\r\n1;575,25;\r\n");
  EXPECT_EQ(batch("id;rent\n1;500\n", {"--delimiter", ";"}).out, "id;net;error\n1;375;\n");
}

TEST_F(Spreadsheet, a_file_of_another_dialect_is_named_as_that) {
  EXPECT_NE(batch("id;rent\n1;500\n", {"--delimiter", "tab"}).err.find("semicolon"), std::string::npos);
  EXPECT_NE(batch("id;rent,client.wage\n1;500,0\n").err.find("the header has several separators"), std::string::npos);
  const Outcome wrong = batch("id,rent\n1,500\n", {"--delimiter", "x"});
  EXPECT_EQ(wrong.code, 2);
  EXPECT_NE(wrong.err.find("comma, semicolon or tab"), std::string::npos) << wrong.err;
}

TEST_F(Spreadsheet, an_error_of_the_header_has_its_column_and_place) {
  const Outcome answer = batch("id,rent,client.wge,client.age\n1,500,0,40\n");
  EXPECT_EQ(answer.code, 3);
  EXPECT_NE(answer.err.find("in.csv:1:9: error E502: no variable of this name, in column 3"), std::string::npos)
      << answer.err;
  EXPECT_NE(answer.err.find("client.wage"), std::string::npos) << "the name that is near";
}

TEST_F(Spreadsheet, padded_headers_are_read_and_columns_without_a_name_are_told) {
  const Outcome answer = batch("id, rent ,client.wage,,\n1,500,300,,\n2,500,0,7,\n");
  EXPECT_NE(answer.err.find("in.csv:1:23: warning E311: a column without a name is left out, in column 4"),
            std::string::npos)
      << answer.err;
  EXPECT_EQ(answer.out, "id,net,error\n1,575,\n2,,\"E311 a value in a column without a name, in column 4: 7\"\n");
}

TEST_F(Spreadsheet, a_first_line_of_values_is_no_header) {
  const Outcome answer = batch("1,500,300\n2,500,0\n");
  EXPECT_EQ(answer.code, 3);
  EXPECT_NE(answer.err.find("the first line must name the columns"), std::string::npos) << answer.err;
  EXPECT_NE(answer.err.find("1,500,300"), std::string::npos) << answer.err;
}

TEST_F(Spreadsheet, blanks_around_cells_do_not_matter_and_those_inside_are_named) {
  EXPECT_EQ(batch("rent,client.wage\n\u00A0500 ,  300\t\n").out, "net,error\n575,\n");
  EXPECT_NE(batch("rent\n1 200\n").out.find("because of a space (U+0020)"), std::string::npos);
  EXPECT_NE(batch("rent\n1\u00A0200\n").out.find("because of a no-break space (U+00A0)"), std::string::npos);
  EXPECT_NE(batch("rent\n7\r80\n").out.find("because of a carriage return (U+000D)"), std::string::npos);
}

TEST_F(Spreadsheet, a_damaged_row_bears_its_error_and_the_rest_is_answered) {
  const Outcome answer = batch(
      "id,kind_of_dwelling,rent\n1,rented,500\n2,rent\xE4"
      "d,500\n3,\"rented,500\n4,rented,500\n"
      "5,\x1b[2J,500\n6,ren\"ted,500\n7,rented,500\n");
  EXPECT_EQ(answer.code, 3);
  EXPECT_EQ(answer.out,
            "id,net,error\n1,375,\n2,,E102 the text is not valid UTF-8: byte 0xE4\n"
            "3,,\"E103 a quote that is never closed (\"\"text with \"\"\"\"quotes\"\"\"\"\"\", or text without "
            "any)\"\n4,375,\n"
            "5,,E102 a control character in the text: byte 0x1B\n"
            "6,,\"E103 a quote in a cell that is not quoted (\"\"text with \"\"\"\"quotes\"\"\"\"\"\", or text without "
            "any)\"\n"
            "7,375,\n");
}

TEST_F(Spreadsheet, rows_speak_the_language_that_is_asked_for) {
  const std::string rows = "id,rent,kind_of_dwelling\n1,-5,\n2,500,rentd\n3,500\n";
  EXPECT_EQ(
      batch(rows, {"--language", "fi"}).out,
      "id,net,error\n1,,E504 rent on rajojensa ulkopuolella: -5 (vähintään 0 ja enintään 20000)\n"
      "2,,\"E503 tämä ei kelpaa tiedon kind_of_dwelling arvoksi: rentd (jokin näistä: rented, owned; vihje: rented)\"\n"
      "3,,E311 rivillä on väärä määrä soluja: 2 solua (3)\n");
  EXPECT_NE(batch(rows, {"--language", "sv"}).out.find("detta är inget värde för"), std::string::npos);
  EXPECT_NE(batch(rows, {"--language", "sv"}).err.find("3 av 3 rader har ett fel"), std::string::npos);
}

TEST_F(Spreadsheet, a_figure_may_be_asked_for_as_in_any_command) {
  EXPECT_EQ(batch("rent,client.wage\n500,300\n", {"--get", "wage,client.wage"}).code, 0);
  const Outcome unknown = batch("rent\n500\n", {"--get", "nett"});
  EXPECT_EQ(unknown.code, 2) << "wrong use, as in calc";
}

}  // namespace
}  // namespace ansio::cli::testing
