// Included before everything else when yaml-cpp and our reader of it are compiled for the authoring module.
//
// yaml-cpp reads through std::istream and words its errors with std::stringstream. With these come the standard
// library's locales, its formats of money and time and its scanners of floating-point numbers: 40 kB after gzip that
// nothing uses. The names are redirected to streams that hold no locale and do what yaml-cpp asks of them, no more;
// what else it might ask one day does not compile.
#pragma once

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <iomanip>
#include <iostream>
#include <istream>
#include <sstream>
#include <streambuf>
#include <string>

namespace ansio::wasm {

// Characters from a window that `underflow` moves on.
class PlainBuffer {
 public:
  using traits_type = std::char_traits<char>;
  using int_type = traits_type::int_type;

  virtual ~PlainBuffer() = default;
  PlainBuffer(const PlainBuffer&) = delete;
  PlainBuffer& operator=(const PlainBuffer&) = delete;

  int_type get() {
    if (next_ == end_ && underflow() == traits_type::eof())
      return traits_type::eof();
    return traits_type::to_int_type(*next_++);
  }

  void put_back() { --next_; }

  std::ptrdiff_t sgetn(char* out, std::ptrdiff_t count) {
    std::ptrdiff_t taken = 0;
    while (taken < count && (next_ != end_ || underflow() != traits_type::eof())) {
      const std::ptrdiff_t piece = std::min(count - taken, end_ - next_);
      std::memcpy(out + taken, next_, static_cast<std::size_t>(piece));
      next_ += piece;
      taken += piece;
    }
    return taken;
  }

 protected:
  PlainBuffer() = default;
  virtual int_type underflow() { return traits_type::eof(); }
  void setg(char* begin, char* next, char* end) {
    begin_ = begin;
    next_ = next;
    end_ = end;
  }
  [[nodiscard]] char* eback() const { return begin_; }
  [[nodiscard]] char* egptr() const { return end_; }

 private:
  char* begin_ = nullptr;
  char* next_ = nullptr;
  char* end_ = nullptr;
};

class PlainInput {
 public:
  using traits_type = PlainBuffer::traits_type;
  using int_type = PlainBuffer::int_type;

  explicit PlainInput(PlainBuffer* buffer) : buffer_(buffer) {}
  int_type get() {
    const int_type c = buffer_->get();
    ended_ |= c == traits_type::eof();
    return c;
  }
  void putback(char) { buffer_->put_back(); }
  void clear() { ended_ = false; }
  void setstate(std::ios_base::iostate) { ended_ = true; }  // yaml-cpp sets the end, nothing else
  [[nodiscard]] bool good() const { return !ended_; }
  bool operator!() const { return ended_; }
  [[nodiscard]] PlainBuffer* rdbuf() const { return buffer_; }

 private:
  PlainBuffer* buffer_;
  bool ended_ = false;
};

// Words and whole numbers into a text, and whole numbers out of one.
class PlainText {
 public:
  PlainText() = default;
  explicit PlainText(std::string text) : text_(std::move(text)) {}

  PlainText& operator<<(const std::string& text) {
    text_ += text;
    return *this;
  }
  PlainText& operator<<(const char* text) {
    text_ += text;
    return *this;
  }
  PlainText& operator<<(int number) { return *this << std::to_string(number); }
  PlainText& operator<<(unsigned number) { return *this << std::to_string(number); }
  [[nodiscard]] std::string str() const { return text_; }

  PlainText& operator>>(int& number) {
    const std::size_t begin = place_;
    number = 0;
    while (!failed_ && place_ < text_.size() && place_ - begin < 9 && text_[place_] >= '0' && text_[place_] <= '9')
      number = number * 10 + (text_[place_++] - '0');
    failed_ |= place_ == begin;
    return *this;
  }
  int get() {
    failed_ |= place_ >= text_.size();
    return failed_ ? EOF : static_cast<unsigned char>(text_[place_++]);
  }
  [[nodiscard]] int peek() const { return place_ < text_.size() ? static_cast<unsigned char>(text_[place_]) : EOF; }
  bool operator!() const { return failed_; }

 private:
  std::string text_;
  std::size_t place_ = 0;
  bool failed_ = false;
};

}  // namespace ansio::wasm

// The names below are reached through std.
namespace std {
using plain_streambuf = ansio::wasm::PlainBuffer;
using plain_istream = ansio::wasm::PlainInput;
using plain_stringstream = ansio::wasm::PlainText;
}  // namespace std

#define streambuf plain_streambuf
#define istream plain_istream
#define stringstream plain_stringstream
