#include "calc/cli/streams/descriptor.h"

#include <fcntl.h>
#include <unistd.h>
#include <cerrno>
#include <cstring>

namespace ansio::cli {

DescriptorBuffer::DescriptorBuffer(int descriptor) : descriptor_(descriptor) {
  setp(buffer_.data(), buffer_.data() + buffer_.size());
}

DescriptorBuffer::~DescriptorBuffer() {
  write_out();
}

DescriptorBuffer::int_type DescriptorBuffer::underflow() {
  ssize_t count = 0;
  do
    count = ::read(descriptor_, buffer_.data(), buffer_.size());
  while (count < 0 && errno == EINTR);
  if (count < 0)
    error_ = errno;
  if (count <= 0)
    return traits_type::eof();
  setg(buffer_.data(), buffer_.data(), buffer_.data() + count);
  return traits_type::to_int_type(*gptr());
}

bool DescriptorBuffer::write_out() {
  const char* at = pbase();
  while (at < pptr() && error_ == 0) {
    const ssize_t count = ::write(descriptor_, at, static_cast<std::size_t>(pptr() - at));
    if (count < 0 && errno != EINTR)
      error_ = errno;
    else if (count > 0)
      at += count;
  }
  setp(buffer_.data(), buffer_.data() + buffer_.size());
  return error_ == 0;
}

DescriptorBuffer::int_type DescriptorBuffer::overflow(int_type c) {
  if (!write_out())
    return traits_type::eof();
  if (!traits_type::eq_int_type(c, traits_type::eof()))
    sputc(traits_type::to_char_type(c));
  return traits_type::not_eof(c);
}

int DescriptorBuffer::sync() {
  return write_out() ? 0 : -1;
}

int error_of(const std::ios& stream) {
  const auto* const buffer = dynamic_cast<const DescriptorBuffer*>(stream.rdbuf());
  return buffer == nullptr ? 0 : buffer->error();
}

std::string reason_of(int error) {
  return error == 0 ? std::string() : std::strerror(error);
}

void keep_standard_descriptors() {
  for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    if (fcntl(descriptor, F_GETFD) < 0 && errno == EBADF)
      if (const int opened = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY); opened > descriptor)
        close(opened);
}

}  // namespace ansio::cli
