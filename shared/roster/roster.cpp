// SPDX-License-Identifier: EUPL-1.2
#include "roster/roster.h"

#include "base/hash.h"
#include "roster/step.h"
#include "signing/identity.h"
#include "signing/number_bytes.h"

namespace veldwijzer::roster {

Result<void> Roster::apply(const wire::RosterEntry& entry, std::optional<WallMs> serverTimeMs) {
    return accept(entry, serverTimeMs, false);
}

Result<void> Roster::reload(const wire::RosterEntry& entry) {
    return accept(entry, std::nullopt, true);
}

Result<void> Roster::accept(const wire::RosterEntry& entry, std::optional<WallMs> serverTimeMs, bool known) {
    Result<wire::RosterBody> body = parseBody(entry);
    if (!body) return body.error();
    const Hash identity = hashOf(bodyPurpose, {viewOf(entry.body())});
    if (bodies_.contains(identity))
        return fail(ErrorCode::Replayed, "The membership log already holds this entry.");
    Step step{entry, std::move(*body), position() + 1, serverTimeMs, known};
    if (auto place = checkPlace(step); !place) return place;
    if (auto done = dispatch(step); !done) return done;
    bodies_.insert(identity);
    hashes_.push_back(nextInChain(head(), viewOf(entry.SerializeAsString())));
    return {};
}

Result<void> Roster::dispatch(Step& step) {
    using Body = wire::RosterBody;
    if (step.body.entry_case() == Body::kGenesis) return applyGenesis(step);
    if (step.body.entry_case() == Body::kJoin) return applyJoin(step);
    if (step.body.entry_case() == Body::kEmptied) return applyEmptied(step);
    if (auto found = findAuthor(step); !found) return found;
    switch (step.body.entry_case()) {
        case Body::kInvitation:
            return applyInvitation(step);
        case Body::kRevokeInvitation:
            return applyRevocation(step);
        case Body::kNewSpace:
            return applyNewSpace(step);
        case Body::kSetRole:
            return applySetRole(step);
        case Body::kRemoveMember:
            return applyRemoveMember(step);
        case Body::kRemoveDevice:
            return applyRemoveDevice(step);
        case Body::kSetSpaceMember:
            return applySetSpaceMember(step);
        case Body::kNewEpoch:
            return applyNewEpoch(step);
        case Body::kGenesis:
        case Body::kJoin:
        case Body::kEmptied:
        case Body::ENTRY_NOT_SET:
            break;
    }
    return malformed("it says nothing");
}

Result<void> Roster::checkPlace(const Step& step) const {
    RegionId region;
    if (!take(step.body.region(), region)) return malformed("the region's id has the wrong size");
    if (region != anchor_.region)
        return fail(ErrorCode::BadSignature, "An entry of the membership log was signed for another region.");
    const bool genesis = step.body.entry_case() == wire::RosterBody::kGenesis;
    if (genesis != (position() == 0))
        return fail(ErrorCode::Forbidden, genesis ? "This region has been founded already."
                                                  : "This region has not been founded yet.");
    const std::uint64_t seen = step.body.seen_position();
    Hash hash;
    if (seen == 0 ? !step.body.seen_hash().empty() : !take(step.body.seen_hash(), hash))
        return malformed("the seen hash does not fit its position");
    // Every entry but the first names at least the first, and so binds itself to this region's root.
    if (!genesis && seen == 0) return malformed("its author had seen nothing");
    if (seen > position() || hashAt(seen) != hash)
        return fail(ErrorCode::ChainBroken,
                    "An entry of the membership log was made on another history of this region.");
    return {};
}

Result<void> Roster::findAuthor(Step& step) const {
    DeviceId id;
    if (!take(step.entry.author(), id)) return malformed("the author's id has the wrong size");
    step.author = device(id);
    if (step.author == nullptr || step.author->removed)
        return fail(ErrorCode::NotAMember,
                    "The author of a membership entry is not a member of this region.");
    step.authorMember = member(step.author->member);
    if (!step.signedBy(step.author->signingKey))
        return fail(ErrorCode::BadSignature, "A membership entry was not signed by the device it names.");
    return {};
}

Hash Roster::head() const {
    return hashes_.empty() ? Hash{} : hashes_.back();
}

std::optional<Hash> Roster::hashAt(std::uint64_t position) const {
    if (position == 0) return Hash{};
    if (position > hashes_.size()) return std::nullopt;
    return hashes_[position - 1];
}

Hash rootFingerprintOf(const SigningPublicKey& rootKey) {
    return hashOf("veldwijzer root", {rootKey.view()});
}

SpaceId regionSpace(const RegionId& region, SpaceType type) {
    return idOf<SpaceId>("veldwijzer space", {region.view(), numberBytes(static_cast<std::uint64_t>(type))});
}

SpaceId personalSpace(const RegionId& region, const MemberId& member) {
    return idOf<SpaceId>("veldwijzer personal space", {region.view(), member.view()});
}

wire::RosterBody newBody(const Roster& roster, WallMs now, Random& random) {
    wire::RosterBody body;
    body.set_region(toString(roster.anchor().region.view()));
    body.set_seen_position(roster.position());
    if (roster.position() > 0) body.set_seen_hash(toString(roster.head().view()));
    body.set_wall_ms(now);
    std::array<std::uint8_t, nonceBytes> nonce{};
    random.fill(nonce);
    body.set_nonce(toString(nonce));
    return body;
}

wire::RosterEntry signEntry(const wire::RosterBody& body, ByteView author, const SigningKey& key) {
    wire::RosterEntry entry;
    entry.set_body(body.SerializeAsString());
    entry.set_author(toString(author));
    entry.set_signature(
        toString(key.sign(entryPurpose, {viewOf(entry.author()), viewOf(entry.body())}).view()));
    return entry;
}

}  // namespace veldwijzer::roster
