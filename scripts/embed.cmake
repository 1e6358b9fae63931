# What the program carries: schemas/ as a table of strings, lib/locale/*.po as compiled catalogues.

# Makes library TARGET out of every file below DIRECTORY; lib/base/embedded.hpp is its interface.
function(svcadm_embed target directory)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS RELATIVE ${CMAKE_SOURCE_DIR}/${directory}
       ${CMAKE_SOURCE_DIR}/${directory}/*)
  list(SORT files)
  set(output ${CMAKE_BINARY_DIR}/generated/${target}.cpp)
  set(entries "")
  set(assembly "")
  set(index 0)
  foreach(file IN LISTS files)
    set(path ${CMAKE_SOURCE_DIR}/${directory}/${file})
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${path})
    list(APPEND paths ${path})
    string(APPEND assembly
           "asm(\".section .rodata\\nfile${index}_begin:\\n.incbin \\\"${path}\\\"\\nfile${index}_end:\\n.byte 0\\n.text\");\n"
           "extern \"C\" const char file${index}_begin[];\nextern \"C\" const char file${index}_end[];\n")
    string(APPEND entries "    {\"${file}\", {file${index}_begin, static_cast<std::size_t>(file${index}_end - file${index}_begin)}},\n")
    math(EXPR index "${index} + 1")
  endforeach()
  file(GENERATE OUTPUT ${output} CONTENT
"#include \"base/embedded.hpp\"
${assembly}
namespace svcadm {
std::span<const EmbeddedFile> embedded_files() {
  static const EmbeddedFile files[] = {
${entries}  };
  return files;
}
}  // namespace svcadm
")
  set_source_files_properties(${output} PROPERTIES OBJECT_DEPENDS "${paths}" COMPILE_OPTIONS -Wno-pedantic)
  add_library(${target} STATIC ${output})
  target_link_libraries(${target} PUBLIC svcadm_base)
endfunction()

# Compiles DIRECTORY/LANG/*.po into share/locale/LANG/LC_MESSAGES/svcadm.mo below the build.
function(svcadm_catalogues target directory)
  set(outputs "")
  foreach(language en zh_CN)
    file(GLOB catalogues CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${directory}/${language}/*.po)
    set(output ${CMAKE_BINARY_DIR}/share/locale/${language}/LC_MESSAGES/svcadm.mo)
    cmake_path(GET output PARENT_PATH parent)
    add_custom_command(OUTPUT ${output}
      COMMAND ${CMAKE_COMMAND} -E make_directory ${parent}
      COMMAND ${MSGFMT} --check-format --output-file=${output} ${catalogues}
      DEPENDS ${catalogues} VERBATIM)
    list(APPEND outputs ${output})
  endforeach()
  add_custom_target(${target} ALL DEPENDS ${outputs})
endfunction()
