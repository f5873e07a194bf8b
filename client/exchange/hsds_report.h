// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "exchange/hsds_reader.h"

namespace veldwijzer::exchange {

/// Tells the sink what is wrong, where the reading stands. Silent while it has no sink: the first time
/// through the files only learns.
class HsdsReport {
public:
    void speakTo(ImportSink* sink) { sink_ = sink; }
    [[nodiscard]] bool silent() const { return sink_ == nullptr; }
    void startFile(std::string name);
    /// Says how many problems were not listed, if there were too many.
    void endFile();
    void setRow(std::uint64_t row) { row_ = row; }
    [[nodiscard]] std::uint64_t row() const { return row_; }
    [[nodiscard]] const std::string& file() const { return file_; }

    void add(std::string problem, std::string_view action);
    void addAt(std::uint64_t row, std::string problem, std::string_view action);

private:
    ImportSink* sink_ = nullptr;
    std::string file_;
    std::uint64_t row_ = 0;
    std::uint64_t count_ = 0;
};

/// A text or id in a message: short, on one line, in quotes.
std::string shown(std::string_view text);
/// A value in a message.
std::string valueShown(const merge::Value& value);

}  // namespace veldwijzer::exchange
