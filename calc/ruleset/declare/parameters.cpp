// Reads parameters: values by date, tables and scales.
#include "calc/ruleset/declare/parameters.h"

#include <algorithm>

#include "calc/ruleset/certainty/basis.h"
#include "calc/ruleset/certainty/readings.h"
#include "calc/ruleset/certainty/source.h"
#include "calc/ruleset/declare/cells.h"
#include "calc/ruleset/declare/texts.h"
#include "calc/ruleset/model/citation.h"

namespace ansio::ruleset {
namespace {

constexpr std::size_t most_cells = 65536;

// What a dated value may have beside its cells.
constexpr std::array<std::string_view, 7> beside_cells{"source",     "status",    "note",   "basis",
                                                       "settled_by", "looked_at", "between"};

// The keys of a parameter that its dated values are read with.
struct Columns {
  const CsvTable* table = nullptr;
  const Document* key = nullptr;  // the column that holds the first key
};

// "1..4"
std::optional<TableKey> parse_range(std::string_view text) {
  const std::size_t dots = text.find("..");
  if (dots == std::string_view::npos)
    return std::nullopt;
  const std::optional<Fraction> low = parse_fraction(text.substr(0, dots));
  const std::optional<Fraction> high = parse_fraction(text.substr(dots + 2));
  const auto whole = [](const std::optional<Fraction>& value) {
    return value && value->is_integer() && value->numerator() > -100000 && value->numerator() < 100000;
  };
  if (!whole(low) || !whole(high) || low->numerator() > high->numerator())
    return std::nullopt;
  return TableKey{false, 0, static_cast<std::int32_t>(low->numerator()), static_cast<std::int32_t>(high->numerator())};
}

std::optional<TableKey> read_key(const Document& document, Draft& draft) {
  const std::optional<std::string> text = read_text(document, draft.diagnostics);
  if (!text)
    return std::nullopt;
  if (const std::optional<TableKey> range = parse_range(*text))
    return range;
  if (const std::optional<std::uint16_t> enumeration = find_enumeration(draft.rules, *text)) {
    const std::size_t size = draft.rules.enums[*enumeration].members.size();
    if (size == 0)
      return std::nullopt;  // its members were at fault, and that has been said
    return TableKey{true, *enumeration, 0, static_cast<std::int32_t>(size) - 1};
  }
  std::vector<std::string> names;
  for (const Enumeration& enumeration : draft.rules.enums)
    names.push_back(enumeration.name);
  const std::string nearest = nearest_name(*text, names);
  report(draft.diagnostics, Code::unknown_name, document.position, "a table is looked up by an enum or a range", *text,
         "the name of an enum, or whole numbers as in 1..4", nearest.empty() ? "" : "did you mean '" + nearest + "'?");
  return std::nullopt;
}

bool read_keys(const Document& by, Parameter& parameter, Draft& draft) {
  bool good = true;
  const auto add = [&](const Document& document) {
    if (const std::optional<TableKey> key = read_key(document, draft))
      parameter.keys.push_back(*key);
    else
      good = false;
  };
  if (by.is_list())
    for (const Document& item : by.items)
      add(item);
  else
    add(by);
  std::size_t cells = 1;
  for (const TableKey& key : parameter.keys)
    cells *= std::min(static_cast<std::size_t>(key.size()), most_cells + 1);
  if (good && (parameter.keys.empty() || parameter.keys.size() > 3 || cells > most_cells)) {
    report(draft.diagnostics, Code::bad_table, by.position, "a table has one to three keys and at most 65536 cells");
    good = false;
  }
  return good;
}

// Limits and rates in turn; rates are per cent.
std::optional<std::vector<Fraction>> read_bands(const Document& bands, Draft& draft) {
  if (!bands.is_list() || bands.items.empty()) {
    report(draft.diagnostics, Code::bad_table, bands.position, "a scale is a list of bands", describe(bands),
           "a list such as [{over: 0, rate: 12.64}, …]");
    return std::nullopt;
  }
  std::vector<Fraction> cells;
  bool good = true;
  for (const Document& band : bands.items) {
    Fields fields(band, band.position, "a band", draft.diagnostics);
    const Document* over = fields.require("over");
    const Document* rate = fields.require("rate");
    fields.finish();
    if (!over || !rate) {
      good = false;
      continue;
    }
    const std::optional<Fraction> limit = read_number(*over, draft.diagnostics);
    const std::optional<Fraction> percent = read_number(*rate, draft.diagnostics);
    if (!limit || !percent) {
      good = false;
      continue;
    }
    if (!cells.empty() && *limit <= cells[cells.size() - 2]) {
      report(draft.diagnostics, Code::bad_table, over->position, "the limits of a scale ascend", over->scalar);
      good = false;
    }
    cells.push_back(*limit);
    cells.push_back(*percent / Fraction::from_integer(100));
  }
  return good ? std::optional(cells) : std::nullopt;
}

std::optional<std::vector<Fraction>> read_scalar(const Document& document, const Parameter& parameter, Draft& draft) {
  if (const std::optional<Fraction> number = read_cell(document, parameter.boolean, draft.diagnostics))
    return std::vector{*number};
  return std::nullopt;
}

// The cells that columns of a table beside the YAML hold: one column, or one for each second key.
std::optional<std::vector<Fraction>> read_column_cells(const Document& names, const Parameter& parameter,
                                                       const Columns& columns, Draft& draft) {
  std::vector<const Document*> all;
  if (parameter.keys.size() == 1)
    all.push_back(&names);
  else
    for (const Document& item : names.items)
      all.push_back(&item);
  const std::size_t wanted = parameter.keys.size() == 1 ? 1 : static_cast<std::size_t>(parameter.keys[1].size());
  if (all.size() != wanted) {
    report(draft.diagnostics, Code::bad_table, names.position, "columns are a list, one for each second key",
           std::to_string(all.size()), std::to_string(wanted));
    return std::nullopt;
  }
  if (!columns.table)
    return std::nullopt;
  return read_columns(all, *columns.table, *columns.key, parameter, draft.rules, draft.diagnostics);
}

// Cells as they stand without a key of their own: an end of a range.
std::optional<std::vector<Fraction>> read_bare_cells(const Document& value, const Parameter& parameter,
                                                     const Columns& columns, Draft& draft) {
  switch (parameter.kind) {
    case Parameter::Kind::scalar:
      return read_scalar(value, parameter, draft);
    case Parameter::Kind::scale:
      return read_bands(value, draft);
    case Parameter::Kind::table:
      break;
  }
  return columns.key ? read_column_cells(value, parameter, columns, draft)
                     : read_cells(value, parameter, {}, draft.rules, draft.diagnostics);
}

// The cells of one dated value that is a map with keys of its own.
std::optional<std::vector<Fraction>> read_described_cells(Fields& fields, const Document& value,
                                                          const Parameter& parameter, const Columns& columns,
                                                          Draft& draft) {
  switch (parameter.kind) {
    case Parameter::Kind::scalar: {
      const Document* number = fields.require("value");
      fields.finish();
      return number ? read_scalar(*number, parameter, draft) : std::nullopt;
    }
    case Parameter::Kind::scale: {
      const Document* bands = fields.require("bands");
      fields.finish();
      return bands ? read_bands(*bands, draft) : std::nullopt;
    }
    case Parameter::Kind::table:
      break;
  }
  if (!columns.key)
    return read_cells(value, parameter, beside_cells, draft.rules, draft.diagnostics);
  const Document* names = fields.require(parameter.keys.size() == 1 ? "column" : "columns");
  fields.finish();
  return names ? read_column_cells(*names, parameter, columns, draft) : std::nullopt;
}

// "a" or "a, b": the columns as a worksheet names them.
std::string names_text(const Document& names) {
  std::string text = names.scalar;
  for (const Document& item : names.items)
    text += (text.empty() ? "" : ", ") + item.scalar;
  return text;
}

bool says_cells(const Document& value) {
  return std::any_of(value.entries.begin(), value.entries.end(), [](const DocumentEntry& entry) {
    return std::find(beside_cells.begin(), beside_cells.end(), entry.first.scalar) == beside_cells.end();
  });
}

bool is_word(const Document& value, std::string_view word) {
  return value.is_scalar() && !value.quoted && value.scalar == word;
}

void scale_percent(const Parameter& parameter, std::vector<Fraction>& cells) {
  if (parameter.percent && parameter.kind != Parameter::Kind::scale)
    for (Fraction& cell : cells)
      cell = cell / Fraction::from_integer(100);
}

// The value before goes on: as it is, and with what is not verified of it.
std::optional<ParameterValue> read_continued(const Parameter& parameter, const Position& where, Draft& draft) {
  if (parameter.values.empty() || parameter.values.back().none) {
    report(draft.diagnostics, Code::missing_value, where, "there is no value before this one to be continued", {},
           "a value, or an earlier date with one");
    return std::nullopt;
  }
  ParameterValue result = parameter.values.back();
  result.source.clear();
  result.low.clear();
  result.high.clear();
  result.basis = Basis::continued;
  return result;
}

// `between: [lowest, highest]`, each as the value itself is written.
void read_range(const Document& between, const Parameter& parameter, const Columns& columns, ParameterValue& value,
                Draft& draft) {
  if (!between.is_list() || between.items.size() != 2) {
    report(draft.diagnostics, Code::wrong_kind, between.position, "a range is the lowest and the highest value",
           describe(between), "a list such as [1006.74, 1019.52]");
    return;
  }
  std::optional<std::vector<Fraction>> low = read_bare_cells(between.items[0], parameter, columns, draft);
  std::optional<std::vector<Fraction>> high = read_bare_cells(between.items[1], parameter, columns, draft);
  if (!low || !high)
    return;
  scale_percent(parameter, *low);
  scale_percent(parameter, *high);
  const auto holds = [](const std::vector<Fraction>& lower, const std::vector<Fraction>& upper) {
    return std::equal(lower.begin(), lower.end(), upper.begin(), upper.end(),
                      [](const Fraction& a, const Fraction& b) { return a <= b; });
  };
  if (!holds(*low, value.cells) || !holds(value.cells, *high)) {
    report(draft.diagnostics, Code::wrong_kind, between.position, "the value lies outside its range", {},
           "the lowest, then the highest value, around the value itself");
    return;
  }
  value.low = std::move(*low);
  value.high = std::move(*high);
}

std::optional<ParameterValue> read_described_value(const Document& value, const Parameter& parameter,
                                                   const Columns& columns, Draft& draft) {
  Fields fields(value, value.position, "a dated value", draft.diagnostics);
  if (!fields.is_map())
    return std::nullopt;
  const StatedBasis stated = take_basis(fields, draft.diagnostics);
  const Document* between = fields.take("between");
  const Document* source = fields.take("source");
  const Assumption assumption = take_assumption(fields, draft);
  std::optional<ParameterValue> result;
  if (stated.basis == Basis::continued && !says_cells(value)) {
    result = read_continued(parameter, value.position, draft);
  } else if (std::optional<std::vector<Fraction>> cells =
                 read_described_cells(fields, value, parameter, columns, draft)) {
    result.emplace();
    scale_percent(parameter, *cells);
    result->cells = std::move(*cells);
  }
  if (!result)
    return std::nullopt;
  result->basis = stated.basis;
  if (const Document* names = value.find(parameter.keys.size() == 1 ? "column" : "columns"); names && columns.key)
    result->column = names_text(*names);
  if (source)
    result->source = read_source(*source, false, draft.diagnostics);
  if (assumption.unverified)
    result->assumption = assumption;
  if (between && stated.basis == Basis::enacted)
    report(draft.diagnostics, Code::unknown_key, between->position, "a value that is enacted has no range", {},
           "basis: forecast or continued beside it");
  else if (between)
    read_range(*between, parameter, columns, *result, draft);
  else if (stated.basis == Basis::forecast)
    report(draft.diagnostics, Code::missing_key, stated.where, "a forecast says between what it may lie", {},
           "between: [lowest, highest]");
  return result;
}

std::optional<ParameterValue> read_value(const Document& value, const Parameter& parameter, const Columns& columns,
                                         Draft& draft) {
  ParameterValue result;
  if (is_word(value, "none")) {
    result.none = true;
    return result;
  }
  if (is_word(value, "continued"))
    return read_continued(parameter, value.position, draft);
  std::optional<std::vector<Fraction>> cells;
  if (parameter.kind == Parameter::Kind::scalar && !value.is_map()) {
    cells = read_scalar(value, parameter, draft);
  } else if (parameter.kind == Parameter::Kind::scale && value.is_list()) {
    cells = read_bands(value, draft);
  } else if (parameter.kind == Parameter::Kind::table && value.is_list() && !columns.key) {
    cells = read_cells(value, parameter, {}, draft.rules, draft.diagnostics);
  } else {
    return read_described_value(value, parameter, columns, draft);
  }
  if (!cells)
    return std::nullopt;
  scale_percent(parameter, *cells);
  result.cells = std::move(*cells);
  return result;
}

void read_values(const Document& values, Parameter& parameter, const Columns& columns, const std::string& source,
                 Draft& draft) {
  if (!values.is_map() || values.entries.empty()) {
    report(draft.diagnostics, Code::wrong_kind, values.position, "values stand by the month they are valid from",
           describe(values), "a map such as {2024-01: 12.50}");
    return;
  }
  for (const auto& [date, document] : values.entries) {
    const std::optional<YearMonth> from = read_month(date, draft.diagnostics);
    std::optional<ParameterValue> value = read_value(document, parameter, columns, draft);
    if (!from || !value)
      continue;
    if (!parameter.values.empty() && *from <= parameter.values.back().from) {
      report(draft.diagnostics, Code::bad_date, date.position, "dates ascend, each once", date.scalar);
      continue;
    }
    value->from = *from;
    if (value->source.empty() && !value->none)
      value->source = source;
    if (value->basis != Basis::enacted && value->source.empty())
      report_no_source(document.position, draft.diagnostics);
    parameter.values.push_back(std::move(*value));
  }
}

void read_parameter(const Document& key, const Document& value, const ModuleContext& module, Draft& draft) {
  const std::optional<std::string> name = read_name(key, "the name of a parameter", draft.diagnostics);
  Fields fields(value, key.position, "a parameter", draft.diagnostics);
  if (!fields.is_map() || !name)
    return;
  const std::size_t errors_before = draft.diagnostics.size();
  Parameter parameter;
  parameter.name = module.name + '.' + *name;
  parameter.module = module.index;
  parameter.title = require_texts(fields, "title", draft.diagnostics);
  parameter.citations = take_citations(fields, module.statute, draft.diagnostics);
  parameter.assumption = take_assumption(fields, draft);
  parameter.published = module.published;
  if (const Document* published = fields.take("published")) {
    parameter.published = read_text(*published, draft.diagnostics).value_or("");
    parameter.is_revised = true;
  }
  bool good = true;
  if (const Document* type = fields.take("type")) {
    good = read_word(*type, {"boolean"}, draft.diagnostics).has_value();
    parameter.boolean = true;
    if (const Document* unit = fields.take("unit"))
      report(draft.diagnostics, Code::wrong_kind, unit->position, "a switch has no unit");
  } else if (const Document* unit = fields.require("unit")) {
    const std::optional<DeclaredType> declared = read_unit(*unit, draft);
    good = declared.has_value();
    if (declared) {
      parameter.unit = declared->type.unit;
      parameter.percent = declared->percent;
    }
  }
  if (const Document* kind = fields.take("kind"))
    if (read_word(*kind, {"scale"}, draft.diagnostics))
      parameter.kind = Parameter::Kind::scale;
  if (parameter.boolean && parameter.kind == Parameter::Kind::scale) {
    report(draft.diagnostics, Code::wrong_kind, fields.where(), "a scale is no switch");
    good = false;
  }
  if (const Document* by = fields.take("by")) {
    if (parameter.kind == Parameter::Kind::scale)
      report(draft.diagnostics, Code::bad_table, by->position, "a scale has no keys");
    parameter.kind = Parameter::Kind::table;
    good = read_keys(*by, parameter, draft) && good;
  }
  Columns columns;
  if (const Document* file = fields.take("file")) {
    columns.table = draft.tables.open(module.file, *file, draft.diagnostics);
    columns.key = fields.require("key");
    if (!columns.key)
      good = false;
    if (good && (parameter.keys.empty() || parameter.keys.size() > 2 || !parameter.keys[0].is_enumeration)) {
      report(draft.diagnostics, Code::bad_table, file->position,
             "a table from a file is looked up by an enum, and perhaps by a range after it");
      good = false;
    }
  }
  std::string source;
  if (const Document* document = fields.take("source"))
    source = read_source(*document, false, draft.diagnostics);
  const Document* values = fields.require("values");
  if (values && good)
    read_values(*values, parameter, columns, source, draft);
  parameter.readings = take_readings(fields, draft, [&](Fields& of_one, Reading& reading, std::size_t) {
    const Document* others = of_one.require("values");
    if (others == nullptr || !good)
      return;
    Parameter as_read = parameter;
    as_read.values.clear();
    read_values(*others, as_read, columns, reading.source, draft);
    reading.values = std::move(as_read.values);
  });
  fields.finish();
  draft.rules.parameters.push_back(std::move(parameter));
  draft.parameter_positions.push_back(key.position);
  draft.typed_parameters.push_back(good);
  draft.valued_parameters.push_back(draft.diagnostics.size() == errors_before);
}

}  // namespace

void read_parameters(const Document& section, const ModuleContext& module, Draft& draft) {
  if (!section.is_map()) {
    report(draft.diagnostics, Code::wrong_kind, section.position, "parameters are a map from names to parameters",
           describe(section), "a map");
    return;
  }
  for (const auto& [key, value] : section.entries)
    read_parameter(key, value, module, draft);
}

}  // namespace ansio::ruleset
