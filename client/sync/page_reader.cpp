// SPDX-License-Identifier: EUPL-1.2
#include "sync/page_reader.h"

#include <map>

#include "base/executor.h"
#include "sync/envelope_check.h"
#include "wire/envelope.h"

namespace veldwijzer::sync {
namespace {

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
    opened.signedByAuthor = isSignedByAuthor(roster, envelope, header);
    if (opened.signedByAuthor) opened.batch = openBatch(keyring, envelope, header);
    return opened;
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
        // Of this log: sealed again for a server that had lost its memory, its author had seen nothing of it.
        if (!batch->state_digest().empty() && batch->digest_position() == startPosition_ &&
            header->seenPosition == startPosition_)
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
        store::IncomingEnvelope envelope = incomingOf(roster_, header, std::move(batch));
        envelope.position = entry.position();
        envelope.serverTimeMs = entry.server_time_ms();
        envelope.chain = page_.chain;
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
