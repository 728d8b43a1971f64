# The Debian packages that `cpack` makes in a build folder of the preset `dist`:
#   ansiopolku          the command, which has the rules in it and needs nothing but libc
#   libansiopolku-dev   the shared library with its header, the rules as files, and what finds them
if(NOT ANSIO_LIBRARY)
  return()
endif()

set(papers ${CMAKE_INSTALL_DATADIR}/doc)
foreach(component command library)
  set(package ansiopolku)
  if(component STREQUAL "library")
    set(package libansiopolku-dev)
  endif()
  install(FILES ${PROJECT_SOURCE_DIR}/LICENSE DESTINATION ${papers}/${package} RENAME copyright COMPONENT ${component})
  install(FILES ${PROJECT_SOURCE_DIR}/CHANGELOG.md DESTINATION ${papers}/${package} COMPONENT ${component})
endforeach()
install(DIRECTORY ${PROJECT_SOURCE_DIR}/rules/fi/examples DESTINATION ${papers}/ansiopolku COMPONENT command
  PATTERN "*.test.yaml" EXCLUDE)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME ansiopolku)
set(CPACK_PACKAGE_VENDOR Ansiopolku)
set(CPACK_PACKAGE_CONTACT "The maintainers of Ansiopolku <maintainers@ansiopolku.invalid>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL command library)
# Every file bears the time of SOURCE_DATE_EPOCH, so that the same commit gives the same bytes.
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_LIST_DIR}/same_times.cmake)

set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_COMMAND_PACKAGE_NAME ansiopolku)
set(CPACK_COMPONENT_COMMAND_DESCRIPTION "What a job does to benefits, taxes and what is left
Computes the money of a household in Finland month by month, to the cent, and
explains each figure with its formula and section of law. An estimate, not a
decision.")
set(CPACK_DEBIAN_LIBRARY_PACKAGE_NAME libansiopolku-dev)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_SECTION libdevel)
set(CPACK_COMPONENT_LIBRARY_DESCRIPTION "The engine of ansiopolku for programs in C++
One header, one shared library, the rules of Finland as files, and the files
that find_package and pkg-config read.")
include(CPack)
