// The stable codes of diagnostics, one line each: what went wrong. 1xx texts and files, 2xx the language, 3xx rule
// files, 4xx compiling and computing, 5xx cases and batches, 9xx our own fault. A code is never reused.
#pragma once

#include <cstdint>

namespace ansio::base {

// X(name, number, meaning)
#define CALC_DIAGNOSTIC_CODES(X)                                                                   \
  X(unreadable_file, 101, "a file cannot be read or written")                                      \
  X(bad_encoding, 102, "the text is not valid UTF-8")                                              \
  X(bad_syntax, 103, "the YAML, JSON or CSV is malformed")                                         \
  X(duplicate_key, 104, "a key stands twice")                                                      \
  X(alias_refused, 105, "aliases, anchors and tags are not part of the format")                    \
  X(too_deep, 106, "nested too deeply")                                                            \
  X(too_large, 107, "the text or one of its values is too large")                                  \
  X(unexpected_character, 201, "a character no formula uses")                                      \
  X(unexpected_token, 202, "a formula that does not parse")                                        \
  X(unknown_name, 203, "a name that nothing bears")                                                \
  X(name_taken, 204, "a name that is already in use")                                              \
  X(unit_mismatch, 205, "units that do not fit together")                                          \
  X(type_mismatch, 206, "a value of the wrong type")                                               \
  X(period_mismatch, 207, "a monthly figure read in a yearly rule or the reverse")                 \
  X(entity_mismatch, 208, "a person's figure read without saying whose")                           \
  X(wrong_arguments, 209, "a function called with the wrong arguments")                            \
  X(unguarded_role, 210, "a role that may not exist, read without asking whether it does")         \
  X(unknown_member, 211, "no such member of an enum")                                              \
  X(unguarded_division, 212, "a divisor that may be zero")                                         \
  X(missing_initial, 213, "previous() or last_year() of a rule without an initial value")          \
  X(too_complex, 214, "a formula nested too deeply")                                               \
  X(bad_number, 215, "a number that is malformed or too long")                                     \
  X(unknown_key, 301, "a key the format does not have")                                            \
  X(missing_key, 302, "a key that must be there")                                                  \
  X(wrong_kind, 303, "a value of the wrong kind")                                                  \
  X(missing_translation, 304, "a text missing in one of the languages")                            \
  X(missing_value, 305, "a parameter without a value for a date at which it is read")              \
  X(cycle, 306, "rules that depend on themselves")                                                 \
  X(unused_parameter, 307, "a parameter no rule reads")                                            \
  X(bad_date, 308, "a date that is malformed or out of order")                                     \
  X(bad_unit, 309, "a unit that is malformed or unknown")                                          \
  X(bad_citation, 310, "a citation that names no statute or section")                              \
  X(bad_table, 311, "a table with missing, surplus or malformed cells")                            \
  X(bad_overlay, 312, "an overlay that changes what does not exist")                               \
  X(bad_image, 313, "an image that is damaged or of another version")                              \
  X(duplicate_module, 314, "two files with the same module, input or global name")                 \
  X(superfluous_translation, 315, "a translation of nothing")                                      \
  X(outdated_translation, 316, "a translation of a text that has changed since")                   \
  X(key_out_of_range, 401, "a table looked up outside its keys")                                   \
  X(value_too_large, 402, "a value beyond what can be computed")                                   \
  X(missing_input, 501, "an input that the case must give")                                        \
  X(unknown_variable, 502, "no variable of that name")                                             \
  X(bad_value, 503, "a value that cannot be read as what it should be")                            \
  X(out_of_bounds, 504, "a value outside its bounds")                                              \
  X(no_such_person, 505, "a person the household does not have")                                   \
  X(bad_case, 506, "a case of the wrong structure")                                                \
  X(date_out_of_range, 507, "a month for which the rules hold no law")                             \
  X(wrong_use, 508, "a command or option that does not exist or does not fit")                     \
  X(unsupported, 509, "a situation the rules name as not modelled")                                \
  X(contradiction, 510, "inputs of a case that do not fit each other, or of which one is missing") \
  X(misplaced_input, 511, "an input of a person for whom no rule reads it")                        \
  X(internal, 901, "a fault of ours")

enum class Code : std::uint16_t {
#define CALC_CODE_ENUMERATOR(name, number, meaning) name = number,
  CALC_DIAGNOSTIC_CODES(CALC_CODE_ENUMERATOR)
#undef CALC_CODE_ENUMERATOR
};

}  // namespace ansio::base
