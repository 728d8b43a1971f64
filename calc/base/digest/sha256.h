// SHA-256 of a text, as FIPS 180-4 has it: what a receipt is sealed with.
//
// Fifty lines rather than a library: a receipt is a few kilobytes, and a browser computes the same with WebCrypto.
//
//   sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
#pragma once

#include <string>
#include <string_view>

namespace ansio::base {

std::string sha256_hex(std::string_view bytes);  // 64 lower-case digits

}  // namespace ansio::base
