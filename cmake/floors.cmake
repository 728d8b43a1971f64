# A floor of the engine is a folder calc/<floor> with a folder for each subject:
# their *.cpp make the static library calc_<floor>, their *_test.cpp and what
# lies in testing/ the program test_<floor>, and their *_bench.cpp go into the
# one program ansio_bench. Dropping a file in is all it takes.

# The sources of a floor in three lists: <out>, <out>_TESTS, <out>_BENCHES.
function(ansio_sources folder out)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${folder}/*.cpp)
  set(tests ${sources})
  set(benches ${sources})
  list(FILTER sources EXCLUDE REGEX "_(test|bench|fuzz)\\.cpp$|/testing/")
  list(FILTER tests INCLUDE REGEX "_test\\.cpp$|/testing/")
  list(FILTER benches INCLUDE REGEX "_bench\\.cpp$")
  set(${out} ${sources} PARENT_SCOPE)
  set(${out}_TESTS ${tests} PARENT_SCOPE)
  set(${out}_BENCHES ${benches} PARENT_SCOPE)
endfunction()

# A static library, or an interface as long as it has no source. USES names
# what it stands on.
function(ansio_library name)
  cmake_parse_arguments(PARSE_ARGV 1 ARG "OBJECT" "" "SOURCES;USES")
  if(NOT ARG_SOURCES)
    add_library(${name} INTERFACE)
    target_include_directories(${name} INTERFACE ${PROJECT_SOURCE_DIR})
    target_link_libraries(${name} INTERFACE ${ARG_USES})
    return()
  endif()
  if(ARG_OBJECT)
    add_library(${name} OBJECT ${ARG_SOURCES})
  else()
    add_library(${name} STATIC ${ARG_SOURCES})
  endif()
  target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR})
  target_link_libraries(${name} PUBLIC ${ARG_USES} PRIVATE $<BUILD_INTERFACE:ansio_warnings>)
endfunction()

# A test program of GoogleTest cases over the whole engine. In Wasm it runs
# under Node with the machine's files in reach, without the test files that need
# RapidCheck or the command.
function(ansio_test_program name)
  cmake_parse_arguments(PARSE_ARGV 1 ARG "" "" "SOURCES;USES")
  if(EMSCRIPTEN)
    foreach(source IN LISTS ARG_SOURCES)
      file(STRINGS ${source} native_only REGEX "#include (<rapidcheck|\"calc/cli/[^e])")
      if(native_only)
        list(REMOVE_ITEM ARG_SOURCES ${source})
      endif()
    endforeach()
  endif()
  if(NOT ARG_SOURCES OR NOT ANSIO_TESTS)
    return()
  endif()
  add_executable(${name} ${ARG_SOURCES})
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR})
  target_link_libraries(${name} PRIVATE ${ARG_USES} ansio_warnings gtest_main ansio::rapidcheck)
  # A test may name a file by its path in the repository: ANSIO_SOURCE_DIR "/rules/…". It runs in the repository's root;
  # a path of one machine in its objects would make every clone compile them anew.
  target_compile_definitions(${name} PRIVATE ANSIO_SOURCE_DIR=".")
  if(ANSIO_SANITIZERS)
    # The engine is what is looked at; optimising a test's own sanitized code takes longer than running it.
    target_compile_options(${name} PRIVATE -O0)
  endif()
  if(EMSCRIPTEN)
    target_compile_options(${name} PRIVATE -O1)
    # -O1: without the optimiser of whole modules, which takes ten times as long
    # as linking; what the browser gets is linked with it (wasm/CMakeLists.txt).
    target_link_options(${name} PRIVATE
      -O1 -sALLOW_MEMORY_GROWTH=1 -sEXIT_RUNTIME=1 -sNODERAWFS=1)
  endif()
  if(ANSIO_DISCOVER_TESTS)
    gtest_discover_tests(${name} DISCOVERY_MODE PRE_TEST WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
  elseif(ANSIO_SANITIZERS)
    # In two halves, so that the largest program does not keep one core waiting.
    foreach(half 0 1)
      add_test(NAME ${name}_${half} COMMAND ${name} WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
      set_tests_properties(${name}_${half} PROPERTIES
        ENVIRONMENT "GTEST_TOTAL_SHARDS=2;GTEST_SHARD_INDEX=${half}")
    endforeach()
  else()
    add_test(NAME ${name} COMMAND ${name} WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
  endif()
endfunction()
