// SPDX-License-Identifier: EUPL-1.2
#include "exchange/csv_splitter.h"

#include <algorithm>
#include <array>
#include <utility>

#include "exchange/hsds_limits.h"

namespace veldwijzer::exchange {
namespace {

constexpr std::size_t headBytes = 64 * limits::kib;
constexpr std::uint64_t recoveriesAtMost = 100;  ///< each may read hsdsItemBytes once more

}  // namespace

void CsvSplitter::feed(std::string_view piece) {
    if (started_) return consume(piece);
    head_.append(piece);
    if (head_.size() < headBytes && head_.find('\n') == std::string::npos) return;
    chooseSeparator();
    consume(std::exchange(head_, {}));
}

void CsvSplitter::finish() {
    if (!started_) {
        chooseSeparator();
        consume(std::exchange(head_, {}));
    }
    while (in_ == In::Quoted) {
        recover();
        consume(std::exchange(again_, {}));
    }
    if (in_ != In::CellStart || !cells_.empty()) endRow();
}

void CsvSplitter::consume(std::string_view piece) {
    std::string held;
    for (std::size_t i = 0; i < piece.size(); ++i) {
        step(piece[i]);
        if (again_.empty()) continue;
        again_.append(piece.substr(i + 1));
        held = std::exchange(again_, {});
        piece = held;
        i = static_cast<std::size_t>(-1);
    }
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
    // Beyond that a long cell is read on, but an open quote in it can no longer be mended.
    if (raw_.size() < limits::hsdsItemBytes) raw_.push_back(c);
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
            // A quote over several lines that ends in the middle of a word was opened by mistake.
            if (firstLineEnd_ != 0 && c != separator_ && !lineEnd && raw_.size() < limits::hsdsItemBytes)
                return recover();
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

// A quote was opened and not closed where it should be.
void CsvSplitter::recover() {
    const std::string raw = std::exchange(raw_, {});
    const bool again = firstLineEnd_ != 0 && ++recoveries_ <= recoveriesAtMost;
    sink_.damage(rowLine_, "A quote in this row is not closed.",
                 again ? "The row is not imported; reading goes on at the next line."
                       : "Not imported, nor what follows as far as it seems to belong to it.");
    if (again) again_ = raw.substr(firstLineEnd_);
    cells_.clear();
    cell_ = {};
    columnsLeft_ = 0;
    firstLineEnd_ = 0;
    in_ = In::CellStart;
    line_ = ++rowLine_;
}

}  // namespace veldwijzer::exchange
