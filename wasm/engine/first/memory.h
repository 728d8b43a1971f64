// The first module's memory: what was taken since the bytes of a question were is given back with them.
#pragma once

namespace ansio::wasm {

// What has been taken until now stays: the rules.
void keep_memory();

}  // namespace ansio::wasm
