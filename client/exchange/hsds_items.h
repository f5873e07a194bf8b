// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/hsds_normalise.h"
#include "exchange/hsds_records.h"
#include "exchange/hsds_report.h"
#include "exchange/json_splitter.h"

namespace veldwijzer::exchange {

/// What the first time through a file found out about it.
struct FileFindings {
    std::uint64_t items = 0;       ///< whatever they were
    std::uint64_t recognised = 0;  ///< items that are HSDS
    std::string firstProblem;      ///< why the first unusable item was so
    std::string otherFormat;       ///< what an item seems to be instead
    std::int64_t totalItems = -1;  ///< as the page's header says, over all pages; -1: no header
    std::int64_t totalPages = 1;
    std::int64_t pageNumber = 1;
};

/// The items of one file, from text to parts. `sink` null: the first time through, which learns and is
/// silent.
class HsdsItems final : public SplitterSink {
public:
    /// `tableKind`: the kind that the file's name promises ("contacts.json"), or empty.
    HsdsItems(HsdsNormaliser& normaliser, HsdsRecords& records, HsdsReport& report, ImportSink* sink,
              std::string_view tableKind)
        : normaliser_(normaliser), records_(records), report_(report), sink_(sink), tableKind_(tableKind) {}

    void item(std::uint64_t row, std::string_view text, const std::vector<ElidedText>& elided) override;
    void header(std::string_view text, const std::vector<ElidedText>& elided) override;
    void damage(std::uint64_t row, std::string problem, std::string action) override;

    /// An item whose kind is known: a row of a table.
    void take(std::string_view kind, const Node& item);

    [[nodiscard]] const FileFindings& findings() const { return findings_; }

private:
    Result<Node> parse(std::string_view text, const std::vector<ElidedText>& elided);
    [[nodiscard]] std::string kindOf(const Node& item);
    void unusable(std::string problem, std::string_view action);
    void checkTotals(const Node& header);

    HsdsNormaliser& normaliser_;
    HsdsRecords& records_;
    HsdsReport& report_;
    ImportSink* sink_;
    FileFindings findings_;
    std::string lastKind_;
    std::string tableKind_;
    bool toldOld_ = false;
};

}  // namespace veldwijzer::exchange
