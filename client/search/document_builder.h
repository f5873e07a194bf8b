// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <unordered_map>

#include "search/document.h"

namespace veldwijzer::search {

/// Records folded into one document, at most; a service with more is searched by what came first.
inline constexpr std::size_t recordsPerDocument = 500;

/// Makes documents from the records as they are now.
///
/// Only records of the document's own space are folded in: what lies in a space of its own, such as a
/// confidential address, is in nobody's index, and neither is what was deleted.
class DocumentBuilder {
public:
    /// `childrenOf` names rows of records that hang themselves under the record with this key.
    DocumentBuilder(const store::Store& store,
                    std::function<std::vector<std::int64_t>(std::uint64_t key)> childrenOf)
        : store_(store), childrenOf_(std::move(childrenOf)) {}

    /// A document whose texts are not cut into words yet. They lie in records that the builder knows: it must
    /// not forget meanwhile.
    struct Gathered {
        struct Text {
            std::string_view text;
            std::string_view mark;
        };
        Document document;
        std::vector<Text> texts;
    };

    /// Nothing when lists do not show the record or its kind has no document.
    [[nodiscard]] std::optional<Document> build(std::int64_t row);
    /// The same in two steps: what is read from the store, and what follows from it, on any thread.
    [[nodiscard]] std::optional<Gathered> gather(std::int64_t row);
    [[nodiscard]] static Document finish(Gathered&& gathered);
    /// A record that was read already, so that building need not read it again. Forgotten by `forget`.
    void know(std::int64_t row, store::Store::RowRecord&& record);
    [[nodiscard]] const store::Store::RowRecord* read(std::int64_t row);
    void forget() { known_.clear(); }

private:
    class Folding;

    const store::Store& store_;
    std::function<std::vector<std::int64_t>(std::uint64_t key)> childrenOf_;
    std::unordered_map<std::int64_t, std::optional<store::Store::RowRecord>> known_;
};

}  // namespace veldwijzer::search
