// SPDX-License-Identifier: EUPL-1.2
#include "exchange/csv_splitter.h"

#include <algorithm>
#include <array>
#include <utility>

#include "exchange/hsds_limits.h"

namespace veldwijzer::exchange {
namespace {

constexpr std::size_t headBytes = 64 * limits::kib;
constexpr std::uint64_t recoveriesAtMost = 1000;  ///< each may read hsdsItemBytes once more

}  // namespace

void CsvSplitter::feed(std::string_view piece) {
    if (!started_) {
        head_.append(piece);
        if (head_.size() < headBytes && head_.find('\n') == std::string::npos) return;
        chooseSeparator();
        const std::string head = std::exchange(head_, {});
        for (const char c : head)
            step(c);
        return;
    }
    for (const char c : piece)
        step(c);
}

void CsvSplitter::finish() {
    if (!started_) {
        chooseSeparator();
        const std::string head = std::exchange(head_, {});
        for (const char c : head)
            step(c);
    }
    while (in_ == In::Quoted)
        recover(true);
    if (in_ != In::CellStart || !cells_.empty()) endRow();
}

void CsvSplitter::chooseSeparator() {
    started_ = true;
    if (head_.substr(0, 3) == "\xef\xbb\xbf") head_.erase(0, 3);
    static constexpr std::array<char, 3> known = {',', ';', '\t'};
    std::array<std::size_t, 3> counts{};
    bool quoted = false;
    for (const char c : std::string_view(head_).substr(0, head_.find_first_of("\r\n"))) {
        if (c == '"') quoted = !quoted;
        if (const auto* at = std::find(known.begin(), known.end(), c); !quoted && at != known.end())
            ++counts[static_cast<std::size_t>(at - known.begin())];
    }
    separator_ =
        known[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin())];
}

void CsvSplitter::step(char c) {
    if (std::exchange(skipLineFeed_, false) && c == '\n' && in_ != In::Quoted) return;
    if (raw_.size() >= limits::hsdsItemBytes) recover(false);
    raw_.push_back(c);
    const bool lineEnd = c == '\n' || c == '\r';
    if (lineEnd && in_ == In::Quoted) {
        if (c == '\n') ++line_;
        if (firstLineEnd_ == 0) firstLineEnd_ = raw_.size();
    }
    switch (in_) {
        case In::Quoted:
            if (c == '"')
                in_ = In::QuoteInQuoted;
            else
                put(c);
            return;
        case In::QuoteInQuoted:
            if (c == '"') {
                put('"');
                in_ = In::Quoted;
                return;
            }
            in_ = In::Plain;
            break;
        case In::CellStart:
            if (c == '"') {
                in_ = In::Quoted;
                return;
            }
            break;
        case In::Plain:
            break;
    }
    if (c == separator_) {
        endCell();
        in_ = In::CellStart;
    } else if (lineEnd) {
        ++line_;
        skipLineFeed_ = c == '\r';
        if (raw_.size() == 1 && cells_.empty()) {  // an empty line
            raw_.clear();
            rowLine_ = line_;
            return;
        }
        endRow();
    } else {
        in_ = In::Plain;
        put(c);
    }
}

void CsvSplitter::put(char c) {
    ++cell_.bytes;
    if (cell_.bytes <= limits::hsdsRawTextBytes) cell_.text.push_back(c);
}

void CsvSplitter::endCell() {
    // What stands in the columns after that is counted, not held: a row may claim a million of them.
    if (cells_.size() >= limits::hsdsMembers)
        ++columnsLeft_;
    else
        cells_.push_back(std::move(cell_));
    cell_ = {};
}

void CsvSplitter::endRow() {
    endCell();
    if (columnsLeft_ > 0)
        sink_.damage(rowLine_,
                     "This row has " + std::to_string(cells_.size() + columnsLeft_) +
                         " columns, more than the " + std::to_string(limits::hsdsMembers) + " that fit.",
                     "Read without those after that.");
    columnsLeft_ = 0;
    sink_.row(rowLine_, cells_);
    cells_.clear();
    raw_.clear();
    firstLineEnd_ = 0;
    in_ = In::CellStart;
    rowLine_ = line_;
}

// A quote was opened and never closed, or the row is too long to be one.
void CsvSplitter::recover(bool atEnd) {
    const std::string raw = std::exchange(raw_, {});
    const std::size_t next = firstLineEnd_ == 0 ? raw.size() : firstLineEnd_;
    const bool again = firstLineEnd_ != 0 && ++recoveries_ <= recoveriesAtMost;
    sink_.damage(
        rowLine_,
        atEnd ? "A quote in this row is never closed."
              : "This row is longer than " + std::to_string(limits::hsdsItemBytes / limits::mib) + " MiB.",
        again ? "The row is not imported; reading goes on at the next line."
              : "What follows as far as that is not imported.");
    cells_.clear();
    cell_ = {};
    columnsLeft_ = 0;
    firstLineEnd_ = 0;
    in_ = In::CellStart;
    line_ = ++rowLine_;
    if (!again) return;
    const std::string rest = raw.substr(next);
    for (const char c : rest)
        step(c);
}

}  // namespace veldwijzer::exchange
