# A compiler cache is used when the machine has one; nothing depends on it.
find_program(ANSIO_CCACHE ccache)
if(ANSIO_CCACHE AND NOT DEFINED CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${ANSIO_CCACHE} CACHE STRING "compiler cache")
endif()
