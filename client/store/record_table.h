// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "sqlite/database.h"
#include "store/changed_rows.h"
#include "store/kind_table.h"
#include "store/listing_table.h"
#include "store/types.h"

namespace veldwijzer::store {

/// A record taken out of the tables to be changed and put back.
struct OpenRecord {
    std::int64_t row = 0;  ///< 0: not stored
    std::int64_t space = 0;
    std::int64_t kind = 0;  ///< 0: no record of this kind was ever stored
    merge::Record record;
    Bytes body;     ///< as stored; empty when not stored
    Listed before;  ///< as the listing has it

    [[nodiscard]] bool stored() const { return row != 0; }
};

/// A record's state without our unacknowledged operations.
struct BaseState {
    std::uint64_t lastSeq = 0;  ///< our newest change that touches the record
    Bytes body;                 ///< empty: the record did not exist
};

/// A record of the tables from its bytes; empty bytes are a record that does not exist.
[[nodiscard]] merge::Record decodeRecord(const RecordId& id, const std::string& kind, ByteView body);

/// Records by (space, kind, id), with what is derived from them, and their bases.
///
/// Kind belongs to the key: a peer that uses one id for two kinds makes two records, in whatever order they
/// arrive.
class RecordTable {
public:
    RecordTable(Database& db, KindTable& kinds, ListingTable& listing, ChangedRows& changed)
        : db_(db), kinds_(kinds), listing_(listing), changed_(changed) {}

    /// To be changed and saved: an empty record when it is not stored. `clamped` as of before the change.
    [[nodiscard]] OpenRecord open(std::int64_t space, const RecordId& id, const std::string& kind,
                                  const merge::ClampedTime& clamped);
    /// To be read; nothing when not stored. `before` has no facets.
    [[nodiscard]] std::optional<OpenRecord> read(std::int64_t row) const;
    [[nodiscard]] Bytes body(std::int64_t row) const;
    /// Every record with this id, whatever its space and kind: rows, in that order.
    [[nodiscard]] std::vector<std::int64_t> rowsOf(const RecordId& id) const;
    /// The ids from `first` to `last`, both included, in order; from the index, without reading a record.
    [[nodiscard]] std::vector<RecordId> idsBetween(const RecordId& first, const RecordId& last,
                                                   std::size_t limit) const;
    [[nodiscard]] std::optional<std::int64_t> rowOf(std::int64_t space, const RecordId& id,
                                                    const std::string& kind) const;

    /// Stores the changed record and what follows from it; `open.body` becomes the new bytes.
    void save(OpenRecord& open, const merge::ClampedTime& clamped);
    /// Brings listing, facets and conflicts up to date with the record as it is, when another of several
    /// values may be the one to show.
    void relist(OpenRecord& open, const merge::ClampedTime& clamped);
    /// Takes the record out altogether, its base included.
    void remove(const OpenRecord& open);

    [[nodiscard]] std::optional<BaseState> base(std::int64_t row) const;
    void setBase(std::int64_t row, std::uint64_t lastSeq, ByteView body);
    void touchBase(std::int64_t row, std::uint64_t lastSeq);
    void dropBase(std::int64_t row);
    [[nodiscard]] bool hasBase(std::int64_t row) const;

    /// Rows whose fields are in conflict, oldest row first.
    [[nodiscard]] std::vector<std::int64_t> inConflict(std::size_t limit) const;
    [[nodiscard]] std::uint64_t conflictCount() const;

    /// Derives all titles, facets, conflicts and counts again.
    void deriveAgain(const std::function<merge::ClampedTime(std::int64_t space)>& clamped);

private:
    void insert(OpenRecord& open, const Listed& after);
    void writeDerived(OpenRecord& open, const merge::ClampedTime& clamped);
    void writeListed(const OpenRecord& open, const Listed& after);

    Database& db_;
    KindTable& kinds_;
    ListingTable& listing_;
    ChangedRows& changed_;
    Bytes scratch_;  ///< for encoding; kept for its memory
};

}  // namespace veldwijzer::store
