// The engine's own words in every language: units of time, yes and no, the terms of explanations and tables.
//
// Words about the law come from the rules; these come with the engine. One table, so that a missing translation does
// not compile.
//
//   word(Word::yes, Language::sv) == "ja"
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "calc/explain/floor.h"
#include "calc/ruleset/model/ruleset.h"

namespace ansio::explain {

// X(name, fi, sv, en, fi-simple)
#define CALC_WORDS(X)                                                                                                \
  X(year, "v", "år", "year", "v")                                                                                    \
  X(month, "kk", "mån", "month", "kk")                                                                               \
  X(week, "vk", "v", "week", "vk")                                                                                   \
  X(day, "pv", "dag", "day", "pv")                                                                                   \
  X(hour, "h", "h", "hour", "h")                                                                                     \
  X(yes, "kyllä", "ja", "yes", "kyllä")                                                                              \
  X(no, "ei", "nej", "no", "ei")                                                                                     \
  X(household, "talous", "hushållet", "household", "koti")                                                           \
  X(client, "asiakas", "klienten", "client", "sinä")                                                                 \
  X(spouse, "puoliso", "maken", "spouse", "puoliso")                                                                 \
  X(child, "lapsi", "barn", "child", "lapsi")                                                                        \
  X(rounded_nearest,                                                                                                 \
    "pyöristetty lähimpään: ", "avrundat till närmaste: ", "rounded to the nearest: ", "pyöristetty lähimpään: ")    \
  X(rounded_down, "pyöristetty alaspäin: ", "avrundat nedåt: ", "rounded down: ", "pyöristetty alas: ")              \
  X(rounded_up, "pyöristetty ylöspäin: ", "avrundat uppåt: ", "rounded up: ", "pyöristetty ylös: ")                  \
  X(logical_and, " ja ", " och ", " and ", " ja ")                                                                   \
  X(logical_or, " tai ", " eller ", " or ", " tai ")                                                                 \
  X(logical_not, "ei ", "inte ", "not ", "ei ")                                                                      \
  X(is_true, "tosi", "sant", "true", "tosi")                                                                         \
  X(is_false, "epätosi", "falskt", "false", "epätosi")                                                               \
  X(given, "annettu tieto", "angiven uppgift", "given", "sinä kerroit")                                              \
  X(by_default, "oletus", "förval", "assumed", "oletus")                                                             \
  X(overridden, "annettu laskematta", "angivet, inte beräknat", "given, not computed", "annettu valmiina")           \
  X(initial, "alkuarvo", "startvärde", "value at the start", "arvo alussa")                                          \
  X(valid_from, "voimassa alkaen", "gäller från", "valid from", "voimassa alkaen")                                   \
  X(unverified, "vahvistamatta", "obekräftat", "unverified", "ei varmaa tietoa")                                     \
  X(holds, "toteutuu", "stämmer", "holds", "on totta")                                                               \
  X(holds_not, "ei toteudu", "stämmer inte", "does not hold", "ei ole totta")                                        \
  X(seen_above, "selitetty edellä", "förklarat ovan", "explained above", "selitetty jo")                             \
  X(total, "yhteensä", "sammanlagt", "total", "yhteensä")                                                            \
  X(scenario, "vaihtoehto", "alternativ", "scenario", "vaihtoehto")                                                  \
  X(figure, "luku", "uppgift", "figure", "luku")                                                                     \
  X(person, "kenen", "vems", "whose", "kenen")                                                                       \
  X(notices, "Ilmoitettavaa ja tiedoksi", "Att anmäla och känna till", "To report and to know", "Muista kertoa")     \
  X(attachment, "liitteeksi", "som bilaga", "with", "mukaan")                                                        \
  X(assumptions, "Varmista ennen ensimmäistä työpäivää", "Bekräfta före den första arbetsdagen",                     \
    "Confirm before the first day", "Kysy varmuus ennen töiden alkua")                                               \
  X(assumed_before, "Oletettu ennen ensimmäistä kuukautta", "Antaget före den första månaden",                       \
    "Assumed before the first month", "Oletus ajasta ennen alkua")                                                   \
  X(expected_values, "Odotetut arvot, joita ei ole vielä säädetty", "Väntade värden som inte är stiftade än",        \
    "Expected values, not enacted yet", "Nämä luvut voivat vielä muuttua")                                           \
  X(enacted, "säädetty", "stiftad", "enacted", "laissa")                                                             \
  X(forecast, "ennuste", "prognos", "forecast", "arvio")                                                             \
  X(continued, "jatkettu", "fortsatt", "carried on", "sama kuin ennen")                                              \
  X(rests_on_expected, "* perustuu odotettuihin arvoihin tai niiden jälkeiseen aikaan",                              \
    "* bygger på väntade värden eller på tiden efter dem", "* rests on expected values or on the time after them",   \
    "* luku voi vielä muuttua")                                                                                      \
  X(had_it_been_so, "jos olisi ollut sama jo ennen", "om det hade varit så före", "had it been so before",           \
    "jos olisi ollut sama jo ennen")                                                                                 \
  X(overrides, "Annettu laskematta", "Angivet, inte beräknat", "Given, not computed", "Annettu valmiina")            \
  X(estimate, "Tämä on arvio, ei päätös.", "Detta är en uppskattning, inte ett beslut.",                             \
    "This is an estimate, not a decision.", "Tämä on arvio. Tämä ei ole päätös.")                                    \
  X(difference, "ero", "skillnad", "difference", "ero")                                                              \
  X(rises_by, "suurenee", "ökar med", "rises by", "nousee")                                                          \
  X(falls_by, "pienenee", "minskar med", "falls by", "laskee")                                                       \
  X(a_month_from, "kuukaudessa alkaen", "per månad från", "a month from", "kuukaudessa alkaen")                      \
  X(because_of, ", koska: ", ", eftersom: ", " because of: ", ", koska: ")                                           \
  X(causes, "Tärkeimmät syyt", "De viktigaste orsakerna", "What matters most", "Miksi näin on")                      \
  X(in_all, "yhteensä", "sammanlagt", "in all", "yhteensä")                                                          \
  X(from, "alkaen", "från", "from", "alkaen")                                                                        \
  X(deadline, "määräaika", "tidsfrist", "deadline", "viimeinen päivä")                                               \
  X(source, "lähde", "källa", "source", "lähde")                                                                     \
  X(rounding, "pyöristykset", "avrundningar", "roundings", "pyöristys")                                              \
  X(households, "talouksia", "hushåll", "households", "koteja")                                                      \
  X(winners, "hyötyy", "vinner", "gain", "saa lisää")                                                                \
  X(losers, "menettää", "förlorar", "lose", "menettää")                                                              \
  X(unchanged, "ennallaan", "oförändrade", "unchanged", "ei muutu")                                                  \
  X(mean_change, "muutos keskimäärin", "ändring i medeltal", "mean change", "muutos yhdelle")                        \
  X(total_change, "muutos yhteensä", "ändring sammanlagt", "total change", "muutos kaikille")                        \
  X(purse_change, "julkinen talous", "offentlig ekonomi", "public purse", "valtion ja kunnan rahat")                 \
  X(decile, "tulokymmenys", "inkomstdecil", "income decile", "tuloryhmä")                                            \
  X(at, "kohta", "vid", "at", "kohta")                                                                               \
  X(before, "ennen", "före", "before", "ennen")                                                                      \
  X(after, "jälkeen", "efter", "after", "jälkeen")                                                                   \
  X(change, "muutos", "förändring", "change", "muutos")                                                              \
  X(slope_before, "kasvu ennen", "lutning före", "slope before", "kasvu ennen")                                      \
  X(slope_after, "kasvu jälkeen", "lutning efter", "slope after", "kasvu jälkeen")                                   \
  X(made_good, "taas ennallaan", "åter lika mycket", "made good at", "sama raha taas")                               \
  X(condition, "ehto", "villkor", "condition", "ehto")                                                               \
  X(at_most, "Enintään", "Högst", "At most", "Enintään")                                                             \
  X(at_least, "Vähintään", "Minst", "At least", "Vähintään")                                                         \
  X(holds_in, "Ehto toteutuu: ", "Villkoret stämmer: ", "The condition holds: ", "Ehto on totta: ")                  \
  X(holds_elsewhere, ", ja muuallakin", ", och på fler ställen", ", and elsewhere", ", ja muuallakin")               \
  X(holds_everywhere, "Ehto toteutuu koko välillä.", "Villkoret stämmer i hela intervallet.",                        \
    "The condition holds everywhere in this range.", "Ehto on totta kaikilla luvuilla tällä välillä.")               \
  X(holds_nowhere, "Ehto ei toteudu missään kohdassa tällä välillä.", "Villkoret stämmer ingenstans i intervallet.", \
    "The condition holds nowhere in this range.", "Ehto ei ole totta millään luvulla tällä välillä.")                \
  X(does_not_depend, "Ehto ei riipu siitä, mikä tämä luku on.", "Villkoret beror inte på detta tal.",                \
    "The condition does not depend on this figure.", "Ehto ei muutu, kun tämä luku muuttuu.")                        \
  X(compared_with, "vertailu", "jämförelse", "compared with", "vertailu")                                            \
  X(never, "ei enää", "aldrig", "never", "ei koskaan")                                                               \
  X(cause, "syy", "orsak", "cause", "syy")                                                                           \
  X(jump, "hyppäys", "språng", "jump", "hyppäys")                                                                    \
  X(kink, "taite", "knäck", "kink", "taite")                                                                         \
  X(no_edges, "Ei hyppäyksiä eikä taitteita.", "Inga språng och inga knäckar.", "No jumps and no kinks.",            \
    "Ei hyppäyksiä eikä taitteita.")                                                                                 \
  X(open_facts, "Mitä ei tiedetä", "Det som inte är känt", "What is not known", "Mitä ei tiedetä")                   \
  X(open_fact, "avoin tieto", "öppen uppgift", "open fact", "tieto puuttuu")                                         \
  X(varying, "vaihtelee kuukausittain", "varierar per månad", "varies by month", "vaihtelee joka kuukausi")          \
  X(assumption, "oletus", "antagande", "assumption", "oletus")                                                       \
  X(reading, "lain tulkinta", "tolkning av lagen", "reading of the law", "laki on epäselvä")                         \
  X(expected_value, "odotettu arvo", "väntat värde", "expected value", "arvo, jota odotamme")                        \
  X(standing, "kuten säännöissä", "som i reglerna", "as the rules take it", "kuten laskurissa")                      \
  X(assumed, "Oletettu", "Antaget", "Assumed", "Oletus")                                                             \
  X(not_given, "ei annettu", "inte angivet", "not given", "et kertonut")                                             \
  X(may_be, "voi olla", "kan vara", "may be", "voi olla")                                                            \
  X(proven, "todistettu", "bevisat", "proven", "varma")                                                              \
  X(found, "löydetty", "funnet", "found", "löydetty")                                                                \
  X(otherwise_in, "muulloin", "annars", "otherwise", "muulloin")                                                     \
  X(least, "vähintään", "minst", "least", "vähintään")                                                               \
  X(most, "enintään", "högst", "most", "enintään")                                                                   \
  X(no_open_facts, "Mikään avoin tieto, oletus tai tulkinta ei muuta lukua.",                                        \
    "Ingen öppen uppgift, inget antagande och ingen tolkning ändrar talet.",                                         \
    "No open fact, assumption or reading moves the figure.", "Mikään puuttuva tieto ei muuta lukua.")                \
  X(without_effect, "Ei muuta lukua: ", "Ändrar inte talet: ", "Without effect: ", "Ei muuta lukua: ")               \
  X(not_everywhere, "Osalla arvoista vastausta ei ole.", "För en del av värdena finns inget svar.",                  \
    "For some of the values there is no answer.", "Osa luvuista jää ilman vastausta.")                               \
  X(roundings_move, "Pyöristykset yksin siirtävät lukua enintään ", "Avrundningar ensamma flyttar talet högst ",     \
    "Roundings alone move the figure by at most ", "Pyöristys muuttaa lukua enintään ")

// One word in every language. Each is an object of its own, so that a program holds those it says.
struct Word {
  std::array<std::string_view, language_count> in;

#define CALC_WORD_DECLARED(name, fi, sv, en, fi_simple) static const Word name;
  CALC_WORDS(CALC_WORD_DECLARED)
#undef CALC_WORD_DECLARED
};

#define CALC_WORD_DEFINED(name, fi, sv, en, fi_simple) inline constexpr Word Word::name{{fi, sv, en, fi_simple}};
CALC_WORDS(CALC_WORD_DEFINED)
#undef CALC_WORD_DEFINED

inline std::string_view word(const Word& which, Language language) {
  return which.in[static_cast<std::size_t>(language)];
}

// "child2" → "child 2", in the reader's language; empty for the household's "".
std::string person_title(std::string_view person, Language language);

// "fi", "sv", "en", "fi-simple".
std::string_view language_code(Language language);
std::optional<Language> parse_language(std::string_view code);

}  // namespace ansio::explain
