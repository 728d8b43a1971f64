// Writes JSON without spaces, commas and quotes where they belong.
#include "calc/base/document/json_writer.h"

#include "calc/base/diagnostic/diagnostic.h"
#include "calc/base/text/characters.h"
#include "calc/base/text/utf8.h"

#include "calc/base/number/fraction.h"

namespace ansio::base {

std::string JsonWriter::take() {
  out_.resize(used_);
  return std::move(out_);
}

// Where so many bytes may be written; the caller counts those that it writes.
char* JsonWriter::room(std::size_t size) {
  if (out_.size() - used_ < size)
    out_.resize(2 * out_.size() + size);
  return out_.data() + used_;
}

void JsonWriter::put(char c) {
  *room(1) = c;
  ++used_;
}

void JsonWriter::separate() {
  if (needs_comma_)
    put(',');
  needs_comma_ = true;
}

JsonWriter& JsonWriter::begin_object() {
  separate();
  put('{');
  needs_comma_ = false;
  return *this;
}

JsonWriter& JsonWriter::end_object() {
  put('}');
  needs_comma_ = true;
  return *this;
}

JsonWriter& JsonWriter::begin_list() {
  separate();
  put('[');
  needs_comma_ = false;
  return *this;
}

JsonWriter& JsonWriter::end_list() {
  put(']');
  needs_comma_ = true;
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  separate();
  append_escaped(name);
  put(':');
  needs_comma_ = false;
  return *this;
}

JsonWriter& JsonWriter::text(std::string_view value) {
  separate();
  append_escaped(value);
  return *this;
}

JsonWriter& JsonWriter::plain(std::string_view value) {
  separate();
  value.copy(room(value.size()), value.size());
  used_ += value.size();
  return *this;
}

JsonWriter& JsonWriter::number(std::string_view decimal) {
  return plain(decimal);
}

JsonWriter& JsonWriter::number(long long value) {
  return number(whole_text(value));
}

JsonWriter& JsonWriter::boolean(bool value) {
  return plain(value ? "true" : "false");
}

JsonWriter& JsonWriter::null() {
  return plain("null");
}

void JsonWriter::append_escaped(std::string_view value) {
  // What is quoted of a file or of the command line may be no text: then its bytes are written out.
  std::string harmless;
  if constexpr (says_why)  // a program of few words quotes nothing
    if (find_invalid_utf8(value))
      value = harmless = shown(value, value.size());
  constexpr char digits[] = "0123456789abcdef";
  constexpr std::size_t longest = 6;  // of a byte: that of U+0001
  char* const begin = room(longest * value.size() + 2);
  char* at = begin;
  *at++ = '"';
  for (const char c : value) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && c != '"' && c != '\\') {
      *at++ = c;
      continue;
    }
    *at++ = '\\';
    if (byte >= 0x20) {
      *at++ = c;
    } else if (c == '\n') {
      *at++ = 'n';
    } else {
      for (const char escaped : {'u', '0', '0', digits[byte >> 4], digits[byte & 15]})
        *at++ = escaped;
    }
  }
  *at++ = '"';
  used_ += static_cast<std::size_t>(at - begin);
}

}  // namespace ansio::base
