// SPDX-License-Identifier: EUPL-1.2
#include "merge/text_merge.h"

#include <algorithm>
#include <vector>

namespace veldwijzer::merge {
namespace {

using Words = std::vector<std::string_view>;

bool isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\v';
}

// Each word with the white space in front of it; white space at the end is a word of its own.
Words wordsOf(std::string_view text) {
    Words words;
    for (std::size_t start = 0; start < text.size();) {
        std::size_t end = start;
        while (end < text.size() && isSpace(text[end]))
            ++end;
        while (end < text.size() && !isSpace(text[end]))
            ++end;
        words.push_back(text.substr(start, end - start));
        start = end;
    }
    return words;
}

/// `base[baseFrom, baseTo)` became `text[textFrom, textTo)`.
struct Hunk {
    std::size_t baseFrom, baseTo, textFrom, textTo;
};

/// The shortest edit script from `base` to `text` (E. Myers, "An O(ND) difference algorithm", 1986), with
/// what they share at both ends set aside. Nothing past `suggestedChangesMax`.
class Difference {
public:
    Difference(const Words& base, const Words& text) : base_(base), text_(text) {
        const std::size_t shorter = std::min(base.size(), text.size());
        while (front_ < shorter && base[front_] == text[front_])
            ++front_;
        while (back_ < shorter - front_ && base[base.size() - 1 - back_] == text[text.size() - 1 - back_])
            ++back_;
        baseSize_ = static_cast<Index>(base.size() - front_ - back_);
        textSize_ = static_cast<Index>(text.size() - front_ - back_);
    }

    std::optional<std::vector<Hunk>> hunks() {
        for (Index edits = 0; edits <= static_cast<Index>(suggestedChangesMax); ++edits) {
            if (advance(edits)) return walkBack(edits);
        }
        return std::nullopt;
    }

private:
    using Index = std::ptrdiff_t;

    // How far along `base` a path of `edits` edits gets on each diagonal (x - y), from -edits to edits.
    [[nodiscard]] Index reach(Index edits, Index diagonal) const {
        if (edits < 0 || diagonal < -edits || diagonal > edits) return -1;
        return reaches_[static_cast<std::size_t>(edits)][static_cast<std::size_t>(diagonal + edits)];
    }

    // Whether the best path to `diagonal` comes from above (a word inserted) or from the left (one deleted).
    [[nodiscard]] bool comesByInsertion(Index edits, Index diagonal) const {
        return diagonal == -edits ||
               (diagonal != edits && reach(edits - 1, diagonal - 1) < reach(edits - 1, diagonal + 1));
    }
    [[nodiscard]] Index startOf(Index edits, Index diagonal) const {
        if (edits == 0) return 0;
        return comesByInsertion(edits, diagonal) ? reach(edits - 1, diagonal + 1)
                                                 : reach(edits - 1, diagonal - 1) + 1;
    }

    bool advance(Index edits) {
        auto& row = reaches_.emplace_back(static_cast<std::size_t>(2 * edits + 1), -1);
        for (Index diagonal = -edits; diagonal <= edits; diagonal += 2) {
            Index x = startOf(edits, diagonal);
            while (x < baseSize_ && x - diagonal < textSize_ && x - diagonal >= 0 &&
                   base_[front_ + static_cast<std::size_t>(x)] ==
                       text_[front_ + static_cast<std::size_t>(x - diagonal)])
                ++x;
            row[static_cast<std::size_t>(diagonal + edits)] = x;
            if (x >= baseSize_ && x - diagonal >= textSize_) return true;
        }
        return false;
    }

    [[nodiscard]] std::vector<Hunk> walkBack(Index edits) const {
        std::vector<Hunk> hunks;
        Index diagonal = baseSize_ - textSize_;
        for (; edits > 0; --edits) {
            const Index x = startOf(edits, diagonal);
            const bool inserted = comesByInsertion(edits, diagonal);
            prepend(hunks, inserted ? x : x - 1, x, inserted ? x - diagonal - 1 : x - diagonal, x - diagonal);
            diagonal += inserted ? 1 : -1;
        }
        std::reverse(hunks.begin(), hunks.end());
        return hunks;
    }

    // Edits that touch are one hunk.
    void prepend(std::vector<Hunk>& hunks, Index baseFrom, Index baseTo, Index textFrom, Index textTo) const {
        const auto place = [&](Index i) { return front_ + static_cast<std::size_t>(i); };
        const Hunk edit{place(baseFrom), place(baseTo), place(textFrom), place(textTo)};
        if (!hunks.empty() && hunks.back().baseFrom == edit.baseTo && hunks.back().textFrom == edit.textTo) {
            hunks.back().baseFrom = edit.baseFrom;
            hunks.back().textFrom = edit.textFrom;
        } else {
            hunks.push_back(edit);
        }
    }

    const Words& base_;
    const Words& text_;
    std::size_t front_ = 0;
    std::size_t back_ = 0;
    Index baseSize_ = 0;
    Index textSize_ = 0;
    std::vector<std::vector<Index>> reaches_;
};

struct Side {
    Words words;
    std::vector<Hunk> hunks;
    std::size_t next = 0;

    [[nodiscard]] const Hunk* peek() const { return next < hunks.size() ? &hunks[next] : nullptr; }
    void take(std::string& result) {
        const Hunk& hunk = hunks[next++];
        for (std::size_t i = hunk.textFrom; i < hunk.textTo; ++i)
            result += words[i];
    }
};

bool sameChange(const Side& ours, const Side& theirs) {
    const Hunk& a = *ours.peek();
    const Hunk& b = *theirs.peek();
    return a.baseFrom == b.baseFrom && a.baseTo == b.baseTo &&
           std::equal(ours.words.begin() + static_cast<std::ptrdiff_t>(a.textFrom),
                      ours.words.begin() + static_cast<std::ptrdiff_t>(a.textTo),
                      theirs.words.begin() + static_cast<std::ptrdiff_t>(b.textFrom),
                      theirs.words.begin() + static_cast<std::ptrdiff_t>(b.textTo));
}

std::optional<std::string> weave(const Words& base, Side ours, Side theirs) {
    std::string result;
    std::size_t at = 0;
    while (ours.peek() != nullptr || theirs.peek() != nullptr) {
        const Hunk* a = ours.peek();
        const Hunk* b = theirs.peek();
        const bool both = a != nullptr && b != nullptr;
        const bool same = both && sameChange(ours, theirs);
        // At least one untouched word has to stand between the two.
        if (both && !same && a->baseFrom <= b->baseTo && b->baseFrom <= a->baseTo) return std::nullopt;
        const bool oursFirst = b == nullptr || (a != nullptr && a->baseFrom <= b->baseFrom);
        const Hunk hunk = oursFirst ? *a : *b;
        for (; at < hunk.baseFrom; ++at)
            result += base[at];
        at = hunk.baseTo;
        (oursFirst ? ours : theirs).take(result);
        if (same) ++theirs.next;
    }
    for (; at < base.size(); ++at)
        result += base[at];
    return result;
}

}  // namespace

std::optional<std::string> suggestMerge(std::string_view base, std::string_view ours,
                                        std::string_view theirs) {
    const Words baseWords = wordsOf(base);
    Side a{wordsOf(ours), {}, 0};
    Side b{wordsOf(theirs), {}, 0};
    const auto tooLong = [](const Words& words) { return words.size() > suggestedWordsMax; };
    if (tooLong(baseWords) || tooLong(a.words) || tooLong(b.words)) return std::nullopt;
    auto oursHunks = Difference(baseWords, a.words).hunks();
    auto theirsHunks = Difference(baseWords, b.words).hunks();
    if (!oursHunks || !theirsHunks) return std::nullopt;
    a.hunks = std::move(*oursHunks);
    b.hunks = std::move(*theirsHunks);
    return weave(baseWords, std::move(a), std::move(b));
}

}  // namespace veldwijzer::merge
