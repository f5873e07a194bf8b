// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "exchange/hsds_normalise.h"
#include "exchange/hsds_report.h"

namespace veldwijzer::exchange {

/// Makes records of parts, each handed out once.
///
/// First every part is shown to `learn`; then, in the same order, to `add`. A record that says the same
/// wherever it stands goes to the sink at once; one that differs waits until its last part has come.
class HsdsRecords {
public:
    void learn(const Part& part);
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
        std::string file;
        std::uint64_t row = 0;  ///< where it came first
    };
    struct FirstRow {
        std::string file;
        std::uint64_t row = 0;
        RecordId content;
    };

    void noteTop(const Part& part, HsdsReport& report);
    void uniteInto(Waiting& waiting, Part&& part, HsdsReport& report);
    void checkKey(const std::string& name, const KeyReference& key, HsdsReport& report) const;
    void handOut(IncomingRecord&& record, std::uint64_t row, HsdsReport& report, ImportSink& sink) const;
    [[nodiscard]] bool isItsOwnParent(const RecordId& id) const;

    std::map<RecordId, Seen> seen_;
    std::map<RecordId, Waiting> waiting_;
    std::map<RecordId, FirstRow> top_;
    std::map<RecordId, RecordId> parents_;
};

}  // namespace veldwijzer::exchange
