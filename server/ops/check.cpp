// SPDX-License-Identifier: EUPL-1.2
#include "ops/check.h"

#include <map>

#include "base/limits.h"
#include "base/text.h"
#include "log/founding.h"
#include "roster/roster.h"

namespace veldwijzer::server {
namespace {

std::string shortId(ByteView id) {
    return toHex(id.first(4));
}

roster::Roster checkMembership(const Log& log, const Region& region, CheckReport& report) {
    roster::Roster roster(anchorOf(log, region));
    for (;;) {
        const auto entries =
            log.rosterAfter(roster.position(), limits::rosterEntriesPerPage, limits::pageTargetBytes);
        if (entries.empty()) return roster;
        for (const std::string& bytes : entries) {
            wire::RosterEntry entry;
            const bool parsed = entry.ParseFromString(bytes);
            const auto applied = parsed ? roster.apply(entry) : fail(ErrorCode::Malformed, "");
            if (!applied) {
                report.add("membership entry " + std::to_string(roster.position() + 1) + ": " +
                           std::string(errorName(applied.error().code)));
                return roster;
            }
            ++report.membershipEntries;
        }
    }
}

/// One space's log, walked from its beginning.
class SpaceCheck {
public:
    SpaceCheck(const Log& log, const Region& region, const roster::Roster& roster, const SpaceHead& head,
               CheckReport& report)
        : log_(log), region_(region), roster_(roster), head_(head), report_(report) {}

    void run() {
        if (roster_.space(head_.space) == nullptr) problem("is not in the membership log");
        while (position_ < head_.position) {
            const StoredPage page =
                log_.read(head_.space, position_, head_.position - position_, limits::pageTargetBytes);
            if (page.entries.empty()) return problem("ends before its head");
            for (const wire::LogEntry& entry : page.entries)
                take(entry);
            if (page.chainAfter != chain_) problem("chain broken at " + std::to_string(position_));
            chain_ = page.chainAfter;  // so that one break is reported once
        }
        if (chain_ != head_.chain) problem("the head's hash is not the chain's");
        for (const auto& [actor, head] : heads_) {
            const ActorHead stored = log_.actorHead(head_.space, actor);
            // Beside a running server an actor may have gone on since.
            if (stored.seq < head.seq || (stored.seq == head.seq && stored.contentId != head.contentId))
                problem("actor " + shortId(actor.view()) + ": the stored head is not the last envelope");
        }
    }

private:
    void problem(const std::string& what) {
        report_.add("space " + shortId(head_.space.view()) + ": " + what);
    }

    void take(const wire::LogEntry& entry) {
        if (entry.position() != position_ + 1) problem("gap before " + std::to_string(entry.position()));
        position_ = entry.position();
        chain_ = wire::nextLogHash(chain_, entry);
        ++report_.entries;
        const auto wrong = [&](const std::string& what) {
            problem("entry " + std::to_string(position_) + ": " + what);
        };
        const auto header = wire::openHeader(entry.envelope());
        if (!header) return wrong(std::string(errorName(header.error().code)));
        if (header->region != region_.id || header->space != head_.space) wrong("belongs elsewhere");
        const roster::Device* device = roster_.device(header->device);
        if (device == nullptr || !wire::checkSignature(entry.envelope(), device->signingKey))
            wrong("is not signed by a member's device");
        for (const wire::Dependency& dependency : header->dependencies)
            if (heads_[dependency.actor].seq < dependency.seq) wrong("comes before what it builds on");
        ActorHead& head = heads_[header->actor()];
        if (header->firstSeq != head.seq + 1 || header->previousContentId != head.contentId)
            wrong("does not continue its actor's sequence");
        head = {header->lastSeq, header->contentId};
    }

    const Log& log_;
    const Region& region_;
    const roster::Roster& roster_;
    const SpaceHead& head_;
    CheckReport& report_;
    std::uint64_t position_ = 0;
    Hash chain_;
    std::map<ActorId, ActorHead> heads_;
};

}  // namespace

void CheckReport::add(std::string problem) {
    if (problems.size() < problemsMax) problems.push_back(std::move(problem));
}

CheckReport checkLog(const Log& log) {
    CheckReport report;
    for (std::string& problem : log.checkStorage())
        report.add(std::move(problem));
    const auto region = log.region();
    if (!region) {
        report.add("there is no region in this log");
        return report;
    }
    // The heads first: whatever arrives meanwhile lies beyond them, and has its author in the membership log
    // that is read after.
    const auto heads = log.spaces();
    const roster::Roster roster = checkMembership(log, *region, report);
    for (const SpaceHead& head : heads) {
        SpaceCheck(log, *region, roster, head, report).run();
        ++report.spaces;
    }
    return report;
}

CheckReport checkFolder(const DataFolder& folder) {
    CheckReport report;
    if (!std::filesystem::exists(folder.logFile())) {
        report.add("there is no region in " + folder.path().string());
        return report;
    }
    try {
        const auto log = SqliteLog::openReadOnly(folder.logFile());
        report = checkLog(*log);
        const auto key = folder.readKey();
        const auto region = log->region();
        if (!key) report.add(key.error().message);
        if (key && region && region->serverKey != key->publicKey())
            report.add("the key file does not belong to this log");
    } catch (const StorageError& error) {
        report.add(error.what());
    }
    return report;
}

}  // namespace veldwijzer::server
