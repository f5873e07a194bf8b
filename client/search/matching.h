// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <unordered_map>

#include "search/index_tables.h"
#include "search/question.h"

namespace veldwijzer::search {

/// Changed records that the index has not read: the documents that they touch, as they are now.
struct Tail {
    std::vector<Document> documents;
    std::vector<Entry> entries;       ///< of `documents`
    std::vector<std::int64_t> stale;  ///< rows whose document in the index is not so any more, sorted
};

/// How much a document matches one asked thing: 0 not at all, 1 the very word in its name.
struct Hit {
    std::uint32_t document = 0;  ///< of the index, or past its last: place in the tail
    float strength = 0;
};

/// Finds the documents of the index and of its tail that match an asked thing, by the same rules.
class Matching {
public:
    /// Of documents of one kind (documentKind).
    Matching(IndexTables& tables, const Tail& tail, Lexicon& lexicon, std::uint8_t kind);

    /// Each document once, in no order.
    [[nodiscard]] std::vector<Hit> find(const Asked& asked);

    /// Documents of the index and the tail together: numbers below this.
    [[nodiscard]] std::size_t size() const { return firstOfTail_ + tail_.documents.size(); }
    /// Numbers from here on are places in the tail.
    [[nodiscard]] std::uint32_t firstOfTail() const { return firstOfTail_; }
    /// How many documents there are to be found.
    [[nodiscard]] std::size_t documents() const { return documents_; }
    /// Null for a number that no document has any more, that the tail has anew, or of another kind.
    [[nodiscard]] const Entry* entry(std::uint32_t document) const;
    [[nodiscard]] const Document* inTail(std::uint32_t document) const;

private:
    struct Column {
        std::string_view mark;
        float weight;
    };
    [[nodiscard]] bool mayBeMistyped(const Asked& asked);
    void findAlternatives(const std::vector<Alternative>& alternatives, bool namesOnly);
    void findInIndex(const Alternative& alternative, const Column& column);
    template <typename Use>
    void forLists(const Alternative::Part& part, std::string_view mark, const Use& use);
    void findInTail(const std::vector<Alternative>& alternatives, const Column& column);
    void findCodes(const Asked& asked);
    void findAge(std::int32_t age);
    void note(std::uint32_t document, float strength);

    IndexTables& tables_;
    const Tail& tail_;
    Lexicon& lexicon_;
    std::uint32_t firstOfTail_;
    std::size_t documents_ = 0;
    std::vector<std::uint8_t> alive_;  ///< by number
    std::vector<float> strength_;
    std::vector<std::uint32_t> touched_;
};

/// A document's ages and an age that was asked: it says so, it says nothing, or it says otherwise.
enum class AgeFit : std::uint8_t { Fits, Open, Excludes };
[[nodiscard]] AgeFit ageFit(const Entry& entry, std::int32_t age);

}  // namespace veldwijzer::search
