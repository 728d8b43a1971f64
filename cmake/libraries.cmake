# The libraries we use, under one name each, natively and in Wasm:
#   ansio::yaml  ansio::boost  ansio::json  ansio::cli  ansio::fmt
#   ansio::gtest (with its main)  ansio::rapidcheck  ansio::benchmark
# A header-only one is an interface target; a missing one an empty target, so
# that only what uses it fails.
find_package(Threads)

if(EMSCRIPTEN)
  include(libraries_wasm)
else()
  find_package(yaml-cpp REQUIRED)
  if(ANSIO_SELF_CONTAINED)
    # The same package brings the archive beside the shared library.
    find_library(ANSIO_YAML_ARCHIVE libyaml-cpp.a REQUIRED)
    add_library(ansio_yaml INTERFACE)
    target_link_libraries(ansio_yaml INTERFACE ${ANSIO_YAML_ARCHIVE})
    add_library(ansio::yaml ALIAS ansio_yaml)
  else()
    add_library(ansio::yaml ALIAS yaml-cpp)
  endif()

  foreach(library boost json cli)
    add_library(ansio_${library} INTERFACE)
    add_library(ansio::${library} ALIAS ansio_${library})
  endforeach()
  find_package(fmt REQUIRED)
  add_library(ansio_fmt INTERFACE)
  target_link_libraries(ansio_fmt INTERFACE fmt::fmt$<$<BOOL:${ANSIO_SELF_CONTAINED}>:-header-only>)
  add_library(ansio::fmt ALIAS ansio_fmt)

  add_library(ansio_rapidcheck INTERFACE)
  find_library(ANSIO_RAPIDCHECK rapidcheck)
  if(ANSIO_RAPIDCHECK)
    target_link_libraries(ansio_rapidcheck INTERFACE ${ANSIO_RAPIDCHECK})
  endif()
  add_library(ansio::rapidcheck ALIAS ansio_rapidcheck)
endif()

if(ANSIO_TESTS)
  set(BUILD_GMOCK OFF CACHE BOOL "" FORCE)
  set(INSTALL_GTEST OFF CACHE BOOL "" FORCE)
  if(EMSCRIPTEN)
    set(gtest_disable_pthreads ON CACHE BOOL "" FORCE)
  endif()
  add_subdirectory(/usr/src/googletest ${PROJECT_BINARY_DIR}/googletest EXCLUDE_FROM_ALL SYSTEM)
  include(GoogleTest)
endif()

if(ANSIO_BENCHMARKS)
  find_package(benchmark REQUIRED)
endif()
