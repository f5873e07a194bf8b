// SPDX-License-Identifier: EUPL-1.2
#include "sync/page_reader.h"

#include <map>

#include "base/executor.h"
#include "base/hash.h"
#include "base/limits.h"
#include "wire/envelope.h"

namespace veldwijzer::sync {
namespace {

Error chainBroken(const std::string& what) {
    return fail(ErrorCode::ChainBroken,
                "the server's log does not add up (" + what +
                    "). What is on this device is safe and stays; this space takes nothing "
                    "more from the server until the region's administrator has looked at it");
}

/// What of each actor has been seen: what the store holds, moved on by the envelopes of this page.
class Heads {
public:
    Heads(const store::Store& store, const SpaceId& space) : store_(store), space_(space) {}

    const std::optional<store::ActorHead>& of(const ActorId& actor) {
        const auto found = heads_.find(actor);
        if (found != heads_.end()) return found->second;
        return heads_.emplace(actor, store_.actorHead(space_, actor)).first->second;
    }
    void moveTo(const store::ActorHead& head) { heads_[head.actor] = head; }

private:
    const store::Store& store_;
    SpaceId space_;
    std::map<ActorId, std::optional<store::ActorHead>> heads_;
};

Result<void> checkAuthor(const roster::Roster& roster, const wire::Header& header, bool signedByAuthor) {
    const auto known = roster.hashAt(header.rosterPosition);
    if (!known)
        return chainBroken("a colleague's change knows more of the membership log than the server shows");
    if (*known != header.rosterHash) return chainBroken("a colleague has seen another membership log");
    const roster::Device* device = roster.device(header.device);
    if (device == nullptr) return fail(ErrorCode::NotAMember, "a change by a device that nobody let in");
    if (!signedByAuthor) return fail(ErrorCode::BadSignature, "a change that its author did not sign");
    return roster.mayWrite(header.device, header.space, header.rosterPosition);
}

Result<void> checkOrder(Heads& heads, const wire::Header& header) {
    for (const wire::Dependency& dependency : header.dependencies) {
        const auto& head = heads.of(dependency.actor);
        if (!head || head->seq < dependency.seq) return chainBroken("a change builds on one that is missing");
    }
    const auto& head = heads.of(header.actor());
    const std::uint64_t last = head ? head->seq : 0;
    if (header.lastSeq <= last) return {};  // Had it already: our own, or one that came by hand.
    if (header.firstSeq != last + 1) return chainBroken("a change is missing from the middle");
    const Hash previous = head ? head->contentId : Hash{};
    if (header.previousContentId != previous) return chainBroken("an author's changes were swapped");
    return {};
}

Result<wire::ChangeBatch> openBatch(const Keyring& keyring, const wire::Envelope& envelope,
                                    const wire::Header& header) {
    const SealingKey* key = keyring.find(header.space, header.epoch);
    if (key == nullptr)
        return fail(ErrorCode::EpochUnknown, "sealed with a key that this device was not given");
    const auto packed = unseal(*key, viewOf(envelope.ciphertext()), viewOf(envelope.header()));
    if (!packed) return packed.error();
    if (hashOf("veldwijzer batch", {packed->view()}) != header.contentId)
        return fail(ErrorCode::Malformed, "a change whose content is not what its header says");
    const auto plain = wire::unpack(packed->view());
    if (!plain) return plain.error();
    wire::ChangeBatch batch;
    if (!batch.ParseFromArray(plain->data(), static_cast<int>(plain->size())))
        return fail(ErrorCode::Malformed, "a change that cannot be read");
    const auto count = static_cast<std::uint64_t>(batch.changes_size());
    if (batch.first_seq() != header.firstSeq || count != header.lastSeq - header.firstSeq + 1)
        return fail(ErrorCode::Malformed, "a change with another number than its header says");
    return batch;
}

/// What of an entry can be looked at without the others: on any thread.
struct Opened {
    std::optional<Result<wire::Header>> header;
    bool signedByAuthor = false;
    std::optional<Result<wire::ChangeBatch>> batch;  ///< of an entry whose author signed it
};

Opened openEntry(const roster::Roster& roster, const Keyring& keyring, const wire::Envelope& envelope) {
    Opened opened;
    opened.header = wire::openHeader(envelope);
    if (!*opened.header) return opened;
    const wire::Header& header = **opened.header;
    const roster::Device* device = roster.device(header.device);
    opened.signedByAuthor = device != nullptr && wire::checkSignature(envelope, device->signingKey);
    if (opened.signedByAuthor) opened.batch = openBatch(keyring, envelope, header);
    return opened;
}

store::IncomingEnvelope incoming(const wire::LogEntry& entry, const wire::Header& header,
                                 wire::ChangeBatch&& batch) {
    store::IncomingEnvelope result;
    result.position = entry.position();
    result.serverTimeMs = entry.server_time_ms();
    result.device = header.device;
    result.actor = header.actor();
    result.contentId = header.contentId;
    result.firstSeq = header.firstSeq;
    result.changes.reserve(static_cast<std::size_t>(batch.changes_size()));
    for (const std::string& change : batch.changes())
        result.changes.push_back(toBytes(viewOf(change)));
    return result;
}

/// One page on its way through, entry by entry.
class PageWalk {
public:
    PageWalk(const roster::Roster& roster, const store::Store& store, const store::SpaceRow& row)
        : roster_(roster), store_(store), startPosition_(row.position), heads_(store, row.id) {
        page_.space = row.id;
        page_.position = row.position;
        page_.chain = row.chain;
    }

    Result<void> add(const wire::LogEntry& entry, Opened& opened) {
        if (entry.position() != page_.position + 1) return chainBroken("an entry was left out");
        const auto& header = *opened.header;
        if (!header) return header.error();
        if (header->region != roster_.anchor().region || header->space != page_.space)
            return chainBroken("an entry of another space");
        if (auto author = checkAuthor(roster_, *header, opened.signedByAuthor); !author) return author;
        if (auto order = checkOrder(heads_, *header); !order) return order;
        if (auto seen = checkSeen(*header); !seen) return seen;
        auto& batch = *opened.batch;
        if (!batch) return batch.error();

        page_.chain = wire::nextLogHash(page_.chain, entry);
        page_.position = entry.position();
        chainHere_.push_back(page_.chain);
        if (!batch->state_digest().empty() && batch->digest_position() == startPosition_)
            page_.digestAtStart = toBytes(viewOf(batch->state_digest()));
        take(entry, *header, std::move(*batch));
        return {};
    }

    OpenedPage finish(std::uint64_t headPosition) && {
        page_.headPosition = headPosition;
        return std::move(page_);
    }
    [[nodiscard]] const OpenedPage& soFar() const { return page_; }

private:
    /// The author's copy of this log and ours must agree on what lies behind both.
    Result<void> checkSeen(const wire::Header& header) const {
        std::optional<Hash> ours;
        if (header.seenPosition > page_.position) return chainBroken("an author saw more than there was");
        if (header.seenPosition > startPosition_)
            ours = chainHere_[header.seenPosition - startPosition_ - 1];
        else
            ours = store_.chainAt(page_.space, header.seenPosition);
        if (ours && *ours != header.seenHash)
            return fail(
                ErrorCode::ServerForked,
                "the server shows different people different logs. What is on this device is safe; do not "
                "trust this server until the region's administrator has looked at it");
        return {};
    }

    void take(const wire::LogEntry& entry, const wire::Header& header, wire::ChangeBatch&& batch) {
        store::IncomingEnvelope envelope = incoming(entry, header, std::move(batch));
        envelope.chain = page_.chain;
        const auto rights = roster_.rightsAt(header.device, page_.space, header.rosterPosition);
        if (rights && rights->ownRecordsOnly) envelope.ownRecordsOf = roster_.device(header.device)->member;
        page_.envelopes.push_back(std::move(envelope));
        const auto& head = heads_.of(header.actor());
        if (!head || head->seq < header.lastSeq)
            heads_.moveTo({header.actor(), header.device, header.lastSeq, header.contentId});
    }

    const roster::Roster& roster_;
    const store::Store& store_;
    std::uint64_t startPosition_;
    Heads heads_;
    std::vector<Hash> chainHere_;  ///< after each entry of this page
    OpenedPage page_;
};

}  // namespace

Result<OpenedPage> PageReader::read(const wire::Page& page) const {
    const auto space = SpaceId::from(viewOf(page.space()));
    const auto row = space ? store_.space(*space) : std::nullopt;
    if (!row) return fail(ErrorCode::Malformed, "a page of a space that was not asked for");
    if (page.from_position() != row->position)
        return chainBroken("a page that does not continue where we are");

    std::vector<Opened> opened(static_cast<std::size_t>(page.entries_size()));
    const auto entryAt = [&](std::size_t i) -> const wire::LogEntry& {
        return page.entries(static_cast<int>(i));
    };
    Pieces opening(store_.helpers(), opened.size(),
                   [&](std::size_t i) { opened[i] = openEntry(roster_, keyring_, entryAt(i).envelope()); });
    PageWalk walk(roster_, store_, *row);
    for (std::size_t i = 0; i < opened.size(); ++i) {
        opening.await(i);
        if (const auto added = walk.add(entryAt(i), opened[i]); !added) return added.error();
    }

    const auto claimed = Hash::from(viewOf(page.chain()));
    if (!page.entries().empty() && (!claimed || *claimed != walk.soFar().chain))
        return chainBroken("the hash chain differs");
    if (page.head_position() < walk.soFar().position) return chainBroken("the log ends before what it holds");
    return std::move(walk).finish(page.head_position());
}

}  // namespace veldwijzer::sync
