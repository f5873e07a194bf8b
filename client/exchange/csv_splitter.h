// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace veldwijzer::exchange {

struct CsvCell {
    std::string text;
    std::uint64_t bytes = 0;  ///< more than hsdsRawTextBytes: the text was not held
};

class CsvSink {
public:
    virtual ~CsvSink() = default;
    /// `line`: where the row begins, counted from 1. `cells` may be moved from.
    virtual void row(std::uint64_t line, std::vector<CsvCell>& cells) = 0;
    /// A row that could not be read as it should.
    virtual void damage(std::uint64_t line, std::string problem, std::string action) = 0;
};

/// Cuts a stream of CSV (RFC 4180) into rows without holding more than one of them (hsdsItemBytes).
///
/// Takes what is found in the field: a byte order mark, CRLF or LF or CR, commas, semicolons or tabs
/// (whichever the first line has most of), quotes inside a cell that did not begin with one. A quote that is
/// never closed costs its own row: the row then ends at its line's end, and what follows is read again. Feed
/// it pieces of any size; the result does not depend on where they are cut.
class CsvSplitter {
public:
    explicit CsvSplitter(CsvSink& sink) : sink_(sink) {}

    void feed(std::string_view piece);
    void finish();

private:
    enum class In : std::uint8_t { CellStart, Plain, Quoted, QuoteInQuoted };

    void consume(std::string_view piece);
    void step(char c);
    void put(char c);
    void endCell();
    void endRow();
    void recover();
    void chooseSeparator();

    CsvSink& sink_;
    std::string head_;  ///< the first line, until its separator is known
    bool started_ = false;
    char separator_ = ',';
    In in_ = In::CellStart;
    bool skipLineFeed_ = false;
    std::uint64_t line_ = 1;
    std::uint64_t rowLine_ = 1;
    std::string raw_;               ///< of the row, for reading again; its first hsdsItemBytes
    std::size_t firstLineEnd_ = 0;  ///< in raw_; 0: no line end in a quote yet
    std::string again_;             ///< to be read before anything else
    std::vector<CsvCell> cells_;
    CsvCell cell_;
    std::uint64_t columnsLeft_ = 0;
    std::uint64_t recoveries_ = 0;
};

}  // namespace veldwijzer::exchange
