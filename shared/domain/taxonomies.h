// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "merge/record.h"

/// The facets as data: taxonomy-term records that a region renames, adds to and retires.
namespace veldwijzer::domain {

struct Term {
    RecordId id;
    std::string facet;  ///< the field of a record that holds its codes: "phase"
    std::string code;
    std::string name;
    std::string position;  ///< place in the list (merge/position.h); empty: after those that have one
    bool retired = false;  ///< offered no more; records that have it keep it
};
/// Nothing for a record that belongs to none of our facets or has no code.
[[nodiscard]] std::optional<Term> termFrom(const merge::Record& record,
                                           const merge::ClampedTime& clamped = {});

/// The field for a taxonomy's name, Dutch or ours: "Fase", "phase" and "veldwijzer:phase" are `phase`. Empty
/// when it is none of the facets of the social map.
[[nodiscard]] std::string facetOfTaxonomy(std::string_view taxonomy);

/// What chips say and in which order. A value; not thread-safe.
class Taxonomies {
public:
    /// Of two with one code the one that is not retired counts, then the smaller id: the same everywhere.
    void add(Term term);
    /// The code itself when nobody named it: nothing is hidden because a list is behind.
    [[nodiscard]] std::string label(std::string_view facet, std::string_view code) const;
    /// For chips: in the region's order, without the retired.
    [[nodiscard]] std::vector<Term> terms(std::string_view facet) const;

private:
    std::map<std::string, std::map<std::string, Term, std::less<>>, std::less<>> terms_;
};

}  // namespace veldwijzer::domain
