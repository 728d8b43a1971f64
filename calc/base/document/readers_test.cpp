// Malformed texts as data (tests/fixtures/texts), and what well-formed ones say.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "calc/base/document/csv_reader.h"
#include "calc/base/document/json_reader.h"
#include "calc/base/document/yaml_reader.h"

namespace ansio::base {
namespace {

const std::string folder = ANSIO_SOURCE_DIR "/tests/fixtures/texts/";

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

// "103 1:5, 104 2:1"
std::string summary(const Diagnostics& diagnostics) {
  std::string text;
  for (const Diagnostic& diagnostic : diagnostics)
    text += (text.empty() ? "" : ", ") + std::to_string(static_cast<int>(diagnostic.code)) + " " +
            std::to_string(diagnostic.position.line) + ":" + std::to_string(diagnostic.position.column);
  return text;
}

std::string answer(const std::string& name) {
  const std::string text = read_file(folder + name);
  if (name.ends_with(".yaml"))
    return summary(read_yaml(name, text).diagnostics());
  if (name.ends_with(".json"))
    return summary(read_json(name, text).diagnostics());
  return summary(read_csv(name, text).diagnostics());
}

TEST(MalformedTexts, are_refused_where_they_go_wrong) {
  std::ifstream list(folder + "expectations.txt");
  std::size_t count = 0;
  for (std::string line; std::getline(list, line);) {
    if (line.starts_with("#"))
      continue;
    const std::size_t colon = line.find(": ");
    EXPECT_EQ(answer(line.substr(0, colon)), line.substr(colon + 2)) << line.substr(0, colon);
    ++count;
  }
  const auto files = std::distance(std::filesystem::directory_iterator(folder), {});
  EXPECT_EQ(static_cast<std::size_t>(files), count + 1) << "every text is listed in expectations.txt";
  EXPECT_GT(count, 50U);
}

// What a document says, on one line; quoted scalars in quotes.
std::string shown(const Document& document) {
  switch (document.kind) {
    case Document::Kind::null:
      return "null";
    case Document::Kind::scalar:
      return document.quoted ? '"' + document.scalar + '"' : document.scalar;
    case Document::Kind::list: {
      std::string text = "[";
      for (const Document& item : document.items)
        text += (text.size() > 1 ? " " : "") + shown(item);
      return text + "]";
    }
    case Document::Kind::map: {
      std::string text = "{";
      for (const auto& [key, value] : document.entries)
        text += (text.size() > 1 ? " " : "") + key.scalar + ":" + shown(value);
      return text + "}";
    }
  }
  return {};
}

std::string place(const Position& position) {
  return std::to_string(position.line) + ":" + std::to_string(position.column);
}

TEST(Yaml, reads_maps_lists_and_scalars_with_their_places) {
  const auto document = read_yaml("a.yaml",
                                  "module: a   # a comment\n"
                                  "title: {fi: \"Ää\", sv: 'it''s', en: }\n"
                                  "list: [1, ~, \"x\"]\n"
                                  "dash:\n"
                                  "  - 12.50\n"
                                  "  - {over: 0, rate: 5}\n"
                                  "quoted: \"12\"\n");
  ASSERT_TRUE(document.ok());
  EXPECT_EQ(shown(*document),
            "{module:a title:{fi:\"Ää\" sv:\"it's\" en:null} list:[1 null \"x\"] dash:[12.50 {over:0 rate:5}] "
            "quoted:\"12\"}");
  EXPECT_EQ(place(document->find("title")->find("sv")->position), "2:23") << "columns count characters";
  EXPECT_EQ(place(document->entries[3].first.position), "4:1");
  EXPECT_EQ(place(document->find("dash")->items[1].find("rate")->position), "6:21");
  EXPECT_EQ(document->find("nothing"), nullptr);
}

TEST(Yaml, an_empty_text_is_null) {
  EXPECT_EQ(shown(*read_yaml("a", "")), "null");
  EXPECT_EQ(shown(*read_yaml("a", "# only a comment\n")), "null");
}

TEST(Yaml, accepts_a_byte_order_mark_and_windows_line_ends) {
  const auto document = read_yaml("a",
                                  "\xEF\xBB\xBF"
                                  "a: 1\r\nb: [2,\r\n 3]\r\n");
  ASSERT_TRUE(document.ok());
  EXPECT_EQ(shown(*document), "{a:1 b:[2 3]}");
  EXPECT_EQ(place(document->find("b")->items[1].position), "3:2");
}

// The place in the file of the first occurrence of `word` in the scalar.
std::string place_of(const Document& scalar, std::string_view word) {
  return place(scalar.position_of(scalar.scalar.find(word)));
}

TEST(Yaml, knows_where_each_character_of_a_formula_stands) {
  const auto document = read_yaml("a",
                                  "plain: a + missing\n"
                                  "quoted: \"a + missing\"\n"
                                  "block: |\n"
                                  "  let a = 1\n"
                                  "\n"
                                  "    let ä = 2\n"
                                  "  a + missing\n"
                                  "folded: >-\n"
                                  "  a +\n"
                                  "  missing\n"
                                  "run_on: a +\n"
                                  "   b - missing\n"
                                  "lonely: |\n"
                                  "    missing\n");
  ASSERT_TRUE(document.ok());
  EXPECT_EQ(place_of(*document->find("plain"), "missing"), "1:12");
  EXPECT_EQ(place_of(*document->find("quoted"), "missing"), "2:14");
  EXPECT_EQ(place_of(*document->find("block"), "let a"), "4:3");
  EXPECT_EQ(place_of(*document->find("block"), "ä"), "6:9");
  EXPECT_EQ(place_of(*document->find("block"), "missing"), "7:7");
  EXPECT_EQ(place_of(*document->find("folded"), "missing"), "10:3");
  EXPECT_EQ(place_of(*document->find("run_on"), "missing"), "12:8");
  EXPECT_EQ(place_of(*document->find("lonely"), "missing"), "14:5");
}

TEST(Json, reads_what_yaml_reads) {
  const std::string text =
      "{\"start\": \"2026-01\", \"months\": 24, \"wage\": -12.50, \"big\": 1e3,\n"
      " \"yes\": true, \"no\": null, \"list\": [], \"text\": \"\\u00e4\\n\\ud83d\\ude00\"}";
  const auto document = read_json("a.json", text);
  ASSERT_TRUE(document.ok());
  EXPECT_EQ(shown(*document),
            "{start:\"2026-01\" months:24 wage:-12.50 big:1e3 yes:true no:null list:[] text:\"ä\n😀\"}");
  EXPECT_EQ(place(document->find("list")->position), "2:35");
  EXPECT_EQ(place(document->entries[1].first.position), "1:22");
}

TEST(Csv, reads_quotes_commas_and_line_breaks_in_cells) {
  const auto table = read_csv("a.csv", "name,text\r\nx,\"a, \"\"b\"\"\nc\"\r\n\"\",d\r\n");
  ASSERT_TRUE(table.ok());
  EXPECT_EQ(table->header, (std::vector<std::string>{"name", "text"}));
  ASSERT_EQ(table->rows.size(), 2U);
  EXPECT_EQ(table->rows[0].cells, (std::vector<std::string>{"x", "a, \"b\"\nc"}));
  EXPECT_EQ(table->rows[1].cells, (std::vector<std::string>{"", "d"}));
  EXPECT_EQ(table->rows[1].position.line, 4U);
}

TEST(Csv, knows_the_separator_of_the_spreadsheet_by_the_first_line) {
  for (const std::string separator : {",", ";", "\t"}) {
    const auto table = read_csv("a.csv", "\"na,me\"" + separator + "text\nx" + separator + "\"1,5; \"\"b\"\"\t\"\n");
    ASSERT_TRUE(table.ok()) << separator;
    EXPECT_EQ(table->header, (std::vector<std::string>{"na,me", "text"})) << separator;
    EXPECT_EQ(table->rows[0].cells, (std::vector<std::string>{"x", "1,5; \"b\"\t"})) << separator;
  }
  const auto with_comma = read_csv("a.csv", "name,a;b\nx,y;z\n");
  ASSERT_TRUE(with_comma.ok());
  EXPECT_EQ(with_comma->header, (std::vector<std::string>{"name", "a;b"}));
}

// Rows as they are read: cells between bars, and of a damaged one its code.
std::vector<std::string> rows_of(std::string_view text, char delimiter = ',') {
  CsvReader reader("a", [&](char* buffer, std::size_t size) {
    const std::size_t count = std::min(size, text.size());
    std::copy_n(text.begin(), count, buffer);
    text.remove_prefix(count);
    return count;
  });
  reader.separate_by(delimiter);
  std::vector<std::string> rows;
  std::vector<std::string_view> cells;
  while (reader.next(cells)) {
    rows.push_back(std::to_string(reader.position().line) + ":");
    for (const std::string_view cell : cells)
      (rows.back() += cell) += '|';
    if (reader.damage())
      rows.back() += "E" + std::to_string(static_cast<int>(reader.damage()->code)) + " at " +
                     std::to_string(reader.damage()->position.column);
  }
  EXPECT_FALSE(reader.error().has_value());
  return rows;
}

TEST(Csv, loses_only_the_line_that_is_damaged) {
  using Rows = std::vector<std::string>;
  EXPECT_EQ(rows_of("1,Jyv\"skyl,7\n2,b,8\n"), (Rows{"1:1|Jyv\"skyl|7|E103 at 6", "2:2|b|8|"})) << "a stray quote";
  EXPECT_EQ(rows_of("1,\"open,7\n2,b,8\n"), (Rows{"1:1|E103 at 3", "2:2|b|8|"})) << "never closed";
  EXPECT_EQ(rows_of("1,\"open,7\n2,\"b\",8\n3,c,9\n"), (Rows{"1:1|E103 at 3", "2:2|b|8|", "3:3|c|9|"}))
      << "closed by the quote of another row";
  EXPECT_EQ(rows_of("1,\"a\"b,7\n2,b,8"), (Rows{"1:1|E103 at 6", "2:2|b|8|"})) << "text after a closing quote";
  EXPECT_EQ(rows_of("1,Jyv\xE4,7\n2,b,8"), (Rows{"1:1|Jyv\xE4|7|E102 at 6", "2:2|b|8|"})) << "Latin-1";
  EXPECT_EQ(rows_of("1,\x1b[2J,7\n2,b,8"), (Rows{"1:1|\x1b[2J|7|E102 at 3", "2:2|b|8|"})) << "a terminal's command";
  EXPECT_EQ(rows_of("1,\xC2\x9b,7\n2,b,8"), (Rows{"1:1|\xC2\x9b|7|E102 at 3", "2:2|b|8|"}))
      << "the same in one character";
  EXPECT_EQ(rows_of("1,\"a\nb\",7\n2,b\"\n3"), (Rows{"1:1|a\nb|7|", "3:2|b\"|E103 at 4", "4:3|"})) << "lines count on";
}

TEST(Csv, takes_other_separators_than_commas) {
  EXPECT_EQ(rows_of("1;700,50;\"a;b\"\n", ';'), (std::vector<std::string>{"1:1|700,50|a;b|"}));
  EXPECT_EQ(rows_of("1\t700,50\t\n", '\t'), (std::vector<std::string>{"1:1|700,50||"}));
}

TEST(Csv, refuses_a_row_over_a_megabyte_and_reads_the_next) {
  const std::string megabyte(std::size_t{1} << 20, 'a');
  EXPECT_EQ(rows_of(megabyte + "\nb\n")[1], "2:b|");
  EXPECT_EQ(rows_of(megabyte + "\nb\n")[0], "1:" + megabyte + "|");
  EXPECT_EQ(rows_of(megabyte + "a\nb\n")[0], "1:" + megabyte + "a|E107 at 1");
  EXPECT_EQ(rows_of(megabyte + "a\nb\n")[1], "2:b|");
}

TEST(Csv, gives_the_same_rows_however_small_the_pieces_it_is_fed) {
  std::string text = "\xEF\xBB\xBFid,name,note\n";
  for (int i = 0; i < 500; ++i)
    text += std::to_string(i) + (i % 3 == 0 ? ",\"a \"\"q\"\"\nb\"," : ",plain,") +
            std::string(static_cast<std::size_t>(i), 'x') + "\n";
  text += "last,row,without line end";
  const auto rows_in_pieces = [&](std::size_t piece) {
    std::string_view rest = text;
    CsvReader reader("a", [&](char* buffer, std::size_t size) {
      const std::size_t count = std::min({piece, size, rest.size()});
      std::copy_n(rest.begin(), count, buffer);
      rest.remove_prefix(count);
      return count;
    });
    std::vector<std::string> rows;
    std::vector<std::string_view> cells;
    while (reader.next(cells)) {
      rows.push_back(std::to_string(reader.position().line));
      for (const std::string_view cell : cells)
        (rows.back() += '|') += cell;
    }
    EXPECT_FALSE(reader.error().has_value());
    return rows;
  };
  const auto whole = rows_in_pieces(text.size());
  ASSERT_EQ(whole.size(), 502U);
  EXPECT_EQ(whole[0], "1|id|name|note");
  EXPECT_EQ(whole[1], "2|0|a \"q\"\nb|");
  EXPECT_EQ(whole[501], "669|last|row|without line end");
  for (const std::size_t piece : {1U, 2U, 3U, 7U, 64U, 4096U})
    EXPECT_EQ(rows_in_pieces(piece), whole) << piece;
}

}  // namespace
}  // namespace ansio::base
