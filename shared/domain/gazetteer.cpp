// SPDX-License-Identifier: EUPL-1.2
#include "domain/gazetteer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <unordered_map>
#include <vector>

#include "domain/gazetteer_data.h"

namespace veldwijzer::domain {
namespace {

constexpr double townPrecisionKm = 5;
constexpr double postcodePrecisionKm = 15;
constexpr std::size_t longestName = 100;

// U+00C0 to U+00FF as plain lower-case letters; a space for the two signs among the letters.
constexpr std::string_view latin1 = "aaaaaaaceeeeiiiidnooooo ouuuuypsaaaaaaaceeeeiiiidnooooo ouuuuypy";

void addSpace(std::string& folded) {
    if (!folded.empty() && folded.back() != ' ') folded.push_back(' ');
}

// Bytes that are no UTF-8 just match nothing.
std::string fold(std::string_view text) {
    std::string folded;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const auto next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0U;
        if (byte >= 'A' && byte <= 'Z') {
            folded.push_back(static_cast<char>(byte - 'A' + 'a'));
        } else if ((byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9')) {
            folded.push_back(static_cast<char>(byte));
        } else if (byte == 0xC3 && next >= 0x80 && next <= 0xBF) {
            folded.push_back(latin1[next - 0x80U]);
            ++i;
        } else if (byte == 0xC4 && (next == 0xB2 || next == 0xB3)) {  // the ij as one letter
            folded += "ij";
            ++i;
        } else if (byte == '\'' || byte == '`') {
            continue;
        } else if (byte == 0xE2 && next == 0x80) {  // curly quotes
            i += 2;
        } else if (byte >= 0x80) {
            folded.push_back(static_cast<char>(byte));
        } else {
            addSpace(folded);
        }
    }
    while (!folded.empty() && folded.back() == ' ')
        folded.pop_back();
    return folded;
}

struct Province {
    std::string_view code;
    std::array<std::string_view, 3> words;
};
constexpr std::array<Province, 12> provinces{{{"DR", {"dr", "drenthe", "d"}},
                                              {"FL", {"fl", "flevoland", ""}},
                                              {"FR", {"fr", "friesland", "fryslan"}},
                                              {"GD", {"gd", "gelderland", "gld"}},
                                              {"GR", {"gr", "groningen", "gn"}},
                                              {"LB", {"lb", "limburg", "l"}},
                                              {"NB", {"nb", "noord brabant", "brabant"}},
                                              {"NH", {"nh", "noord holland", ""}},
                                              {"OV", {"ov", "overijssel", ""}},
                                              {"UT", {"ut", "utrecht", ""}},
                                              {"ZH", {"zh", "zuid holland", ""}},
                                              {"ZL", {"zl", "zeeland", "zld"}}}};

bool isInProvince(const PlaceRow& row, std::string_view word) {
    return std::any_of(provinces.begin(), provinces.end(), [&](const Province& province) {
        return province.code == row.province &&
               std::find(province.words.begin(), province.words.end(), word) != province.words.end();
    });
}

using Index = std::unordered_map<std::string, std::vector<const PlaceRow*>>;

const Index& placesByName() {
    static const Index index = [] {
        Index all;
        for (const PlaceRow& row : placeRows())
            all[fold(row.name)].push_back(&row);
        for (auto& [name, rows] : all)
            std::stable_sort(rows.begin(), rows.end(),
                             [](const PlaceRow* a, const PlaceRow* b) { return a->people > b->people; });
        return all;
    }();
    return index;
}

const PlaceRow* named(const std::string& folded) {
    const Index& index = placesByName();
    if (const auto found = index.find(folded); found != index.end()) return found->second.front();
    // The words behind the name tell which of several: the shortest name that leaves a place in that region.
    for (std::size_t gap = folded.find(' '); gap != std::string::npos; gap = folded.find(' ', gap + 1)) {
        const auto found = index.find(folded.substr(0, gap));
        if (found == index.end()) continue;
        const std::string_view region = std::string_view(folded).substr(gap + 1);
        for (const PlaceRow* row : found->second)
            if (isInProvince(*row, region) || fold(row->municipality) == region) return row;
    }
    return nullptr;
}

// Four digits of which the first is none, then nothing or two letters.
std::optional<unsigned> postcodeIn(std::string_view folded) {
    if (folded.size() < 4 || folded[0] < '1') return std::nullopt;
    unsigned number = 0;
    for (const char digit : folded.substr(0, 4)) {
        if (digit < '0' || digit > '9') return std::nullopt;
        number = number * 10 + static_cast<unsigned>(digit - '0');
    }
    std::string_view rest = folded.substr(4);
    if (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
    const auto isLetter = [](char c) { return c >= 'a' && c <= 'z'; };
    const bool letters = rest.size() == 2 && isLetter(rest[0]) && isLetter(rest[1]);
    return rest.empty() || letters ? std::optional(number) : std::nullopt;
}

const PlaceRow* areaOf(unsigned postcode) {
    const auto rows = postcodeRows();
    const auto after =
        std::upper_bound(rows.begin(), rows.end(), postcode,
                         [](unsigned code, const PostcodeRow& row) { return code < row.from; });
    return after == rows.begin() ? nullptr : named(fold(std::prev(after)->place));
}

Place placeFrom(const PlaceRow& row, std::string name, double precisionKm) {
    return {std::move(name), row.latitude, row.longitude, precisionKm};
}

}  // namespace

std::optional<Place> findPlace(std::string_view placeOrPostcode) {
    if (placeOrPostcode.size() > longestName) return std::nullopt;
    const std::string folded = fold(placeOrPostcode);
    if (const auto postcode = postcodeIn(folded)) {
        const PlaceRow* area = areaOf(*postcode);
        if (area == nullptr) return std::nullopt;
        return placeFrom(*area, std::to_string(*postcode) + " (" + std::string(area->name) + ")",
                         postcodePrecisionKm);
    }
    const PlaceRow* row = folded.empty() ? nullptr : named(folded);
    if (row == nullptr) return std::nullopt;
    return placeFrom(*row, std::string(row->name), townPrecisionKm);
}

double distanceKm(double latitude, double longitude, double otherLatitude, double otherLongitude) {
    // The haversine formula: exact enough (the earth is no ball, 0.5 %), and stable for small distances.
    constexpr double earthKm = 6371.0;
    constexpr double radian = std::numbers::pi / 180;
    const double north = std::sin((otherLatitude - latitude) * radian / 2);
    const double east = std::sin((otherLongitude - longitude) * radian / 2);
    const double chord =
        north * north + std::cos(latitude * radian) * std::cos(otherLatitude * radian) * east * east;
    return 2 * earthKm * std::asin(std::min(1.0, std::sqrt(chord)));
}

}  // namespace veldwijzer::domain
