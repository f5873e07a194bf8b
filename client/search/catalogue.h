// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "search/document.h"
#include "search/hours.h"

namespace veldwijzer::search {

/// What ranking, filters and counts ask of every document, in memory: about a hundred bytes each.
struct Entry {
    std::int64_t row = 0;  ///< of the store; 0: no document has this number any more
    RecordId id;
    std::uint8_t kind = 0;  ///< place in documentKinds
    bool active = true;
    std::uint16_t nameWords = 0;
    std::int32_t minimumAge = -1;  ///< -1: none
    std::int32_t maximumAge = -1;
    std::int32_t assuredDay = 0;
    std::uint32_t hours = 0;           ///< number of a set of rules; 0: nobody said when it is open
    std::vector<std::uint32_t> codes;  ///< numbers of facet codes, in the order of the facets
    std::vector<Point> points;
};

[[nodiscard]] std::optional<std::uint8_t> documentKind(std::string_view kind);

[[nodiscard]] Bytes packEntry(const Entry& entry);
/// Nothing when the bytes are not ours. `row` is not in them.
[[nodiscard]] std::optional<Entry> unpackEntry(ByteView bytes);

/// Entries by document number, and the numbers of facet codes. Documents are numbered from 1 and a number is
/// never used twice until the index is made anew.
class Catalogue {
public:
    [[nodiscard]] Entry entryOf(const Document& document);

    /// A code's number; a new one for a code that was never seen.
    std::uint32_t numberOf(const domain::FacetCode& code);
    [[nodiscard]] const std::vector<domain::FacetCode>& codes() const { return codes_; }
    /// As stored: numbers come in order.
    void addStoredCode(domain::FacetCode code);
    /// Codes that the index has not stored yet, by number.
    [[nodiscard]] std::uint32_t storedCodes() const { return stored_; }
    void codesStored() { stored_ = static_cast<std::uint32_t>(codes_.size()); }

    [[nodiscard]] Hours& hours() { return hours_; }

    void put(std::uint32_t document, Entry entry);
    void drop(std::uint32_t document);
    /// Numbers up to this one were given out.
    void use(std::uint32_t document);
    [[nodiscard]] std::optional<std::uint32_t> documentAt(std::int64_t row) const;
    /// By number; [0] is nobody's.
    [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }
    [[nodiscard]] std::size_t live() const { return byRow_.size(); }

    void clear();

private:
    std::vector<Entry> entries_ = std::vector<Entry>(1);
    std::unordered_map<std::int64_t, std::uint32_t> byRow_;
    std::vector<domain::FacetCode> codes_;
    std::map<domain::FacetCode, std::uint32_t> numbers_;
    std::uint32_t stored_ = 0;
    Hours hours_;
};

}  // namespace veldwijzer::search
