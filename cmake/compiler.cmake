# What every object is compiled with. The target `ansio_warnings` carries what
# only our own code must bear; system libraries come as SYSTEM.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

add_library(ansio_warnings INTERFACE)
target_compile_options(ansio_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion)
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
  # g++ 12 warns of `"text" + string` in its own library (GCC bug 105651), and at -O3 or with sanitizers it sees
  # uninitialised values in temporaries that are whole.
  target_compile_options(ansio_warnings INTERFACE -Wno-restrict)
  if(ANSIO_SANITIZERS OR CMAKE_BUILD_TYPE STREQUAL Release)
    target_compile_options(ansio_warnings INTERFACE -Wno-maybe-uninitialized)
  endif()
endif()
if(NOT ANSIO_FUZZERS) # they take clang, which warns of other things than the compiler of the project
  target_compile_options(ansio_warnings INTERFACE -Werror)
endif()

if(ANSIO_SANITIZERS)
  add_compile_options(-fsanitize=${ANSIO_SANITIZERS} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${ANSIO_SANITIZERS})
endif()

if(ANSIO_LIBRARY)
  # What is shipped shows only the public header, and names no folder of the machine it was built on.
  set(CMAKE_POSITION_INDEPENDENT_CODE ON)
  set(CMAKE_CXX_VISIBILITY_PRESET hidden)
  set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)
  add_compile_options(-ffile-prefix-map=${PROJECT_BINARY_DIR}=build -ffile-prefix-map=${PROJECT_SOURCE_DIR}=.)
endif()

if(EMSCRIPTEN)
  # Every object and every link must agree on the kind of exceptions, or a
  # throw ends the program without a word.
  add_compile_options(-fwasm-exceptions -msimd128 -mnontrapping-fptoint -Wno-pass-failed)
  add_link_options(-fwasm-exceptions)
endif()
