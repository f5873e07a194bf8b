// SPDX-License-Identifier: EUPL-1.2
#include "sync/envelope_check.h"

#include "base/hash.h"

namespace veldwijzer::sync {

Error chainBroken(const std::string& what) {
    return fail(ErrorCode::ChainBroken,
                "the server's log does not add up (" + what +
                    "). What is on this device is safe and stays; this space takes nothing "
                    "more from the server until the region's administrator has looked at it");
}

bool isSignedByAuthor(const roster::Roster& roster, const wire::Envelope& envelope,
                      const wire::Header& header) {
    const roster::Device* device = roster.device(header.device);
    return device != nullptr && wire::checkSignature(envelope, device->signingKey);
}

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

store::IncomingEnvelope incomingOf(const roster::Roster& roster, const wire::Header& header,
                                   wire::ChangeBatch&& batch) {
    store::IncomingEnvelope result;
    result.device = header.device;
    result.actor = header.actor();
    result.contentId = header.contentId;
    result.epoch = header.epoch;
    result.firstSeq = header.firstSeq;
    result.changes.reserve(static_cast<std::size_t>(batch.changes_size()));
    for (const std::string& change : batch.changes())
        result.changes.push_back(toBytes(viewOf(change)));
    const auto rights = roster.rightsAt(header.device, header.space, header.rosterPosition);
    if (rights && rights->ownRecordsOnly) result.ownRecordsOf = roster.device(header.device)->member;
    return result;
}

}  // namespace veldwijzer::sync
