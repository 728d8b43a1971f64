// The engine's own words on the pages of rules, in every language; words.h has those of results.
#pragma once

#include <array>
#include <string_view>

#include "calc/publish/floor.h"
#include "calc/ruleset/model/ruleset.h"

namespace ansio::publish {

// X(name, fi, sv, en, fi-simple)
#define CALC_PAGE_WORDS(X)                                                                                   \
  X(generated, "Tämä sivu on tehty säännöistä.", "Den här sidan är gjord av reglerna.",                      \
    "This page is made from the rules.", "Tämä sivu on tehty säännöistä.")                                   \
  X(law, "Laki", "Lag", "Law", "Laki")                                                                       \
  X(figures, "Mitä lasketaan", "Vad som räknas ut", "What is computed", "Mitä laskuri laskee")               \
  X(parameters, "Lain luvut", "Lagens tal", "Figures of the law", "Lain luvut")                              \
  X(inputs, "Mitä kysytään", "Vad som frågas", "What is asked", "Mitä laskuri kysyy")                        \
  X(refusals, "Mitä ei lasketa", "Vad som inte räknas ut", "What is not computed", "Mitä laskuri ei laske")  \
  X(notices, "Ilmoitukset", "Meddelanden", "Notices", "Mitä pitää kertoa")                                   \
  X(tests, "Testit", "Tester", "Tests", "Testit")                                                            \
  X(unverified, "Vahvistamatta", "Obekräftat", "Unverified", "Ei varmaa tietoa")                             \
  X(looked_at, "Katsottu", "Granskat", "Looked at", "Tätä katsottiin")                                       \
  X(reads, "Lukee", "Läser", "Reads", "Käyttää näitä")                                                       \
  X(until_changed, "koko ajan", "hela tiden", "at all times", "koko ajan")                                   \
  X(at_start, "Alussa", "I början", "At the start", "Alussa")                                                \
  X(name, "Nimi", "Namn", "Name", "Nimi")                                                                    \
  X(title, "Otsikko", "Rubrik", "Title", "Otsikko")                                                          \
  X(from, "Alkaen", "Från", "From", "Alkaen")                                                                \
  X(value, "Arvo", "Värde", "Value", "Arvo")                                                                 \
  X(unit, "Yksikkö", "Enhet", "Unit", "Yksikkö")                                                             \
  X(source, "Lähde", "Källa", "Source", "Lähde")                                                             \
  X(otherwise, "Jos ei kerrota", "Om inget uppges", "If not given", "Jos et kerro")                          \
  X(required, "on kerrottava", "måste uppges", "must be given", "pitää kertoa")                              \
  X(not_answered, "Ei vastausta", "Inget svar", "No answer", "Ei vastausta")                                 \
  X(when, "Milloin", "När", "When", "Milloin")                                                               \
  X(to, "Kenelle", "Till vem", "To whom", "Kenelle")                                                         \
  X(deadline, "Määräaika", "Tidsfrist", "Deadline", "Viimeinen päivä")                                       \
  X(attachment, "Liite", "Bilaga", "Attachment", "Liite")                                                    \
  X(cells, "arvoa", "värden", "values", "arvoa")                                                             \
  X(none, "ei enää", "inte längre", "no longer", "ei enää")                                                  \
  X(of_person, "henkilön", "personens", "of a person", "ihmisen")                                            \
  X(of_household, "talouden", "hushållets", "of the household", "kodin")                                     \
  X(a_month, "kuukaudelta", "per månad", "a month", "kuussa")                                                \
  X(a_year, "vuodelta", "per år", "a year", "vuodessa")                                                      \
  X(coverage, "Mitä säännöt kattavat", "Vad reglerna omfattar", "What the rules cover", "Mitä laskuri osaa") \
  X(modelled, "Mallinnettu", "Modellerat", "Modelled", "Laskuri laskee")                                     \
  X(refused, "Ei mallinnettu, ja se sanotaan", "Inte modellerat, och det sägs", "Not modelled, and said so", \
    "Laskuri ei laske, ja se sanotaan")                                                                      \
  X(rules_index, "Säännöt sivuina", "Reglerna som sidor", "The rules as pages", "Säännöt")                   \
  X(outputs, "Tulokset", "Resultat", "Results", "Tulokset")                                                  \
  X(months, "Kuukaudet", "Månader", "Months", "Kuukaudet")                                                   \
  X(reading, "Lain voi lukea toisin", "Lagen kan läsas på ett annat sätt", "The law can be read otherwise",  \
    "Lain voi lukea toisin")                                                                                 \
  X(settled_by, "Asian ratkaisee", "Avgörs av", "Who can settle it", "Kuka tietää")                          \
  X(plausible, "Mahdollista, jos ei kerrota", "Möjligt, om inget uppges", "Plausible, if not given",         \
    "Mahdollista, jos et kerro")                                                                             \
  X(readings, "Laki, jonka voi lukea useammalla tavalla", "Lag som kan läsas på flera sätt",                 \
    "Law that can be read in more than one way", "Laki, jonka voi lukea monella tavalla")

enum class PageWord : std::uint8_t {
#define CALC_PAGE_WORD_ENUMERATOR(name, fi, sv, en, fi_simple) name,
  CALC_PAGE_WORDS(CALC_PAGE_WORD_ENUMERATOR)
#undef CALC_PAGE_WORD_ENUMERATOR
};

inline std::string_view page_word(PageWord which, Language language) {
  static constexpr std::array<std::string_view, language_count> words[] = {
#define CALC_PAGE_WORD_TEXTS(name, fi, sv, en, fi_simple) {fi, sv, en, fi_simple},
      CALC_PAGE_WORDS(CALC_PAGE_WORD_TEXTS)
#undef CALC_PAGE_WORD_TEXTS
  };
  return words[static_cast<std::size_t>(which)][static_cast<std::size_t>(language)];
}

}  // namespace ansio::publish
