// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "exchange/hsds_normalise.h"
#include "exchange/hsds_report.h"

namespace veldwijzer::exchange {

/// Makes records of parts, each handed out once.
///
/// First every part is shown to `learn`; then, in the same order, to `add`. A record that says the same
/// wherever it stands goes to the sink at once; one that differs waits until its last part has come. Children
/// that name their parent by an id (every table of the CSV form, and flat JSON) go into the parent's sets
/// when the parent is handed out: 40 bytes each while the files are read.
class HsdsRecords {
public:
    /// `normaliser` knows the terms, `keeper` is only asked what it keeps confidential; they outlive this.
    HsdsRecords(const HsdsNormaliser& normaliser, const ImportSink& keeper)
        : normaliser_(normaliser), keeper_(keeper) {}

    void learn(const Part& part);
    /// Between the two times.
    void learned();
    /// `top`: the part is the item itself, not something nested in it.
    void add(Part&& part, bool top, HsdsReport& report, ImportSink& sink);
    /// Hands out what still waits; only a file that changed while it was read leaves something here.
    void finish(HsdsReport& report, ImportSink& sink);

private:
    struct Seen {
        RecordId content;
        std::uint32_t left = 0;  ///< parts still to come
        bool varies = false;
        bool done = false;
    };
    struct Waiting {
        IncomingRecord record;
        std::vector<KeyReference> keys;
        std::vector<Node> exact;
        std::string file;
        std::uint64_t row = 0;  ///< where it came first
    };
    struct Link {
        RecordId parent;
        RecordId child;
        std::string_view set;  ///< of the vocabulary's tables
        auto operator<=>(const Link&) const = default;
    };
    struct FirstRow {
        std::string file;
        std::uint64_t row = 0;
        RecordId content;
    };

    void noteTop(const Part& part, HsdsReport& report);
    void uniteInto(Waiting& waiting, Part&& part, HsdsReport& report);
    void attachChildren(Part& part, std::uint64_t row, HsdsReport& report) const;
    void attachFacet(Part& part, const RecordId& attribute) const;
    void handOut(Part&& part, std::uint64_t row, HsdsReport& report, ImportSink& sink) const;
    void learnConfidential(const Part& part);
    [[nodiscard]] bool isConfidential(const IncomingRecord& record) const;
    [[nodiscard]] bool isItsOwnParent(const RecordId& id) const;

    const HsdsNormaliser& normaliser_;
    const ImportSink& keeper_;
    std::map<RecordId, Seen> seen_;
    std::map<RecordId, Waiting> waiting_;
    std::map<RecordId, FirstRow> top_;
    std::map<RecordId, RecordId> parents_;
    std::set<RecordId> confidential_;  ///< locations, and what they hold that tells where they are
    std::vector<Link> links_;          ///< sorted once all is learned
    std::vector<std::pair<RecordId, RecordId>>
        attributeTerms_;  ///< of attributes among the links; sorted too
};

/// What an object's keys come to, when it is known which of their targets are there: the text of one that
/// leads somewhere goes, a child's id of a parent that is not there becomes a reference. The record is not
/// finished afterwards. Returns the keys that lead nowhere.
std::vector<const KeyReference*> settleKeys(IncomingRecord& record, const std::vector<KeyReference>& keys,
                                            const std::function<bool(const RecordId&)>& isThere);

}  // namespace veldwijzer::exchange
