// Rows of a batch as lines of JSON.
#include "calc/base/document/json_reader.h"
#include "calc/case/read/known_law.h"
#include "calc/case/read/open_values.h"
#include "calc/case/rows/batch.h"
#include "calc/case/values/value.h"
#include "calc/case/values/value_json.h"

namespace ansio::cases {
namespace {

constexpr std::string_view expected_prefix = "expect:";

class LineReading {
 public:
  LineReading(const RuleSet& rules, std::optional<YearMonth> date, const Position& where)
      : rules_(rules), where_(where), date_(date) {}

  void read(const Document& key, const Document& value) {
    const std::string& name = key.scalar;
    if (name == "error" || name.starts_with(expected_prefix) || value.kind == Document::Kind::null)
      return;
    if (!value.is_scalar()) {
      problem(Code::bad_value, "this is no value of " + name, "a list or a map", "one value");
    } else if (name == "id") {
      id_ = value.scalar;
      id_is_text_ = value.quoted;
    } else if (name == "date") {
      date_ = parse_year_month(value.scalar);
      if (!date_)
        problem(Code::bad_date, "no month", value.scalar, "a month such as 2026-05");
    } else {
      read_variable(name, value.scalar);
    }
  }

  void problem(Code code, std::string message, std::string found, std::string expected) {
    diagnostics_.push_back({.code = code,
                            .position = where_,
                            .message = std::move(message),
                            .found = std::move(found),
                            .expected = std::move(expected)});
  }

  BatchRow take() {
    if (date_)
      row_.date = *date_;
    else if (diagnostics_.empty())
      problem(Code::wrong_use, "the row has no month", {}, "a month such as 2026-05");
    if (diagnostics_.empty())
      return {std::move(id_), id_is_text_, std::move(row_), where_};
    return {std::move(id_), id_is_text_, std::move(diagnostics_), where_};
  }

 private:
  void read_variable(const std::string& name, const std::string& text) {
    const Result<VariableName> variable = parse_variable_name(rules_, name, where_);
    if (!variable) {
      diagnostics_.push_back(variable.diagnostics().front());
      return;
    }
    const Variable& given = rules_.variables[variable->variable];
    const Result<Value> value = read_value(rules_, given, text, where_);
    if (value)
      row_.values.push_back({*variable, *value});
    else
      diagnostics_.push_back(refused_open_text(rules_, given, text, where_).value_or(value.diagnostics().front()));
  }

  const RuleSet& rules_;
  const Position& where_;
  std::optional<YearMonth> date_;
  std::string id_;
  bool id_is_text_ = true;
  Row row_{};
  Diagnostics diagnostics_;
};

}  // namespace

BatchRow Batch::read_line(std::string_view line, const Position& where) const {
  const Result<Document> document = read_json(where.file, line);
  if (!document)
    return {{}, true, document.diagnostics(), where};
  LineReading reading(*rules_, date_, where);
  if (!document->is_map())
    reading.problem(Code::bad_syntax, "a line is a household", {}, R"(an object such as {"rent": 500})");
  for (const auto& [key, value] : document->entries)
    reading.read(key, value);
  return reading.take();
}

void Batch::write_line(const BatchRow& row, const RowFigures& figures, std::string& out) const {
  JsonWriter json;
  json.begin_object();
  if (!row.id.empty() && row.id_is_text)
    json.key("id").text(row.id);
  else if (!row.id.empty())
    json.key("id").number(row.id);
  for (std::size_t i = 0; figures && i < wanted_.size(); ++i) {
    json.key(wanted_names_[i]);
    if ((*figures)[i])
      write_value(json, *rules_, rules_->variables[wanted_[i].variable], *(*figures)[i]);
    else
      json.null();
  }
  if (figures && expected_.any_in(row.row->date)) {
    if (const std::vector<std::string_view> names = expected_figures(row.row->date); !names.empty()) {
      json.key("expected").begin_list();
      for (const std::string_view name : names)
        json.text(name);
      json.end_list();
    }
    if (const std::optional<Diagnostic> warning = warning_past_law(*rules_, row.row->date, row.where))
      json.key("warning").text(words_({*warning}));
  }
  if (!figures)
    json.key("error").text(words_(figures.diagnostics()));
  json.end_object();
  out += json.take();
  out += '\n';
}

}  // namespace ansio::cases
