// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "merge/packed_record.h"
#include "sqlite/database.h"
#include "store/changed_rows.h"
#include "store/kind_table.h"
#include "store/listing_table.h"
#include "store/types.h"

namespace veldwijzer::store {

/// What saving a record comes to, beside its bytes.
struct Saving {
    bool differs = false;       ///< the bytes are not those that are stored
    std::optional<Bytes> part;  ///< stored beside the body; none: the body is written anew
    Listed before;
    Listed after;
};

/// A record taken out of the tables to be changed and put back, once.
struct OpenRecord {
    std::int64_t row = 0;  ///< 0: not stored
    std::int64_t space = 0;
    std::int64_t kind = 0;  ///< 0: no record of this kind was ever stored
    RecordId id;
    std::string kindName;
    Bytes body;                       ///< its bytes when it was opened; empty: it was not stored
    std::vector<std::string> beside;  ///< fields that are stored beside the row's body
    std::optional<Bytes> saved;       ///< as stored by `save`
    std::optional<Saving> saving;     ///< once it is worked out
    Listed before;                    ///< as the listing has it, but the facets, which `body` tells
    merge::ClampedTime clamped;       ///< by which these were derived

    [[nodiscard]] bool stored() const { return row != 0; }
    /// Looks into `body`, only when it is asked for: many an acknowledged record need not be looked at.
    [[nodiscard]] merge::PackedRecord& record();
    [[nodiscard]] bool erased() { return record().loose().erased(); }
    /// Other content takes the place of what was stored.
    void replace(merge::PackedRecord&& content) {
        record_ = std::move(content);
        replaced_ = true;
    }
    [[nodiscard]] bool replaced() const { return replaced_; }
    /// One that is not stored gets the bytes of all that it is.
    void adopt(Bytes&& content);
    /// The record's bytes as they are now; moved out when they were adopted.
    [[nodiscard]] Bytes encoded();
    [[nodiscard]] ByteView storedBody() const { return saved ? *saved : body; }
    /// Once it is worked out, and before it is written: lets go of all that writing does not need.
    void dropContent() {
        record_.reset();
        body = {};
        content_ = {};
    }

private:
    friend class RecordTable;
    Bytes folded_;  ///< of these fields, when `body` does not have them yet
    std::optional<merge::PackedRecord> record_;
    bool replaced_ = false;
    Bytes content_;  ///< adopted; `record_` looks into it
};

/// A record to be read.
struct ReadRecord {
    std::int64_t row = 0;
    std::int64_t space = 0;
    std::int64_t kind = 0;
    merge::Record record;
    Listed before;  ///< as the listing has it, without facets
};

/// A record's state without our unacknowledged operations.
struct BaseState {
    std::uint64_t lastSeq = 0;  ///< our newest change that touches the record
    Bytes part;                 ///< beside the record as it is now; see merge/record_part.h
};

/// What `part` tells beside `body`: our own bytes both.
[[nodiscard]] Bytes bodyWith(ByteView body, ByteView part);
[[nodiscard]] std::vector<std::string> fieldsOf(ByteView part);

/// A record of the tables from its bytes; empty bytes are a record that does not exist. It looks into them.
[[nodiscard]] merge::PackedRecord packedRecord(const RecordId& id, std::string_view kind, ByteView body);

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
    /// The same in two steps: what is read from the tables, and what follows from it, on any thread.
    [[nodiscard]] OpenRecord fetch(std::int64_t space, const RecordId& id, const std::string& kind,
                                   const merge::ClampedTime& clamped);
    static void unfold(OpenRecord& open);
    /// Nothing when not stored.
    [[nodiscard]] std::optional<ReadRecord> read(std::int64_t row) const;
    /// Every record with this id, whatever its space and kind: rows, in that order.
    [[nodiscard]] std::vector<std::int64_t> rowsOf(const RecordId& id) const;
    /// The ids from `first` to `last`, both included, in order; from the index, without reading a record.
    [[nodiscard]] std::vector<RecordId> idsBetween(const RecordId& first, const RecordId& last,
                                                   std::size_t limit) const;
    [[nodiscard]] std::optional<std::int64_t> rowOf(std::int64_t space, const RecordId& id,
                                                    const std::string& kind) const;

    /// Stores the changed record and what follows from it, once.
    void save(OpenRecord& open, const merge::ClampedTime& clamped);
    /// What of that needs no tables; on any thread. `save` then does the rest.
    static void workOut(OpenRecord& open, const merge::ClampedTime& clamped);
    /// Brings listing, facets and conflicts up to date with the record as it is, when another of several
    /// values may be the one to show.
    void relist(OpenRecord& open, const merge::ClampedTime& clamped);
    /// Takes the record out altogether, its base included.
    void remove(const OpenRecord& open);

    [[nodiscard]] std::optional<BaseState> base(std::int64_t row) const;
    void setBase(std::int64_t row, std::uint64_t lastSeq, ByteView part);
    void touchBase(std::int64_t row, std::uint64_t lastSeq);
    void dropBase(std::int64_t row);
    [[nodiscard]] bool hasBase(std::int64_t row) const;

    using VisitCounted = std::function<void(const RecordId& id, const std::string& kind, ByteView body)>;
    /// Calls `visit` with each record of a space and the bytes that its digest counts: the base, where there
    /// is one. Empty when there is nothing to count.
    void forEachCounted(std::int64_t space, const VisitCounted& visit) const;

    /// Rows whose fields are in conflict, oldest row first.
    [[nodiscard]] std::vector<std::int64_t> inConflict(std::size_t limit) const;
    [[nodiscard]] std::uint64_t conflictCount() const;

    /// Of records, since `countFromHere`.
    [[nodiscard]] std::size_t bytesWritten() const { return bytesWritten_; }
    void countFromHere() { bytesWritten_ = 0; }

    /// Derives all titles, facets, conflicts and counts again.
    void deriveAgain(const std::function<merge::ClampedTime(std::int64_t space)>& clamped);

private:
    /// Where a record is listed.
    struct Place {
        std::int64_t row = 0;
        std::int64_t kind = 0;
        RecordId id;
    };
    void insert(OpenRecord& open);
    void writeBody(const OpenRecord& open);
    static std::optional<Bytes> partBeside(OpenRecord& open, const std::vector<std::string>& fields);
    void dropEdited(std::int64_t row);
    void derive(OpenRecord& open, const merge::ClampedTime& clamped);
    static Listed listedBefore(const OpenRecord& open);
    void writeDerived(const Place& place, const Listed& before, const Listed& after);
    void writeListed(const Place& place, const Listed& before, const Listed& after);

    Database& db_;
    KindTable& kinds_;
    ListingTable& listing_;
    ChangedRows& changed_;
    std::size_t bytesWritten_ = 0;
};

}  // namespace veldwijzer::store
