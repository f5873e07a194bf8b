// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "search/catalogue.h"

namespace veldwijzer::search {

/// Filters by chips, and counts for chips.
///
/// Of one facet any chosen code will do, and every facet that has a chosen code must be met. A chip counts
/// what there would be if it were chosen, so the chips of its own facet are left out of its count: choosing
/// one phase does not make the others look empty.
class FacetCounts {
public:
    FacetCounts(const std::vector<domain::FacetCode>& codes,
                const std::vector<std::pair<std::string, std::string>>& filters);

    /// Counts a document that the text found; true when it meets all filters.
    bool add(const Entry& entry);
    [[nodiscard]] std::map<std::string, std::map<std::string, std::uint64_t>> byFacet() const;

private:
    static constexpr std::uint32_t none = ~std::uint32_t{0};

    const std::vector<domain::FacetCode>& codes_;
    std::vector<std::string> facets_;     ///< those with filters
    std::vector<std::uint32_t> facetOf_;  ///< by code: place in `facets_`, or none
    std::vector<std::uint8_t> chosen_;    ///< by code
    std::vector<std::uint64_t> counts_;   ///< by code
    std::vector<std::uint8_t> met_;       ///< by facet, of the document at hand
};

}  // namespace veldwijzer::search
