// Every municipality, every month of law and forty shapes of households: nothing is missing, nothing errs; where the
// rules refuse (one situation of one autonomous region), they refuse everywhere alike.
#include <algorithm>

#include "calc/case/rows/batch.h"
#include "calc/program/definition/definition.h"
#include "calc/program/machine/machine.h"
#include "tests/floors.h"
#include "tests/law.h"
#include "tests/unit/household_shapes.h"

namespace ansio::tests {
namespace {

using testing::household_shapes;
using testing::law;

// A sanitized build is twenty times slower, the browser three times: they take each municipality in each month with
// some of the shapes.
#if defined(__SANITIZE_ADDRESS__) || defined(__EMSCRIPTEN__)
constexpr std::size_t every = 37;
#else
constexpr std::size_t every = 1;
#endif

struct Shape40 {
  std::vector<std::string_view> header{"date", "municipality"};
  std::vector<std::string_view> cells{"", ""};

  explicit Shape40(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find(' ', at), text.size());
      const std::string_view word = text.substr(at, end - at);
      const std::size_t sign = word.find('=');
      header.push_back(word.substr(0, sign));
      cells.push_back(word.substr(sign + 1));
      at = end + 1;
    }
  }
};

const Enumeration& municipalities() {
  const auto found = std::find_if(law().enums.begin(), law().enums.end(),
                                  [](const Enumeration& one) { return one.name == "municipality"; });
  return *found;
}

TEST(Everywhere, each_household_has_an_answer_in_each_municipality_and_month) {
  const std::vector<std::string>& places = municipalities().members;
  ASSERT_EQ(places.size(), 309U);
  BatchOptions options;
  options.get = {"disposable_income", "income_after_costs", "public_finances.balance", "client.employer.cost"};
  Machine machine(law(), answer_by_definition);
  const Answering answering = [&](const Question& question) { return machine.answer(question); };
  std::vector<std::size_t> refused(places.size());
  std::size_t asked = 0, failures = 0;
  std::string line;
  for (const std::string_view text : household_shapes) {
    Shape40 shape(text);
    const Result<Batch> batch = Batch::open(law(), shape.header, options, {});
    ASSERT_TRUE(batch) << to_text(batch.diagnostics().front());
    for (YearMonth month = law().law_from; month <= law().law_until; month.index += 1) {
      const std::string date = to_text(month);
      shape.cells[0] = date;
      for (std::size_t place = 0; place < places.size(); ++place) {
        if (++asked % every != 0)
          continue;
        shape.cells[1] = places[place];
        line.clear();
        if (batch->answer_row(shape.cells, {}, answering, line))
          continue;
        if (line.find("E509") != line.npos)
          ++refused[place];
        else if (++failures < 5)
          ADD_FAILURE() << text << ", " << places[place] << ", " << date << ": " << line;
      }
    }
  }
  EXPECT_EQ(asked, 309U * 48U * 40U);
  EXPECT_EQ(failures, 0U);
  const auto refusing = std::count_if(refused.begin(), refused.end(), [](std::size_t times) { return times > 0; });
  EXPECT_EQ(refusing, 16) << "the municipalities of the autonomous region";
  if (every == 1) {
    for (const std::size_t times : refused)
      EXPECT_TRUE(times == 0 || times == 48U * 40U) << times;
  }
}

}  // namespace
}  // namespace ansio::tests
