// Sheets for translators, out and in again.
#include "calc/ruleset/translate/translation_sheet.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "calc/ruleset/read/load.h"

namespace ansio::ruleset {
namespace {

const std::vector<Language> swedish{Language::sv};

std::vector<SourceFile> rules_to_translate() {
  return {{"r/ruleset.yaml",
           "ruleset: small\nversion: \"1\"\nlanguages: [fi, sv, en, fi-simple]\nlanguage: fi\nlaw_from: 2024-01\n"
           "law_until: 2026-12\nunits: {kg: {symbol: kg, decimals: 3}}\n"},
          {"r/m.yaml",
           "module: m\ntitle: Tuki\nrules:\n  amount:\n    title: \"Määrä, uusi\"\n    entity: household\n"
           "    unit: kg/month\n    says: Saat tukea.\n    formula: 1 kg/month\n"},
          {"r/texts/sv/m.yaml", "# Words of the office.\ntitle@" + mark_of("Tuki") +
                                    ": \"Stöd\"\n\n# Outdated:\namount.title@" + mark_of("Määrä") +
                                    ": >-\n  Det gamla\n  beloppet\ngone.title@123456: borta\n"}};
}

std::string sheet_of(const std::vector<SourceFile>& files) {
  Result<RuleTexts> texts = read_rule_texts(files);
  EXPECT_TRUE(texts.ok());
  return translation_sheet(*texts, swedish);
}

std::vector<SourceFile> with(std::vector<SourceFile> files, const std::vector<SourceFile>& changed) {
  for (const SourceFile& one : changed) {
    const auto same =
        std::find_if(files.begin(), files.end(), [&](const SourceFile& file) { return file.path == one.path; });
    if (same == files.end())
      files.push_back(one);
    else
      *same = one;
  }
  return files;
}

TEST(TranslationSheet, lists_what_is_missing_or_outdated_in_the_order_of_the_rules) {
  EXPECT_EQ(sheet_of(rules_to_translate()),
            "file,name,mark,fi,sv before,sv\n"
            "m.yaml,amount.title," +
                mark_of("Määrä, uusi") +
                ",\"Määrä, uusi\",Det gamla beloppet,\n"
                "m.yaml,amount.says," +
                mark_of("Saat tukea.") + ",Saat tukea.,,\n");
}

TEST(TranslationSheet, is_read_back_into_the_text_file_whose_layout_stays) {
  const std::vector<SourceFile> files = rules_to_translate();
  const std::string title = mark_of("Määrä, uusi"), says = mark_of("Saat tukea.");
  const SourceFile sheet{"s.csv", "file,name,mark,fi,sv before,sv\nm.yaml,amount.title," + title +
                                      ",x,y,\"Belopp: nytt\"\nm.yaml,amount.says," + says + ",x,y,Du får stöd.\n"};
  const Result<std::vector<SourceFile>> changed = apply_translation_sheet(files, sheet);
  ASSERT_TRUE(changed.ok());
  ASSERT_EQ(changed->size(), 1U);
  EXPECT_EQ((*changed)[0].path, "r/texts/sv/m.yaml");
  EXPECT_EQ((*changed)[0].text, "# Words of the office.\ntitle@" + mark_of("Tuki") +
                                    ": \"Stöd\"\n\n# Outdated:\namount.title@" + title +
                                    ": \"Belopp: nytt\"\namount.says@" + says + ": Du får stöd.\n");
  EXPECT_EQ(sheet_of(with(files, *changed)), "file,name,mark,fi,sv before,sv\n");
}

TEST(TranslationSheet, of_a_language_without_files_makes_them) {
  std::vector<SourceFile> files = rules_to_translate();
  files.pop_back();
  const SourceFile sheet{"s.csv", "file,name,mark,sv,en\nm.yaml,amount.says," + mark_of("Saat tukea.") +
                                      ",,You get it.\nm.yaml,title," + mark_of("Tuki") + ",,Support\n"};
  const Result<std::vector<SourceFile>> changed = apply_translation_sheet(files, sheet);
  ASSERT_TRUE(changed.ok());
  ASSERT_EQ(changed->size(), 1U);
  EXPECT_EQ((*changed)[0].path, "r/texts/en/m.yaml");
  EXPECT_EQ((*changed)[0].text,
            "title@" + mark_of("Tuki") + ": Support\namount.says@" + mark_of("Saat tukea.") + ": You get it.\n");
}

TEST(TranslationSheet, left_empty_changes_nothing_but_what_is_superfluous) {
  std::vector<SourceFile> files = rules_to_translate();
  Result<std::vector<SourceFile>> changed = apply_translation_sheet(files, {"s.csv", sheet_of(files)});
  ASSERT_TRUE(changed.ok());
  ASSERT_EQ(changed->size(), 1U);
  EXPECT_EQ((*changed)[0].text + "gone.title@123456: borta\n", files[2].text);
  files = with(files, *changed);
  EXPECT_TRUE(apply_translation_sheet(files, {"s.csv", sheet_of(files)})->empty());
}

TEST(TranslationSheet, shows_the_old_words_of_a_text_that_got_another_name) {
  std::vector<SourceFile> files = rules_to_translate();
  files[2].text += "old.says@" + mark_of("Saat tukea.") + ": Du får stöd.\n";
  EXPECT_NE(sheet_of(files).find(",Saat tukea.,Du får stöd.,\n"), std::string::npos) << sheet_of(files);
}

TEST(TranslationSheet, is_refused_where_it_is_wrong) {
  const std::vector<SourceFile> files = rules_to_translate();
  const auto complaint = [&](const std::string& sheet) {
    const Result<std::vector<SourceFile>> changed = apply_translation_sheet(files, {"s.csv", sheet});
    std::string all;
    for (const Diagnostic& one : changed.diagnostics())
      all += one.position.file + ':' + std::to_string(one.position.line) + " E" +
             std::to_string(static_cast<int>(one.code)) + ' ';
    return all;
  };
  EXPECT_EQ(complaint("file,name,mark,fi,sv\nm.yaml,title,000000,Tuki,Stöd\nm.yaml,nothing.title,000000,a,b\n"),
            "s.csv:2 E316 s.csv:3 E502 ");
  EXPECT_EQ(complaint("file,name,fi,sv\nm.yaml,title,Tuki,Stöd\n"), "s.csv:1 E311 ");
  EXPECT_EQ(complaint("file,name,mark,fi\nm.yaml,title,000000,Tuki\n"), "s.csv:1 E311 ");
  EXPECT_EQ(complaint("file,name,mark,sv\nm.yaml,title\n"), "s.csv:2 E311 ");
}

TEST(TextEntry, is_read_as_the_text_that_was_written) {
  std::string words;
  while (words.size() < 500)
    words += "sana: # {amount}, \"lainaus\" ";
  words.pop_back();
  for (const std::string& text :
       {std::string("Plain words"), std::string("a: b"), std::string("{amount} each"),
        std::string("\"quoted\" \\ both"), std::string("two\nlines"), std::string("null"), std::string("- item"),
        std::string("ends:"), std::string("100 %"), std::string("# no"), std::string("two  blanks ") + words, words}) {
    const std::string entry = text_entry("rule.says", "123456", text);
    std::vector<SourceFile> files = rules_to_translate();
    files[1].text = "module: m\ntitle: Tuki\n";
    files[2].text = text_entry("title", mark_of("Tuki"), text);
    const Result<RuleTexts> texts = read_rule_texts(files);
    ASSERT_TRUE(texts.ok()) << entry;
    EXPECT_EQ(texts->all[0].texts.in(Language::sv), text) << entry;
  }
  for (std::size_t begin = 0, end = 0; end != std::string::npos; begin = end + 1) {
    const std::string entry = text_entry("rule.says", "123456", words);
    end = entry.find('\n', begin);
    EXPECT_LE(std::min(end, entry.size()) - begin, 120U);
  }
}

}  // namespace
}  // namespace ansio::ruleset
