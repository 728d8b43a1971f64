// Finds rules that depend on themselves within a month, and tells the way around.
#include "calc/ruleset/check/cycles.h"

#include <algorithm>
#include <functional>
#include <set>

#include "calc/base/order/stable_sort.h"

namespace ansio::ruleset {
namespace {

enum class Reach : std::uint8_t { this_month, months_before, whole_year, years_before };

struct Read {
  VariableId variable = 0;
  Reach reach = Reach::this_month;
  friend auto operator<=>(const Read&, const Read&) = default;
};

// Each variable once per reach.
void collect(const Tree& tree, NodeId id, std::set<Read>& reads) {
  const Node& node = tree.nodes[id];
  const auto read = [&](Reach reach) { reads.insert({tree.nodes[tree.children_of(node)[0]].reference, reach}); };
  switch (node.kind) {
    case NodeKind::variable:
      reads.insert({node.reference, Reach::this_month});
      return;
    case NodeKind::previous:
      read(Reach::months_before);
      return;
    case NodeKind::year_to_date:
    case NodeKind::average:
      read(Reach::this_month);
      read(Reach::months_before);
      return;
    case NodeKind::year_sum:
    case NodeKind::at_year_start:
    case NodeKind::at_year_end:
    case NodeKind::this_year:
      read(Reach::whole_year);
      return;
    case NodeKind::last_year:
      read(Reach::years_before);
      return;
    default:
      for (const NodeId child : tree.children_of(node))
        collect(tree, child, reads);
  }
}

// The graph of one month. A vertex is a variable, or (past the variables) the initial value of one.
class Graph {
 public:
  enum class Kind : std::uint8_t { now, before, year };
  struct Edge {
    std::uint32_t to;
    Kind kind;
  };

  // Of one month, or of all months laid over each other.
  Graph(const RuleSet& rules, std::optional<YearMonth> month)
      : rules_(rules), count_(static_cast<std::uint32_t>(rules.variables.size())), edges_(2 * rules.variables.size()) {
    for (std::uint32_t i = 0; i < count_; ++i) {
      const Variable& variable = rules.variables[i];
      for (const DatedFormula& formula : variable.formulas)
        if (!month || &formula == formula_at(variable.formulas, *month))
          connect(i, formula);
      for (const Reading& reading : variable.readings)  // any of them may hold
        for (const DatedFormula& formula : reading.formulas)
          if (!month || &formula == formula_at(reading.formulas, *month))
            connect(i, formula);
      connect(count_ + i, variable.initial);
      if (variable.unsupported != no_variable)
        edges_[i].push_back({variable.unsupported, Kind::now});
    }
  }

  void find_cycles(std::vector<Cycle>& cycles, std::set<std::vector<VariableId>>& known) const {
    for (const std::vector<std::uint32_t>& group : groups(true))
      if (!report_through_year(group, cycles, known))
        for (const std::vector<std::uint32_t>& inner : groups(false, group))
          report_same_month(inner, cycles, known);
  }

 private:
  void connect(std::uint32_t from, const DatedFormula& formula) {
    if (formula.root == no_node)
      return;
    std::set<Read> reads;
    collect(rules_.tree, formula.root, reads);
    for (const Read& read : reads) {
      const bool has_initial = rules_.variables[read.variable].initial.root != no_node;
      switch (read.reach) {
        case Reach::this_month:
          edges_[from].push_back({read.variable, Kind::now});
          break;
        case Reach::whole_year:
          edges_[from].push_back({read.variable, Kind::year});
          break;
        case Reach::months_before:
          edges_[from].push_back({read.variable, Kind::before});
          // Before the first month stands the initial value; of an input, the first month itself.
          edges_[from].push_back({has_initial ? count_ + read.variable : read.variable,
                                  has_initial || rules_.variables[read.variable].kind == Variable::Kind::input
                                      ? Kind::now
                                      : Kind::before});
          break;
        case Reach::years_before:
          if (has_initial)
            edges_[from].push_back({count_ + read.variable, Kind::now});
          break;
      }
    }
  }

  // Groups of vertices that reach each other (Tarjan's algorithm, its stack kept by hand); of one vertex only when it
  // reads itself. With `past`, edges to the month before count.
  std::vector<std::vector<std::uint32_t>> groups(bool past, const std::vector<std::uint32_t>& only = {}) const {
    const std::size_t size = edges_.size();
    std::vector<bool> allowed(size, only.empty());
    for (const std::uint32_t vertex : only)
      allowed[vertex] = true;
    const auto follows = [&](const Edge& edge) { return (past || edge.kind != Kind::before) && allowed[edge.to]; };

    constexpr std::uint32_t unseen = 0xffffffff;
    struct Frame {
      std::uint32_t vertex;
      std::size_t next;
    };
    std::vector<std::uint32_t> order(size, unseen), low(size);
    std::vector<bool> open(size);
    std::vector<std::uint32_t> stack;
    std::vector<std::vector<std::uint32_t>> found;
    std::uint32_t counter = 0;
    for (std::uint32_t root = 0; root < size; ++root) {
      if (order[root] != unseen || !allowed[root])
        continue;
      std::vector<Frame> frames{{root, 0}};
      while (!frames.empty()) {
        Frame& frame = frames.back();
        const std::uint32_t vertex = frame.vertex;
        if (frame.next == 0 && order[vertex] == unseen) {
          order[vertex] = low[vertex] = counter++;
          stack.push_back(vertex);
          open[vertex] = true;
        }
        if (frame.next < edges_[vertex].size()) {
          const Edge& edge = edges_[vertex][frame.next++];
          if (!follows(edge))
            continue;
          if (order[edge.to] == unseen)
            frames.push_back({edge.to, 0});
          else if (open[edge.to])
            low[vertex] = std::min(low[vertex], order[edge.to]);
          continue;
        }
        frames.pop_back();
        if (!frames.empty())
          low[frames.back().vertex] = std::min(low[frames.back().vertex], low[vertex]);
        if (low[vertex] != order[vertex])
          continue;
        std::vector<std::uint32_t> group;
        do {
          group.push_back(stack.back());
          open[stack.back()] = false;
          stack.pop_back();
        } while (group.back() != vertex);
        const bool reads_itself = std::any_of(edges_[vertex].begin(), edges_[vertex].end(),
                                              [&](const Edge& edge) { return edge.to == vertex && follows(edge); });
        if (group.size() > 1 || reads_itself) {
          sort_stably(group, std::less<>());
          found.push_back(std::move(group));
        }
      }
    }
    return found;
  }

  // The shortest way from one vertex to another within the group, both ends included; empty when there is none.
  std::vector<std::uint32_t> way(std::uint32_t from, std::uint32_t to, bool past,
                                 const std::vector<std::uint32_t>& group) const {
    std::vector<std::uint32_t> came(edges_.size(), 0xffffffff);
    std::vector<std::uint32_t> queue{from};
    came[from] = from;
    for (std::size_t i = 0; i < queue.size() && came[to] == 0xffffffff; ++i)
      for (const Edge& edge : edges_[queue[i]])
        if ((past || edge.kind != Kind::before) && came[edge.to] == 0xffffffff &&
            std::binary_search(group.begin(), group.end(), edge.to)) {
          came[edge.to] = queue[i];
          queue.push_back(edge.to);
        }
    if (came[to] == 0xffffffff)
      return {};
    std::vector<std::uint32_t> path{to};
    while (path.back() != from)
      path.push_back(came[path.back()]);
    std::reverse(path.begin(), path.end());
    return path;
  }

  bool report_through_year(const std::vector<std::uint32_t>& group, std::vector<Cycle>& cycles,
                           std::set<std::vector<VariableId>>& known) const {
    std::vector<std::uint32_t> shortest;
    for (const std::uint32_t vertex : group)
      for (const Edge& edge : edges_[vertex])
        if (edge.kind == Kind::year && std::binary_search(group.begin(), group.end(), edge.to)) {
          std::vector<std::uint32_t> back = way(edge.to, vertex, true, group);
          if (shortest.empty() || back.size() < shortest.size())
            shortest = std::move(back);
        }
    if (shortest.empty())
      return false;
    add(shortest, cycles, known);
    return true;
  }

  void report_same_month(const std::vector<std::uint32_t>& group, std::vector<Cycle>& cycles,
                         std::set<std::vector<VariableId>>& known) const {
    std::vector<std::uint32_t> shortest;
    const std::uint32_t first = group.front();
    for (const Edge& edge : edges_[first])
      if (edge.kind != Kind::before && std::binary_search(group.begin(), group.end(), edge.to)) {
        std::vector<std::uint32_t> back = way(edge.to, first, false, group);
        if (shortest.empty() || back.size() < shortest.size())
          shortest = std::move(back);
      }
    add(shortest, cycles, known);
  }

  void add(const std::vector<std::uint32_t>& vertices, std::vector<Cycle>& cycles,
           std::set<std::vector<VariableId>>& known) const {
    // The way ends where the closing edge begins: told from there, it reads as the formulas do.
    Cycle cycle;
    const auto tell = [&](std::uint32_t vertex) {
      cycle.path.push_back(vertex % count_);
      cycle.text += cycle.text.empty() ? "" : " → ";
      cycle.text += vertex >= count_ ? "initial value of " + rules_.variables[vertex % count_].name
                                     : rules_.variables[vertex].name;
    };
    tell(vertices.back());
    for (const std::uint32_t vertex : vertices)
      tell(vertex);
    std::vector<VariableId> members = cycle.path;
    sort_stably(members, std::less<>());
    if (known.insert(std::move(members)).second)
      cycles.push_back(std::move(cycle));
  }

  const RuleSet& rules_;
  std::uint32_t count_;
  std::vector<std::vector<Edge>> edges_;
};

}  // namespace

std::vector<Cycle> find_cycles(const RuleSet& rules) {
  std::vector<Cycle> cycles;
  std::set<std::vector<VariableId>> known;
  Graph(rules, std::nullopt).find_cycles(cycles, known);
  if (cycles.empty())
    return cycles;
  // There may still be none in any single month. Between two changes of any formula all months have the same graph.
  cycles.clear();
  known.clear();
  std::set<YearMonth> months{rules.law_from};
  for (const Variable& variable : rules.variables)
    for (const DatedFormula& formula : variable.formulas)
      if (formula.from > rules.law_from)
        months.insert(formula.from);
  for (const Variable& variable : rules.variables)
    for (const Reading& reading : variable.readings)
      for (const DatedFormula& formula : reading.formulas)
        if (formula.from > rules.law_from)
          months.insert(formula.from);
  for (const YearMonth month : months)
    Graph(rules, month).find_cycles(cycles, known);
  return cycles;
}

}  // namespace ansio::ruleset
