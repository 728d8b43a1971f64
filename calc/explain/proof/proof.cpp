// Walks from the figure to what it read, and so on, and writes a value down once all it read is written.
//
// Invariant: `places_` holds a figure once its step is complete; a figure that is open stands on the stack, so that
// the walk is as deep as memory allows, whatever chain of months it follows.
#include "calc/explain/proof/proof.h"

#include <algorithm>
#include <map>
#include <set>

namespace ansio::explain {
namespace {

class Prover {
 public:
  Prover(const RuleSet& rules, Tracer& tracer) : rules_(rules), tracer_(tracer) {}

  Result<Proof> prove(const FigureAt& root) {
    open(root);
    while (!stack_.empty()) {
      if (proof_.steps.size() + stack_.size() > most_proof_steps)
        return Diagnostic{.code = Code::too_large,
                          .message = "the figure rests on more values than a proof may hold",
                          .expected = "at most " + std::to_string(most_proof_steps),
                          .hint = "an earlier month, or a figure further down"};
      Open& top = stack_.back();
      if (top.next < top.needs.size())
        open(top.needs[top.next++]);
      else
        close();
      if (failure_)
        return *failure_;
    }
    return std::move(proof_);
  }

 private:
  struct Open {
    ProofStep step;
    std::vector<FigureAt> needs;
    std::size_t next = 0;
  };

  void open(const FigureAt& figure) {
    if (!begun_.insert(figure).second)
      return;
    const Result<Value> value = tracer_.value(figure);
    if (!value) {
      failure_ = value.diagnostics().front();
      return;
    }
    Open opened;
    opened.step.figure = figure;
    opened.step.origin = tracer_.origin(figure);
    opened.step.value = *value;
    const FormulaTrace trace = tracer_.trace(figure);
    opened.step.formula = trace.formula;
    opened.step.cells = parameter_uses(rules_, trace);
    const Variable& variable = rules_.variables[figure.instance.variable];
    if (trace.formula != nullptr && !figure.is_initial && variable.unsupported != no_variable)
      opened.needs.push_back({situation_of(rules_, figure.instance), figure.index});
    for (const TracedRead& read : trace.reads)
      for (int index = read.figure.index; index <= read.last_index; ++index)
        opened.needs.push_back({read.figure.instance, index, read.figure.is_initial});
    stack_.push_back(std::move(opened));
  }

  void close() {
    Open done = std::move(stack_.back());
    stack_.pop_back();
    for (const FigureAt& need : done.needs)
      done.step.reads.push_back(places_.at(need));
    std::sort(done.step.reads.begin(), done.step.reads.end());
    done.step.reads.erase(std::unique(done.step.reads.begin(), done.step.reads.end()), done.step.reads.end());
    places_.emplace(done.step.figure, proof_.steps.size());
    proof_.steps.push_back(std::move(done.step));
  }

  const RuleSet& rules_;
  Tracer& tracer_;
  Proof proof_;
  std::vector<Open> stack_;
  std::set<FigureAt> begun_;
  std::map<FigureAt, std::size_t> places_;
  std::optional<Diagnostic> failure_;
};

}  // namespace

Result<Proof> prove(const RuleSet& rules, const Question& question, const Instance& instance, YearMonth month,
                    const Answering& answering) {
  if (rules.variables[instance.variable].rate)
    return Diagnostic{.code = Code::wrong_use,
                      .message = "a rate compares two households and has no proof of its own",
                      .found = rules.variables[instance.variable].name,
                      .expected = "a figure of one household"};
  Question asked = question;
  asked.wanted = {instance};
  const Result<Answer> answer = answering(asked);
  if (!answer)
    return answer.diagnostics();
  Tracer tracer(rules, asked);
  if (Diagnostics refused = tracer.start(); !refused.empty())
    return refused;
  const FigureAt figure = tracer.figure_in(instance, month);
  // Month by month, so that no chain of previous() is followed all at once.
  for (int index = 0; index < figure.index; ++index)
    (void)tracer.value({instance, index});
  Result<Proof> proof = Prover(rules, tracer).prove(figure);
  if (!proof)
    return proof;
  const Value& theirs = answer->values.front()[static_cast<std::size_t>(figure.index)];
  const Value& ours = proof->steps.back().value;
  if (!(theirs == ours))
    return Diagnostic{.code = Code::internal,
                      .message = "the proof and the figure differ",
                      .found = to_decimal_text(ours),
                      .expected = to_decimal_text(theirs)};
  return proof;
}

}  // namespace ansio::explain
