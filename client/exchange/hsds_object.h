// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

#include "exchange/json_node.h"
#include "exchange/record_content.h"

namespace veldwijzer::exchange {

/// A record as one HSDS object. Whatever it refers to stands in it as a mention: {"id", "import.elsewhere"}.
struct HsdsObject {
    struct Mention {
        static constexpr std::size_t alone = static_cast<std::size_t>(-1);
        std::size_t member = 0;       ///< of `node`
        std::size_t element = alone;  ///< of the member, if that is a list
        RecordId target;
        bool isChild = false;  ///< it belongs to this record, rather than the other way round
    };
    Node node;
    std::vector<Mention> mentions;
};

/// Turns records into HSDS objects that a reader turns back into the same records.
///
/// It writes what the standard has a member for, then reads that back with the importer's own code; what did
/// not come back as it was is said once more, exactly, in `import.exact`. So nothing can be lost by a member
/// that nobody thought of.
class HsdsObjectWriter {
public:
    explicit HsdsObjectWriter(const RecordSource& source) : source_(source) {}

    HsdsObject write(const IncomingRecord& record);
    /// Only what the standard has members for: no id, nothing exact, no facets as attributes.
    HsdsObject members(const IncomingRecord& record);

    /// The id that a file gives the record: the one it came with, or "veldwijzer:" and its own.
    [[nodiscard]] Node idOf(const IncomingRecord& record) const;
    /// The same of one that may not be there. Kept in memory, 100,000 of them at most.
    struct Known {
        bool there = false;
        std::string kind;
        Node id;
    };
    const Known& known(const RecordId& id);
    /// The facet and code that a taxonomy term stands for; both empty for a term of somebody else's.
    struct Term {
        std::string facet;
        std::string code;
    };
    const Term& termOf(const RecordId& id);
    /// What the record's own attributes say about its facets.
    std::vector<Term> facetsByAttributes(const IncomingRecord& record);

private:
    void registers(const IncomingRecord& record, HsdsObject& object);
    void reference(const IncomingRecord& record, const std::string& name, const RecordId& target,
                   HsdsObject& object);
    void sets(const IncomingRecord& record, HsdsObject& object);
    void children(const std::string& name, std::string_view kind, const std::vector<merge::Value>& elements,
                  HsdsObject& object);
    void exact(const IncomingRecord& record, HsdsObject& object);
    void facets(const IncomingRecord& record, HsdsObject& object);
    Node mention(const RecordId& target, std::string key);

    const RecordSource& source_;
    std::unordered_map<RecordId, Known, FixedBytesHash> known_;
    std::unordered_map<RecordId, Term, FixedBytesHash> terms_;
};

/// An attribute that says a facet of ours in the words of the standard; readers of ours skip it.
Node facetAttribute(const RecordId& record, const std::string& facet, const std::string& code);

/// Whether the field is one of our facets: a set of codes.
bool isFacetOf(std::string_view kind, std::string_view field);

/// A value as a node; Null for what JSON has no form for (bytes, references, JSON that is none).
Node naturalNode(const merge::Value& value);
/// A text as a node.
Node textNode(std::string text, std::string key = {});

}  // namespace veldwijzer::exchange
