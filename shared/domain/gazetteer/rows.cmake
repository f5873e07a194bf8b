# SPDX-License-Identifier: EUPL-1.2
# cmake -DPLACES=places.tsv -DPOSTCODES=postcodes.txt -DOUT=gazetteer_data.cpp -P rows.cmake
file(STRINGS "${PLACES}" places ENCODING UTF-8)
set(place_rows "")
foreach(line IN LISTS places)
    string(REPLACE "\t" ";" cell "${line}")
    list(GET cell 0 name)
    list(GET cell 1 municipality)
    list(GET cell 2 province)
    list(GET cell 3 latitude)
    list(GET cell 4 longitude)
    list(GET cell 5 people)
    string(APPEND place_rows "    {\"${name}\", \"${municipality}\", \"${province}\", ${latitude}, ${longitude}, ${people}},\n")
endforeach()
file(STRINGS "${POSTCODES}" postcodes REGEX "^[1-9]" ENCODING UTF-8)
set(postcode_rows "")
foreach(line IN LISTS postcodes)
    string(REGEX MATCH "^([0-9]+) (.*)$" match "${line}")
    string(APPEND postcode_rows "    {${CMAKE_MATCH_1}, \"${CMAKE_MATCH_2}\"},\n")
endforeach()
file(WRITE "${OUT}" "// SPDX-License-Identifier: EUPL-1.2
// Made by gazetteer/rows.cmake. Places: GeoNames, CC BY 4.0.
#include \"domain/gazetteer_data.h\"

namespace veldwijzer::domain {
namespace {

constexpr PlaceRow places[] = {
${place_rows}};
constexpr PostcodeRow postcodes[] = {
${postcode_rows}};

}  // namespace

std::span<const PlaceRow> placeRows() {
    return places;
}
std::span<const PostcodeRow> postcodeRows() {
    return postcodes;
}

}  // namespace veldwijzer::domain
")
