# What `cmake --install` puts where. Two components: `command` (the program `ansio`, which has the rules in it) and
# `library` (the shared library, its header, the rules as files, and what find_package and pkg-config read).
install(TARGETS ansio RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT command)

if(ANSIO_LIBRARY)
  include(CMakePackageConfigHelpers)
  set(config ${CMAKE_INSTALL_LIBDIR}/cmake/ansiopolku)
  set(rules ${CMAKE_INSTALL_DATADIR}/ansiopolku)

  install(TARGETS ansiopolku EXPORT ansiopolku
    LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT library NAMELINK_COMPONENT library)
  install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/ansio DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT library)
  # Tests and examples are no part of a rule set.
  install(DIRECTORY ${PROJECT_SOURCE_DIR}/rules DESTINATION ${rules} COMPONENT library
    PATTERN "*.test.yaml" EXCLUDE PATTERN "examples" EXCLUDE)

  install(EXPORT ansiopolku NAMESPACE ansiopolku:: FILE ansiopolkuTargets.cmake DESTINATION ${config} COMPONENT library)
  configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/ansiopolkuConfig.cmake.in
    ${PROJECT_BINARY_DIR}/ansiopolkuConfig.cmake INSTALL_DESTINATION ${config} PATH_VARS rules)
  # Before 1.0 a second number that differs is another interface.
  write_basic_package_version_file(${PROJECT_BINARY_DIR}/ansiopolkuConfigVersion.cmake COMPATIBILITY SameMinorVersion)
  install(FILES ${PROJECT_BINARY_DIR}/ansiopolkuConfig.cmake ${PROJECT_BINARY_DIR}/ansiopolkuConfigVersion.cmake
    DESTINATION ${config} COMPONENT library)

  # The file finds its prefix from where it lies, so an installed tree may be moved.
  file(RELATIVE_PATH to_prefix /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
  string(REGEX REPLACE "/$" "" to_prefix ${to_prefix})
  configure_file(${CMAKE_CURRENT_LIST_DIR}/ansiopolku.pc.in ${PROJECT_BINARY_DIR}/ansiopolku.pc @ONLY)
  install(FILES ${PROJECT_BINARY_DIR}/ansiopolku.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT library)
endif()
