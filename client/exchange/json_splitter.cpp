// SPDX-License-Identifier: EUPL-1.2
#include "exchange/json_splitter.h"

#include <algorithm>

#include "exchange/hsds_limits.h"

namespace veldwijzer::exchange {
namespace {

constexpr std::size_t topNamesMax = 64;
constexpr std::size_t topNameBytes = 64;
constexpr const char* notImported = "Not imported; the rest of the file was.";

bool isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

char counterpart(char closing) {
    return closing == '}' ? '{' : '[';
}

}  // namespace

void JsonSplitter::Capture::reset() {
    text.clear();
    // One huge item must not keep its memory for the rest of the file.
    if (text.capacity() > limits::mib) text.shrink_to_fit();
    open.clear();
    deeper = 0;
    elided.clear();
    strings = 0;
    damage = nullptr;
}

void JsonSplitter::Capture::put(char c) {
    if (damage != nullptr) return;
    if (text.size() >= limits::hsdsItemBytes) {
        fail("This item is larger than 8 MiB.");
        return;
    }
    text.push_back(c);
}

void JsonSplitter::Capture::fail(const char* why) {
    if (damage == nullptr) damage = why;
    text.clear();
}

void JsonSplitter::feed(std::string_view piece) {
    for (std::size_t i = 0; i < piece.size();) {
        if (const std::size_t plain = feedPlainText(piece.substr(i)); plain > 0) {
            i += plain;
            continue;
        }
        ++bytes_;
        step(piece[i++]);
    }
}

// Most of a file is text without quotes, escapes and line breaks: taken in one piece, as `stepText` would.
// What meets a limit is left to `stepText`, one character; it must not be searched again for the next one.
std::size_t JsonSplitter::feedPlainText(std::string_view piece) {
    Capture& capture = current();
    if (inText_ != InText::Yes || inName_) return 0;
    const bool stores = capture.damage == nullptr && textBytes_ <= limits::hsdsRawTextBytes;
    if (stores) {
        const std::size_t room = std::min<std::size_t>(limits::hsdsRawTextBytes - textBytes_,
                                                       limits::hsdsItemBytes - capture.text.size());
        piece = piece.substr(0, room);
    }
    const auto special = [](char c) { return c == '"' || c == '\\' || c == '\n'; };
    const auto length =
        static_cast<std::size_t>(std::find_if(piece.begin(), piece.end(), special) - piece.begin());
    if (stores) capture.text.append(piece.substr(0, length));
    textBytes_ += length;
    bytes_ += length;
    return length;
}

void JsonSplitter::step(char c) {
    if (inText_ != InText::No) {
        stepText(c);
        return;
    }
    switch (where_) {
        case Where::Start:
            return stepStart(c);
        case Where::Header:
            return stepHeader(c);
        case Where::List:
            return stepList(c);
        case Where::Item:
            return stepItem(c);
        case Where::Bare:
            return stepBare(c);
        case Where::End:
            if (isSpace(c) || reportedTail_) return;
            reportedTail_ = true;
            sink_.damage(0, "Something follows the end of the list.", "What follows was not read.");
    }
}

void JsonSplitter::openText() {
    Capture& capture = current();
    capture.put('"');
    textStart_ = capture.text.size();
    textBytes_ = 0;
    inText_ = InText::Yes;
    inName_ = where_ == Where::Header && header_.open.size() == 1 && !colon_;
    if (inName_) name_.clear();
}

void JsonSplitter::closeText() {
    Capture& capture = current();
    inText_ = InText::No;
    if (textBytes_ > limits::hsdsRawTextBytes) capture.elided.push_back({capture.strings, textBytes_});
    ++capture.strings;
    capture.put('"');
}

// A text that runs over the end of its line is either one with a bare line break in it, as careless
// exporters write, or one without its closing quote. What comes next tells: only the latter goes on with a
// quote that opens the next name, or with a closing bracket.
void JsonSplitter::stepText(char c) {
    Capture& capture = current();
    if (inText_ == InText::NewLine && isSpace(c)) {
        ++textBytes_;
        capture.put(c);
        return;
    }
    if (inText_ == InText::NewLine && c == '"') {
        inText_ = InText::QuoteAfterNewLine;
        return;
    }
    if (inText_ == InText::NewLine && (c == '}' || c == ']')) {
        capture.fail("A text in this item has no closing quote.");
        closeText();
        return step(c);
    }
    if (inText_ == InText::QuoteAfterNewLine) {
        if (!isSpace(c) && c != ',' && c != ':' && c != '}' && c != ']') {
            capture.fail("A text in this item has no closing quote.");
            inText_ = InText::Yes;
            return stepText(c);
        }
        closeText();
        return step(c);
    }
    if (inText_ == InText::Yes && c == '"') return closeText();
    if (inText_ == InText::Escape)
        inText_ = InText::Yes;
    else if (c == '\\')
        inText_ = InText::Escape;
    else
        inText_ = c == '\n' ? InText::NewLine : InText::Yes;
    if (++textBytes_ == limits::hsdsRawTextBytes + 1 && capture.damage == nullptr)
        capture.text.resize(textStart_);
    if (textBytes_ <= limits::hsdsRawTextBytes) capture.put(c);
    if (inName_ && name_.size() < topNameBytes) name_.push_back(c);
}

void JsonSplitter::stepStart(char c) {
    // A byte order mark: three bytes that only a file's start may have.
    const bool mark =
        (bytes_ == 1 && c == '\xef') || (bytes_ == 2 && c == '\xbb') || (bytes_ == 3 && c == '\xbf');
    if (mark || isSpace(c)) return;
    if (c == '[') {
        sawList_ = true;
        where_ = Where::List;
    } else if (c == '{') {
        where_ = Where::Header;
        header_.put(c);
        header_.open.push_back(c);
    } else {
        where_ = Where::End;
        reportedTail_ = true;
    }
}

void JsonSplitter::stepHeader(char c) {
    const bool outermost = header_.open.size() == 1;
    if (c == '"') return openText();
    if (outermost && c == ':') {
        colon_ = true;
        if (topNames_.size() < topNamesMax) topNames_.push_back(name_);
    }
    if (outermost && c == ',') colon_ = false;
    header_.put(c);
    if (c == '[' && outermost && colon_ && name_ == "contents") {
        sawList_ = listInHeader_ = true;
        needComma_ = false;
        where_ = Where::List;
    } else if (c == '{' || c == '[') {
        if (header_.open.size() < limits::hsdsDepth)
            header_.open.push_back(c);
        else
            ++header_.deeper, header_.fail("This item has more than 64 levels inside each other.");
    } else if (c == '}' || c == ']') {
        closeBracket(c);
        if (header_.open.empty()) endHeader();
    }
}

void JsonSplitter::stepList(char c) {
    if (isSpace(c)) return;
    if (c == ']') return endList();
    if (c == ',') {
        needComma_ = false;
        return;
    }
    if (c == '}') {
        // Read as the end of the object around the list, it would cost all that follows.
        if (!reportedStray_) sink_.damage(row_, "A closing bracket too many follows this item.", "Read on.");
        reportedStray_ = true;
        return;
    }
    item_.reset();
    ++row_;
    if (needComma_) sink_.damage(row_, "There is no comma before this item.", "Read all the same.");
    needComma_ = true;
    if (c == '{' || c == '[') {
        where_ = Where::Item;
        item_.put(c);
        item_.open.push_back(c);
    } else {
        where_ = Where::Bare;
        stepBare(c);
    }
}

void JsonSplitter::stepItem(char c) {
    if (c == '"') return openText();
    item_.put(c);
    if (c == '{' || c == '[') {
        if (item_.open.size() < limits::hsdsDepth)
            item_.open.push_back(c);
        else
            ++item_.deeper, item_.fail("This item has more than 64 levels inside each other.");
        return;
    }
    if (c != '}' && c != ']') return;
    const bool closesList = item_.deeper == 0 && std::find(item_.open.begin(), item_.open.end(),
                                                           counterpart(c)) == item_.open.end();
    closeBracket(c);
    if (item_.open.empty()) endItem();
    if (closesList && c == ']') endList();
}

// A number, a word or a text where an object should stand.
void JsonSplitter::stepBare(char c) {
    if (c == '"') return openText();
    if (c == ',' || c == ']' || c == '}' || isSpace(c)) {
        endItem();
        if (!isSpace(c)) stepList(c);
        return;
    }
    item_.put(c);
}

// A closing bracket closes everything opened since its counterpart; without one it closes the whole item.
void JsonSplitter::closeBracket(char c) {
    Capture& capture = current();
    if (capture.deeper > 0) {
        --capture.deeper;
        return;
    }
    while (!capture.open.empty()) {
        const char opened = capture.open.back();
        // The header's own brace waits for its own counterpart: a stray ']' must not end the file.
        if (where_ == Where::Header && capture.open.size() == 1 && c == ']') {
            capture.fail("The brackets do not match.");
            return;
        }
        capture.open.pop_back();
        if (opened == counterpart(c)) return;
        capture.fail("The brackets in this item do not match.");
    }
}

void JsonSplitter::endItem() {
    where_ = Where::List;
    if (item_.damage != nullptr)
        sink_.damage(row_, item_.damage, notImported);
    else
        sink_.item(row_, item_.text, item_.elided);
    item_.reset();
}

void JsonSplitter::endList() {
    if (!listInHeader_) {
        where_ = Where::End;
        return;
    }
    where_ = Where::Header;
    header_.put(']');
    listInHeader_ = false;
}

void JsonSplitter::endHeader() {
    where_ = Where::End;
    const bool page = sawList_;
    if (!page) ++row_;
    if (header_.damage != nullptr)
        sink_.damage(page ? 0 : 1, header_.damage, page ? "The items were read." : "Not imported.");
    else if (page)
        sink_.header(header_.text, header_.elided);
    else
        sink_.item(1, header_.text, header_.elided);
    header_.reset();
}

void JsonSplitter::finish() {
    if (where_ == Where::Bare && inText_ == InText::No) endItem();
    if (where_ == Where::Item || where_ == Where::Bare)
        sink_.damage(row_, "The file ends in the middle of this item.",
                     "Not imported; the items before it were.");
    else if (where_ == Where::Header && !sawList_)
        sink_.damage(++row_, "The file ends in the middle of this item.", "Not imported.");
    else if (where_ == Where::Header || where_ == Where::List)
        sink_.damage(0, "The file ends before its list does.", "The items up to there were read.");
    where_ = Where::End;
    inText_ = InText::No;
}

}  // namespace veldwijzer::exchange
