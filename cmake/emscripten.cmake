# The toolchain of the wasm preset: Debian's Emscripten.
include(/usr/share/emscripten/cmake/Modules/Platform/Emscripten.cmake)

# Its link step runs a script that wants Debian's acorn.
set(CMAKE_CXX_LINKER_LAUNCHER ${CMAKE_COMMAND} -E env NODE_PATH=/usr/share/nodejs)
set(CMAKE_C_LINKER_LAUNCHER ${CMAKE_CXX_LINKER_LAUNCHER})

# Node 18 and later take a file name for an address when they know `fetch`.
set(CMAKE_CROSSCOMPILING_EMULATOR "node;--no-experimental-fetch")
