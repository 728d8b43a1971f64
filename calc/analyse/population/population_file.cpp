// Reading what a population is drawn from, strictly.
#include <algorithm>

#include "calc/analyse/population/population.h"
#include "calc/base/limits/limits.h"
#include "calc/case/values/value.h"
#include "calc/ruleset/read/fields.h"

namespace ansio::analyse {
namespace {

class PopulationReading {
 public:
  PopulationReading(const RuleSet& rules, Diagnostics& diagnostics) : rules_(rules), diagnostics_(diagnostics) {}

  void read_draw(const Document& document) {
    Fields fields(document, document.position, "a draw", diagnostics_);
    if (!fields.is_map())
      return;
    Draw draw;
    const bool named = read_name_of(fields, draw);
    if (const Document* source = fields.take("source"))
      read_text(*source, diagnostics_);
    if (const Document* cases = fields.take("cases")) {
      if (!cases->is_list() || cases->items.empty())
        report(diagnostics_, Code::wrong_kind, cases->position, "cases are a list of distributions", describe(*cases));
      for (const Document& one : cases->items) {
        Fields inner(one, one.position, "a case", diagnostics_);
        if (inner.is_map())
          read_distribution(inner, draw);
        inner.finish();
      }
    } else {
      read_distribution(fields, draw);
    }
    fields.finish();
    if (named)
      population_.draws.push_back(std::move(draw));
  }

  Population take() { return std::move(population_); }

 private:
  bool read_name_of(Fields& fields, Draw& draw) {
    const Document* column = fields.take("column");
    const Document* name = column != nullptr ? column : fields.require("draw");
    if (name == nullptr)
      return false;
    const std::optional<std::string> text = read_text(*name, diagnostics_);
    if (!text)
      return false;
    draw.name = *text;
    for (const Draw& other : population_.draws)
      if (other.name == draw.name) {
        report(diagnostics_, Code::duplicate_key, name->position, "a draw stands twice", draw.name);
        return false;
      }
    if (column == nullptr)
      return true;
    const Result<VariableName> variable = parse_variable_name(rules_, draw.name, column->position);
    if (!variable) {
      diagnostics_.push_back(variable.diagnostics().front());
      return false;
    }
    draw.column = *variable;
    return true;
  }

  void read_distribution(Fields& fields, Draw& draw) {
    Distribution distribution;
    if (const Document* when = fields.take("when"))
      read_conditions(*when, distribution);
    const Document* choose = fields.take("choose");
    const Document* between = fields.take("between");
    const Document* quantiles = fields.take("quantiles");
    const Document* step = fields.take("step");
    const int ways = (choose != nullptr) + (between != nullptr) + (quantiles != nullptr);
    if (ways != 1) {
      report(diagnostics_, ways == 0 ? Code::missing_key : Code::unknown_key, fields.where(),
             "a value is drawn in one way", std::to_string(ways) + " ways", "choose, between or quantiles");
      return;
    }
    const std::size_t problems = diagnostics_.size();
    if (choose != nullptr)
      read_choice(*choose, draw, distribution);
    else if (between != nullptr)
      read_range(*between, draw, distribution);
    else
      read_quantiles(*quantiles, draw, distribution);
    if (step != nullptr) {
      const std::optional<Fraction> size = read_number(*step, diagnostics_);
      if (choose != nullptr || (size && size->sign() <= 0))
        report(diagnostics_, Code::wrong_kind, step->position, "a step above 0 between numbers", describe(*step));
      else if (size)
        distribution.step = *size;
    }
    if (diagnostics_.size() == problems)
      draw.distributions.push_back(std::move(distribution));
  }

  void read_choice(const Document& choose, const Draw& draw, Distribution& distribution) {
    if (!choose.is_map() || choose.entries.empty()) {
      report(diagnostics_, Code::wrong_kind, choose.position, "a choice is a map from values to weights",
             describe(choose), "a map such as {rented: 7, owned: 3}");
      return;
    }
    std::uint64_t sum = 0;
    for (const auto& [value, weight] : choose.entries) {
      check_value(value.scalar, value.position, draw);
      const std::optional<std::int32_t> read = read_whole_number(weight, diagnostics_);
      if (read && (*read < 1 || *read > largest_weight))
        report(diagnostics_, Code::wrong_kind, weight.position, "a weight out of bounds", weight.scalar,
               "a whole number from 1 to 1000000000");
      sum += static_cast<std::uint64_t>(std::max(read.value_or(0), 0));
      distribution.texts.push_back(value.scalar);
      distribution.cumulative.push_back(sum);
    }
  }

  void read_range(const Document& between, const Draw& draw, Distribution& distribution) {
    if (!between.is_list() || between.items.size() != 2) {
      report(diagnostics_, Code::wrong_kind, between.position, "a range is its lowest and its highest value",
             describe(between), "a list such as [18, 64]");
      return;
    }
    distribution.is_even = true;
    for (std::size_t i = 0; i < 2; ++i)
      if (const auto value = read_numeric(between.items[i], draw))
        distribution.quantiles.push_back({Fraction::from_integer(static_cast<std::int64_t>(i)), *value});
    check_order(between, distribution);
  }

  void read_quantiles(const Document& quantiles, const Draw& draw, Distribution& distribution) {
    const Fraction hundred = Fraction::from_integer(100);
    if (!quantiles.is_list() || quantiles.items.size() < 2) {
      report(diagnostics_, Code::wrong_kind, quantiles.position, "quantiles are a list of shares and values",
             describe(quantiles), "a list such as [[0, 300], [50, 700], [100, 1500]]");
      return;
    }
    for (const Document& pair : quantiles.items) {
      if (!pair.is_list() || pair.items.size() != 2) {
        report(diagnostics_, Code::wrong_kind, pair.position, "a quantile is a share and a value", describe(pair),
               "a list such as [50, 700]");
        continue;
      }
      const std::optional<Fraction> share = read_number(pair.items[0], diagnostics_);
      const auto value = read_numeric(pair.items[1], draw);
      if (share && value)
        distribution.quantiles.push_back({*share / hundred, *value});
    }
    if (distribution.quantiles.size() == quantiles.items.size() &&
        (distribution.quantiles.front().share.sign() != 0 ||
         distribution.quantiles.back().share != Fraction::from_integer(1)))
      report(diagnostics_, Code::wrong_kind, quantiles.position, "quantiles begin at 0 and end at 100 per cent");
    check_order(quantiles, distribution);
  }

  void check_order(const Document& document, const Distribution& distribution) {
    const auto descends = [](const Quantile& a, const Quantile& b) { return a.share >= b.share || a.value > b.value; };
    const std::vector<Quantile>& all = distribution.quantiles;
    if (std::adjacent_find(all.begin(), all.end(), descends) != all.end())
      report(diagnostics_, Code::wrong_kind, document.position, "shares and values ascend");
  }

  std::optional<Fraction> read_numeric(const Document& document, const Draw& draw) {
    const std::optional<Fraction> number = read_number(document, diagnostics_);
    if (number)
      check_value(document.scalar, document.position, draw);
    return number;
  }

  // A column's value must be one that a batch would take.
  void check_value(const std::string& text, const Position& where, const Draw& draw) {
    if (!draw.column)
      return;
    const Result<Value> value = read_value(rules_, rules_.variables[draw.column->variable], text, where);
    if (!value)
      diagnostics_.push_back(value.diagnostics().front());
  }

  void read_conditions(const Document& when, Distribution& distribution) {
    if (!when.is_map()) {
      report(diagnostics_, Code::wrong_kind, when.position, "conditions are a map from earlier draws to values",
             describe(when));
      return;
    }
    for (const auto& [name, values] : when.entries) {
      const auto found = std::find_if(population_.draws.begin(), population_.draws.end(),
                                      [&, &key = name](const Draw& draw) { return draw.name == key.scalar; });
      if (found == population_.draws.end()) {
        std::vector<std::string> names;
        for (const Draw& draw : population_.draws)
          names.push_back(draw.name);
        const std::string nearest = nearest_name(name.scalar, names);
        report(diagnostics_, Code::unknown_name, name.position, "no earlier draw has this name", name.scalar, {},
               nearest.empty() ? "" : "did you mean '" + nearest + "'?");
        continue;
      }
      DrawCondition condition;
      condition.draw = static_cast<std::size_t>(found - population_.draws.begin());
      read_condition(values, *found, condition);
      distribution.when.push_back(std::move(condition));
    }
  }

  void read_condition(const Document& values, const Draw& of, DrawCondition& condition) {
    if (values.is_map()) {
      Fields fields(values, values.position, "a range of numbers", diagnostics_);
      if (const Document* from = fields.take("from"))
        condition.lowest = read_number(*from, diagnostics_);
      if (const Document* to = fields.take("to"))
        condition.highest = read_number(*to, diagnostics_);
      fields.finish();
      return;
    }
    std::vector<const Document*> all;
    if (values.is_list())
      for (const Document& one : values.items)
        all.push_back(&one);
    else
      all.push_back(&values);
    for (const Document* one : all) {
      if (!one->is_scalar()) {
        report(diagnostics_, Code::wrong_kind, one->position, "a value of an earlier draw", describe(*one));
        continue;
      }
      if (!can_come_to(of, one->scalar))
        report(diagnostics_, Code::bad_value, one->position, of.name + " never comes to this", one->scalar);
      condition.texts.push_back(one->scalar);
    }
  }

  static bool can_come_to(const Draw& draw, const std::string& text) {
    return std::any_of(draw.distributions.begin(), draw.distributions.end(), [&](const Distribution& distribution) {
      return distribution.texts.empty() ||
             std::find(distribution.texts.begin(), distribution.texts.end(), text) != distribution.texts.end();
    });
  }

  const RuleSet& rules_;
  Diagnostics& diagnostics_;
  Population population_;
};

}  // namespace

Result<Population> read_population(const Document& document, const RuleSet& rules) {
  Diagnostics diagnostics;
  Fields fields(document, document.position, "a population", diagnostics);
  if (!fields.is_map())
    return diagnostics;
  if (const Document* name = fields.require("population"))
    read_name(*name, "the name of a population", diagnostics);
  PopulationReading reading(rules, diagnostics);
  if (const Document* draws = fields.require("draws")) {
    if (!draws->is_list() || draws->items.empty())
      report(diagnostics, Code::wrong_kind, draws->position, "draws are a list", describe(*draws));
    for (const Document& draw : draws->items)
      reading.read_draw(draw);
  }
  fields.finish();
  if (has_errors(diagnostics))
    return diagnostics;
  return reading.take();
}

}  // namespace ansio::analyse
