# The libraries in Wasm. Headers come from the Debian packages through a folder
# of links (all of /usr/include would bring the machine's own C library along);
# yaml-cpp is compiled from Debian's source package.
set(links ${PROJECT_BINARY_DIR}/include)
file(MAKE_DIRECTORY ${links})
foreach(header boost nlohmann CLI fmt)
  file(CREATE_LINK /usr/include/${header} ${links}/${header} SYMBOLIC)
endforeach()
foreach(library boost json cli fmt)
  add_library(ansio_${library} INTERFACE)
  target_include_directories(ansio_${library} SYSTEM INTERFACE ${links})
  add_library(ansio::${library} ALIAS ansio_${library})
endforeach()
target_compile_definitions(ansio_fmt INTERFACE FMT_HEADER_ONLY)

# Fetches and unpacks a Debian source package, once for all build folders.
function(ansio_source_package name version sha256 out)
  set(folder ${PROJECT_SOURCE_DIR}/build-sources/${name}-${version})
  if(NOT EXISTS ${folder}/complete)
    message(STATUS "Fetching the source package ${name} ${version}")
    execute_process(
      COMMAND ${PROJECT_SOURCE_DIR}/setup/source_package ${name} ${version} ${sha256} ${folder}
      RESULT_VARIABLE failed)
    if(failed)
      message(FATAL_ERROR "The source package ${name} ${version} could not be had.")
    endif()
  endif()
  set(${out} ${folder}/source PARENT_SCOPE)
endfunction()

ansio_source_package(yaml-cpp 0.7.0+dfsg-8 
  dc63708605404e0b963e0ca3a9619d1c8270eda2839603e6fa0384e5e51e5312 source)
file(GLOB sources ${source}/src/*.cpp)
add_library(ansio_yaml STATIC EXCLUDE_FROM_ALL ${sources})
target_include_directories(ansio_yaml SYSTEM PUBLIC ${source}/include)
target_compile_definitions(ansio_yaml PUBLIC YAML_CPP_STATIC_DEFINE)
target_compile_options(ansio_yaml PRIVATE -w)
add_library(ansio::yaml ALIAS ansio_yaml)

# RapidCheck has no Wasm build: test files that include it are left out there
# (ansio_test_program sees to it).
add_library(ansio_rapidcheck INTERFACE)
add_library(ansio::rapidcheck ALIAS ansio_rapidcheck)
