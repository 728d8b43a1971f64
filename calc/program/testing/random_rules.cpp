// Random rule sets and questions drawn from a list of decisions, so that a failing one can be made smaller.
#include "calc/program/testing/random_rules.h"

#include "calc/language/tree/node_facts.h"
#include "calc/program/testing/rule_set_builder.h"

namespace ansio::program {
namespace {

// Kinds that make a number of one number and carry nothing else: a new one is drawn as soon as it is in the list.
const std::vector<NodeKind> of_one_number = [] {
  std::vector<NodeKind> kinds;
  for (std::size_t i = 0; i < node_kind_count; ++i) {
    const auto kind = static_cast<NodeKind>(i);
    const NodeFacts& facts = facts_of(kind);
    if (facts.types.known && facts.types.of == Type::Kind::number && facts.types.gives == Type::Kind::number &&
        facts.children.fewest == 1 && facts.children.most == 1 && facts.reference == Reference::none)
      kinds.push_back(kind);
  }
  return kinds;
}();

class RandomRules {
 public:
  RandomRules(const std::vector<std::uint32_t>& decisions, const RandomOptions& options)
      : decisions_(decisions), options_(options) {}

  RandomCase made() {
    declare();
    for (int i = 0; i < options_.rule_count; ++i)
      add_rule(i);
    RandomCase result;
    const Question first = question();
    for (int i = 0; i < 3; ++i)
      result.questions.push_back(with_values(first));
    result.rules = builder_.rules();
    return result;
  }

 private:
  unsigned below(unsigned count) { return next_ < decisions_.size() ? decisions_[next_++] % count : 0; }
  bool rarely() { return below(8) == 7; }

  void declare() {
    builder_.rules().enums.push_back({"kind", {}, {"one", "two", "three"}, {}});
    const int large = options_.huge ? 1'000'000'000 : 1000;
    inputs_.push_back(builder_.input("amount", Entity::household, 0, large));
    inputs_.push_back(builder_.input("change", Entity::person, -500, 500));
    inputs_.push_back(builder_.input("hours", Entity::person, 0, 60, 1));
    inputs_.push_back(builder_.input("fallback", Entity::person, 0, large));
    builder_.set_default(inputs_.back(), builder_.number("12.34"));
    flag_ = builder_.input("flag", Entity::person, 0, 1, 0);
    builder_.rules().variables[flag_].type.kind = Type::Kind::boolean;
    kind_ = builder_.input("kind", Entity::household, 0, 2, 0);
    builder_.rules().variables[kind_].type.kind = Type::Kind::enumeration;
    born_ = builder_.input("born", Entity::person, 0, 0, 0);
    builder_.rules().variables[born_].type.kind = Type::Kind::month;
    builder_.rules().variables[born_].lowest.reset();
    builder_.rules().variables[born_].highest.reset();
    day_ = builder_.input("day", Entity::person, 0, 0, 0);
    builder_.rules().variables[day_].type.kind = Type::Kind::date;
    builder_.rules().variables[day_].lowest.reset();
    builder_.rules().variables[day_].highest.reset();
    limit_ = builder_.parameter(
        "limit",
        {{YearMonth::of(2020, 1), "100"}, {YearMonth::of(2025, 1), "110.25"}, {YearMonth::of(2025, 8), "120.5"}});
    if (options_.failures)
      broken_ = builder_.parameter("broken", {{YearMonth::of(2025, 3), "7"}});
    by_kind_ = builder_.table("by_kind", {TableKey{true, 0, 0, 2}}, {"1.5", "20", "300.25"});
    by_range_ = builder_.table("by_range", {TableKey{false, 0, 1, 2}, TableKey{false, 0, 0, 3}},
                               {"1", "2", "3", "4", "-5", "6", "7.125", "8"});
    scales_.push_back(builder_.scale("rising", {"0", "0.1", "100", "0.25", "500", "0.4375"}));
    scales_.push_back(builder_.scale("falling", {"50", "0.5", "80", "0.1", "90", "0.3", "200", "-0.05"}));
  }

  void add_rule(int number) {
    person_ = below(2) == 1;
    yearly_ = below(4) == 3;
    const Entity entity = person_ ? Entity::person : Entity::household;
    const VariableId rule = builder_.rule_without_formula("rule" + std::to_string(number), entity);
    Variable& variable = builder_.rules().variables[rule];
    variable.period = yearly_ ? Period::year : Period::month;
    const NodeId initial = below(2) == 1 ? no_node : amount(1);
    const NodeId formula = initial != no_node && !yearly_ && below(3) == 2
                               ? builder_.node(NodeKind::if_else, {condition(1), amount(options_.depth),
                                                                   builder_.read_through(NodeKind::previous, rule)})
                               : amount(options_.depth);
    builder_.set_formula(rule, formula, initial);
    if (rarely()) {
      DatedFormula later;
      later.from = YearMonth::of(2025, 6);
      later.root = amount(2);
      builder_.rules().variables[rule].formulas.push_back(later);
    }
    rules_.push_back(rule);
    bindings_ = 0;
  }

  NodeId choice(std::initializer_list<const char*> texts) {
    return builder_.number(texts.begin()[below(static_cast<unsigned>(texts.size()))]);
  }

  // The reading of a variable that the rule at hand may make, or a constant when there is none.
  NodeId reading(VariableId variable) {
    const Variable& read = builder_.rules().variables[variable];
    const auto whose = [&](NodeId node) {
      if (read.entity == Entity::household)
        return node;
      Node& made = builder_.rules().tree.nodes[node];
      if (!person_ && !inside_)
        made.selector = Selector::client;
      else if (person_ && inside_ && below(3) == 2)
        made.selector = Selector::self;
      else
        made.selector = below(4) == 3 ? Selector::client : Selector::element;
      return node;
    };
    const auto through = [&](NodeKind how, std::uint32_t months = 0) {
      return builder_.node(how, {whose(builder_.read(variable))}, months);
    };
    const bool remembered = read.kind == Variable::Kind::input || read.initial.root != no_node;
    if (read.period == Period::year) {
      if (remembered && rarely())
        return through(NodeKind::last_year);
      return yearly_ ? whose(builder_.read(variable)) : through(NodeKind::this_year);
    }
    if (yearly_) {
      const NodeKind kinds[] = {NodeKind::year_sum, NodeKind::at_year_start, NodeKind::at_year_end};
      return through(kinds[below(3)]);
    }
    switch (below(10)) {
      case 6:
        return remembered ? through(NodeKind::previous) : builder_.number("3");
      case 7:
        return through(NodeKind::year_to_date);
      case 8:
        return through(NodeKind::average, 1 + below(12));
      case 9:
        return read.kind == Variable::Kind::input ? through(NodeKind::year_sum) : whose(builder_.read(variable));
      default:
        return whose(builder_.read(variable));
    }
  }

  NodeId any_variable() {
    if (!rules_.empty() && below(2) == 1)
      return reading(rules_[below(static_cast<unsigned>(rules_.size()))]);
    return reading(inputs_[below(static_cast<unsigned>(inputs_.size()))]);
  }

  NodeId leaf() {
    switch (below(5)) {
      case 0:
        return choice({"0", "1", "0.05", "12.345", "-3", "100", "0.333333", "1000000"});
      case 1:
        return builder_.read_parameter(broken_ && rarely() ? *broken_ : limit_);
      default:
        return any_variable();
    }
  }

  NodeId amount(int depth) {
    if (depth == 0)
      return leaf();
    const auto two = [&](NodeKind kind) {
      const NodeId a = amount(depth - 1);
      return builder_.node(kind, {a, amount(depth - 1)});
    };
    switch (below(21)) {
      case 0:
        return leaf();
      case 20:
        return person_ || inside_
                   ? builder_.role(NodeKind::position, person_ && below(2) == 1 ? Selector::self : Selector::element)
                   : leaf();
      case 1:
      case 2:
        return two(NodeKind::add);
      case 3:
        return two(NodeKind::subtract);
      case 4:
        return builder_.node(NodeKind::multiply, {amount(depth - 1), options_.huge ? amount(depth - 1) : leaf()});
      case 5:
        return two(NodeKind::minimum);
      case 6:
        return two(NodeKind::maximum);
      case 7:
        return builder_.node(of_one_number[below(static_cast<unsigned>(of_one_number.size()))], {amount(depth - 1)});
      case 8:
      case 9:
      case 10: {
        const NodeKind kinds[] = {NodeKind::round_half_away, NodeKind::round_down, NodeKind::round_up};
        const NodeKind kind = kinds[below(3)];
        const NodeId x = amount(depth - 1);
        return builder_.node(kind, {x, choice({"1", "0.01", "0.05", "10", "2.5", "0.03"})});
      }
      case 11:
      case 12: {
        const NodeId asked = condition(depth - 1);
        const NodeId then = amount(depth - 1);
        return builder_.node(NodeKind::if_else, {asked, then, amount(depth - 1)});
      }
      case 13: {
        const ParameterId table = scales_[below(2)];
        return builder_.read_scale(table, amount(depth - 1));
      }
      case 14:
        return division(depth);
      case 15:
        return looked_up();
      case 16:
        return aggregate({NodeKind::sum, NodeKind::max_of, NodeKind::min_of}, depth);
      case 17:
        return below(2) == 0 ? aggregate({NodeKind::count, NodeKind::count, NodeKind::count}, depth)
                             : builder_.node(NodeKind::to_number, {condition(depth - 1)});
      case 18: {
        const std::uint32_t binding = bindings_++;
        const NodeId bound = amount(depth - 1);
        const NodeId twice = builder_.node(NodeKind::add, {builder_.node(NodeKind::binding, {}, binding),
                                                           builder_.node(NodeKind::binding, {}, binding)});
        return builder_.node(NodeKind::let, {bound, twice}, binding);
      }
      default:
        return below(2) == 0 ? builder_.convert(amount(depth - 1), below(2) == 0 ? Fraction::from_integer(12)
                                                                                 : Fraction::from_ratio(1, 12))
                             : month_number();
    }
  }

  NodeId division(int depth) {
    const NodeId a = amount(depth - 1);
    const NodeId b = amount(depth - 1);
    const NodeId ratio = builder_.node(NodeKind::divide, {a, b});
    NodeId safe = ratio;
    switch (below(options_.failures ? 5 : 4)) {
      case 0:
        safe = builder_.node(NodeKind::divide, {a, builder_.node(NodeKind::maximum, {b, builder_.number("0.5")})});
        break;
      case 1:
        safe = builder_.node(NodeKind::if_else, {builder_.node(NodeKind::greater, {b, builder_.number("0")}), ratio,
                                                 builder_.number("0")});
        break;
      case 2:
        safe = builder_.node(NodeKind::if_else,
                             {builder_.node(NodeKind::equal, {b, builder_.number("0")}), builder_.number("1"), ratio});
        break;
      case 3:
        safe = builder_.node(NodeKind::if_else, {builder_.node(NodeKind::less, {b, builder_.number("-1")}), ratio, a});
        break;
      default:
        break;
    }
    return below(2) == 0 ? builder_.node(NodeKind::round_half_away, {safe, builder_.number("0.01")}) : safe;
  }

  NodeId looked_up() {
    if (yearly_ || below(2) == 0)
      return builder_.read_parameter(by_kind_, {yearly_ ? choice({"0", "1", "2"}) : builder_.read(kind_)});
    const auto key = [&](const char* low, const char* high) {
      const NodeId whole = builder_.node(NodeKind::round_down, {any_variable(), builder_.number("1")});
      if (options_.failures && below(2) == 1)
        return below(2) == 1 ? any_variable() : whole;
      return builder_.node(NodeKind::minimum,
                           {builder_.node(NodeKind::maximum, {whole, builder_.number(low)}), builder_.number(high)});
    };
    const NodeId first = key("1", "2");
    return builder_.read_parameter(by_range_, {first, key("0", "3")});
  }

  NodeId aggregate(std::initializer_list<NodeKind> kinds, int depth) {
    const NodeKind kind = kinds.begin()[below(static_cast<unsigned>(kinds.size()))];
    const People sets[] = {People::persons, People::adults, People::children, People::others};
    const People set = sets[below(4)];
    const bool outside = inside_;
    inside_ = true;
    const bool boolean = kind == NodeKind::count || kind == NodeKind::any || kind == NodeKind::all;
    const NodeId body = boolean ? condition(depth - 1) : amount(depth - 1);
    inside_ = outside;
    return builder_.over(kind, set, body);
  }

  NodeId month() {
    switch (below(yearly_ ? 2 : 5)) {
      case 4:
        return builder_.node(NodeKind::month_of, {date()});
      case 0:
        return builder_.node(NodeKind::this_month, {});
      case 1:
        builder_.rules().tree.constants.push_back(Fraction::from_integer(YearMonth::of(1999, 11).index));
        return builder_.node(NodeKind::constant, {},
                             static_cast<std::uint32_t>(builder_.rules().tree.constants.size() - 1));
      case 2:
        return builder_.node(NodeKind::add_months,
                             {builder_.node(NodeKind::this_month, {}), choice({"1", "-7", "30"})});
      default:
        return person_ || inside_ ? builder_.read(born_) : builder_.read(born_, Selector::client);
    }
  }

  NodeId date() {
    const auto read = [&] { return person_ || inside_ ? builder_.read(day_) : builder_.read(day_, Selector::client); };
    switch (below(3)) {
      case 0: {
        const NodeId first = builder_.node(NodeKind::this_month, {});
        return builder_.node(NodeKind::date_in,
                             {yearly_ ? first : month(), below(2) == 0 ? choice({"1", "15", "31"}) : leaf()});
      }
      case 1:
        return yearly_ ? builder_.node(NodeKind::date_in, {month(), leaf()}) : read();
      default:
        return builder_.node(NodeKind::add_days,
                             {yearly_ ? builder_.node(NodeKind::date_in, {month(), leaf()}) : read(),
                              below(2) == 0 ? choice({"1", "-40", "0.5", "1000"}) : leaf()});
    }
  }

  NodeId date_number() {
    if (below(2) == 0)
      return builder_.node(below(2) == 0 ? NodeKind::day_of : NodeKind::weekday_of, {date()});
    const NodeKind kind = below(2) == 0 ? NodeKind::days_between : NodeKind::weekdays_between;
    const NodeId a = date();
    return builder_.node(kind, {a, date()});
  }

  NodeId month_number() {
    if (below(2) == 0)
      return date_number();
    const NodeKind facts[] = {NodeKind::year_of, NodeKind::month_of_year, NodeKind::weekdays, NodeKind::days};
    if (below(2) == 0)
      return builder_.node(facts[below(4)], {month()});
    const NodeKind kind = below(2) == 0 ? NodeKind::months_between : NodeKind::years_between;
    const NodeId a = month();
    return builder_.node(kind, {a, month()});
  }

  NodeId condition(int depth) {
    const NodeKind comparisons[] = {NodeKind::less,          NodeKind::less_equal, NodeKind::greater,
                                    NodeKind::greater_equal, NodeKind::equal,      NodeKind::not_equal};
    if (depth <= 0 || below(4) == 0) {
      if (!yearly_ && below(3) == 1)
        return person_ || inside_ ? builder_.read(flag_) : builder_.read(flag_, Selector::client);
      const NodeKind kind = comparisons[below(6)];
      const NodeId a = leaf();
      return builder_.node(kind, {a, leaf()});
    }
    switch (below(9)) {
      case 0:
      case 1: {
        const NodeKind kind = below(2) == 0 ? NodeKind::logical_and : NodeKind::logical_or;
        const NodeId a = condition(depth - 1);
        return builder_.node(kind, {a, condition(depth - 1)});
      }
      case 2:
        return builder_.node(NodeKind::logical_not, {condition(depth - 1)});
      case 3:
        return aggregate({NodeKind::any, NodeKind::all}, depth);
      case 4:
        return builder_.role(NodeKind::exists, below(2) == 0 ? Selector::spouse : Selector::partner);
      case 5: {
        if (!person_ && !inside_)
          return builder_.node(NodeKind::typical_month, {});
        const Selector roles[] = {Selector::client, Selector::spouse, Selector::child};
        return builder_.role(NodeKind::is_role, roles[below(3)]);
      }
      case 6:
        return builder_.role(NodeKind::given, Selector::client, inputs_[3]);
      default: {
        const NodeKind kind = comparisons[below(6)];
        const NodeId a = amount(depth - 1);
        return builder_.node(kind, {a, amount(depth - 1)});
      }
    }
  }

  Question question() {
    Question question;
    question.shape.spouse = below(2) == 1;
    question.shape.children = static_cast<std::uint8_t>(below(3));
    question.timeline.typical = !options_.plan;
    question.timeline.first =
        options_.plan ? YearMonth::of(2025, 1) : YearMonth::of(2025, 1 + static_cast<int>(below(12)));
    question.timeline.months = options_.plan ? 24 : 1;
    question.timeline.start = options_.plan ? static_cast<int>(below(15)) : 0;
    const auto each = [&](VariableId variable, auto&& use) {
      if (builder_.rules().variables[variable].entity == Entity::household)
        return use(Instance{variable, Instance::household});
      for (int person = 0; person < question.shape.person_count(); ++person)
        use(Instance{variable, static_cast<std::uint8_t>(person)});
    };
    const auto give = [&](Instance instance) {
      Given given{instance, {}};
      const bool yearly = builder_.rules().variables[instance.variable].period == Period::year;
      given.values.resize(static_cast<std::size_t>(yearly && options_.plan ? 2 : question.timeline.months), Value{});
      if (options_.failures && below(60) == 59)
        given.values[below(static_cast<unsigned>(given.values.size()))].reset();
      if (rarely())
        give_past(given, below(14));
      question.given.push_back(std::move(given));
    };
    // Only the months before the plan are known.
    const auto give_past_alone = [&](Instance instance) {
      Given given{instance, {}};
      const bool yearly = builder_.rules().variables[instance.variable].period == Period::year;
      const int count = yearly && options_.plan ? 2 : question.timeline.months;
      given.values.resize(static_cast<std::size_t>(count));
      for (int i = 0; i < (yearly ? 0 : question.timeline.start); ++i)
        given.values[static_cast<std::size_t>(i)] = Value{};
      give_past(given, 1 + below(3));
      question.given.push_back(std::move(given));
      question.wanted.push_back(instance);
    };
    for (const VariableId input : inputs_)
      if (builder_.rules().variables[input].required || below(2) == 1)
        each(input, give);
    for (const VariableId input : {flag_, kind_, born_, day_})
      each(input, give);
    for (const VariableId rule : rules_) {
      if (rarely())
        each(rule, give);
      else if (rarely())
        each(rule, give_past_alone);
      else
        each(rule, [&](Instance instance) { question.wanted.push_back(instance); });
    }
    return question;
  }

  static void give_past(Given& given, unsigned months) {
    given.before = static_cast<int>(months);
    given.continues = true;
    given.values.insert(given.values.begin(), months, Value{});
  }

  Question with_values(Question question) {
    for (Given& given : question.given) {
      const Variable& variable = builder_.rules().variables[given.instance.variable];
      for (std::optional<Value>& value : given.values)
        if (value)
          value = random_value(variable);
    }
    return question;
  }

  Value random_value(const Variable& variable) {
    if (variable.type.kind == Type::Kind::month)
      return Fraction::from_integer(YearMonth::of(1950, 1).index + below(12 * 80));
    if (variable.type.kind == Type::Kind::date)
      return Fraction::from_integer(-20000 + static_cast<int>(below(90000)));
    const Fraction low = variable.lowest.value_or(Fraction::from_integer(-700));
    const Fraction high = variable.highest.value_or(Fraction::from_integer(700));
    switch (below(6)) {
      case 1:
        return low;
      case 2:
        return high;
      default:
        break;
    }
    std::int64_t scale = 1;
    const int decimals = variable.type.kind != Type::Kind::number ? 0 : rarely() ? 5 : variable.decimals;
    for (int i = 0; i < decimals; ++i)
      scale *= 10;
    const auto steps = static_cast<std::uint64_t>(((high - low) * Fraction::from_integer(scale)).numerator()) + 1;
    const std::uint64_t picked = (std::uint64_t{below(0xffffffff)} << 16 | below(65536)) % steps;
    return low + Fraction::from_ratio(static_cast<Int128>(picked), scale);
  }

  const std::vector<std::uint32_t>& decisions_;
  const RandomOptions options_;
  std::size_t next_ = 0;
  RuleSetBuilder builder_;
  std::vector<VariableId> inputs_, rules_;
  std::vector<ParameterId> scales_;
  VariableId flag_ = 0, kind_ = 0, born_ = 0, day_ = 0;
  ParameterId limit_ = 0, by_kind_ = 0, by_range_ = 0;
  std::optional<ParameterId> broken_;
  std::uint32_t bindings_ = 0;
  bool person_ = false, yearly_ = false, inside_ = false;
};

}  // namespace

RandomCase random_case(const std::vector<std::uint32_t>& decisions, const RandomOptions& options) {
  return RandomRules(decisions, options).made();
}

}  // namespace ansio::program
