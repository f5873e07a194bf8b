// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "exchange/csv_splitter.h"
#include "exchange/hsds_items.h"

namespace veldwijzer::exchange {

/// The rows of one table, from cells to the items that they are. The table's name tells the kind; where it
/// does not, the columns may.
class CsvItems final : public CsvSink {
public:
    /// `table`: the file's name without extension.
    CsvItems(HsdsItems& items, HsdsReport& report, std::string_view table)
        : items_(items), report_(report), table_(table) {}

    void row(std::uint64_t line, std::vector<CsvCell>& cells) override;
    void damage(std::uint64_t line, std::string problem, std::string action) override;

    /// Empty as long as no header told.
    [[nodiscard]] const std::string& kind() const { return kind_; }

private:
    void header(std::vector<CsvCell>& cells);
    std::string text(CsvCell& cell);

    HsdsItems& items_;
    HsdsReport& report_;
    std::string table_;
    std::string kind_;
    bool toldEncoding_ = false;
    bool toldOld_ = false;
    bool hasHeader_ = false;
    std::uint64_t row_ = 0;
    std::vector<std::string> columns_;
};

}  // namespace veldwijzer::exchange
