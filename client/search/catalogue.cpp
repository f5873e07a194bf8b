// SPDX-License-Identifier: EUPL-1.2
#include "search/catalogue.h"

#include <algorithm>
#include <array>
#include <bit>

#include "search/packing.h"

namespace veldwijzer::search {
namespace {

constexpr std::array<std::string_view, 2> documentKinds = {"service", "organization"};

std::int32_t limitedTo32(std::int64_t value, std::int64_t least) {
    return static_cast<std::int32_t>(std::clamp<std::int64_t>(value, least, 1 << 30));
}

float floatOf(std::uint64_t bits) {
    return std::bit_cast<float>(static_cast<std::uint32_t>(bits));
}

}  // namespace

std::optional<std::uint8_t> documentKind(std::string_view kind) {
    const auto* const at = std::find(documentKinds.begin(), documentKinds.end(), kind);
    if (at == documentKinds.end()) return std::nullopt;
    return static_cast<std::uint8_t>(at - documentKinds.begin());
}

Bytes packEntry(const Entry& entry) {
    Bytes bytes(entry.id.view().begin(), entry.id.view().end());
    putNumber(bytes, entry.kind);
    putNumber(bytes, entry.active ? 1 : 0);
    putNumber(bytes, entry.nameWords);
    putNumber(bytes, static_cast<std::uint64_t>(entry.minimumAge + 1));
    putNumber(bytes, static_cast<std::uint64_t>(entry.maximumAge + 1));
    putNumber(bytes, static_cast<std::uint64_t>(entry.assuredDay));
    putNumber(bytes, entry.hours);
    putNumber(bytes, entry.codes.size());
    for (const std::uint32_t code : entry.codes)
        putNumber(bytes, code);
    putNumber(bytes, entry.points.size());
    for (const Point& point : entry.points) {
        putNumber(bytes, std::bit_cast<std::uint32_t>(point.latitude));
        putNumber(bytes, std::bit_cast<std::uint32_t>(point.longitude));
    }
    return bytes;
}

std::optional<Entry> unpackEntry(ByteView bytes) {
    Unpacking from(bytes);
    Entry entry;
    const auto id = RecordId::from(from.raw(entry.id.view().size()));
    if (!id) return std::nullopt;
    entry.id = *id;
    entry.kind = static_cast<std::uint8_t>(from.number());
    entry.active = from.number() != 0;
    entry.nameWords = static_cast<std::uint16_t>(from.number());
    entry.minimumAge = static_cast<std::int32_t>(from.number()) - 1;
    entry.maximumAge = static_cast<std::int32_t>(from.number()) - 1;
    entry.assuredDay = static_cast<std::int32_t>(from.number());
    entry.hours = static_cast<std::uint32_t>(from.number());
    entry.codes.resize(from.count());
    for (std::uint32_t& code : entry.codes)
        code = static_cast<std::uint32_t>(from.number());
    entry.points.resize(from.count());
    for (Point& point : entry.points) {
        point.latitude = floatOf(from.number());
        point.longitude = floatOf(from.number());
    }
    if (!from.ok() || entry.kind >= documentKinds.size()) return std::nullopt;
    return entry;
}

Entry Catalogue::entryOf(const Document& document) {
    Entry entry;
    entry.row = document.row;
    entry.id = document.id;
    entry.kind = documentKind(document.kind).value_or(0);
    entry.active = document.active;
    entry.nameWords = document.nameWords;
    if (document.minimumAge) entry.minimumAge = limitedTo32(*document.minimumAge, 0);
    if (document.maximumAge) entry.maximumAge = limitedTo32(*document.maximumAge, 0);
    entry.assuredDay = limitedTo32(document.assuredDay, 0);
    entry.hours = hours_.numberOf(document.hours);
    for (const domain::FacetCode& code : document.facets)
        entry.codes.push_back(numberOf(code));
    for (const Place& place : document.places)
        if (place.point) entry.points.push_back(*place.point);
    return entry;
}

std::uint32_t Catalogue::numberOf(const domain::FacetCode& code) {
    const auto [at, isNew] = numbers_.try_emplace(code, static_cast<std::uint32_t>(codes_.size()));
    if (isNew) codes_.push_back(code);
    return at->second;
}

void Catalogue::addStoredCode(domain::FacetCode code) {
    numberOf(code);
    codesStored();
}

void Catalogue::put(std::uint32_t document, Entry entry) {
    if (document >= entries_.size()) entries_.resize(document + 1);
    byRow_[entry.row] = document;
    entries_[document] = std::move(entry);
}

void Catalogue::drop(std::uint32_t document) {
    byRow_.erase(entries_[document].row);
    entries_[document] = {};
}

void Catalogue::use(std::uint32_t document) {
    if (document >= entries_.size()) entries_.resize(document + 1);
}

std::optional<std::uint32_t> Catalogue::documentAt(std::int64_t row) const {
    const auto at = byRow_.find(row);
    if (at == byRow_.end()) return std::nullopt;
    return at->second;
}

void Catalogue::clear() {
    *this = Catalogue();
}

}  // namespace veldwijzer::search
