// SPDX-License-Identifier: EUPL-1.2
#include "simulation/judgement.h"

#include <algorithm>
#include <map>

#include "domain/kinds.h"
#include "merge/oracle.h"
#include "simulation/log_reader.h"

namespace veldwijzer::simulation {
namespace {

using merge::Action;
using merge::OperationId;

constexpr std::string_view convergence = "convergence";
constexpr std::string_view silentLoss = "silent loss";

WallMs deedOf(WallMs wallMs) {
    return wallMs & (DeviceClock::marks - 1);
}

/// One operation as it stands in the log.
struct Logged {
    RecordId record;
    std::string kind;
    merge::Operation operation;
    [[nodiscard]] Mark mark() const {
        return {deedOf(operation.wallMs), operation.action, operation.field, operation.value};
    }
};

/// The inbox that a record must have, by the rules in words: which fields, and which values in each.
using Inbox = std::map<std::string, std::vector<std::optional<merge::Value>>>;

bool seenByDelete(const merge::Record& record, const OperationId& id) {
    return std::any_of(record.deletes.begin(), record.deletes.end(), [&](const merge::LiveOperation& live) {
        return live.action == Action::Delete &&
               std::find(live.saw.begin(), live.saw.end(), id) != live.saw.end();
    });
}

bool lessValue(const std::optional<merge::Value>& a, const std::optional<merge::Value>& b) {
    if (!a || !b) return !a && b;
    return merge::compare(*a, *b) < 0;
}

void tidy(std::vector<std::optional<merge::Value>>& values) {
    std::sort(values.begin(), values.end(), lessValue);
    const auto same = [](const auto& a, const auto& b) { return !lessValue(a, b) && !lessValue(b, a); };
    values.erase(std::unique(values.begin(), values.end(), same), values.end());
}

Inbox inboxOf(const merge::Record& record) {
    const bool editWins = domain::deletePolicyOf(record.kind) == merge::DeletePolicy::EditWins;
    const bool deleted = std::any_of(record.deletes.begin(), record.deletes.end(),
                                     [](const auto& live) { return live.action == Action::Delete; });
    bool unseen = false;
    for (const merge::Field& field : record.fields)
        for (const merge::LiveOperation& live : field.operations)
            unseen = unseen || !seenByDelete(record, live.id);
    for (const merge::LiveOperation& live : record.deletes)
        unseen = unseen || (live.action == Action::Restore && !seenByDelete(record, live.id));
    Inbox inbox;
    if (deleted && unseen) inbox["deleted"] = {};
    if (deleted && !(unseen && editWins)) return inbox;
    for (const merge::Field& field : record.fields) {
        std::vector<std::optional<merge::Value>> values;
        for (const merge::LiveOperation& live : field.operations)
            if (live.action == Action::Assign) values.push_back(live.value);
        tidy(values);
        if (values.size() > 1) inbox[field.name] = std::move(values);
    }
    return inbox;
}

std::string describe(const Inbox& inbox) {
    std::string text;
    for (const auto& [field, values] : inbox) {
        text += " " + field + ":";
        for (const auto& value : values)
            text += " " + simulation::describe(value);
    }
    return text.empty() ? " (nothing)" : text;
}

class Judge {
public:
    explicit Judge(World& world) : world_(world) {}

    std::optional<Failure> run() {
        readLogs();
        for (const auto& [number, deed] : world_.ledger().deeds())
            judgeDeed(deed);
        for (const auto& [space, logged] : logs_)
            judgeSpace(space);
        judgeWritersWhoDoNotRead();
        for (const auto& device : world_.devices())
            judgeDisk(*device);
        return std::move(failure_);
    }

private:
    void fail(std::string_view kind, const std::string& what) {
        if (!failure_) failure_ = Failure{std::string(kind), what};
    }

    void readLogs() {
        const KeyRing& keys = world_.keys();
        for (const auto& [record, where] : world_.ledger().records())
            if (!logs_.contains(where.first)) readLog(where.first, keys);
    }

    void readLog(const SpaceId& space, const KeyRing& keys) {
        LoggedSpace logged = simulation::readLog(world_.server().log(), space, keys);
        for (const std::string& problem : logged.problems)
            fail("server log", problem);
        oracle::History& history = histories_[space];
        for (const merge::Change& change : logged.changes) {
            for (const merge::RecordOperations& target : change.records) {
                for (const merge::Operation& operation : target.operations) {
                    if (operation.action == Action::Erase) erased_.insert(target.record);
                    byId_[operation.id] = {target.record, target.kind, operation};
                    byDeed_[deedOf(change.wallMs)].push_back(operation.id);
                    history.push_back({target.record, target.kind, operation, {}});
                }
            }
            copies_[deedOf(change.wallMs)] += 1;
        }
        logs_.emplace(space, std::move(logged));
    }

    // ------------------------------------------------------------ what people were told

    void judgeDeed(const Deed& deed) {
        const auto copies = copies_.find(deed.number);
        if (copies == copies_.end()) {
            if (deed.told && !deed.perished && !inTray(deed) && !allErased(deed))
                fail(silentLoss, "#" + std::to_string(deed.number) + " by " +
                                     world_.devices()[deed.device]->name() +
                                     " is in nobody's log, outbox or tray");
            return;
        }
        if (copies->second > 1 && !world_.cloned().contains(deed.device))
            fail("duplicate", "#" + std::to_string(deed.number) + " stands in the log " +
                                  std::to_string(copies->second) + " times");
        for (const OperationId& id : byDeed_[deed.number])
            judgeOperation(deed, byId_.at(id));
        for (const Intent& intent : deed.intents)
            if (!intent.idle && !landed(deed.number, intent))
                fail(silentLoss, "#" + std::to_string(deed.number) + " came without its " +
                                     std::string(nameOf(intent.edit.action)) + " of " + intent.edit.field);
    }

    bool landed(WallMs number, const Intent& intent) {
        const auto& ids = byDeed_[number];
        return std::any_of(ids.begin(), ids.end(), [&](const OperationId& id) {
            const Logged& logged = byId_.at(id);
            return logged.record == intent.record && logged.mark() == markOfIntent(number, intent);
        });
    }

    static Mark markOfIntent(WallMs number, const Intent& intent) {
        return {number, intent.edit.action, intent.edit.field, intent.edit.value};
    }

    /// An erase ends what waits in a tray, too.
    bool allErased(const Deed& deed) {
        return std::all_of(deed.intents.begin(), deed.intents.end(), [&](const Intent& intent) {
            return intent.idle || erased_.contains(intent.record);
        });
    }

    /// In the tray of its device, or of a twin that has the same work.
    bool inTray(const Deed& deed) {
        for (const auto& device : world_.devices()) {
            if (device->id() != world_.devices()[deed.device]->id()) continue;
            for (const store::RejectedChange& rejected : device->store().rejected()) {
                const auto change = readChange({}, 1, textOf(rejected.change));
                if (change && deedOf(change->wallMs) == deed.number && !rejected.reason.empty()) return true;
            }
        }
        return false;
    }

    /// What `deed` saw of one field or record; where a seen operation never came (it lies in a tray), also
    /// what that one had seen: with it gone, that is what its author would have seen.
    void widen(const std::vector<Mark>& saw, const RecordId& record, std::set<Mark>& all) {
        for (const Mark& mark : saw) {
            if (!all.insert(mark).second || hasLanded(mark, record)) continue;
            const Deed* deed = world_.ledger().find(mark.deed);
            if (deed == nullptr) continue;
            for (const Intent& intent : deed->intents)
                if (intent.record == record && markOfIntent(mark.deed, intent) == mark)
                    widen(intent.saw, record, all);
        }
    }

    bool hasLanded(const Mark& mark, const RecordId& record) {
        const auto& ids = byDeed_[mark.deed];
        return std::any_of(ids.begin(), ids.end(), [&](const OperationId& id) {
            const Logged& logged = byId_.at(id);
            return logged.record == record && logged.mark() == mark;
        });
    }

    void judgeOperation(const Deed& deed, const Logged& logged) {
        const auto intent =
            std::find_if(deed.intents.begin(), deed.intents.end(), [&](const Intent& candidate) {
                return candidate.record == logged.record &&
                       logged.mark() == markOfIntent(deed.number, candidate);
            });
        if (intent == deed.intents.end())
            return fail("invention", simulation::describe(logged.mark()) + " was never written by anybody");
        const Action action = logged.operation.action;
        // Among maximums the greatest counts, and an erase ends everything: what these name has no say.
        if (action == Action::Maximum || action == Action::Erase) return;
        std::set<Mark> named;
        for (const OperationId& id : logged.operation.replaces) {
            const auto at = byId_.find(id);
            if (at == byId_.end() || at->second.record != logged.record)
                return fail(silentLoss,
                            simulation::describe(logged.mark()) + " replaces what is not in the log");
            named.insert(at->second.mark());
        }
        std::set<Mark> allowed;
        widen(intent->saw, logged.record, allowed);
        for (const Mark& mark : named)
            if (!allowed.contains(mark))
                return fail(silentLoss, simulation::describe(logged.mark()) + " replaces " +
                                            simulation::describe(mark) + ", which its author had not seen");
        for (const Mark& mark : intent->saw)
            if (!named.contains(mark) && hasLanded(mark, logged.record))
                return fail(silentLoss, simulation::describe(logged.mark()) + " does not replace " +
                                            simulation::describe(mark) +
                                            ", which its author saw and replaced knowingly");
    }

    // ------------------------------------------------------------ what devices hold

    /// Lists, counts and conflicts are those of the records.
    void judgeDisk(Device& device) {
        for (const std::string& problem : device.store().check().problems)
            fail("care", device.name() + ": " + problem);
    }

    void judgeSpace(const SpaceId& space) {
        const oracle::Model model(histories_[space]);
        const oracle::Records expected = model.records();
        merge::StateDigest digest;
        for (const auto& [id, record] : expected)
            digest.add(id, record.kind, merge::encode(record));
        const auto roster = world_.server().service().roster();
        for (const auto& device : world_.devices()) {
            if (failure_ || !roster->mayRead(device->id(), space)) continue;
            judgeRecords(*device, space, expected);
            if (device->store().digest(space) != digest)
                fail(convergence, device->name() + "'s digest is not the model's");
            if (device->store().computeDigest(space) != device->store().digest(space))
                fail(convergence, device->name() + "'s digest is not that of its records");
            judgeInbox(*device, space, expected);
            judgeHistory(*device, space, model);
        }
    }

    void judgeRecords(Device& device, const SpaceId& space, const oracle::Records& expected) {
        oracle::Records held;
        for (const auto& [id, where] : world_.ledger().records()) {
            if (where.first != space) continue;
            if (auto stored = device.store().find(id)) held[id] = std::move(stored->record);
        }
        for (const auto& [id, record] : held)
            if (!expected.contains(id))
                fail(convergence, device.name() + " holds " + shortName(id) + ", which is not in the log");
        for (const auto& [id, record] : expected) {
            const auto at = held.find(id);
            if (at == held.end()) {
                fail(convergence, device.name() + " lacks the record " + shortName(id));
                continue;
            }
            judgeLive(device, id, record, at->second);
            if (!failure_ && merge::encode(record) != merge::encode(at->second))
                fail(convergence,
                     device.name() + ": the bytes of " + shortName(id) + " differ from the model's");
        }
    }

    void judgeLive(Device& device, const RecordId& id, const merge::Record& record,
                   const merge::Record& held) {
        const auto wanted = oracle::liveIn(record);
        const auto found = oracle::liveIn(held);
        for (const auto& [operation, live] : wanted)
            if (!found.contains(operation))
                fail(silentLoss, device.name() + " has lost " +
                                     simulation::describe(byId_.at(operation).mark()) + " of " +
                                     shortName(id) + ", which nothing replaced");
        for (const auto& [operation, live] : found)
            if (!wanted.contains(operation))
                fail(convergence, device.name() + " still shows " + simulation::describe(markOf("", *live)) +
                                      " of " + shortName(id) + ", which was replaced");
    }

    void judgeInbox(Device& device, const SpaceId& space, const oracle::Records& expected) {
        std::map<RecordId, Inbox> shown;
        for (const store::ConflictRow& row : device.store().conflicts(10'000)) {
            if (row.space != space) continue;
            for (const merge::Conflict& conflict : row.conflicts) {
                auto& values = shown[row.id][conflict.field];
                if (conflict.field == merge::deletedField) continue;
                for (const merge::ConflictingValue& value : conflict.values)
                    values.push_back(value.value);
                tidy(values);
            }
        }
        for (const auto& [id, record] : expected) {
            const Inbox wanted = inboxOf(record);
            if (wanted != shown[id])
                fail(silentLoss, device.name() + "'s inbox shows of " + shortName(id) + describe(shown[id]) +
                                     " and should show" + describe(wanted));
        }
    }

    void judgeHistory(Device& device, const SpaceId& space, const oracle::Model& model) {
        std::map<RecordId, std::map<OperationId, store::HistoryEntry>> told;
        for (const oracle::Written& written : histories_[space]) {
            if (failure_) return;
            const oracle::Fate fate = model.fateOf(written);
            // What an erase ended is gone from every history too, and a removal leaves nothing of itself.
            if (fate == oracle::Fate::Gone || fate == oracle::Fate::Removal) continue;
            auto [entries, fresh] = told.try_emplace(written.record);
            if (fresh)
                for (store::HistoryEntry& entry : device.store().history(written.record))
                    entries->second.try_emplace(entry.operation.id, std::move(entry));
            judgeHistoryEntry(device, written, fate, entries->second);
        }
    }

    void judgeHistoryEntry(Device& device, const oracle::Written& written, oracle::Fate fate,
                           const std::map<OperationId, store::HistoryEntry>& entries) {
        const std::string what = device.name() + "'s history of " + shortName(written.record) + ": " +
                                 simulation::describe(byId_.at(written.operation.id).mark());
        const auto at = entries.find(written.operation.id);
        if (at == entries.end()) return fail("history", what + " is not told");
        if (at->second.live != (fate == oracle::Fate::Live))
            return fail("history", what + " is told as " + (at->second.live ? "current" : "replaced"));
        if (at->second.operation.value != written.operation.value)
            return fail("history", what + " is told with another value");
    }

    /// Who may write but not read: what the log holds of their own records is what they see.
    void judgeWritersWhoDoNotRead() {
        const auto roster = world_.server().service().roster();
        for (std::size_t i = 0; i < world_.devices().size(); ++i) {
            Device& device = *world_.devices()[i];
            for (const auto& [space, logged] : logs_) {
                const auto rights = roster->rightsAt(device.id(), space, roster->position());
                if (!rights || rights->read || !rights->write || world_.cloned().contains(i)) continue;
                oracle::History own;
                for (const oracle::Written& written : histories_[space])
                    if (world_.devices()[world_.ledger().find(deedOf(written.operation.wallMs))->device]
                            ->id() == device.id())
                        own.push_back(written);
                judgeOwnRecords(device, oracle::Model(own).records());
            }
        }
    }

    void judgeOwnRecords(Device& device, const oracle::Records& expected) {
        for (const auto& [id, record] : expected) {
            const auto stored = device.store().find(id);
            if (!stored) return fail(silentLoss, device.name() + " lacks its own record " + shortName(id));
            judgeLive(device, id, record, stored->record);
        }
    }

    World& world_;
    std::map<SpaceId, LoggedSpace> logs_;
    std::map<SpaceId, oracle::History> histories_;
    std::map<OperationId, Logged> byId_;
    std::map<WallMs, std::vector<OperationId>> byDeed_;
    std::map<WallMs, int> copies_;
    std::set<RecordId> erased_;
    std::optional<Failure> failure_;
};

}  // namespace

std::optional<Failure> judge(World& world) {
    return Judge(world).run();
}

}  // namespace veldwijzer::simulation
