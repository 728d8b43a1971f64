// The limits that every reader of Documents keeps, whatever the format.
#pragma once

#include <cstddef>

namespace ansio::base {

inline constexpr std::size_t largest_document_bytes = std::size_t{16} << 20;
inline constexpr std::size_t largest_scalar_bytes = std::size_t{1} << 20;
inline constexpr std::size_t deepest_document = 64;
inline constexpr std::size_t most_object_keys = 2'000;  // of JSON, whose keys are compared one by one
inline constexpr std::size_t most_document_values = 250'000;

}  // namespace ansio::base
