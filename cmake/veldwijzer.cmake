# SPDX-License-Identifier: EUPL-1.2
# One target a folder: the link graph is the architecture diagram (see ARCHITECTURE.md).

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")
# Release keeps debug symbols small and asserts on: ENSURE must hold in the field too.
set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O2 -g1")

find_program(CCACHE ccache)
if(CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${CCACHE}")
endif()

if(VELDWIJZER_SANITIZE)
    # Half the compile time of -O2, and stack traces that can be read.
    set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O1 -g1")
    add_compile_options("-fsanitize=${VELDWIJZER_SANITIZE}" -fno-omit-frame-pointer -fno-sanitize-recover=all)
    add_link_options("-fsanitize=${VELDWIJZER_SANITIZE}")
endif()

add_library(veldwijzer_warnings INTERFACE)
target_compile_options(veldwijzer_warnings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion)
if(VELDWIJZER_WERROR)
    target_compile_options(veldwijzer_warnings INTERFACE -Werror)
endif()

# veldwijzer_room(<name> SOURCES <files...> LINKS <rooms and libraries...>)
#
# A static library for the calling folder. Its headers are included by path from the
# top room ("merge/record.h"), so an include line shows which arrow it uses.
function(veldwijzer_room name)
    cmake_parse_arguments(ROOM "" "" "SOURCES;LINKS" ${ARGN})
    add_library(${name} STATIC ${ROOM_SOURCES})
    get_filename_component(top "${CMAKE_CURRENT_SOURCE_DIR}" DIRECTORY)
    target_include_directories(${name} PUBLIC "${top}")
    target_link_libraries(${name} PUBLIC ${ROOM_LINKS} PRIVATE veldwijzer_warnings)
endfunction()

# veldwijzer_program(<name> SOURCES <files...> LINKS <rooms...>)
function(veldwijzer_program name)
    cmake_parse_arguments(PROGRAM "" "" "SOURCES;LINKS" ${ARGN})
    add_executable(${name} ${PROGRAM_SOURCES})
    get_filename_component(top "${CMAKE_CURRENT_SOURCE_DIR}" DIRECTORY)
    target_include_directories(${name} PRIVATE "${top}")
    target_link_libraries(${name} PRIVATE ${PROGRAM_LINKS} veldwijzer_warnings)
endfunction()
