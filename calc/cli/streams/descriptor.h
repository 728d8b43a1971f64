// Streams over file descriptors that know why they ended: a closed one, a full disk, a pipe that nobody reads.
//
//   DescriptorBuffer output(STDOUT_FILENO);
//   std::cout.rdbuf(&output);
//   std::cout << answer << std::flush;
//   if (const int error = error_of(std::cout)) …      // as errno
//
// The standard library's own streams say only that something failed, and abort where they cannot read.
#pragma once

#include <array>
#include <ios>
#include <streambuf>
#include <string>

#include "calc/cli/floor.h"

namespace ansio::cli {

class DescriptorBuffer : public std::streambuf {
 public:
  explicit DescriptorBuffer(int descriptor);
  ~DescriptorBuffer() override;
  DescriptorBuffer(const DescriptorBuffer&) = delete;
  DescriptorBuffer& operator=(const DescriptorBuffer&) = delete;

  [[nodiscard]] int error() const { return error_; }

 protected:
  int_type underflow() override;
  int_type overflow(int_type c) override;
  int sync() override;

 private:
  bool write_out();

  int descriptor_;
  int error_ = 0;
  std::array<char, std::size_t{1} << 16> buffer_{};
};

// What the descriptor below said; 0 when all went well or when there is no descriptor below.
int error_of(const std::ios& stream);

// "No space left on device"; empty for 0.
std::string reason_of(int error);

// A closed 0, 1 or 2 would be the next file that is opened, and be written over: such a one is opened so that every use
// of it fails.
void keep_standard_descriptors();

}  // namespace ansio::cli
