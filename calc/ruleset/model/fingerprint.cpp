#include "calc/ruleset/model/fingerprint.h"

namespace ansio::ruleset {
namespace {

constexpr UInt128 offset_basis = (UInt128{0x6c62272e07bb0142} << 64) | UInt128{0x62b821756295c58d};
constexpr UInt128 prime = (UInt128{1} << 88) | UInt128{0x13b};

UInt128 continued(UInt128 state, std::string_view bytes) {
  for (const char byte : bytes)
    state = (state ^ static_cast<unsigned char>(byte)) * prime;
  return state;
}

}  // namespace

UInt128 fingerprint(std::string_view bytes) {
  return continued(offset_basis, bytes);
}

std::string to_hex(UInt128 number) {
  std::string text(32, '0');
  for (std::size_t i = text.size(); i-- > 0; number >>= 4)
    text[i] = "0123456789abcdef"[static_cast<unsigned>(number & 15)];
  return text;
}

std::string fingerprint_of(std::span<const SourceFile* const> files, std::string_view root) {
  UInt128 state = offset_basis;
  for (const SourceFile* file : files) {
    const std::string path = normal_path(file->path);
    const std::string_view name = path.starts_with(root) ? std::string_view(path).substr(root.size()) : path;
    // The length keeps two files from being taken for one.
    state = continued(state, name);
    state = continued(state, '\n' + std::to_string(file->text.size()) + '\n');
    state = continued(state, file->text);
  }
  return to_hex(state);
}

}  // namespace ansio::ruleset
