# A compiler cache is used when the machine has one; nothing depends on it.
# Without the folders in the hash, all build folders and all clones share what they compile.
find_program(ANSIO_CCACHE ccache)
if(ANSIO_CCACHE AND NOT DEFINED CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER
    ${CMAKE_COMMAND} -E env CCACHE_NOHASHDIR=1 CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} ${ANSIO_CCACHE}
    CACHE STRING "compiler cache")
endif()
