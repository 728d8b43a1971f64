# Run by CPack before it packs: gives every file of the tree the time SOURCE_DATE_EPOCH, and the permissions that a
# checkout under any umask would have had.
if(NOT DEFINED ENV{SOURCE_DATE_EPOCH})
  return()
endif()
execute_process(COMMAND find ${CPACK_TEMPORARY_DIRECTORY} -type d -exec chmod 755 {} +)
execute_process(COMMAND find ${CPACK_TEMPORARY_DIRECTORY} -type f -exec chmod u=rwX,go=rX {} +)
execute_process(COMMAND find ${CPACK_TEMPORARY_DIRECTORY} -exec touch -h -d @$ENV{SOURCE_DATE_EPOCH} {} +)
