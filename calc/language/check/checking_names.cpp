// Names: bindings, variables with whose they are, parameters and their tables.
#include "calc/language/check/checking.h"
#include "calc/language/read/words.h"
#include "calc/language/tree/unit.h"

#include <algorithm>

namespace ansio::language {
namespace {

struct Path {
  std::string_view role;  // client, spouse, partner, self, or empty
  std::string_view name;  // what follows it
};

Path split_role(std::string_view text) {
  const std::size_t point = text.find('.');
  if (point != std::string_view::npos && is_role(text.substr(0, point)))
    return {text.substr(0, point), text.substr(point + 1)};
  return {{}, text};
}

}  // namespace

Operand Checking::check_name(const Syntax& syntax) {
  const std::string_view name = syntax.text;
  if (const LetBinding* let = find_let(name)) {
    Operand operand = emit(NodeKind::binding, let->value.type, syntax, {}, let->number);
    operand.known = let->value.known;
    return operand;
  }
  if (name == "true" || name == "false")
    return emit_constant(Fraction::from_integer(name == "true" ? 1 : 0), boolean_type, syntax);
  if (name == "this_month")
    return emit(NodeKind::this_month, month_type, syntax);
  if (name == "typical_month")
    return emit(NodeKind::typical_month, boolean_type, syntax);
  if (name == "position" || name == "self.position")
    return check_position(syntax);
  if (const ParameterSymbol* parameter = find_parameter(name))
    return read_parameter(syntax, *parameter);
  const Named named = resolve_variable(syntax);
  return named.variable == nullptr ? unknown(syntax) : read_variable(syntax, named);
}

const Checking::LetBinding* Checking::find_let(std::string_view name) const {
  const auto let =
      std::find_if(lets_.begin(), lets_.end(), [&](const LetBinding& known) { return known.name == name; });
  return let == lets_.end() ? nullptr : &*let;
}

const VariableSymbol* Checking::find_variable(std::string_view name) const {
  if (name.find('.') == std::string_view::npos) {
    const auto own = symbols_.variables.find(symbols_.module + "." + std::string(name));
    if (own != symbols_.variables.end())
      return &own->second;
  }
  const auto found = symbols_.variables.find(name);
  return found == symbols_.variables.end() ? nullptr : &found->second;
}

const ParameterSymbol* Checking::find_parameter(std::string_view name) const {
  const auto found = name.find('.') == std::string_view::npos
                         ? symbols_.parameters.find(symbols_.module + "." + std::string(name))
                         : symbols_.parameters.find(name);
  return found == symbols_.parameters.end() ? nullptr : &found->second;
}

// Gives no variable after an error, and where whose it is cannot be said.
Checking::Named Checking::resolve_variable(const Syntax& syntax) {
  const Path path = split_role(syntax.text);
  const VariableSymbol* variable = find_variable(path.name);
  if (variable == nullptr) {
    const auto begin = syntax.name_range.end - static_cast<std::uint32_t>(path.name.size());
    if (!path.role.empty() && find_parameter(path.name) != nullptr)
      report_.error(Code::entity_mismatch, syntax.name_range, "a parameter is nobody's own",
                    {std::string(path.name), {}});
    else
      unknown_name(path.name, {begin, syntax.name_range.end});
    return {};
  }
  const auto selector =
      path.role.empty() ? own_selector(*variable, syntax) : role_selector(path.role, *variable, path.name, syntax);
  return selector ? Named{variable, *selector} : Named{};
}

// A name without role: the household's, or that of the person at hand.
std::optional<Selector> Checking::own_selector(const VariableSymbol& variable, const Syntax& syntax) {
  if (!variable.settled)
    return Selector::household;
  if (variable.entity == Entity::household)
    return Selector::household;
  if (person_at_hand_)
    return Selector::element;
  const std::string name(syntax.text);
  report_.error(Code::entity_mismatch, syntax.name_range,
                "a person's figure read in a household's rule without saying whose",
                {"client." + name + ", or a sum over people", "write sum(persons, " + name + ")"});
  return std::nullopt;
}

std::optional<Selector> Checking::role_selector(std::string_view role, const VariableSymbol& variable,
                                                std::string_view name, const Syntax& syntax) {
  const std::string bare(name);
  if (variable.settled && variable.entity == Entity::household) {
    report_.error(Code::entity_mismatch, syntax.name_range, "a household's figure belongs to no person",
                  {bare, "write " + bare});
    return std::nullopt;
  }
  if (role == "client")
    return Selector::client;
  if (role == "self") {
    if (expectation_.entity == Entity::person)
      return people_depth_ > 0 ? Selector::self : Selector::element;
    report_.error(Code::entity_mismatch, syntax.name_range, "a household's rule has no self",
                  {"client." + bare + ", or a sum over people", {}});
    return std::nullopt;
  }
  if (role == "partner" && !person_at_hand_) {
    report_.error(Code::entity_mismatch, syntax.name_range, "a household has no partner: only a person has",
                  {"spouse." + bare, {}});
    return std::nullopt;
  }
  const bool exists = role == "partner" ? facts_.roles.partner_exists : facts_.roles.spouse_exists;
  if (!exists) {
    const std::string who(role);
    report_.error(Code::unguarded_role, syntax.name_range, "there may be no " + who,
                  {"only where exists(" + who + ") is known",
                   "write if exists(" + who + ") then " + std::string(syntax.text) + " else …"});
    return std::nullopt;
  }
  return role == "partner" ? Selector::partner : Selector::spouse;
}

Operand Checking::read_variable(const Syntax& syntax, const Named& named) {
  const VariableSymbol& variable = *named.variable;
  if (!variable.settled)
    return unknown(syntax);
  if (variable.period != expectation_.period) {
    const std::string name(syntax.text);
    if (variable.period == Period::year)
      report_.error(Code::period_mismatch, syntax.name_range, "a yearly figure read in a monthly rule",
                    {"this_year(x) or last_year(x)", "write this_year(" + name + ")"});
    else if (variable.type.kind == Type::Kind::number)
      report_.error(Code::period_mismatch, syntax.name_range, "a monthly figure read in a yearly rule",
                    {"year_sum(x), at_year_start(x) or at_year_end(x)", "write year_sum(" + name + ")"});
    else
      report_.error(Code::period_mismatch, syntax.name_range, "a monthly figure read in a yearly rule",
                    {"at_year_start(x) or at_year_end(x)", "write at_year_end(" + name + ")"});
  }
  return emit(NodeKind::variable, variable.type, syntax, {}, variable.id, named.selector);
}

Operand Checking::read_parameter(const Syntax& syntax, const ParameterSymbol& parameter) {
  if (!parameter.settled)
    return unknown(syntax);
  const Type& type = parameter.type;
  const std::string name(syntax.text);
  if (parameter.kind == ParameterSymbol::Kind::scale) {
    report_.error(Code::wrong_arguments, syntax.range, "a marginal-rate scale has no value by itself",
                  {"scale(x, " + name + ")", {}});
    return unknown(syntax);
  }
  if (parameter.kind == ParameterSymbol::Kind::table) {
    report_.error(Code::wrong_arguments, syntax.range, "a table read without its keys",
                  {name + "[" + (parameter.keys.size() > 1 ? "key, key" : "key") + "]", {}});
    return mistyped(type, syntax);
  }
  return emit(NodeKind::parameter, type, syntax, {}, parameter.id);
}

Operand Checking::check_lookup(const Syntax& syntax) {
  const ParameterSymbol* parameter = find_parameter(syntax.text);
  if (parameter == nullptr) {
    if (find_variable(split_role(syntax.text).name) != nullptr || is_taken(syntax.text))
      report_.error(Code::wrong_arguments, syntax.name_range, "only a parameter's table has keys", {"a table", {}});
    else
      unknown_name(syntax.text, syntax.name_range);
    return unknown(syntax);
  }
  if (!parameter->settled)
    return unknown(syntax);
  const Type& type = parameter->type;
  if (parameter->kind != ParameterSymbol::Kind::table || parameter->keys.size() != syntax.children.size()) {
    const std::size_t keys = parameter->keys.size();
    report_.error(Code::wrong_arguments, syntax.range, "a table read with the wrong number of keys",
                  {keys == 0   ? std::string(syntax.text) + " without keys"
                   : keys == 1 ? "one key"
                               : std::to_string(keys) + " keys",
                   {}});
    return mistyped(type, syntax);
  }
  std::vector<NodeId> keys;
  for (std::size_t i = 0; i < syntax.children.size(); ++i) {
    const ParameterSymbol::Key& key = parameter->keys[i];
    const Type key_type = key.is_enumeration ? Type{Type::Kind::enumeration, key.enumeration, {}} : plain_number;
    const Operand operand = check(syntax.children[i], &key_type);
    expect_type(operand, key_type, at(syntax.children[i]), "a key of another kind");
    keys.push_back(operand.node);
  }
  return emit(NodeKind::parameter, type, syntax, keys, parameter->id);
}

void Checking::unknown_name(std::string_view name, SourceRange range) {
  const bool dotted = name.find('.') != std::string_view::npos;
  std::string hint;
  const std::string last(name.substr(name.rfind('.') + 1));
  if (find_function(name) != nullptr)
    hint = "a function: write " + std::string(find_function(name)->usage);
  else if (const std::string name_first = role_first(name); !name_first.empty())
    hint = "whose it is comes first: write " + name_first;
  else if (dotted && symbols_.variables.contains(last))
    hint = "inputs and global rules have no module: write " + last;
  else if (is_language_word(name))
    hint = "a set of people or a role: only a function takes it, as in count(persons, true)";
  if (hint.empty() && !dotted) {
    // The name may be right and its module missing.
    const std::string suffix = "." + std::string(name);
    const auto matches = [&](const auto& entry) { return entry.first.ends_with(suffix); };
    const auto variable = std::find_if(symbols_.variables.begin(), symbols_.variables.end(),
                                       [&](const auto& entry) { return matches(entry) && !entry.second.aside; });
    const auto parameter = std::find_if(symbols_.parameters.begin(), symbols_.parameters.end(), matches);
    if (variable != symbols_.variables.end())
      hint = "did you mean " + variable->first + "?";
    else if (parameter != symbols_.parameters.end())
      hint = "did you mean " + parameter->first + "?";
  }
  const std::string near = hint.empty() ? nearest_name(name, visible_names(dotted)) : "";
  if (!near.empty())
    hint = "did you mean " + near + "?";
  report_.error(Code::unknown_name, range, "nothing bears this name", {{}, std::move(hint)});
}

// "module.client.name" → "client.module.name", when that has a meaning.
std::string Checking::role_first(std::string_view name) const {
  const std::size_t point = name.find('.');
  if (point == std::string_view::npos)
    return {};
  const Path rest = split_role(name.substr(point + 1));
  const std::string bare = std::string(name.substr(0, point + 1)) + std::string(rest.name);
  return rest.role.empty() || find_variable(bare) == nullptr ? std::string() : std::string(rest.role) + "." + bare;
}

std::vector<std::string> Checking::visible_names(bool with_modules) const {
  std::vector<std::string> names;
  const std::string prefix = symbols_.module + ".";
  const auto add = [&](const auto& symbols) {
    for (const auto& [name, symbol] : symbols) {
      if (with_modules || name.find('.') == std::string::npos)
        names.push_back(name);
      else if (name.starts_with(prefix))
        names.push_back(name.substr(prefix.size()));
    }
  };
  add(symbols_.variables);
  add(symbols_.parameters);
  if (!with_modules) {
    for (const LetBinding& let : lets_)
      names.emplace_back(let.name);
    for (const Function& function : all_functions())
      names.emplace_back(function.name);
    for (const std::string_view word : {"this_month", "typical_month", "position"})
      names.emplace_back(word);
  }
  return names;
}

bool Checking::is_taken(std::string_view name) const {
  return is_reserved(name, symbols_) || find_let(name) != nullptr || find_variable(name) != nullptr ||
         find_parameter(name) != nullptr;
}

}  // namespace ansio::language
