// Households under today's law and under another one: an overlay, or the law of another month.
#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>
#include <ostream>

#include "calc/base/text/characters.h"
#include "calc/case/read/known_law.h"
#include "calc/case/values/value.h"
#include "calc/cli/print/report.h"
#include "calc/cli/report/reform_report.h"
#include "calc/cli/rows/parallel_rows.h"
#include "calc/cli/rows/row_command.h"
#include "calc/cli/source/analysis_file.h"
#include "calc/cli/source/case_source.h"
#include "calc/cli/source/rules_source.h"

namespace ansio::cli {
namespace {

struct ReformArguments {
  std::string overlay;
  RowOptions rows;
  std::string against;
};

// What a block of rows comes to: its lines, when they are wanted, and its sums.
struct BlockAnswer {
  std::string lines;
  ReformSummary summary;
  std::uint64_t failed_rows = 0;
};

constexpr std::size_t gain = 0, purse = 1, group = 2;  // places among the wanted figures

class Comparison {
 public:
  Comparison(const Batch& before, const Batch& after, bool writes_lines, const BatchOptions& options)
      : before_(before),
        after_(after),
        writes_lines_(writes_lines),
        is_marked_(before.is_marked() || after.is_marked()),
        dialect_(options.output_dialect),
        words_(options.words) {}

  [[nodiscard]] std::string header_line() const {
    std::vector<std::string> cells{"id"};
    for (const std::size_t i : {gain, purse})
      for (const char* side : {"before:", "after:", "change:"})
        cells.push_back(side + before_.wanted_names()[i]);
    cells.push_back(before_.wanted_names()[group]);
    if (is_marked_)
      cells.insert(cells.end(), {"expected", "warning"});
    cells.emplace_back("error");
    std::string line;
    append_csv_row(line, cells, dialect_);
    return line;
  }

  BlockAnswer answer(const RowBlock& block, const Answering& by_before, const Answering& by_after) const {
    const std::vector<RowTexts> texts = block.rows();
    const std::vector<BatchRow> rows = before_.read_rows(texts);
    const std::vector<RowFigures> all_before = before_.compute(rows, by_before);
    const std::vector<RowFigures> all_after = after_.compute(after_.read_rows(texts), by_after);
    BlockAnswer answer;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const RowFigures& before = all_before[i];
      const RowFigures& after = all_after[i];
      if (before && after)
        answer.summary.add({*(*before)[gain], *(*after)[gain], *(*before)[purse], *(*after)[purse],
                            static_cast<std::int64_t>((*before)[group]->numerator())});
      else
        ++answer.failed_rows;
      if (writes_lines_)
        write(rows[i], before, after, answer.lines);
    }
    return answer;
  }

 private:
  // "before:disposable_income after:disposable_income", and the warning of the later month.
  void add_marks(YearMonth month, std::vector<std::string>& cells) const {
    std::string names;
    std::optional<Diagnostic> warning;
    for (const auto& [side, batch] : {std::pair("before:", &before_), std::pair("after:", &after_)}) {
      const YearMonth of = batch->date().value_or(month);
      for (const std::string_view name : batch->expected_figures(of))
        names += (names.empty() ? "" : " ") + (side + std::string(name));
      if (!warning)
        warning = warning_past_law(batch->rules(), of, {});
    }
    cells.push_back(std::move(names));
    cells.push_back(warning ? words_({*warning}) : std::string());
  }

  void write(const BatchRow& row, const RowFigures& before, const RowFigures& after, std::string& out) const {
    const bool is_whole = before && after;
    std::vector<std::string> cells{row.id};
    const auto next = [&](std::size_t i, const Value& value) {
      const Variable& variable = before_.rules().variables[before_.wanted()[i].variable];
      std::string text = value_text(before_.rules(), variable, value);
      cells.push_back(variable.type.kind == Type::Kind::number ? write_number_cell(std::move(text), dialect_)
                                                               : std::move(text));
    };
    for (const std::size_t i : {gain, purse}) {
      if (!is_whole) {
        cells.resize(cells.size() + 3);
        continue;
      }
      next(i, *(*before)[i]);
      next(i, *(*after)[i]);
      next(i, *(*after)[i] - *(*before)[i]);
    }
    if (is_whole)
      next(group, *(*before)[group]);
    else
      cells.emplace_back();
    if (is_marked_ && is_whole)
      add_marks(row.row->date, cells);
    else if (is_marked_)
      cells.resize(cells.size() + 2);
    cells.push_back(is_whole ? std::string() : words_((before ? after : before).diagnostics()));
    append_csv_row(out, cells, dialect_);
  }

  const Batch& before_;
  const Batch& after_;
  bool writes_lines_;
  bool is_marked_;
  Dialect dialect_;
  std::function<std::string(const Diagnostics&)> words_;
};

// What the measures may rest on in the month of a side, and whether it is past the law that is known.
void note_expected(const Batch& batch, ReformSide& side, Diagnostics& warnings) {
  const std::optional<YearMonth> month = batch.date();
  if (!month || !batch.expected_reads().any_in(*month))
    return;
  std::vector<VariableId> figures;
  for (const VariableName& name : batch.wanted())
    figures.push_back(name.variable);
  side.expected = batch.expected_reads().of(figures, *month);
  if (const auto warning = warning_past_law(side.rules, *month, {}); warning && warnings.empty())
    warnings.push_back(*warning);
}

// The rules with the overlay on top of those that both sides have.
std::unique_ptr<RuleSet> load_other_rules(Session& session, const std::string& overlay) {
  Session other = session;
  if (!overlay.empty())
    other.overlays.push_back(overlay);
  auto rules = load_session_rules(other);
  session.exit_code = other.exit_code;
  return rules;
}

struct Laws {
  std::unique_ptr<RuleSet> before, after;
  ReformMeasures measures;
  std::optional<YearMonth> date, against;
};

std::optional<Laws> load_laws(Session& session, const ReformArguments& arguments) {
  Laws laws;
  if (arguments.overlay.empty() && arguments.against.empty()) {
    misuse(session, "reform", "a reform is an overlay, or the law of another month", {}, "OVERLAY, --against 2026-01");
    return std::nullopt;
  }
  if (!read_month_option(session, "--date", arguments.rows.date, laws.date) ||
      !read_month_option(session, "--against", arguments.against, laws.against) ||
      !check_delimiter(session, arguments.rows))
    return std::nullopt;
  laws.before = load_session_rules(session);
  if (!laws.before)
    return std::nullopt;
  const auto file = load_analysis_file(session, *laws.before, "reform.yaml");
  if (!file)
    return std::nullopt;
  const Result<ReformMeasures> measures = read_reform_measures(file->document, *laws.before);
  if (!measures) {
    refuse(session, *laws.before, measures.diagnostics(), {file->file}, bad_rules);
    return std::nullopt;
  }
  laws.measures = *measures;
  laws.after = load_other_rules(session, arguments.overlay);
  if (!laws.after)
    return std::nullopt;
  return laws;
}

// Compares every row; false when the run must not leave a file of rows.
bool compare_rows(Session& session, const Laws& laws, const ReformArguments& arguments, std::istream& in,
                  std::ostream* lines, ReformOutcome& outcome) {
  BatchOptions options;
  options.date = laws.date;
  options.get = {laws.measures.gain, laws.measures.purse, laws.measures.group};
  options.input = row_format_of(arguments.rows.input).value_or(RowFormat::csv);
  RowSource source(input_name(arguments.rows), in, options.input);
  std::vector<std::string_view> header;
  if (!read_row_header(session, *laws.before, arguments.rows, options, source, header))
    return false;
  const bool has_months =
      std::any_of(header.begin(), header.end(), [](const std::string_view name) { return trimmed(name) == "date"; });
  if (laws.against && has_months) {
    refuse(session, *laws.before,
           {{.code = Code::wrong_use,
             .position = source.position(),
             .message = "rows with a month of their own cannot be put to the law of two months",
             .hint = "leave out the column `date`"}},
           {}, bad_case);
    return false;
  }
  const Result<Batch> before = Batch::open(*laws.before, header, options, source.position(), source.places());
  options.date = laws.against ? laws.against : laws.date;
  const Result<Batch> after = Batch::open(*laws.after, header, options, source.position(), source.places());
  if (!before || !after) {
    const Diagnostics& diagnostics = (before ? after : before).diagnostics();
    refuse(session, *laws.before, diagnostics, {}, code_of_header(diagnostics));
    return false;
  }
  print_diagnostics(session, before.diagnostics(), {});
  note_expected(*before, outcome.before, outcome.warnings);
  note_expected(*after, outcome.after, outcome.warnings);
  const std::vector<Answering> machines_before = machines_for(*laws.before, workers_of(arguments.rows));
  const std::vector<Answering> machines_after = machines_for(*laws.after, workers_of(arguments.rows));
  Progress progress = progress_of(session, arguments.rows, 0);
  const Comparison comparison(*before, *after, lines != nullptr, options);
  if (lines != nullptr)
    *lines << comparison.header_line();
  answer_in_order<BlockAnswer>(
      source, machines_before.size(),
      [&](const RowBlock& block, std::size_t worker) {
        return comparison.answer(block, machines_before[worker], machines_after[worker]);
      },
      [&](const RowBlock& block, BlockAnswer& answer) {
        if (lines != nullptr)
          *lines << answer.lines;
        outcome.rows += block.size();
        outcome.failed_rows += answer.failed_rows;
        outcome.summary.add(answer.summary);
        if (lines != nullptr && !*lines)
          source.stop();
        progress.advance(outcome.rows, source.bytes());
      });
  progress.finish(outcome.rows);
  if (source.error()) {
    refuse(session, *laws.before, {*source.error()}, {}, bad_case);
    return false;
  }
  return true;
}

void report(Session& session, const ReformOutcome& outcome) {
  if (session.format != Format::json)
    print_diagnostics(session, outcome.warnings, {});
  if (session.format == Format::json)
    session.out << reform_json(envelope_of(session, outcome.before.rules), outcome) << '\n';
  else if (session.format != Format::csv)
    print_reform(session, outcome);
  if (outcome.failed_rows > 0)
    tell_failed_rows(session, std::to_string(outcome.failed_rows) + " of " + std::to_string(outcome.rows) +
                                  " rows have an error and are not counted");
}

void run_reform(Session& session, const ReformArguments& arguments) {
  const auto laws = load_laws(session, arguments);
  if (!laws)
    return;
  const YearMonth date = laws->date.value_or(YearMonth{});
  ReformOutcome outcome{{*laws->before, date}, {*laws->after, laws->against.value_or(date)}, laws->measures, {}};
  const bool whole = with_row_streams(session, arguments.rows, [&](std::istream& in, std::ostream* out) {
    if (out == nullptr && session.format == Format::csv)
      out = &session.out;
    return compare_rows(session, *laws, arguments, in, out, outcome);
  });
  if (whole)
    report(session, outcome);
}

}  // namespace

void add_reform_command(CLI::App& app, Session& session) {
  CLI::App* command =
      app.add_subcommand("reform", "Households under two laws: who gains, who loses, what it costs, and where");
  auto arguments = std::make_shared<ReformArguments>();
  command->add_option("OVERLAY", arguments->overlay, "The reform: changes to the rules")->check(CLI::ExistingFile);
  add_row_options(*command, arguments->rows, "Also write a row a household to this CSV file");
  command->add_option("--against", arguments->against, "Compare with the law of this month")->type_name("YYYY-MM");
  command->footer(
      "With --format csv the answer is a row a household; else it is the sums.\n"
      "Examples:\n"
      "  ansio population --size 10000 --output households.csv\n"
      "  ansio reform overlay.yaml --input households.csv --date 2026-06 --output changes.csv\n"
      "  ansio reform --input households.csv --date 2025-01 --against 2026-01 --format json");
  command->callback([&session, arguments] { run_reform(session, *arguments); });
}

}  // namespace ansio::cli
