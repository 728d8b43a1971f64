// Sentences of diagnostics in every language.
#include "calc/explain/sentences/diagnostic_words.h"

#include <gtest/gtest.h>

namespace ansio::explain {
namespace {

TEST(DiagnosticWords, a_sentence_keeps_what_it_is_about) {
  EXPECT_EQ(sentence_in("rent is outside its bounds", Language::sv), "rent ligger utanför sina gränser");
  EXPECT_EQ(sentence_in("from 0 to 20000", Language::fi), "vähintään 0 ja enintään 20000");
  EXPECT_EQ(sentence_in("no variable of this name, in column 3", Language::fi),
            "tämännimistä tietoa ei ole, sarakkeessa 3");
  EXPECT_EQ(sentence_in("this is no value of wage, because of a no-break space (U+00A0)", Language::sv),
            "detta är inget värde för wage, för där står tecknet no-break space (U+00A0)");
}

TEST(DiagnosticWords, what_has_no_translation_stays) {
  EXPECT_EQ(sentence_in("start: 2026-01", Language::fi), "start: 2026-01");
  EXPECT_EQ(sentence_in("", Language::fi), "");
  EXPECT_EQ(sentence_in("months must ascend", Language::en), "months must ascend");
}

}  // namespace
}  // namespace ansio::explain
