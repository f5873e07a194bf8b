// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "base/random.h"
#include "merge/make.h"
#include "merge/oracle.h"

/// Some devices that write, and get each other's changes in any order that causality allows.
namespace veldwijzer::test {

struct SentChange {
    ActorId actor;
    std::uint64_t seq = 0;
    std::map<ActorId, std::uint64_t> seen;  ///< of other actors, and its own earlier ones
    std::vector<oracle::Written> operations;
};

using Apply = std::function<void(Record&, const Operation&)>;

struct Replica {
    ActorId actor;
    std::map<ActorId, std::uint64_t> seen;
    oracle::Records records;

    [[nodiscard]] bool canTake(const SentChange& change) const {
        const auto has = [&](const ActorId& id) {
            const auto at = seen.find(id);
            return at == seen.end() ? 0 : at->second;
        };
        if (has(change.actor) + 1 != change.seq) return false;
        return std::all_of(change.seen.begin(), change.seen.end(),
                           [&](const auto& needed) { return has(needed.first) >= needed.second; });
    }
    void take(const SentChange& change, const Apply& apply) {
        for (const oracle::Written& written : change.operations) {
            Record& record = records[written.record];
            record.id = written.record;
            record.kind = written.kind;
            apply(record, written.operation);
        }
        seen[change.actor] = change.seq;
    }
};

class World {
public:
    World(std::uint64_t seed, std::size_t replicas, Apply apply)
        : random_(seed), apply_(std::move(apply)), replicas_(replicas) {
        for (std::size_t i = 0; i < replicas; ++i)
            replicas_[i].actor = random_.id<ActorId>();
    }

    void run(std::size_t steps) {
        for (std::size_t step = 0; step < steps; ++step) {
            Replica& replica = replicas_[random_.below(replicas_.size())];
            if (random_.below(3) == 0) {
                write(replica);
            } else {
                takeOne(replica);
            }
        }
    }
    void deliverAll() {
        for (Replica& replica : replicas_)
            deliverAllTo(replica);
    }
    /// A device that was not there and gets everything at once, in an order of its own.
    Replica newcomer() {
        Replica replica;
        replica.actor = random_.id<ActorId>();
        deliverAllTo(replica);
        return replica;
    }
    /// The same with each change applied whole, record by record.
    oracle::Records newcomerByChange() {
        oracle::Records records;
        for (const SentChange& change : changes_) {
            std::map<RecordId, merge::RecordOperations> byRecord;
            for (const oracle::Written& written : change.operations) {
                merge::RecordOperations& target = byRecord[written.record];
                target.record = written.record;
                target.kind = written.kind;
                target.operations.push_back(written.operation);
            }
            for (auto& [id, target] : byRecord)
                merge::apply(records[id], std::move(target));
        }
        return records;
    }

    [[nodiscard]] oracle::History history() const {
        oracle::History all;
        for (const SentChange& change : changes_)
            all.insert(all.end(), change.operations.begin(), change.operations.end());
        return all;
    }
    [[nodiscard]] const std::vector<Replica>& replicas() const { return replicas_; }

private:
    bool takeOne(Replica& replica) {
        std::vector<const SentChange*> ready;
        for (const SentChange& change : changes_) {
            if (replica.canTake(change)) ready.push_back(&change);
        }
        if (ready.empty()) return false;
        replica.take(*ready[random_.below(ready.size())], apply_);
        return true;
    }
    void deliverAllTo(Replica& replica) {
        while (takeOne(replica)) {
        }
    }

    void write(Replica& replica) {
        SentChange change;
        change.actor = replica.actor;
        change.seq = replica.seen[replica.actor] + 1;
        change.seen = replica.seen;
        const auto wallMs = static_cast<WallMs>(random_.below(1'000'000));
        const auto schema = static_cast<std::uint32_t>(1 + random_.below(3));
        const std::size_t count = 1 + random_.below(4);
        for (std::uint32_t index = 0; index < count; ++index) {
            const RecordId id = recordId(static_cast<std::uint8_t>(1 + random_.below(3)));
            Record& record = replica.records[id];
            Operation operation = invent(record);
            operation.id = {change.actor, change.seq, index};
            operation.wallMs = wallMs;
            operation.schemaVersion = schema;
            record.id = id;
            record.kind = "service";
            apply_(record, operation);
            change.operations.push_back({id, "service", std::move(operation), replica.seen});
        }
        replica.seen[replica.actor] = change.seq;
        changes_.push_back(std::move(change));
    }

    Operation invent(const Record& record) {
        const std::uint64_t dice = random_.below(100);
        if (dice < 40) return inField(record, Action::Assign, "abc");
        if (dice < 60) return inField(record, Action::Add, "abst");
        if (dice < 72) return inField(record, Action::Remove, "abst");
        if (dice < 82) return inField(record, Action::Maximum, "abm");
        if (dice < 91) return whole(Action::Delete, merge::allOperationIds(record));
        if (dice < 99) return whole(Action::Restore, idsOf(record.deletes));
        return whole(Action::Erase, {});
    }

    Operation inField(const Record& record, Action action, std::string_view names) {
        Operation operation;
        operation.action = action;
        operation.field = std::string(1, names[random_.below(names.size())]);
        const bool emptied = action == Action::Remove || (action == Action::Assign && random_.below(4) == 0);
        if (!emptied) operation.value = words(std::string(1, static_cast<char>('u' + random_.below(4))));
        const merge::Field* field = record.field(operation.field);
        operation.replaces = field != nullptr ? idsOf(field->operations) : std::vector<OperationId>{};
        forgetSome(record, operation.replaces);
        return operation;
    }
    Operation whole(Action action, std::vector<OperationId> replaces) {
        Operation operation;
        operation.action = action;
        operation.replaces = std::move(replaces);
        return operation;
    }

    // Mostly one names what it sees; sometimes a part, nothing at all, or things of other fields too.
    void forgetSome(const Record& record, std::vector<OperationId>& replaces) {
        const std::uint64_t dice = random_.below(10);
        if (dice == 0) replaces.clear();
        if (dice == 1) replaces = merge::allOperationIds(record);
        if (dice == 2) std::erase_if(replaces, [&](const OperationId&) { return random_.below(2) == 0; });
    }

    static std::vector<OperationId> idsOf(const std::vector<merge::LiveOperation>& operations) {
        std::vector<OperationId> ids;
        for (const merge::LiveOperation& live : operations)
            ids.push_back(live.id);
        return ids;
    }

    SeededRandom random_;
    Apply apply_;
    std::vector<Replica> replicas_;
    std::vector<SentChange> changes_;
};

}  // namespace veldwijzer::test
