// Reads inputs, rules and notices of a module and declares their names.
#include "calc/ruleset/declare/variables.h"

#include <algorithm>

#include "calc/base/date/date.h"
#include "calc/base/limits/limits.h"
#include "calc/ruleset/certainty/basis.h"
#include "calc/ruleset/certainty/readings.h"
#include "calc/ruleset/certainty/source.h"
#include "calc/ruleset/check/rate_rules.h"
#include "calc/ruleset/declare/default_value.h"
#include "calc/ruleset/declare/texts.h"
#include "calc/ruleset/model/citation.h"

namespace ansio::ruleset {
namespace {

using ReadEntry = void (*)(const Document& key, const Document& value, const ModuleContext& module, Draft& draft);

void read_section(const Document& section, std::string_view what, const ModuleContext& module, Draft& draft,
                  ReadEntry read) {
  if (!section.is_map()) {
    report(draft.diagnostics, Code::wrong_kind, section.position, std::string(what) + " are a map from names to maps",
           describe(section), "a map");
    return;
  }
  for (const auto& [key, value] : section.entries)
    read(key, value, module, draft);
}

int read_headline(const Document& document, Diagnostics& diagnostics) {
  const std::optional<std::int32_t> place = read_whole_number(document, diagnostics);
  if (place && (*place < 1 || *place > last_headline)) {
    report(diagnostics, Code::wrong_kind, document.position, "a place among the figures that a table begins with",
           describe(document), "a whole number from 1 to 255");
    return 0;
  }
  return place.value_or(0);
}

VariableId next_variable(const Draft& draft) {
  return static_cast<VariableId>(draft.rules.variables.size());
}

std::optional<Entity> read_entity(Fields& fields, Draft& draft) {
  const Document* entity = fields.require("entity");
  if (!entity)
    return std::nullopt;
  const std::optional<std::size_t> which = read_word(*entity, {"household", "person"}, draft.diagnostics);
  return which ? std::optional(static_cast<Entity>(*which)) : std::nullopt;
}

std::optional<Fraction> read_bound(const Document& document, const Variable& variable, Draft& draft) {
  if (variable.type.kind == Type::Kind::month) {
    const std::optional<YearMonth> month = read_month(document, draft.diagnostics);
    return month ? std::optional(Fraction::from_integer(month->index)) : std::nullopt;
  }
  if (variable.type.kind == Type::Kind::date) {
    const std::optional<Date> date = parse_date(document.scalar);
    if (!date)
      report(draft.diagnostics, Code::bad_date, document.position, "no date", document.scalar,
             "a date such as 2026-05-12");
    return date ? std::optional(Fraction::from_integer(date->days)) : std::nullopt;
  }
  const std::optional<Fraction> number = read_number(document, draft.diagnostics);
  return number && variable.percent ? std::optional(*number / Fraction::from_integer(100)) : number;
}

void read_bounds(Fields& fields, Variable& variable, Draft& draft) {
  const Document* bounds = fields.take("bounds");
  if (!bounds)
    return;
  if (variable.type.kind == Type::Kind::boolean || variable.type.kind == Type::Kind::enumeration) {
    report(draft.diagnostics, Code::wrong_kind, bounds->position, "only numbers, months and dates have bounds");
    return;
  }
  if (!bounds->is_list() || bounds->items.size() != 2) {
    report(draft.diagnostics, Code::wrong_kind, bounds->position, "bounds are the lowest and the highest value",
           describe(*bounds), "a list such as [0, 100000]");
    return;
  }
  variable.lowest = read_bound(bounds->items[0], variable, draft);
  variable.highest = read_bound(bounds->items[1], variable, draft);
  if (variable.lowest && variable.highest && *variable.highest < *variable.lowest)
    report(draft.diagnostics, Code::wrong_kind, bounds->position, "the lowest value is above the highest");
}

// A formula, or formulas by the month they are valid from.
void read_formulas(const Document& document, Variable& variable, Draft& draft) {
  const auto add = [&](const Document& text, YearMonth from) {
    if (!text.is_scalar()) {
      report(draft.diagnostics, Code::wrong_kind, text.position, "a formula is a text", describe(text));
      return false;
    }
    draft.formulas.push_back({FormulaSource::Slot::formula, next_variable(draft), variable.formulas.size(), &text});
    variable.formulas.push_back({from, no_node, text.scalar});
    return true;
  };
  // {formula: …, basis: forecast, source: "…"}; a formula that is continued is the one before it.
  const auto add_described = [&](const Document& value, YearMonth from) {
    Fields fields(value, value.position, "a dated formula", draft.diagnostics);
    const StatedBasis stated = take_basis(fields, draft.diagnostics);
    const Document* source = fields.take("source");
    const bool goes_on = stated.basis == Basis::continued && !variable.formulas.empty() && !value.find("formula");
    const Document* text = goes_on ? draft.formulas.back().text : fields.require("formula");
    fields.finish();
    if (!text || !add(*text, from))
      return;
    DatedFormula& formula = variable.formulas.back();
    formula.basis = stated.basis;
    if (source)
      formula.source = read_source(*source, false, draft.diagnostics);
    if (formula.basis != Basis::enacted && formula.source.empty())
      report_no_source(value.position, draft.diagnostics);
  };
  if (!document.is_map()) {
    add(document, YearMonth{});
    return;
  }
  for (const auto& [date, text] : document.entries) {
    // An overlay gives a formula without a date a key that is none (overlay.cpp).
    const std::optional<YearMonth> from =
        date.kind == Document::Kind::null ? std::optional(YearMonth{}) : read_month(date, draft.diagnostics);
    if (!from)
      continue;
    if (!variable.formulas.empty() && *from <= variable.formulas.back().from)
      report(draft.diagnostics, Code::bad_date, date.position, "dates ascend, each once", date.scalar);
    else if (text.is_map())
      add_described(text, *from);
    else
      add(text, *from);
  }
}

// The same, where one must be in force in all months of the law.
void read_lasting_formulas(const Document& document, Variable& variable, Draft& draft) {
  read_formulas(document, variable, draft);
  if (!variable.formulas.empty() && variable.formulas.front().from > draft.rules.law_from)
    report(draft.diagnostics, Code::missing_value, document.position,
           "no formula from " + to_text(draft.rules.law_from) + ", the first month of the rule set, on", {},
           "a formula valid from then on");
}

// Formulas of readings are read as the rule's own are, and then put in their place.
void read_readings(Fields& fields, Variable& rule, Draft& draft) {
  rule.readings = take_readings(fields, draft, [&](Fields& of_one, Reading& reading, std::size_t number) {
    const Document* formula = of_one.require("formula");
    if (formula == nullptr)
      return;
    Variable as_read;
    const std::size_t first = draft.formulas.size();
    read_formulas(*formula, as_read, draft);
    reading.formulas = std::move(as_read.formulas);
    for (std::size_t i = first; i < draft.formulas.size(); ++i) {
      draft.formulas[i].slot = FormulaSource::Slot::reading;
      draft.formulas[i].reading = number;
    }
  });
}

void read_initial(Fields& fields, Variable& variable, Draft& draft) {
  const Document* initial = fields.take("initial");
  if (!initial)
    return;
  if (!initial->is_scalar()) {
    report(draft.diagnostics, Code::wrong_kind, initial->position, "a formula is a text", describe(*initial));
    return;
  }
  draft.formulas.push_back({FormulaSource::Slot::initial, next_variable(draft), 0, initial});
  variable.initial = {YearMonth{}, no_node, initial->scalar};
}

void read_says(Fields& fields, Variable& variable, Draft& draft, bool required) {
  const Document* says = required ? fields.require("says") : fields.take("says");
  if (!says)
    return;
  variable.says = read_texts(*says, "says", draft.diagnostics);
  draft.sentences.push_back({says, next_variable(draft)});
}

bool read_flag(Fields& fields, std::string_view key, Draft& draft) {
  const Document* flag = fields.take(key);
  return flag && read_boolean(*flag, draft.diagnostics).value_or(false);
}

// What every variable has. Nothing when its type is unknown, so that no formula is blamed for it.
bool read_heading(Fields& fields, const Document& key, const ModuleContext& module, Variable& variable, Draft& draft) {
  variable.module = module.index;
  variable.position = key.position;
  variable.title = require_texts(fields, "title", draft.diagnostics);
  variable.citations = take_citations(fields, module.statute, draft.diagnostics);
  variable.assumption = take_assumption(fields, draft);
  const std::optional<Entity> entity = read_entity(fields, draft);
  if (entity)
    variable.entity = *entity;
  return entity.has_value();
}

bool read_declared_type(Fields& fields, Variable& variable, Draft& draft) {
  const std::optional<DeclaredType> type = read_type(fields, draft);
  if (!type)
    return false;
  variable.type = type->type;
  variable.percent = type->percent;
  if (const Document* adds_up = fields.take("adds_up"))
    variable.adds_up = read_boolean(*adds_up, draft.diagnostics).value_or(true);
  return true;
}

void add_variable(Variable variable, bool settled, Draft& draft) {
  draft.rules.variables.push_back(std::move(variable));
  draft.typed_variables.push_back(settled);
}

void read_whose(Fields& fields, Variable& input, Draft& draft) {
  const Document* whose = fields.take("whose");
  if (whose == nullptr)
    return;
  if (const std::optional<std::size_t> which = read_word(*whose, {"adult", "child"}, draft.diagnostics))
    input.whose = *which == 0 ? Whose::adult : Whose::child;
  if (input.entity != Entity::person)
    report(draft.diagnostics, Code::entity_mismatch, whose->position,
           "only an input of persons is an adult's or a child's", whose->scalar);
}

void read_input(const Document& key, const Document& value, const ModuleContext& module, Draft& draft) {
  const std::optional<std::string> name = read_name(key, "the name of an input", draft.diagnostics);
  Fields fields(value, key.position, "an input", draft.diagnostics);
  if (!fields.is_map() || !name)
    return;
  Variable input;
  input.kind = Variable::Kind::input;
  input.name = *name;
  bool settled = read_heading(fields, key, module, input, draft);
  settled = read_declared_type(fields, input, draft) && settled;
  input.question = take_texts(fields, "question", draft.diagnostics);
  input.why = take_texts(fields, "why", draft.diagnostics);
  if (const Document* decimals = fields.take("decimals")) {
    const std::optional<std::int32_t> count = read_whole_number(*decimals, draft.diagnostics);
    if (count && (*count < 0 || *count > most_declared_decimals))
      report(draft.diagnostics, Code::wrong_kind, decimals->position, "too many decimals", decimals->scalar,
             "0 to " + std::to_string(most_declared_decimals));
    else if (count)
      input.decimals = *count;
  }
  if (settled)
    read_bounds(fields, input, draft);
  else
    fields.take("bounds");
  if (const Document* period = fields.take("period"))
    input.is_single = read_word(*period, {"month", "once"}, draft.diagnostics) == 1U;
  read_whose(fields, input, draft);
  if (settled)
    take_plausible(fields, input, draft);
  else
    fields.take("plausible");
  const Document* otherwise = fields.take("default");
  input.required = otherwise == nullptr;
  fields.finish();
  if (otherwise && settled) {
    if (std::optional<DatedFormula> constant = read_default_value(*otherwise, input, draft))
      input.formulas.push_back(std::move(*constant));
    else
      read_lasting_formulas(*otherwise, input, draft);
  }
  add_variable(std::move(input), settled, draft);
}

void read_period(Fields& fields, Variable& variable, Draft& draft) {
  if (const Document* period = fields.take("period")) {
    const std::optional<std::size_t> which = read_word(*period, {"month", "year"}, draft.diagnostics);
    variable.period = which == 1U ? Period::year : Period::month;
  }
}

// The situation in which the rule has no answer.
void read_refusal(Fields& fields, Draft& draft) {
  const Document* situation = fields.take("unsupported");
  if (!situation)
    return;
  if (situation->is_scalar())
    draft.situations.push_back({situation, next_variable(draft)});
  else
    report(draft.diagnostics, Code::wrong_kind, situation->position, "the name of an unsupported situation",
           describe(*situation));
}

void read_rule(const Document& key, const Document& value, const ModuleContext& module, Draft& draft) {
  const std::optional<std::string> name = read_name(key, "the name of a rule", draft.diagnostics);
  Fields fields(value, key.position, "a rule", draft.diagnostics);
  if (!fields.is_map() || !name)
    return;
  Variable rule;
  rule.name = read_flag(fields, "global", draft) ? *name : module.name + '.' + *name;
  bool settled = read_heading(fields, key, module, rule, draft);
  settled = read_declared_type(fields, rule, draft) && settled;
  read_period(fields, rule, draft);
  if (settled)
    read_bounds(fields, rule, draft);
  else
    fields.take("bounds");
  rule.output = read_flag(fields, "output", draft);
  if (const Document* headline = fields.take("headline"))
    rule.headline = read_headline(*headline, draft.diagnostics);
  read_says(fields, rule, draft, false);
  if (const Document* rate = fields.take("rate")) {
    read_rate(*rate, rule, draft);
  } else {
    read_refusal(fields, draft);
    if (const Document* formula = fields.require("formula"))
      read_lasting_formulas(*formula, rule, draft);
    read_initial(fields, rule, draft);
    read_readings(fields, rule, draft);
  }
  fields.finish();
  add_variable(std::move(rule), settled, draft);
}

// A boolean rule with a sentence, which other rules name as the situation in which they have no answer.
void read_situation(const Document& key, const Document& value, const ModuleContext& module, Draft& draft) {
  const std::optional<std::string> name = read_name(key, "the name of a situation", draft.diagnostics);
  Fields fields(value, key.position, "an unsupported situation", draft.diagnostics);
  if (!fields.is_map() || !name)
    return;
  Variable rule;
  rule.name = module.name + '.' + *name;
  rule.type.kind = Type::Kind::boolean;
  rule.is_situation = true;
  const bool settled = read_heading(fields, key, module, rule, draft);
  read_period(fields, rule, draft);
  rule.says = require_texts(fields, "says", draft.diagnostics);
  for (const std::string& text : rule.says.by_language)
    if (text.find_first_of("{}") != text.npos)
      report(draft.diagnostics, Code::bad_syntax, key.position, "a refusal has no figures to speak of", text,
             "a text without braces");
  if (const Document* when = fields.require("when"))
    read_lasting_formulas(*when, rule, draft);
  fields.finish();
  add_variable(std::move(rule), settled, draft);
}

// A boolean rule with a sentence, which names the inputs that do not fit each other where it holds.
void read_contradiction(const Document& key, const Document& value, const ModuleContext& module, Draft& draft) {
  const std::optional<std::string> name = read_name(key, "the name of a contradiction", draft.diagnostics);
  Fields fields(value, key.position, "a contradiction", draft.diagnostics);
  if (!fields.is_map() || !name)
    return;
  Variable rule;
  rule.name = module.name + '.' + *name;
  rule.module = module.index;
  rule.position = key.position;
  rule.type.kind = Type::Kind::boolean;
  const std::optional<Entity> entity = read_entity(fields, draft);
  rule.entity = entity.value_or(Entity::household);
  rule.says = require_texts(fields, "says", draft.diagnostics);
  rule.title = rule.says;
  if (const Document* inputs = fields.require("inputs"))
    draft.contradictions.push_back({inputs, next_variable(draft)});
  if (const Document* when = fields.require("when"))
    read_lasting_formulas(*when, rule, draft);
  fields.finish();
  add_variable(std::move(rule), entity.has_value(), draft);
}

void read_recipient(Fields& fields, Notice& notice, Draft& draft) {
  const Document* to = fields.require("to");
  if (!to)
    return;
  std::vector<std::string> names;
  for (const Recipient& recipient : draft.rules.recipients)
    names.push_back(recipient.name);
  if (to->is_scalar() && std::find(names.begin(), names.end(), to->scalar) != names.end()) {
    notice.to = to->scalar;
    return;
  }
  const std::string nearest = to->is_scalar() ? nearest_name(to->scalar, names) : std::string{};
  report(draft.diagnostics, Code::unknown_name, to->position, "the manifest names no such recipient", describe(*to), {},
         nearest.empty() ? "" : "did you mean '" + nearest + "'?");
}

// The day a notice is due is a rule of its own.
Variable due_variable(const Variable& notice) {
  Variable day;
  day.name = notice.name + "_due";
  day.type.kind = Type::Kind::date;
  day.module = notice.module;
  day.entity = notice.entity;
  day.title = notice.title;
  day.citations = notice.citations;
  day.position = notice.position;
  return day;
}

void read_notice(const Document& key, const Document& value, const ModuleContext& module, Draft& draft) {
  const std::optional<std::string> name = read_name(key, "the name of a notice", draft.diagnostics);
  Fields fields(value, key.position, "a notice", draft.diagnostics);
  if (!fields.is_map() || !name)
    return;
  Variable rule;
  rule.name = module.name + '.' + *name;
  rule.type.kind = Type::Kind::boolean;
  const bool settled = read_heading(fields, key, module, rule, draft);
  Notice notice;
  notice.name = rule.name;
  notice.variable = next_variable(draft);
  notice.module = module.index;
  notice.deadline = require_texts(fields, "deadline", draft.diagnostics);
  if (const Document* attachment = fields.take("attachment"))
    notice.attachment = read_texts(*attachment, "attachment", draft.diagnostics);
  read_recipient(fields, notice, draft);
  read_says(fields, rule, draft, true);
  if (const Document* when = fields.require("when"))
    read_lasting_formulas(*when, rule, draft);
  const Document* due = fields.take("due");
  fields.finish();
  notice.entity = rule.entity;
  notice.title = rule.title;
  notice.says = rule.says;
  notice.citations = rule.citations;
  notice.assumption = rule.assumption;
  if (due != nullptr)
    notice.due = notice.variable + 1;
  Variable day = due_variable(rule);
  draft.rules.notices.push_back(std::move(notice));
  add_variable(std::move(rule), settled, draft);
  if (due != nullptr) {
    read_lasting_formulas(*due, day, draft);
    add_variable(std::move(day), settled, draft);
  }
}

}  // namespace

void read_inputs(const Document& section, const ModuleContext& module, Draft& draft) {
  read_section(section, "inputs", module, draft, read_input);
}

void read_rules(const Document& section, const ModuleContext& module, Draft& draft) {
  read_section(section, "rules", module, draft, read_rule);
}

void read_situations(const Document& section, const ModuleContext& module, Draft& draft) {
  read_section(section, "unsupported situations", module, draft, read_situation);
}

void read_contradictions(const Document& section, const ModuleContext& module, Draft& draft) {
  read_section(section, "contradictions", module, draft, read_contradiction);
}

void settle_contradictions(Draft& draft) {
  RuleSet& rules = draft.rules;
  for (const ContradictionSource& source : draft.contradictions) {
    if (!source.inputs->is_list() || source.inputs->items.empty()) {
      report(draft.diagnostics, Code::wrong_kind, source.inputs->position, "the inputs that do not fit each other",
             describe(*source.inputs), "a list such as [job_starts, job_ends]");
      continue;
    }
    Variable& rule = rules.variables[source.rule];
    for (const Document& name : source.inputs->items) {
      const std::optional<VariableId> input = rules.find_variable(name.scalar);
      if (input && can_contradict(rules.variables[*input], rule))
        rule.contradicts.push_back(*input);
      else if (!input && !draft.unread_modules)
        report(draft.diagnostics, Code::unknown_name, name.position, "no input of that name", describe(name));
      else if (input)
        report(draft.diagnostics, Code::entity_mismatch, name.position,
               "no input, or one of a person where the contradiction is the household's", name.scalar);
    }
  }
}

void settle_situations(Draft& draft) {
  RuleSet& rules = draft.rules;
  for (const SituationSource& source : draft.situations) {
    Variable& rule = rules.variables[source.rule];
    const std::string& name = source.name->scalar;
    std::optional<VariableId> found = rules.find_variable(rules.modules[rule.module].name + '.' + name);
    if (!found)
      found = rules.find_variable(name);
    if (!found || !rules.variables[*found].is_situation) {
      if (!draft.unread_modules)
        report(draft.diagnostics, Code::unknown_name, source.name->position, "no unsupported situation of that name",
               name, "a name in the section `unsupported` of this module, or module.name of another");
    } else if (!can_refuse(rules.variables[*found], rule)) {
      report(draft.diagnostics, Code::entity_mismatch, source.name->position,
             "the situation is of another period than the rule, or of a person where the rule is the household's",
             name);
    } else {
      rule.unsupported = *found;
    }
  }
}

void read_notices(const Document& section, const ModuleContext& module, Draft& draft) {
  read_section(section, "notices", module, draft, read_notice);
}

}  // namespace ansio::ruleset
