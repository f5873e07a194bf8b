// SPDX-License-Identifier: EUPL-1.2
#include "store/log_heads.h"

#include <algorithm>

#include "base/text.h"

namespace veldwijzer::store {
namespace {

constexpr std::size_t numberSize = 8;

Bytes kept(const ActorId& actor, std::uint64_t seq) {
    Bytes bytes = toBytes(actor.view());
    for (unsigned shift = 0; shift < 64; shift += 8)
        bytes.push_back(static_cast<std::uint8_t>(seq >> shift));
    return bytes;
}

}  // namespace

LogHeads::LogHeads(Tables& tables, const SpaceState& space)
    : tables_(tables),
      space_(space.key),
      setting_("own-in-log/" + toHex(space.row.id.view())),
      own_(space.row.actor),
      ownHead_(ownHeadIn(space)) {}

std::uint64_t LogHeads::ownHeadIn(const SpaceState& space) const {
    if (space.row.position == 0) return 0;
    const auto bytes = tables_.settings.get(setting_);
    // From before this was kept.
    if (!bytes || bytes->size() != ActorId::size + numberSize) return space.row.ackedSeq;
    // Under an earlier name of ours: the present one has not been seen in the log.
    if (!std::equal(own_.bytes.begin(), own_.bytes.end(), bytes->begin())) return 0;
    std::uint64_t seq = 0;
    for (std::size_t i = 0; i < numberSize; ++i)
        seq |= static_cast<std::uint64_t>((*bytes)[ActorId::size + i]) << (8 * i);
    return seq;
}

void LogHeads::pass(const IncomingEnvelope& envelope) {
    if (envelope.changes.empty()) return;
    passed_[envelope.actor].push_back({&envelope, envelope.firstSeq + envelope.changes.size() - 1});
}

std::uint64_t LogHeads::before(const ActorId& actor) {
    if (actor == own_) return ownHead_;
    const auto known = before_.find(actor);
    if (known != before_.end()) return known->second;
    const auto head = tables_.actors.head(space_, actor);
    return before_[actor] = head ? head->seq : 0;
}

bool LogHeads::holds(const merge::OperationId& named, const IncomingEnvelope& entry) {
    // What its author wrote before it is there, or the page would have been refused; the author's own future
    // is merge::whyInvalid's to refuse.
    if (named.actor == entry.actor) return true;
    if (named.seq <= before(named.actor)) return true;
    const auto passed = passed_.find(named.actor);
    if (passed == passed_.end()) return false;
    return std::any_of(passed->second.begin(), passed->second.end(), [&](const Passed& earlier) {
        return earlier.entry < &entry && named.seq <= earlier.lastSeq;
    });
}

void LogHeads::save() {
    if (passed_.empty()) return;
    std::uint64_t head = ownHead_;
    if (const auto passed = passed_.find(own_); passed != passed_.end())
        for (const Passed& ours : passed->second)
            head = std::max(head, ours.lastSeq);
    const Bytes now = kept(own_, head);
    if (tables_.settings.get(setting_) != now) tables_.settings.set(setting_, now);
}

}  // namespace veldwijzer::store
