// Measures the peer model natively and prints the figures as JSON, for run.mjs: the rules of this folder run by the
// engine, and the two hand-written models. Times are the best of several runs, in seconds.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "calc/analyse/axis/sweep.h"
#include "calc/program/code/compiler.h"
#include "calc/program/columns/columns.h"
#include "calc/program/definition/definition.h"
#include "calc/program/machine/machine.h"
#include "calc/program/scalar/scalar_machine.h"
#include "calc/ruleset/image/image.h"
#include "calc/ruleset/read/directory.h"
#include "calc/ruleset/read/load.h"
#include "tests/bench/peers/models.h"
#include "tests/floors.h"

namespace {

using namespace ansio::tests;

constexpr YearMonth june = YearMonth::of(2026, 6);
constexpr std::int64_t rent_in_cents = 60000;
constexpr int wages = 8001;  // 0 … 4000 EUR by 50 cents
constexpr int households = 100'000;

double seconds_of(const std::function<void()>& run) {
  constexpr int repeats = 9;
  double best = 1e9;
  for (int i = 0; i < repeats; ++i) {
    const auto start = std::chrono::steady_clock::now();
    run();
    best = std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
  }
  return best;
}

// Results that are summed up here cannot be optimised away.
volatile std::int64_t sink = 0;

std::int64_t wage_of(int number) {
  return static_cast<std::int64_t>(number) * 50 % 400'050;
}

std::int64_t cents_of(const Fraction& amount) {
  return static_cast<std::int64_t>((amount * Fraction::from_integer(100)).numerator());
}

std::int64_t cents_of(double amount) {
  return std::llround(amount * 100.0);
}

Question question_of(const RuleSet& rules) {
  const auto instance = [&](const char* name) { return Instance{*rules.find_variable(name), Instance::household}; };
  return {{},
          {true, june, 1, 0},
          {{instance("wage"), {Fraction{}}}, {instance("rent"), {Fraction::from_integer(rent_in_cents / 100)}}},
          {instance("peer.disposable_income")}};
}

void give_wage(Question& question, std::int64_t cents) {
  question.given[0].values[0] = Fraction::from_ratio(cents, 100);
}

// The compiled model with its wage as the one input that moves.
struct Compiled {
  Program program;
  std::size_t wage = 0, rent = 0;
  std::int64_t wage_scale = 1, rent_scale = 1;  // of a cent

  explicit Compiled(const RuleSet& rules) {
    Form form;
    Question question = question_of(rules);
    give_wage(question, 1);
    question.given[1].values[0] = Fraction::from_ratio(rent_in_cents + 1, 100);
    if (!form_of(rules, question, form))
      std::abort();
    program = *compile(rules, form);
    for (std::size_t i = 0; i < program.inputs.size(); ++i) {
      const bool is_wage = program.inputs[i].instance == question.given[0].instance;
      (is_wage ? wage : rent) = i;
      (is_wage ? wage_scale : rent_scale) = program.inputs[i].scale / 100;
    }
  }
};

std::int64_t cents_of(const Compiled& compiled, Int128 numerator) {
  const Int128 denominator = compiled.program.outputs[0].denominator;
  return static_cast<std::int64_t>(numerator * 100 / denominator);
}

void print(const char* name, double value, const char* after = ",") {
  std::printf("  \"%s\": %.9g%s\n", name, value, after);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("usage: ansio_peers FOLDER_OF_RULES\n", stderr);
    return 2;
  }
  const auto files = read_directory(argv[1]);
  if (!files)
    return 2;
  const Result<RuleSet> loaded = load_rules(*files);
  if (!loaded)
    return 2;
  const RuleSet& rules = *loaded;
  const Compiled compiled(rules);
  const Program& program = compiled.program;

  std::puts("{");
  print("instructions", static_cast<double>(program.instructions.size()));
  print("start_from_yaml", seconds_of([&] {
          const RuleSet again = *load_rules(*files);
          Machine machine(again);
          sink = sink + cents_of(machine.answer(question_of(again))->values[0][0]);
        }));
  const std::string image = save_image(rules);
  print("start_from_image", seconds_of([&] {
          const RuleSet again = *load_image(image);
          Machine machine(again);
          sink = sink + cents_of(machine.answer(question_of(again))->values[0][0]);
        }));

  Machine machine(rules);
  Question question = question_of(rules);
  ScalarMachine scalar(program);
  std::vector<std::int64_t> inputs(program.inputs.size());
  inputs[compiled.rent] = rent_in_cents * compiled.rent_scale;
  std::vector<bool> steady(program.inputs.size(), false);
  steady[compiled.rent] = true;
  Columns columns(program, steady);
  columns.set_steady(compiled.rent, inputs[compiled.rent]);
  columns.begin();
  const auto run_columns = [&](int count, const auto& take) {
    for (int done = 0; done < count;) {
      const int block = std::min(count - done, static_cast<int>(columns.cases()));
      for (int i = 0; i < block; ++i)
        columns.set(compiled.wage, static_cast<std::size_t>(i), wage_of(done + i) * compiled.wage_scale);
      columns.run(static_cast<std::size_t>(block));
      for (int i = 0; i < block; ++i)
        take(done + i, cents_of(compiled, columns.numerator(0, static_cast<std::size_t>(i))));
      done += block;
    }
  };

  // Wrong cents, against the definition in fractions of unlimited size.
  std::vector<std::int64_t> right;
  for (int i = 0; i < wages; ++i) {
    give_wage(question, wage_of(i));
    right.push_back(cents_of(answer_by_definition(rules, question)->values[0][0]));
  }
  int wrong_doubles = 0, wrong_exact = 0, wrong_scalar = 0, wrong_columns = 0;
  for (int i = 0; i < wages; ++i) {
    const std::int64_t wage = wage_of(i);
    const auto expected = right[static_cast<std::size_t>(i)];
    wrong_doubles +=
        cents_of(peers::disposable_income_in_doubles(static_cast<double>(wage) / 100.0, 600.0)) != expected;
    wrong_exact += peers::exact_disposable_income(wage, rent_in_cents) != expected;
    give_wage(question, wage);
    wrong_scalar += cents_of(machine.answer(question)->values[0][0]) != expected;
  }
  run_columns(wages, [&](int i, std::int64_t cents) { wrong_columns += cents != right[static_cast<std::size_t>(i)]; });
  print("wrong_cents_doubles", wrong_doubles);
  print("wrong_cents_exact", wrong_exact);
  print("wrong_cents_engine", wrong_scalar);
  print("wrong_cents_columns", wrong_columns);
  std::printf("  \"right\": [");
  for (int i = 0; i < wages; ++i)
    std::printf("%s%lld", i == 0 ? "" : ",", static_cast<long long>(right[static_cast<std::size_t>(i)]));
  std::puts("],");

  // One household at a time.
  constexpr int many = 200'000;
  print("single_doubles", seconds_of([&] {
                            double sum = 0;
                            for (int i = 0; i < many; ++i)
                              sum +=
                                  peers::disposable_income_in_doubles(static_cast<double>(wage_of(i)) / 100.0, 600.0);
                            sink = sink + static_cast<std::int64_t>(sum);
                          }) / many);
  print("single_exact", seconds_of([&] {
                          std::int64_t sum = 0;
                          for (int i = 0; i < many; ++i)
                            sum += peers::exact_disposable_income(wage_of(i), rent_in_cents);
                          sink = sink + sum;
                        }) / many);
  print("single_engine", seconds_of([&] {
                           std::int64_t sum = 0;
                           for (int i = 0; i < many; ++i) {
                             inputs[compiled.wage] = wage_of(i) * compiled.wage_scale;
                             scalar.run(inputs);
                             sum += cents_of(scalar.output(0));
                           }
                           sink = sink + sum;
                         }) / many);
  print("single_question", seconds_of([&] {
                             std::int64_t sum = 0;
                             for (int i = 0; i < many / 10; ++i) {
                               give_wage(question, wage_of(i));
                               sum += cents_of(machine.answer(question)->values[0][0]);
                             }
                             sink = sink + sum;
                           }) / (many / 10));

  const auto sum_up = [&](int count) {
    std::int64_t sum = 0;
    run_columns(count, [&](int, std::int64_t cents) { sum += cents; });
    sink = sink + sum;
  };
  print("sweep_doubles", seconds_of([&] {
          double sum = 0;
          for (int i = 0; i < 300; ++i)
            sum += peers::disposable_income_in_doubles(static_cast<double>(wage_of(i)) / 100.0, 600.0);
          sink = sink + static_cast<std::int64_t>(sum);
        }));
  print("sweep_exact", seconds_of([&] {
          std::int64_t sum = 0;
          for (int i = 0; i < 300; ++i)
            sum += peers::exact_disposable_income(wage_of(i), rent_in_cents);
          sink = sink + sum;
        }));
  print("sweep_columns", seconds_of([&] { sum_up(300); }));
  print("households_doubles", seconds_of([&] {
          double sum = 0;
          for (int i = 0; i < households; ++i)
            sum += peers::disposable_income_in_doubles(static_cast<double>(wage_of(i)) / 100.0, 600.0);
          sink = sink + static_cast<std::int64_t>(sum);
        }));
  print("households_exact", seconds_of([&] {
          std::int64_t sum = 0;
          for (int i = 0; i < households; ++i)
            sum += peers::exact_disposable_income(wage_of(i), rent_in_cents);
          sink = sink + sum;
        }));
  print("households_columns", seconds_of([&] { sum_up(households); }), "");
  std::puts("}");
  return 0;
}
