// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "base/text.h"
#include "merge/record.h"

/// What merging has to come to, worked out in the most naive way from the list of everything that was ever
/// written: no records, no order of arrival, no incremental state. It shares no code with merge::apply.
namespace veldwijzer::oracle {

/// An operation that its author was told is safe.
struct Written {
    RecordId record;
    std::string kind;
    merge::Operation operation;
    /// What its author's device had applied before: the last change of each actor. Empty: not known, and
    /// then it is not checked.
    std::map<ActorId, std::uint64_t> seen;
};

using History = std::vector<Written>;
using Records = std::map<RecordId, merge::Record>;
using Problems = std::vector<std::string>;

inline std::string nameOf(const merge::OperationId& id) {
    std::ostringstream out;
    out << toHex(id.actor.view().first(3)) << '/' << id.seq << '/' << id.index;
    return out.str();
}

/// Which operations can replace which: by naming them, in the same record and field.
inline bool mayReplace(const merge::Operation& newer, const merge::Operation& older) {
    using merge::Action;
    if (newer.field != older.field) return false;
    switch (newer.action) {
        case Action::Assign:
            return older.action == Action::Assign;
        case Action::Add:
        case Action::Remove:
            return older.action == Action::Add;
        case Action::Delete:
        case Action::Restore:
            return older.action == Action::Delete || older.action == Action::Restore;
        case Action::Maximum:
        case Action::Erase:
            return false;
    }
    return false;
}

enum class Fate {
    Live,
    Named,    ///< replaced, or removed from its set, by one that named it
    Outdone,  ///< a smaller maximum
    Gone,     ///< the record was erased
    Removal,  ///< took something away and leaves nothing of itself
};

class Model {
public:
    explicit Model(const History& history) {
        for (const Written& written : history) {
            if (merge::whyInvalid({written.record, written.kind, {}}, written.operation)) continue;
            byRecord_[written.record].push_back(&written);
            byId_[{written.record, written.operation.id}] = &written;
        }
        for (const auto& [record, all] : byRecord_) {
            for (const Written* newer : all)
                name(*newer);
        }
    }

    [[nodiscard]] Fate fateOf(const Written& written) const {
        using merge::Action;
        const merge::Operation& operation = written.operation;
        if (operation.action == Action::Erase) return Fate::Live;
        if (operation.action == Action::Remove) return Fate::Removal;
        if (isErased(written.record)) return Fate::Gone;
        if (operation.action == Action::Maximum) return isGreatest(written) ? Fate::Live : Fate::Outdone;
        return namers_.contains({written.record, operation.id}) ? Fate::Named : Fate::Live;
    }

    /// The records that every replica must hold once it has everything.
    [[nodiscard]] Records records() const {
        Records result;
        for (const auto& [id, all] : byRecord_)
            result[id] = recordOf(id, all);
        return result;
    }

    /// Nothing lost without anybody's knowledge: whoever replaced an operation had it before them.
    [[nodiscard]] Problems unknowingReplacements() const {
        Problems problems;
        for (const auto& [older, newers] : namers_) {
            for (const Written* newer : newers) {
                if (!knew(*newer, older.second))
                    problems.push_back(nameOf(newer->operation.id) + " replaces " + nameOf(older.second) +
                                       " that its author had not seen");
            }
        }
        return problems;
    }

private:
    using Key = std::pair<RecordId, merge::OperationId>;

    void name(const Written& newer) {
        for (const merge::OperationId& older : newer.operation.replaces) {
            const auto at = byId_.find({newer.record, older});
            if (at != byId_.end() && mayReplace(newer.operation, at->second->operation))
                namers_[at->first].push_back(&newer);
        }
    }

    static bool knew(const Written& newer, const merge::OperationId& older) {
        if (newer.seen.empty()) return true;
        const merge::OperationId& own = newer.operation.id;
        if (older.actor == own.actor) return older < own;
        const auto at = newer.seen.find(older.actor);
        return at != newer.seen.end() && at->second >= older.seq;
    }

    [[nodiscard]] bool isErased(const RecordId& record) const {
        const auto& all = byRecord_.at(record);
        return std::any_of(all.begin(), all.end(), [](const Written* written) {
            return written->operation.action == merge::Action::Erase;
        });
    }

    [[nodiscard]] bool isGreatest(const Written& mine) const {
        const auto& all = byRecord_.at(mine.record);
        return std::none_of(all.begin(), all.end(), [&](const Written* other) {
            if (other->operation.action != merge::Action::Maximum) return false;
            if (other->operation.field != mine.operation.field) return false;
            const int order = merge::compare(*other->operation.value, *mine.operation.value);
            return order > 0 || (order == 0 && other->operation.id > mine.operation.id);
        });
    }

    [[nodiscard]] merge::Record recordOf(const RecordId& id, const std::vector<const Written*>& all) const {
        merge::Record record;
        record.id = id;
        record.kind = all.front()->kind;
        std::map<std::string, std::map<merge::OperationId, merge::LiveOperation>> fields;
        for (const Written* written : all) {
            const merge::Operation& operation = written->operation;
            record.schemaVersion = std::max(record.schemaVersion, operation.schemaVersion);
            if (fateOf(*written) != Fate::Live) continue;
            merge::LiveOperation live{operation.id, operation.action, operation.wallMs, operation.value, {}};
            if (operation.action == merge::Action::Delete) live.saw = operation.replaces;
            // "\1" and "\2" cannot be names of fields.
            const bool whole = operation.field.empty();
            const bool erase = operation.action == merge::Action::Erase;
            fields[erase ? "\1" : whole ? "\2" : operation.field].emplace(operation.id, std::move(live));
        }
        for (auto& [name, operations] : fields) {
            auto& target = name == "\1"   ? record.erases
                           : name == "\2" ? record.deletes
                                          : record.fields.emplace_back(merge::Field{name, {}}).operations;
            for (auto& [operationId, live] : operations)
                target.push_back(std::move(live));
        }
        return record;
    }

    std::map<RecordId, std::vector<const Written*>> byRecord_;
    std::map<Key, const Written*> byId_;
    std::map<Key, std::vector<const Written*>> namers_;
};

inline bool isEmpty(const merge::Record& record) {
    return record.fields.empty() && record.deletes.empty() && record.erases.empty();
}

/// Every live operation of a record, by id.
inline std::map<merge::OperationId, const merge::LiveOperation*> liveIn(const merge::Record& record) {
    std::map<merge::OperationId, const merge::LiveOperation*> live;
    for (const merge::Field& field : record.fields) {
        for (const merge::LiveOperation& operation : field.operations)
            live[operation.id] = &operation;
    }
    for (const auto* whole : {&record.deletes, &record.erases}) {
        for (const merge::LiveOperation& operation : *whole)
            live[operation.id] = &operation;
    }
    return live;
}

/// Compares one replica that has everything with the model. Says nothing when all is well; else what was
/// lost, what came back from the dead, and what else differs.
inline Problems problemsOf(const History& history, const Records& held) {
    const Model model(history);
    Problems problems = model.unknowingReplacements();
    const Records expected = model.records();
    for (const auto& [id, record] : expected) {
        const std::string where = record.kind + ' ' + toHex(id.view().first(3)) + ": ";
        const auto at = held.find(id);
        if (at == held.end()) {
            if (!isEmpty(record)) problems.push_back(where + "the record is missing");
            continue;
        }
        const auto wanted = liveIn(record);
        const auto found = liveIn(at->second);
        for (const auto& [operationId, live] : wanted) {
            if (!found.contains(operationId)) problems.push_back(where + "lost " + nameOf(operationId));
        }
        for (const auto& [operationId, live] : found) {
            if (!wanted.contains(operationId))
                problems.push_back(where + "should not live: " + nameOf(operationId));
        }
        if (wanted.size() == found.size() && merge::encode(record) != merge::encode(at->second))
            problems.push_back(where + "the bytes differ");
    }
    for (const auto& [id, record] : held) {
        if (!expected.contains(id) && !isEmpty(record)) problems.push_back("a record that nobody wrote");
    }
    return problems;
}

}  // namespace veldwijzer::oracle
