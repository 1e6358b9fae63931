# What `cmake --install` puts where, and the Debian package that CPack makes of it (cpack --preset package).  The
# program finds its catalogues in ../share/locale and its module in ../lib/svcadm, seen from its own folder.

set(doc share/doc/svcadm)
install(TARGETS svcadm RUNTIME DESTINATION bin)
install(TARGETS svcadm_xlsx LIBRARY DESTINATION lib/svcadm)
install(DIRECTORY ${CMAKE_BINARY_DIR}/share/locale DESTINATION share)

# compressed SOURCE DESTINATION [NAME]: installs SOURCE as NAME.gz, the same bytes each time.
set(compressed_files "")
function(svcadm_compressed source destination)
  cmake_path(GET source FILENAME name)
  if(ARGC GREATER 2)
    set(name ${ARGV2})
  endif()
  set(output ${CMAKE_BINARY_DIR}/${destination}/${name}.gz)
  cmake_path(GET output PARENT_PATH folder)
  file(MAKE_DIRECTORY ${folder})
  add_custom_command(OUTPUT ${output} COMMAND ${GZIP} -9nc ${source} > ${output} DEPENDS ${source} VERBATIM)
  install(FILES ${output} DESTINATION ${destination})
  set(compressed_files ${compressed_files} ${output} PARENT_SCOPE)
endfunction()

find_program(GZIP gzip REQUIRED)
file(GLOB pages CONFIGURE_DEPENDS man/*.[1-8])
foreach(page IN LISTS pages)
  cmake_path(GET page EXTENSION LAST_ONLY section)
  string(SUBSTRING ${section} 1 1 section)
  svcadm_compressed(${page} share/man/man${section})
endforeach()
svcadm_compressed(${CMAKE_SOURCE_DIR}/scripts/package/changelog ${doc})
svcadm_compressed(${CMAKE_SOURCE_DIR}/CHANGELOG.md ${doc})
add_custom_target(svcadm_compressed ALL DEPENDS ${compressed_files})

set(zsh_functions site-functions)
if(CMAKE_INSTALL_PREFIX STREQUAL "/usr")
  set(zsh_functions vendor-completions)   # where Debian's packages put theirs
endif()
install(FILES schemas/completion/svcadm.bash DESTINATION share/bash-completion/completions RENAME svcadm)
install(FILES schemas/completion/svcadm.zsh DESTINATION share/zsh/${zsh_functions} RENAME _svcadm)
install(FILES schemas/completion/svcadm.fish DESTINATION share/fish/vendor_completions.d)

install(FILES README.md DESTINATION ${doc})
install(FILES scripts/package/copyright DESTINATION ${doc})
install(FILES scripts/package/lintian-overrides DESTINATION share/lintian/overrides RENAME svcadm)
install(DIRECTORY scripts/examples DESTINATION ${doc} USE_SOURCE_PERMISSIONS)
install(DIRECTORY schemas/json DESTINATION share/svcadm)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME svcadm)
set(CPACK_PACKAGE_CONTACT "The svcadm authors <svcadm@users.noreply.github.com>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "administration of service departments by written regulations")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
    "svcadm keeps the people, rosters, punches, leave and pay of a service
department and computes what its written regulations say.  A regulation is
data; every figure names the article it comes from.  One program and one
SQLite file, for shells and cron; in Chinese and English.")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "curl, jq, sqlite3")
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA ${CMAKE_SOURCE_DIR}/scripts/package/preinst
    ${CMAKE_SOURCE_DIR}/scripts/package/postrm)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE
    WORLD_READ WORLD_EXECUTE)
set(CPACK_STRIP_FILES ON)
set(CPACK_SOURCE_GENERATOR "")
include(CPack)
