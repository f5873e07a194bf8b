// SPDX-License-Identifier: EUPL-1.2
#include "sync/bundle.h"

#include <algorithm>
#include <optional>

#include "sync/engine.h"
#include "sync/envelope_check.h"
#include "sync/push_builder.h"

namespace veldwijzer::sync {
namespace {

void sealWhatWaits(store::Store& store, const Identity& identity, const RosterKeeper& keeper,
                   Random& random) {
    PushBuilder builder(store, identity, keeper.roster(), keeper.keyring(), random);
    builder.sealAll();
}

/// Membership entries of a bundle behind those that we have. ChainBroken when the two are not one log.
Result<google::protobuf::RepeatedPtrField<wire::RosterEntry>> newEntries(const wire::Bundle& bundle,
                                                                         const store::Store& store) {
    const std::vector<Bytes> ours = store.rosterEntries();
    google::protobuf::RepeatedPtrField<wire::RosterEntry> fresh;
    for (int i = 0; i < bundle.roster_entries_size(); ++i) {
        const auto at = static_cast<std::size_t>(i);
        if (at >= ours.size())
            *fresh.Add() = bundle.roster_entries(i);
        else if (bundle.roster_entries(i).SerializeAsString() != textOf(ours[at]))
            return fail(
                ErrorCode::ChainBroken,
                "the bundle comes with another membership log than this device has. Nothing was taken");
    }
    return fresh;
}

/// The envelopes of a bundle on their way into the store, again and again until nothing more fits.
class Intake {
public:
    Intake(store::Store& store, const Identity& identity, const RosterKeeper& keeper)
        : store_(store), identity_(identity), roster_(keeper.roster()), keyring_(keeper.keyring()) {}

    Result<BundleReport> run(const wire::Bundle& bundle) {
        report_.envelopes = static_cast<std::uint64_t>(bundle.envelopes_size());
        for (const wire::Envelope& envelope : bundle.envelopes())
            open(envelope);
        for (bool more = true; more && !refusal_;) {
            more = false;
            for (Waiting& waiting : waiting_) {
                if (!waiting.done && take(waiting)) more = true;
                if (refusal_) return *refusal_;
            }
        }
        for (const Waiting& waiting : waiting_)
            if (!waiting.done) leave(waiting.header, waiting.why);
        return std::move(report_);
    }

private:
    struct Waiting {
        const wire::Envelope* envelope = nullptr;
        wire::Header header;
        bool done = false;
        Error why{};
    };

    void open(const wire::Envelope& envelope) {
        auto header = wire::openHeader(envelope);
        if (!header) return leave({}, header.error());
        if (header->region != roster_.anchor().region)
            return leave(*header, fail(ErrorCode::InvalidArgument, "an envelope of another region"));
        if (!store_.space(header->space) || !roster_.mayRead(identity_.device(), header->space)) {
            ++report_.elsewhere;
            return;
        }
        const auto head = store_.headAhead(header->space, header->actor());
        if (head && header->lastSeq <= head->seq) {
            ++report_.known;
            return;
        }
        waiting_.push_back({&envelope, *std::move(header), false, {}});
    }

    /// True when it was taken, or found to be here by now.
    bool take(Waiting& waiting) {
        auto opened = check(waiting);
        if (!opened) {
            waiting.why = opened.error();
            if (opened.error().code == ErrorCode::ServerForked) refusal_ = opened.error();
            return false;
        }
        const std::uint64_t changes = opened->opened.changes.size();
        const auto taken = store_.takeByHand(waiting.header.space, *opened);
        if (!taken) {
            waiting.why = taken.error();
            return false;
        }
        waiting.done = true;
        ++(*taken ? report_.taken : report_.known);
        if (*taken) report_.changes += changes;
        return true;
    }

    Result<store::CarriedEnvelope> check(const Waiting& waiting) const {
        const wire::Header& header = waiting.header;
        if (header.device == identity_.device() && header.actor() == store_.space(header.space)->actor)
            return fail(ErrorCode::SequenceFork,
                        "a copy of this device wrote it; it comes back through the server");
        // Cheap ones first: an envelope may be looked at many times.
        const auto head = store_.headAhead(header.space, header.actor());
        if (header.firstSeq > (head ? head->seq : 0) + 1)
            return fail(ErrorCode::DependenciesMissing,
                        "an earlier change by the same author is missing here");
        for (const wire::Dependency& seen : header.dependencies) {
            const auto held = store_.headAhead(header.space, seen.actor);
            if (!held || held->seq < seen.seq)
                return fail(ErrorCode::DependenciesMissing, "it builds on a change that is missing here");
        }
        if (auto author = checkAuthor(roster_, header, isSignedByAuthor(roster_, *waiting.envelope, header));
            !author)
            return author.error();
        // The server would not take it any more; then nobody else ever sees it.
        if (auto now = roster_.mayWrite(header.device, header.space); !now) return now.error();
        if (const roster::Space* space = roster_.space(header.space); header.epoch < space->epoch)
            return fail(ErrorCode::EpochOld,
                        "it is sealed with a key that is no longer in use; its author first has to import a "
                        "bundle of yours, or sync, and then make the bundle anew");
        if (header.previousContentId != (head ? head->contentId : Hash{}))
            return fail(ErrorCode::SequenceFork, "other changes with the same numbers are here");
        if (auto seen = checkSeen(header); !seen) return seen.error();
        auto batch = openBatch(keyring_, *waiting.envelope, header);
        if (!batch) return batch.error();
        return carriedOf(waiting, *std::move(batch));
    }

    /// As far as our copy of the log reaches; the rest is held against it when the log shows the envelope.
    Result<void> checkSeen(const wire::Header& header) const {
        const auto row = store_.space(header.space);
        if (header.seenPosition > row->position) return {};
        const auto ours = store_.chainAt(header.space, header.seenPosition);
        if (ours && *ours != header.seenHash && store_.setting(restoredSetting))
            return fail(
                ErrorCode::ServerRestored,
                "it was sealed before the server lost its memory; its author first has to sync, and then "
                "make the bundle anew");
        if (ours && *ours != header.seenHash)
            return fail(ErrorCode::ServerForked,
                        "whoever made this bundle was shown another log by the server than this device was. "
                        "Nothing was taken; the region's administrator must look at the server");
        return {};
    }

    store::CarriedEnvelope carriedOf(const Waiting& waiting, wire::ChangeBatch&& batch) const {
        store::CarriedEnvelope carried;
        carried.opened = incomingOf(roster_, waiting.header, std::move(batch));
        carried.epoch = waiting.header.epoch;
        for (const wire::Dependency& seen : waiting.header.dependencies)
            carried.dependencies.push_back({seen.actor, seen.seq});
        wire::Envelope known;  // only what was signed
        known.set_header(waiting.envelope->header());
        known.set_ciphertext(waiting.envelope->ciphertext());
        known.set_signature(waiting.envelope->signature());
        carried.envelope = toBytes(viewOf(known.SerializeAsString()));
        return carried;
    }

    void leave(const wire::Header& header, const Error& why) {
        const auto same = [&](const LeftInBundle& left) {
            return left.author == header.device && left.space == header.space && left.code == why.code;
        };
        const auto at = std::find_if(report_.left.begin(), report_.left.end(), same);
        if (at != report_.left.end())
            ++at->envelopes;
        else
            report_.left.push_back({header.device, header.space, why.code, why.message, 1});
    }

    store::Store& store_;
    const Identity& identity_;
    const roster::Roster& roster_;
    const Keyring& keyring_;
    std::vector<Waiting> waiting_;
    std::optional<Error> refusal_;
    BundleReport report_;
};

/// Unwinds a transaction for a bundle that is refused whole.
struct Refused {
    Error error;
};

}  // namespace

wire::Bundle makeBundle(store::Store& store, const Identity& identity, const RosterKeeper& keeper,
                        Random& random, WallMs now) {
    sealWhatWaits(store, identity, keeper, random);
    wire::Bundle bundle;
    const RegionId& region = keeper.roster().anchor().region;
    bundle.set_region(region.bytes.data(), RegionId::size);
    bundle.set_made_ms(now);
    const auto add = [](auto* message, const Bytes& bytes) {
        ENSURE(message->ParseFromArray(bytes.data(), static_cast<int>(bytes.size())));
    };
    for (const Bytes& entry : store.rosterEntries())
        add(bundle.add_roster_entries(), entry);
    for (const store::SpaceRow& row : store.spaces()) {
        for (const store::OutgoingEnvelope& held : store.heldEnvelopes(row.id))
            add(bundle.add_envelopes(), held.envelope);
        for (const store::CarriedEnvelope& carried : store.carried(row.id))
            add(bundle.add_envelopes(), carried.envelope);
    }
    return bundle;
}

Result<BundleReport> takeBundle(const wire::Bundle& bundle, store::Store& store, const Identity& identity,
                                RosterKeeper& keeper, Random& random) {
    if (viewOf(bundle.region()).size() != RegionId::size ||
        *RegionId::from(viewOf(bundle.region())) != keeper.roster().anchor().region)
        return fail(ErrorCode::InvalidArgument, "this bundle is of another region. Nothing was taken");
    const auto entries = newEntries(bundle, store);
    if (!entries) return entries.error();
    // On a copy first: the keeper cannot go back.
    roster::Roster roster = keeper.roster();
    for (const wire::RosterEntry& entry : *entries)
        if (auto applied = roster.apply(entry); !applied)
            return fail(applied.error().code, "the bundle's membership log does not hold (" +
                                                  applied.error().message + "). Nothing was taken");
    sealWhatWaits(store, identity, keeper, random);
    Result<BundleReport> report = BundleReport{};
    try {
        store.transact([&] {
            if (auto taken = keeper.take(keeper.roster().position(), *entries); !taken)
                throw Refused{taken.error()};
            report = Intake(store, identity, keeper).run(bundle);
            if (!report) throw Refused{report.error()};
            report->membershipEntries = static_cast<std::uint64_t>(entries->size());
        });
    } catch (const Refused& refused) {
        return refused.error;
    }
    return report;
}

}  // namespace veldwijzer::sync
