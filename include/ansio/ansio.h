// The engine for programs in C++: load rules, read a case, and ask what happens to its money.
//
//   const ansio::Outcome<ansio::Rules> rules = ansio::Rules::from_folder("rules");
//   if (!rules) return print(rules.problems);
//   const ansio::Outcome<ansio::Household> household = rules->read_case("case.yaml", text);
//   const ansio::Outcome<ansio::CalcAnswer> answer = household->calc({.figures = {"disposable_income"}});
//   answer->scenarios[0].figures[0].values[0].exact     // "1234.5"
//
// examples/first_steps.cpp is a whole program.
//
// Values go in and come out as texts, exactly as a case and the JSON of the command have them (docs/cases.md,
// docs/json.md): a number in decimals, exact when it has at most six of them and otherwise rounded half away from zero
// to six; a per-cent variable in per cent ("43.5"); "true" and "false"; a member of an enumeration by its name; a month
// "2026-05" and a date "2026-05-12". Beside it stands the same for people, with its unit, in the language asked for.
// Nothing on the way to a value is binary floating point.
//
// A name is a variable's with its person before it: "rent", "client.wage", "child2.age". Where a question is asked a
// person's variable without a person is the client's. A month is "YYYY-MM".
//
// Languages are "fi", "sv", "en" and "fi-simple".
//
// Nothing is thrown: what is wrong is told in Outcome::problems, all at once, each with its place, in English or, where
// the rules word it, in the language asked for. Rules and households are handles: copies are cheap and share what they
// were made from, and a household keeps its rules. Any number of threads may share Rules; a Household answers one
// question at a time.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Marks what the shared library shows; everything else in it is hidden.
#if defined(__GNUC__)
#define ANSIO_API __attribute__((visibility("default")))
#else
#define ANSIO_API
#endif

namespace ansio {

// What is wrong, or worth a warning. Names and numbers of codes are stable (docs/language.md lists them).
struct Problem {
  std::string code = {};  // "bad_value"
  int number = 0;         // 503
  bool is_error = true;
  std::string file = {};      // as it was handed over; empty where there is none
  int line = 0;               // from 1; 0: no place
  int column = 0;             // in characters, from 1
  std::string message = {};   // what is wrong, one sentence
  std::string found = {};     // the offending text
  std::string expected = {};  // what would be right
  std::string hint = {};      // the nearest name, the conversion to write
};

// A value, with warnings perhaps; or no value and at least one error.
template <class T>
struct Outcome {
  std::optional<T> value;
  std::vector<Problem> problems;

  explicit operator bool() const { return value.has_value(); }
  const T& operator*() const { return *value; }
  const T* operator->() const { return &*value; }
};

// A file of rules, from wherever it comes: the manifest is the one called ruleset.yaml.
struct RuleFile {
  std::string path = {};  // with '/' between folders
  std::string text = {};
};

// What rules can be asked for, or told.
struct VariableFacts {
  std::string name = {};  // "client.wage" is this variable of the client: "wage"
  bool of_person = true;  // false: the household's
  bool is_input = true;   // false: computed
  bool is_output = false;
  std::string unit = {};   // "EUR/month"; "1" without one, "%" of a per-cent variable; empty of what is no number
  std::string title = {};  // in the language asked for
};

// A value in both writings.
struct ValueText {
  std::string exact = {};  // "1234.5"; empty where there is none
  std::string shown = {};  // "1 234,50 €/kk"
};

struct MonthValue {
  std::string month = {};  // of a yearly figure its year, "2026"
  ValueText value = {};
};

// ---- calc: every figure of every scenario, month by month

struct CalcQuestion {
  std::vector<std::string> figures = {};  // without a person, whosoever they are; empty: the outputs of the rules
  std::string language = "en";
};

struct FigureAnswer {
  std::string name = {};  // "client.net_income"
  std::string title = {};
  std::string unit = {};
  std::vector<MonthValue> values = {};
  bool overridden = false;  // a computed figure that the case gave
};

// Something to report or to know, and the months shown in which it begins to hold.
struct NoticeAnswer {
  std::string name = {};
  std::string title = {};
  std::string says = {};  // in the first of the months
  std::vector<std::string> months = {};
  std::vector<std::string> due = {};  // the days by when, one a month; empty without one
};

// An unverified rule, input or parameter that the figures rest on.
struct AssumptionAnswer {
  std::string name = {};
  std::string note = {};
  bool material = true;  // false: it was read, but made no difference
};

struct ScenarioAnswer {
  std::string name = {};
  std::vector<FigureAnswer> figures = {};
  std::vector<NoticeAnswer> notices = {};
  std::vector<AssumptionAnswer> assumptions = {};
};

struct CalcAnswer {
  bool typical = true;                   // one month that stands for all; false: a plan
  std::vector<std::string> months = {};  // those shown
  std::vector<ScenarioAnswer> scenarios = {};
};

// ---- explain: the tree behind one figure

struct ExplainQuestion {
  std::string figure = {};
  std::string month = {};     // empty: the first shown
  std::string scenario = {};  // empty: the first
  std::string language = "en";
};

// A figure of the law that was used.
struct ParameterAnswer {
  std::string name = {};
  std::string title = {};
  std::string valid_from = {};  // a month; empty of a scale's bands
  std::string value = {};       // as shown; empty of a table of bands
  std::string source = {};
};

struct ExplainAnswer {
  std::string name = {};
  std::string title = {};
  std::string month = {};  // of a yearly figure its year
  ValueText value = {};
  std::string origin = {};            // "computed", "given", "default", "override" or "initial"
  std::string formula = {};           // as the rules have it; empty where nothing was computed
  std::string with_amounts = {};      // the same with the amounts put in
  std::string says = {};              // a sentence for the client
  std::vector<std::string> law = {};  // "571/2007 9 §"
  std::vector<ParameterAnswer> parameters = {};
  bool seen = false;                      // explained earlier in the tree, and not opened again
  std::vector<ExplainAnswer> reads = {};  // the figures it was computed from
};

// ---- edges: every jump and kink of a figure along one input

struct EdgesQuestion {
  std::string vary = {};                  // "client.wage=0:3000" or "client.wage=0:3000:10"
  std::vector<std::string> figures = {};  // empty: the one that matters most
  std::string scenario = {};              // empty: the first
  std::string language = "en";
};

struct CauseAnswer {
  std::string figure = {};                   // whose rule decides
  std::string condition = {};                // as the rules have it
  std::vector<std::string> parameters = {};  // names of those it rests on
};

struct EdgeAnswer {
  bool is_jump = true;           // false: a kink
  ValueText at = {}, next = {};  // of the input: the last point before, the first after
  ValueText from = {}, to = {};  // of the figure there
  ValueText break_even = {};     // of a jump down: where the figure is what it was again; empty where none was found
  std::vector<CauseAnswer> causes = {};  // the weightiest first
};

struct CurveAnswer {
  std::string figure = {};
  std::string month = {};  // a month, a year; empty: the sum of the months shown
  ValueText first = {}, last = {};
  std::vector<EdgeAnswer> edges = {};  // in the order of the axis
};

struct EdgesAnswer {
  std::vector<CurveAnswer> curves = {};
};

// ---- solve: the most or the least of an input such that a condition holds in every month shown

struct SolveQuestion {
  std::string vary = {};
  std::string most_such_that = {};   // one of these two: a condition as in rules,
  std::string least_such_that = {};  // "disposable_income >= base.disposable_income"
  std::string scenario = {};         // empty: the first
  std::string against = {};          // what `base.` means: a scenario, or "client.wage=0"; empty: the first scenario
  std::string language = "en";
};

struct StretchAnswer {
  ValueText from = {}, to = {};
};

struct SolveAnswer {
  std::optional<ValueText> value = {};        // nothing: the condition holds nowhere on the axis
  bool depends = true;                        // false: it is the same whatever the input is
  std::vector<StretchAnswer> stretches = {};  // in which it holds
  bool has_more = false;                      // there are further ones
  std::vector<CauseAnswer> causes = {};       // of its failing beyond the answer
};

// ---- batch: one household a row, a typical month each

struct BatchQuestion {
  std::vector<std::string> header = {};  // names as in a case; "date", "id", "error" and "expect:…" as in the command
  std::vector<std::vector<std::string>> rows = {};  // a text for each column; empty: not given
  std::vector<std::string> figures = {};            // wanted, each with its person
  std::string date = {};                            // the month of rows without a column `date`
};

struct RowAnswer {
  std::vector<std::string> values = {};  // one for each wanted figure; empty of a person the row does not have
  std::string error = {};                // why there are none
};

struct BatchAnswer {
  std::vector<RowAnswer> rows = {};  // in the order asked
};

class Household;

// The law of one country, checked and linked.
class ANSIO_API Rules {
 public:
  // A folder with a manifest in it or below; overlays are paths of files, applied in turn. Errors: those of
  // docs/language.md, and io for what cannot be read.
  static Outcome<Rules> from_folder(const std::string& folder, const std::vector<std::string>& overlays = {});
  static Outcome<Rules> from_files(const std::vector<RuleFile>& files, const std::vector<RuleFile>& overlays = {});
  // Bytes of `ansio check --image FILE`. Error: bad_image when they are damaged or of another version.
  static Outcome<Rules> from_image(std::string_view bytes);

  [[nodiscard]] std::string name() const;
  [[nodiscard]] std::string version() const;
  [[nodiscard]] std::string hash() const;       // of all texts of the rules, in hexadecimal
  [[nodiscard]] std::string law_from() const;   // the first month whose law they know,
  [[nodiscard]] std::string law_until() const;  // and the last

  // Every input and every output, in the order of the rules; `language` as above, English for any other.
  [[nodiscard]] std::vector<VariableFacts> variables(std::string_view language = "en") const;

  // A case in YAML or JSON (docs/cases.md); `name` stands in the places of errors. Errors: bad_case, unknown_variable,
  // bad_value, out_of_bounds, no_such_person, bad_date, date_out_of_range, and those of the text's format.
  [[nodiscard]] Outcome<Household> read_case(std::string_view name, std::string_view text) const;

  // Errors are the header's: unknown_variable, no_such_person, duplicate_key, wrong_use, bad_date. What is wrong with a
  // row stands in the row.
  [[nodiscard]] Outcome<BatchAnswer> batch(const BatchQuestion& question) const;

 private:
  struct Loaded;
  friend class Household;
  explicit Rules(std::shared_ptr<const Loaded> loaded) : loaded_(std::move(loaded)) {}
  std::shared_ptr<const Loaded> loaded_;
};

// A case that was read, to be asked. All questions: wrong_use for a language, scenario or month there is none of;
// unknown_variable and no_such_person for a name; unsupported, in the words of the rules, where they have no answer.
class ANSIO_API Household {
 public:
  [[nodiscard]] Outcome<CalcAnswer> calc(const CalcQuestion& question = {}) const;
  [[nodiscard]] Outcome<ExplainAnswer> explain(const ExplainQuestion& question) const;
  // Exact to the smallest step of the input; also too_many_points for an axis that cannot be searched.
  [[nodiscard]] Outcome<EdgesAnswer> edges(const EdgesQuestion& question) const;
  // Also the errors of formulas, for the condition.
  [[nodiscard]] Outcome<SolveAnswer> solve(const SolveQuestion& question) const;

 private:
  struct Read;
  friend class Rules;
  explicit Household(std::shared_ptr<const Read> read) : read_(std::move(read)) {}
  std::shared_ptr<const Read> read_;
};

}  // namespace ansio
