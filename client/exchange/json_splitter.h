// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/json_node.h"

namespace veldwijzer::exchange {

/// What a JsonSplitter finds. Views are good during the call.
class SplitterSink {
public:
    virtual ~SplitterSink() = default;
    /// One top-level item: a member of the list, or the whole object. Brackets match and it is not too deep
    /// or too large; whether it is JSON is for the parser to say.
    virtual void item(std::uint64_t row, std::string_view text, const std::vector<ElidedText>& elided) = 0;
    /// The object around the list, with an empty list in its place. Comes after the items.
    virtual void header(std::string_view text, const std::vector<ElidedText>& elided) = 0;
    /// An item that cannot be used (row > 0), or something about the file as a whole (row 0).
    virtual void damage(std::uint64_t row, std::string problem, std::string action) = 0;
};

/// Cuts a stream of JSON into its top-level items without holding more than one of them: the elements of an
/// array, of the array `contents` in an object, or the one object itself.
///
/// It knows strings and brackets, nothing else, so that a broken item costs that item alone: a bracket
/// closes all that was opened since its counterpart, and a text that misses its closing quote ends at the
/// end of its line. Feed it pieces of any size; the result does not depend on where they are cut.
class JsonSplitter {
public:
    explicit JsonSplitter(SplitterSink& sink) : sink_(sink) {}

    void feed(std::string_view piece);
    /// The end of the file. Nothing may be fed after it.
    void finish();

    [[nodiscard]] std::uint64_t rows() const { return row_; }
    /// The names of the members of the outermost object, at most 64, for telling what the file is.
    [[nodiscard]] const std::vector<std::string>& topNames() const { return topNames_; }
    /// Whether the outermost value is a list, or an object with a list `contents`.
    [[nodiscard]] bool isList() const { return sawList_; }

private:
    enum class Where : std::uint8_t { Start, Header, List, Item, Bare, End };
    enum class InText : std::uint8_t { No, Yes, Escape, NewLine, QuoteAfterNewLine };

    /// The text that is being gathered: the item, or the header around the items.
    struct Capture {
        std::string text;
        std::vector<char> open;  ///< brackets, at most hsdsDepth
        std::uint64_t deeper = 0;
        std::vector<ElidedText> elided;
        std::uint64_t strings = 0;
        const char* damage = nullptr;  ///< why it cannot be used

        void reset();
        void put(char c);
        void fail(const char* why);
    };

    std::size_t feedPlainText(std::string_view piece);
    void step(char c);
    void stepText(char c);
    void stepStart(char c);
    void stepHeader(char c);
    void stepList(char c);
    void stepItem(char c);
    void stepBare(char c);
    void openText();
    void closeText();
    void closeBracket(char c);
    void endItem();
    void endList();
    void endHeader();
    [[nodiscard]] Capture& current() { return where_ == Where::Header ? header_ : item_; }

    SplitterSink& sink_;
    Where where_ = Where::Start;
    InText inText_ = InText::No;
    Capture header_;
    Capture item_;
    std::uint64_t row_ = 0;
    std::uint64_t bytes_ = 0;
    bool sawList_ = false;
    bool listInHeader_ = false;
    bool needComma_ = false;
    bool reportedTail_ = false;
    bool reportedStray_ = false;

    // The string being read.
    std::size_t textStart_ = 0;
    std::uint64_t textBytes_ = 0;
    // The last name in the outermost object, and whether its colon was seen. Apart from the header's text,
    // which may have grown too large to keep before the list comes.
    std::string name_;
    bool inName_ = false;
    bool colon_ = false;
    std::vector<std::string> topNames_;
};

}  // namespace veldwijzer::exchange
