// SPDX-License-Identifier: EUPL-1.2
#include "search/ranking.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace veldwijzer::search {
namespace {

constexpr float muchOfIt = 0.2F;
constexpr float leastIdf = 0.2F;
/// An age that a document excludes is no reason to hide it: ages are often written down narrowly.
constexpr float wrongAge = 0.55F;
/// Part of the score that goes to names which say little else than what was asked.
constexpr float nameShare = 0.15F;

float idfOf(std::size_t documents, std::size_t matching) {
    const auto all = static_cast<float>(documents);
    const auto some = static_cast<float>(matching);
    return std::max(leastIdf, std::log1p((all - some + 0.5F) / (some + 0.5F)));
}

}  // namespace

Scoring::Scoring(Matching& matching, const std::vector<Asked>& asked) {
    std::vector<float> score(matching.size(), 0);
    std::vector<float> told(matching.size(), 0);          // the idf of what matched
    std::vector<std::uint8_t> named(matching.size(), 0);  // words that stand in the name
    float all = 0;
    for (const Asked& one : asked) {
        const std::vector<Hit> hits = matching.find(one);
        if (hits.empty()) {
            unknown_.push_back(one.typed);
            continue;
        }
        const float idf = idfOf(matching.documents(), hits.size());
        // An age narrows down; it is not what is looked for.
        const bool required = !one.age;
        if (required) all += idf;
        for (const Hit& hit : hits) {
            score[hit.document] += idf * hit.strength;
            if (required) told[hit.document] += idf;
            if (hit.strength > likeness::beginning - 0.01F && named[hit.document] < 255)
                ++named[hit.document];
        }
    }
    if (all == 0) return;
    constexpr float rounding = 0.999F;
    std::size_t together = 0;
    for (const float some : told)
        together += some >= all * rounding ? 1 : 0;
    allWords_ = together >= enoughTogether;
    const float least = allWords_ ? all * rounding : all * muchOfIt;
    for (std::uint32_t document = 0; document < matching.size(); ++document) {
        if (told[document] < least) continue;
        const Entry& entry = *matching.entry(document);
        float text = score[document] / all * std::sqrt(told[document] / all);
        if (entry.nameWords > 0)
            text += nameShare * text *
                    std::min(1.0F, static_cast<float>(named[document]) / static_cast<float>(entry.nameWords));
        for (const Asked& one : asked)
            if (one.age && ageFit(entry, *one.age) == AgeFit::Excludes) text *= wrongAge;
        found_.push_back({document, text});
    }
    if (found_.size() == together) allWords_ = true;
    if (!found_.empty()) return;
    // Many words that meet nowhere: the best there is.
    allWords_ = false;
    const float best = *std::max_element(told.begin(), told.end());
    for (std::uint32_t document = 0; document < matching.size(); ++document)
        if (told[document] > 0 && told[document] >= best * rounding)
            found_.push_back({document, score[document] / all});
}

std::vector<float> codeStandings(const std::vector<domain::FacetCode>& codes) {
    // Who searches mostly has somebody before him who needs something now. Regions may rename their phases;
    // then these count for nothing, and the rest of the order stays.
    struct Standing {
        std::string_view facet, code;
        float value;
    };
    constexpr std::array<Standing, 6> known = {{{"phase", "hulp", 1.06F},
                                                {"phase", "melding-onderzoek", 1.04F},
                                                {"phase", "nazorg", 1.02F},
                                                {"phase", "signalering", 0.99F},
                                                {"phase", "preventie", 0.95F},
                                                {"urgency", "nu", 1.03F}}};
    std::vector<float> standings(codes.size(), 0);
    for (std::size_t i = 0; i < codes.size(); ++i)
        for (const Standing& one : known)
            if (codes[i].facet == one.facet && codes[i].code == one.code) standings[i] = one.value;
    return standings;
}

std::optional<double> kilometresTo(const Entry& entry, const std::optional<Point>& near) {
    if (!near || entry.points.empty()) return std::nullopt;
    double least = std::numeric_limits<double>::max();
    for (const Point& point : entry.points)
        least = std::min(least, kilometresBetween(*near, point));
    return least;
}

float standing(const Entry& entry, const Query& query, std::optional<double> kilometres,
               const std::vector<float>& codeStanding) {
    constexpr float closed = 0.3F;
    constexpr float halfYearDays = 183;
    constexpr float yearsOld = 0.92F;
    constexpr float neverLooked = 0.9F;
    constexpr float farAway = 0.35F;
    constexpr float halfWayKm = 10;
    constexpr float anywhere = 0.6F;  // national lines, online help
    float value = entry.active ? 1.0F : closed;
    float best = 0;
    for (const std::uint32_t code : entry.codes)
        best = std::max(best, codeStanding[code]);
    if (best > 0) value *= best;
    if (entry.assuredDay == 0) {
        value *= neverLooked;
    } else if (query.today > entry.assuredDay) {
        const auto days = static_cast<float>(query.today - entry.assuredDay);
        // Full for half a year, then slowly less.
        value *=
            1.0F - (1.0F - yearsOld) * std::clamp((days - halfYearDays) / (3 * halfYearDays), 0.0F, 1.0F);
    }
    if (query.near)
        value *= kilometres ? farAway + (1 - farAway) / (1 + static_cast<float>(*kilometres) / halfWayKm)
                            : anywhere;
    return value;
}

}  // namespace veldwijzer::search
