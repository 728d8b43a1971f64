// Measures what docs/benchmarks.md sets targets for and prints the figures as JSON, natively and in WebAssembly, for
// run.mjs. Times are the best of several runs, in seconds of the processor (in WebAssembly, which knows no others, of
// the clock), so that what else the machine does matters little.
//
//   ansio_targets write IMAGE      native only: the image of the rules that the others read
//   ansio_targets measure IMAGE
//   ansio_targets growth IMAGE     time against the number of cases, points and months
#include <cstdio>
#include <cstring>
#include <ctime>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <utility>

#include "calc/analyse/edges/edges.h"
#include "calc/analyse/grid/grid.h"
#include "calc/base/document/json_reader.h"
#include "calc/case/names/names.h"
#include "calc/explain/figure/explain.h"
#include "calc/program/code/compiler.h"
#include "calc/program/columns/columns.h"
#include "calc/program/testing/bench_graph.h"
#include "calc/program/testing/rules_bench.h"
#include "calc/ruleset/image/image.h"
#include "calc/simulate/results/results.h"
#include "tests/floors.h"

namespace {

using namespace ansio::tests;

constexpr YearMonth january = YearMonth::of(2026, 1);
constexpr Shape couple_with_two{true, 2};
const Timeline a_month{true, january, 1};

// Everything given of a couple with two children, over 24 months.
constexpr const char* household = R"({"ansiopolku": 1, "start": "2025-01", "months": MONTHS, "municipality": "Tampere",
 "tenure": "rented", "rent": 1150, "client": {"age": 38, "wage": 1200}, "spouse": {"age": 36, "wage": 2450},
 "children": [{"age": 4}, {"age": 9}]})";

double seconds_of(const std::function<void()>& run, int repeats = 7) {
  double best = 1e9;
  for (int i = 0; i < repeats; ++i) {
    const std::clock_t start = std::clock();
    run();
    best = std::min(best, static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
  }
  return best;
}

// As often as makes a run long enough to be timed; the time of one.
double seconds_of_one(int times, const std::function<void()>& run, int repeats = 7) {
  return seconds_of(
             [&] {
               for (int i = 0; i < times; ++i)
                 run();
             },
             repeats) /
         times;
}

// Results that are summed up here cannot be optimised away.
volatile std::int64_t sink = 0;

void print(const std::string& name, double value) {
  std::printf("  \"%s\": %.9g,\n", name.c_str(), value);
}

[[noreturn]] void fail(const char* what, const Diagnostics& diagnostics = {}) {
  std::fprintf(stderr, "ansio_targets: %s%s%s\n", what, diagnostics.empty() ? "" : ": ",
               diagnostics.empty() ? "" : diagnostics[0].message.c_str());
  std::exit(2);
}

template <class T>
T expect(Result<T> result, const char* what) {
  if (!result)
    fail(what, result.diagnostics());
  return *std::move(result);
}

std::string bytes_of(const char* file) {
  std::ifstream in(file, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  if (bytes.empty())
    fail("no image");
  return bytes;
}

Case case_of(const RuleSet& rules, int months) {
  std::string text = household;
  text.replace(text.find("MONTHS"), std::strlen("MONTHS"), std::to_string(months));
  return expect(read_case(rules, expect(read_json("household", text), "household")), "household");
}

std::vector<Instance> headline_figures(const RuleSet& rules) {
  std::vector<Instance> wanted;
  for (const VariableId variable : headlines(rules))
    for (int person = 0; person < couple_with_two.person_count(); ++person) {
      const bool of_household = rules.variables[variable].entity == Entity::household;
      if (!of_household || person == 0)
        wanted.push_back({variable, of_household ? Instance::household : static_cast<std::uint8_t>(person)});
    }
  return wanted;
}

// The graph of about 300 instructions.
void measure_graph() {
  BenchCases cases;
  print("graph_straight_line", seconds_of_one(20, [&] { straight_line(cases); }) / bench_cases);
  const Program& program = graph_program();
  print("graph_instructions", static_cast<double>(program.instructions.size() - 1));
  ScalarMachine machine(program);
  print("graph_scalar", seconds_of([&] {
                          for (std::size_t i = 0; i < bench_cases; ++i) {
                            const std::int64_t inputs[] = {cases.wages[i], cases.rents[i], cases.ages[i]};
                            machine.run(inputs);
                          }
                        }) / bench_cases);
  for (const InstructionSet set : instruction_sets_here()) {
    Columns columns(program, {false, false, false}, set);
    columns.begin();
    const double seconds = seconds_of_one(20, [&] {
      for (std::size_t first = 0; first < bench_cases; first += columns.cases()) {
        for (std::size_t at = 0; at < columns.cases(); ++at) {
          columns.set(0, at, cases.wages[first + at]);
          columns.set(1, at, cases.rents[first + at]);
          columns.set(2, at, cases.ages[first + at]);
        }
        columns.run(columns.cases());
      }
    });
    for (std::size_t output = 0; output < bench_outputs; ++output)
      if (static_cast<std::int64_t>(columns.numerator(output, columns.cases() - 1)) != cases.amounts.back()[output])
        fail("the graph is not the same");
    print("graph_columns_" + std::string(name_of(set)), seconds / bench_cases);
  }
}

struct Asked {
  Question question;
  Program program;
  std::vector<std::int64_t> inputs;

  Asked(const RuleSet& rules, Question wanted) : question(std::move(wanted)) {
    Form form;
    std::optional<Program> compiled;
    if (form_of(rules, question, form))
      compiled = compile(rules, form);
    if (!compiled)
      fail("not compiled");
    program = *std::move(compiled);
    for (const InputSlot& slot : program.inputs) {
      const Value value = *question.given[slot.given].values[slot.index] * Fraction::from_integer(slot.scale);
      inputs.push_back(static_cast<std::int64_t>(value.numerator()));
    }
  }
};

double scalar_seconds(const Asked& asked) {
  ScalarMachine machine(asked.program);
  if (!machine.run(asked.inputs))
    fail("not sound");
  return seconds_of_one(
      200, [&] { sink = sink + (machine.run(asked.inputs) ? 1 : 0); }, 15);
}

// The real rules: everything asked and given of a couple with two children, a month and the year's tax.
void measure_household(const RuleSet& rules) {
  const Asked asked(rules, everything_of(rules, couple_with_two, a_month));
  const Program& program = asked.program;
  print("household_instructions", static_cast<double>(program.instructions.size() - 1));
  print("household_scalar", scalar_seconds(asked));
  const std::vector<bool> moves = movable(rules, asked.question);
  for (const InstructionSet set : instruction_sets_here()) {
    Columns columns(program, std::vector<bool>(program.inputs.size(), false), set);
    columns.begin();
    for (std::size_t i = 0; i < program.inputs.size(); ++i)
      for (std::size_t at = 0; at < columns.cases(); ++at)
        columns.set(i, at,
                    std::min(asked.inputs[i] +
                                 (moves[program.inputs[i].given] ? static_cast<std::int64_t>(at * (i + 1) % 5000) : 0),
                             program.inputs[i].high));
    print("household_columns_" + std::string(name_of(set)), seconds_of_one(
                                                                10, [&] { columns.run(columns.cases()); }, 15) /
                                                                static_cast<double>(columns.cases()));
  }

  // With explanation: the same run with every figure that the rules compute on the way, not only those asked for.
  Question every = asked.question;
  Machine machine(rules);
  for (VariableId id = 0; id < rules.variables.size(); ++id) {
    if (rules.variables[id].kind != Variable::Kind::rule || rules.variables[id].output)
      continue;
    const bool of_household = rules.variables[id].entity == Entity::household;
    for (int person = 0; person < (of_household ? 1 : couple_with_two.person_count()); ++person) {
      Question alone = asked.question;
      alone.wanted = {{id, of_household ? Instance::household : static_cast<std::uint8_t>(person)}};
      if (machine.answer(alone))
        every.wanted.push_back(alone.wanted[0]);
    }
  }
  const Asked explained(rules, every);
  print("figures_asked", static_cast<double>(asked.question.wanted.size()));
  print("figures_explained", static_cast<double>(every.wanted.size()));
  print("household_scalar_explained", scalar_seconds(explained));
}

// A person's questions: a case, the reasons of a figure, the curve of a plan.
void measure_case(const RuleSet& rules) {
  Machine machine(rules);
  const Answering answering(machine);
  const Case month = case_of(rules, 1);
  print("case", seconds_of_one(5, [&] { expect(compute_results(rules, month, answering), "case"); }));
  const std::vector<Instance> wanted = headline_figures(rules);
  const Question question = make_question(rules, month, month.scenarios[0], wanted);
  print("question", seconds_of_one(50, [&] { sink = sink + (machine.answer(question) ? 1 : 0); }));
  print("explain", seconds_of_one(5, [&] {
          expect(ansio::explain::explain(rules, question, wanted[0], month.start, Language::fi, answering), "explain");
        }));

  const Axis by_the_cent = expect(read_axis(rules, "client.wage=0:6000:0.01", {}, AxisStep::finest), "axis");
  const std::vector<VariableName> disposable{expect(parse_variable_name(rules, "disposable_income", {}), "figure")};
  print("edges", seconds_of([&] {
          expect(find_edges(rules, month, month.scenarios[0], by_the_cent, disposable, answering), "edges");
        }));

  const Case plan = case_of(rules, 24);
  const Axis wage = expect(read_axis(rules, "client.wage=0:6000:10", {}), "axis");
  const auto sweep = [&](const Answering& by) {
    sink = sink + static_cast<std::int64_t>(
                      expect(compute_grid(rules, plan, plan.scenarios[0], {wage}, wanted, months_of(plan), by), "sweep")
                          .points.size());
  };
  print("sweep_first", seconds_of([&] {
          Machine fresh(rules);
          sweep(Answering(fresh));
        }));
  print("sweep_again", seconds_of([&] { sweep(answering); }));
  print("sweep_in_columns", static_cast<double>(machine.counts().in_columns));
}

// From what is read to a first answer.
void measure_start(const std::string& image) {
  const auto first_answer = [](const RuleSet& rules) {
    Machine machine(rules);
    const Case month = case_of(rules, 1);
    sink = sink + (machine.answer(make_question(rules, month, month.scenarios[0], headline_figures(rules))) ? 1 : 0);
  };
  print("load_image", seconds_of([&] { sink = sink + (load_image(image) ? 1 : 0); }));
  print("start_image", seconds_of([&] { first_answer(expect(load_image(image), "image")); }));
#ifndef __EMSCRIPTEN__
  print("start_yaml", seconds_of([&] {
          first_answer(expect(load_rules(expect(read_directory(ANSIO_SOURCE_DIR "/rules"), "rules")), "rules"));
        }));
#endif
}

void print_growth(const char* what, std::size_t count, double seconds) {
  std::printf("  [\"%s\", %zu, %.9g],\n", what, count, seconds);
}

void measure_growth(const RuleSet& rules) {
  Machine machine(rules);
  const Answering answering(machine);
  const Case month = case_of(rules, 1);
  const std::vector<Instance> wanted = headline_figures(rules);
  const std::size_t block = 10'000;
  for (std::size_t cases = 100; cases <= 10'000'000; cases *= 10) {
    Series series;
    series.question = make_question(rules, month, month.scenarios[0], wanted);
    const std::size_t moving = 2;
    for (std::size_t i = 0; i < series.question.given.size() && series.moving.size() < moving; ++i)
      if (rules.variables[series.question.given[i].instance.variable].name == "wage") {
        series.moving.push_back(i);
        std::vector<Value>& values = series.values.emplace_back();
        for (std::size_t at = 0; at < std::min(cases, block); ++at)
          values.push_back(Fraction::from_ratio(static_cast<Int128>(at * 37 % 400'000), 100));
      }
    std::size_t answered = 0;
    const double seconds = seconds_of(
        [&] {
          for (std::size_t done = 0; done < cases; done += series.size())
            machine.answer(series, [&](std::size_t, const Result<Answer>& answer) { answered += answer ? 1 : 0; });
        },
        cases < block ? 7 : 2);
    if (answered % cases != 0)
      fail("refusals");
    print_growth("cases", cases, seconds);
  }
  for (int points = 100; points <= 1'000'000; points *= 10) {
    Axis wage = expect(read_axis(rules, "client.wage=0:9999.99:0.01", {}), "axis");
    wage.step = Fraction::from_ratio(1'000'000 / points, 100);
    const double seconds = seconds_of(
        [&] {
          expect(compute_grid(rules, month, month.scenarios[0], {wage}, {wanted[0]}, {month.start}, answering), "grid");
        },
        points < 10'000 ? 7 : 2);
    print_growth("points", wage.count(), seconds);
  }
  for (const int months : {12, 24, 48, 96}) {
    const Case plan = case_of(rules, months);
    const Question question = make_question(rules, plan, plan.scenarios[0], wanted);
    const double seconds = seconds_of(
        [&] {
          Machine fresh(rules);
          sink = sink + (fresh.answer(question) ? 1 : 0);
        },
        3);
    print_growth("months", static_cast<std::size_t>(months), seconds);
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3)
    fail("usage: ansio_targets write|measure|growth IMAGE");
#ifndef __EMSCRIPTEN__
  if (std::strcmp(argv[1], "write") == 0) {
    const std::string image = save_image_parts(rules_of_the_house()).core;
    std::ofstream(argv[2], std::ios::binary) << image;
    return 0;
  }
#endif
  const std::string image = bytes_of(argv[2]);
  const RuleSet rules = expect(load_image(image), "image");
  if (std::strcmp(argv[1], "growth") == 0) {
    std::puts("[");
    measure_growth(rules);
    std::puts("  []\n]");
    return 0;
  }
  std::puts("{");
  measure_graph();
  measure_household(rules);
  measure_case(rules);
  measure_start(image);
  std::puts("  \"end\": 0\n}");
  return 0;
}
