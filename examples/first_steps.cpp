// A whole program with the engine in it: what more wage leaves, where it stops paying, and why a figure is what it is.
//
//   first_steps RULES CASE [LANGUAGE]
//   first_steps rules rules/fi/examples/disability-pension-part-time.yaml fi
#include <ansio/ansio.h>

#include <fstream>
#include <iostream>
#include <iterator>

namespace {

void print(const std::vector<ansio::Problem>& problems) {
  for (const ansio::Problem& problem : problems)
    std::cerr << problem.file << ':' << problem.line << ':' << problem.column << ": " << problem.message << ' '
              << problem.found << '\n';
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 3) {
    std::cerr << "first_steps RULES CASE [LANGUAGE]\n";
    return 2;
  }
  const std::string language = count > 3 ? arguments[3] : "en";

  const ansio::Outcome<ansio::Rules> rules = ansio::Rules::from_folder(arguments[1]);
  if (!rules) {
    print(rules.problems);
    return 1;
  }
  std::ifstream file(arguments[2], std::ios::binary);
  const std::string text(std::istreambuf_iterator<char>(file), {});
  const ansio::Outcome<ansio::Household> household = rules->read_case(arguments[2], text);
  if (!household) {
    print(household.problems);
    return 1;
  }

  const ansio::Outcome<ansio::CalcAnswer> answer = household->calc({.language = language});
  if (!answer) {
    print(answer.problems);
    return 1;
  }
  std::string first_figure;
  for (const ansio::ScenarioAnswer& scenario : answer->scenarios) {
    std::cout << scenario.name << '\n';
    for (const ansio::FigureAnswer& figure : scenario.figures) {
      if (figure.values.empty() || figure.values[0].value.exact == "0")
        continue;
      if (first_figure.empty())
        first_figure = figure.name;
      std::cout << "  " << figure.title << ": " << figure.values[0].value.shown << " (" << figure.name << ' '
                << figure.values[0].value.exact << ")\n";
    }
  }

  const ansio::Outcome<ansio::ExplainAnswer> why = household->explain({.figure = first_figure, .language = language});
  if (why)
    std::cout << why->title << " = " << why->with_amounts << '\n';

  const ansio::Outcome<ansio::EdgesAnswer> edges =
      household->edges({.vary = "client.wage=0:2000:1", .figures = {}, .language = language});
  if (edges)
    for (const ansio::EdgeAnswer& edge : edges->curves.front().edges)
      if (edge.is_jump)
        std::cout << edge.at.shown << ": " << edge.from.shown << " → " << edge.to.shown << '\n';
  return 0;
}
