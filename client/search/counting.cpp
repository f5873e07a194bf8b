// SPDX-License-Identifier: EUPL-1.2
#include "search/counting.h"

#include <algorithm>

namespace veldwijzer::search {

FacetCounts::FacetCounts(const std::vector<domain::FacetCode>& codes,
                         const std::vector<std::pair<std::string, std::string>>& filters)
    : codes_(codes), facetOf_(codes.size(), none), chosen_(codes.size(), 0), counts_(codes.size(), 0) {
    for (const auto& filter : filters)
        if (std::find(facets_.begin(), facets_.end(), filter.first) == facets_.end())
            facets_.push_back(filter.first);
    met_.resize(facets_.size());
    for (std::size_t i = 0; i < codes.size(); ++i) {
        const auto at = std::find(facets_.begin(), facets_.end(), codes[i].facet);
        if (at == facets_.end()) continue;
        facetOf_[i] = static_cast<std::uint32_t>(at - facets_.begin());
        chosen_[i] = std::any_of(filters.begin(), filters.end(), [&](const auto& filter) {
            return filter.first == codes[i].facet && filter.second == codes[i].code;
        });
    }
}

bool FacetCounts::add(const Entry& entry) {
    std::fill(met_.begin(), met_.end(), std::uint8_t{0});
    for (const std::uint32_t code : entry.codes)
        if (chosen_[code] != 0) met_[facetOf_[code]] = 1;
    std::size_t missing = 0;
    std::uint32_t missed = none;
    for (std::uint32_t facet = 0; facet < met_.size(); ++facet) {
        if (met_[facet] != 0) continue;
        ++missing;
        missed = facet;
    }
    if (missing > 1) return false;
    for (const std::uint32_t code : entry.codes)
        if (missing == 0 || facetOf_[code] == missed) ++counts_[code];
    return missing == 0;
}

std::map<std::string, std::map<std::string, std::uint64_t>> FacetCounts::byFacet() const {
    std::map<std::string, std::map<std::string, std::uint64_t>> facets;
    for (std::size_t i = 0; i < counts_.size(); ++i)
        if (counts_[i] > 0) facets[codes_[i].facet][codes_[i].code] = counts_[i];
    return facets;
}

}  // namespace veldwijzer::search
