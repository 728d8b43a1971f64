// Names the condition behind an edge and the parameters it rests on, as they were evaluated there.
#include "calc/analyse/edges/edge_causes.h"

#include <algorithm>
#include <set>
#include <string_view>

namespace ansio::analyse {
namespace {

constexpr int deepest = 4;             // rules between a condition and its parameters
constexpr std::size_t most_named = 6;  // parameters of one cause

const Value* value_in(const FormulaTrace& trace, NodeId node) {
  for (const TracedNode& traced : trace.nodes)
    if (traced.node == node)
      return &traced.value;
  return nullptr;
}

// The band whose limit is nearest to what the scale is applied to.
int nearest_band(const Fraction& x, const std::vector<Fraction>& cells) {
  int nearest = -1;
  Fraction least;
  for (std::size_t band = 0; band + 1 < cells.size(); band += 2) {
    const Fraction off = x < cells[band] ? cells[band] - x : x - cells[band];
    if (nearest >= 0 && !(off < least))
      continue;
    nearest = static_cast<int>(band / 2);
    least = off;
  }
  return nearest;
}

// A formula may run over lines.
std::string on_one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool space = c == '\n' || c == ' ';
    if (!space)
      line += c;
    else if (!line.empty() && line.back() != ' ')
      line += ' ';
  }
  return line;
}

// Parameters near a condition: its own, else those of what it reads, formula by formula outwards.
class NearestParameters {
 public:
  NearestParameters(const RuleSet& rules, Tracer& tracer) : rules_(rules), tracer_(tracer) {}

  std::vector<ParameterUse> of(const FigureAt& figure, NodeId node) {
    const FormulaTrace trace = tracer_.trace(figure);
    std::vector<ParameterUse> uses = parameter_uses(rules_, trace, node);
    name_bands(trace, uses);
    std::vector<FigureAt> open = reads_of(trace, node);
    for (int depth = 0; depth < deepest && uses.empty() && !open.empty(); ++depth) {
      std::vector<FigureAt> further;
      for (const FigureAt& read : open) {
        if (!seen_.insert(read).second)
          continue;
        const FormulaTrace inner = tracer_.trace(read);
        add(uses, parameter_uses(rules_, inner));
        for (const FigureAt& next : reads_of(inner, no_node))
          further.push_back(next);
      }
      open = std::move(further);
    }
    if (uses.size() > most_named)
      uses.erase(uses.begin() + static_cast<std::ptrdiff_t>(most_named), uses.end());
    return uses;
  }

 private:
  void add(std::vector<ParameterUse>& uses, std::vector<ParameterUse>&& more) {
    for (ParameterUse& use : more) {
      const bool known = std::any_of(uses.begin(), uses.end(), [&](const ParameterUse& other) {
        return other.parameter == use.parameter && other.keys == use.keys;
      });
      if (!known)
        uses.push_back(std::move(use));
    }
  }

  // Variables read in the part of the formula under `node`, or in all of it.
  std::vector<FigureAt> reads_of(const FormulaTrace& trace, NodeId node) {
    std::set<VariableId> named;
    for (const TracedNode& traced : trace.nodes)
      if (node == no_node || is_under(rules_.tree, node, traced.node)) {
        const Node& read = rules_.tree.nodes[traced.node];
        if (read.kind == NodeKind::variable)
          named.insert(read.reference);
        else if (const auto children = rules_.tree.children_of(read);
                 children.size() == 1 && rules_.tree.nodes[children[0]].kind == NodeKind::variable)
          named.insert(rules_.tree.nodes[children[0]].reference);
      }
    std::vector<FigureAt> reads;
    for (const TracedRead& read : trace.reads)
      if (named.contains(read.figure.instance.variable))
        reads.push_back(read.figure);
    return reads;
  }

  void name_bands(const FormulaTrace& trace, std::vector<ParameterUse>& uses) {
    for (ParameterUse& use : uses) {
      if (rules_.parameters[use.parameter].kind != Parameter::Kind::scale)
        continue;
      for (const TracedNode& traced : trace.nodes) {
        const Node& scale = rules_.tree.nodes[traced.node];
        if (scale.kind != NodeKind::scale || scale.reference != use.parameter)
          continue;
        if (const Value* x = value_in(trace, rules_.tree.children_of(scale)[0]))
          use.band = nearest_band(*x, use.in_force->cells);
      }
    }
  }

  const RuleSet& rules_;
  Tracer& tracer_;
  std::set<FigureAt> seen_;
};

}  // namespace

YearMonth month_of_index(const RuleSet& rules, const Timeline& timeline, VariableId variable, int index) {
  if (timeline.typical)
    return timeline.first;
  const bool yearly = rules.variables[variable].period == Period::year;
  return YearMonth{timeline.first.index + (yearly ? 12 * index : index)};
}

std::vector<ParameterUse> CauseReader::parameters_of(const EdgeCause& cause, const Value& at) const {
  Question question = question_;
  for (Given& given : question.given)
    if (given.instance == moved_)
      std::fill(given.values.begin(), given.values.end(), at);
  Tracer tracer(rules_, question);
  if (!tracer.start().empty())
    return {};
  const int index = cause.indexes.front();
  // Month by month, so that no chain of previous() is followed all at once.
  for (int month = 0; month < index; ++month)
    (void)tracer.value({cause.instance, month});
  return NearestParameters(rules_, tracer).of({cause.instance, index, cause.is_initial}, cause.node);
}

DescribedCause CauseReader::describe(const EdgeCause& cause, const Value& at) {
  DescribedCause described{&cause, {}, {}};
  if (cause.node == no_node || cause.indexes.empty())
    return described;
  const Variable& variable = rules_.variables[cause.instance.variable];
  const YearMonth month = month_of_index(rules_, question_.timeline, cause.instance.variable, cause.indexes.front());
  const DatedFormula* formula =
      cause.is_initial ? &variable.initial : formula_at(variable, chosen_reading(question_, variable.choice), month);
  const Node& node = rules_.tree.nodes[cause.node];
  if (formula != nullptr && node.source_end <= formula->text.size())
    described.condition =
        on_one_line(std::string_view(formula->text).substr(node.source_begin, node.source_end - node.source_begin));
  const Place place{{cause.instance, cause.indexes.front(), cause.is_initial}, cause.node};
  const bool has_scale = node.kind == NodeKind::scale;
  const auto known = known_.find(place);
  if (known != known_.end() && !has_scale) {
    described.parameters = known->second;
    return described;
  }
  described.parameters = parameters_of(cause, at);
  known_[place] = described.parameters;
  return described;
}

}  // namespace ansio::analyse
