// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

/// The rows of gazetteer/places.tsv and postcodes.txt, turned into C++ by the build. Not for other rooms.
namespace veldwijzer::domain {

struct PlaceRow {
    std::string_view name;
    std::string_view municipality;
    std::string_view province;  ///< two letters
    double latitude = 0;
    double longitude = 0;
    std::uint32_t people = 0;  ///< 0: a quarter, or not known
};
struct PostcodeRow {
    unsigned from = 0;  ///< the first four-digit postcode of the area
    std::string_view place;
};

[[nodiscard]] std::span<const PlaceRow> placeRows();        ///< several may have one name
[[nodiscard]] std::span<const PostcodeRow> postcodeRows();  ///< ascending

}  // namespace veldwijzer::domain
