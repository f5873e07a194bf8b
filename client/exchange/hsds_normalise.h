// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/hsds_reader.h"
#include "exchange/hsds_report.h"
#include "exchange/json_node.h"

namespace veldwijzer::exchange {

/// An id that an object gave without the object: it may lead nowhere.
///
/// Where `set` is not empty the object is the child of `target` and belongs into that set of it; if the
/// target is in no file, the id becomes a reference of the child.
struct KeyReference {
    std::string member;
    std::string field;
    RecordId target;
    std::string text;      ///< as in the file
    merge::Value written;  ///< the same with its type
    std::string_view set;
};

/// What one place in a file says about a record. Other places may say more about it.
struct Part {
    IncomingRecord record;
    std::vector<KeyReference> keys;
    std::vector<Node> exact;  ///< exact_values.h: what counts more than all else
};

/// The record that an id in a file stands for.
RecordId importedId(std::string_view kind, std::string_view foreignId);

/// Turns one top-level item with all that is nested in it into parts, children before their parents.
///
/// Remembers, from item to item, which taxonomy terms belong to our facets and how often an item without an
/// id came by; so items come in the order of the files.
class HsdsNormaliser {
public:
    explicit HsdsNormaliser(HsdsReport& report) : report_(report) {}

    /// The item's own part is the last one.
    std::vector<Part> parts(std::string_view kind, const Node& item);

    /// Before a second time through the same files: forgets the counts, keeps the terms.
    void startAgain() { unnamed_.clear(); }

    /// A term of one of our facets.
    struct Term {
        std::string facet;
        std::string code;
    };
    /// Null for another's.
    [[nodiscard]] const Term* term(const RecordId& id) const;

private:
    struct Place {
        const RecordId* parent = nullptr;  ///< null at the top
        std::string_view member;
        std::size_t position = 0;
    };

    RecordId object(std::string_view kind, const Node& node, const Place& place);
    RecordId identify(std::string_view kind, const Node& node, const Place& place, Part& part);
    RecordId identifyUnnamed(std::string_view kind, const Node& node, const Place& place);
    void member(Part& part, const Node& owner, const Node& member);
    void children(Part& part, std::string_view kind, const Node& member);
    void child(Part& part, std::string_view kind, const Node& member);
    void key(Part& part, const Node& owner, const Node& member);
    void plain(Part& part, const Node& member);
    void maximum(Part& part, const Node& member);
    void text(Part& part, const Node& member);
    void reserved(Part& part, const Node& member);
    void facets(Part& part, const Node& attributes);
    void learnTerm(const Part& part, const Node& node);

    HsdsReport& report_;
    std::vector<Part> parts_;
    std::map<RecordId, Term> terms_;
    std::map<RecordId, std::string> taxonomies_;  ///< those that are our facets
    std::map<RecordId, std::uint64_t> unnamed_;
    std::uint64_t withoutId_ = 0;
};

}  // namespace veldwijzer::exchange
