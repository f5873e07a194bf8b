// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>

/// Where Dutch places are, without a network. domain/gazetteer/README.md says where the data comes from and
/// how precise it is. Pure functions over data that lives as long as the program; any thread.
namespace veldwijzer::domain {

struct Place {
    std::string name;
    double latitude = 0;   ///< degrees, WGS 84
    double longitude = 0;  ///< degrees, WGS 84
    /// Nearly everything that was meant lies within this distance: a few kilometres for a town, more for a
    /// postcode, which is found as the town of its area.
    double precisionKm = 0;
};

/// A town, village, quarter or municipality, or a postcode ("5261", "5261 AB"). Letters are compared without
/// case, accents, apostrophes and hyphens ("den bosch", "s gravenhage", "Sudwest-Fryslan"). Of several places
/// with a name the largest, unless its municipality or province comes behind it ("Bergen LB", "Laren
/// Gelderland", "Rijswijk (GD)"). Nothing when it is not known.
[[nodiscard]] std::optional<Place> findPlace(std::string_view placeOrPostcode);

/// Along the earth's surface, in kilometres.
[[nodiscard]] double distanceKm(double latitude, double longitude, double otherLatitude,
                                double otherLongitude);
[[nodiscard]] inline double distanceKm(const Place& one, const Place& other) {
    return distanceKm(one.latitude, one.longitude, other.latitude, other.longitude);
}

}  // namespace veldwijzer::domain
