// SPDX-License-Identifier: EUPL-1.2
#include "roster/step.h"

#include <algorithm>

#include "roster/known_fields.h"

namespace veldwijzer::roster {
namespace {

Error newer() {
    return fail(
        ErrorCode::UnsupportedVersion,
        "The membership log holds an entry made by a newer version of Veldwijzer. Nothing is lost; update "
        "to go on.");
}

Error wrongRecipients(bool stale) {
    if (stale)
        return fail(
            ErrorCode::EpochOld,
            "Somebody joined or left in the meantime. Nothing was changed; synchronise and try again.");
    return fail(ErrorCode::Forbidden, "Keys must be sealed to exactly the devices that may hold them.");
}

}  // namespace

std::vector<Recipient> recipientsOf(const std::vector<DeviceId>& devices) {
    std::vector<Recipient> recipients;
    recipients.reserve(devices.size());
    for (const DeviceId& device : devices)
        recipients.push_back(device.bytes);
    return recipients;
}

Error malformed(const char* what) {
    return fail(ErrorCode::Malformed,
                std::string("An entry of the membership log is damaged: ") + what + ".");
}

std::optional<Role> roleFromNumber(std::uint32_t number) {
    if (number < static_cast<std::uint32_t>(Role::Coordinator) ||
        number > static_cast<std::uint32_t>(Role::Attendee))
        return std::nullopt;
    return static_cast<Role>(number);
}

Result<wire::RosterBody> parseBody(const wire::RosterEntry& entry) {
    if (entry.ByteSizeLong() > limits::rosterEntryBytes)
        return fail(ErrorCode::TooLarge, "An entry of the membership log is larger than allowed.");
    if (!onlyKnownFieldsInEntry(entry.SerializeAsString())) return newer();
    wire::RosterBody body;
    if (!body.ParseFromString(entry.body())) return malformed("it cannot be parsed");
    if (!onlyKnownFieldsInBody(entry.body())) return newer();
    if (body.entry_case() == wire::RosterBody::ENTRY_NOT_SET) return malformed("it says nothing");
    // One way to write a thing: nobody can hide a second meaning behind a field that stands there twice.
    if (body.SerializeAsString() != entry.body()) return malformed("it is not written in the usual order");
    if (body.nonce().size() != nonceBytes) return malformed("the nonce has the wrong size");
    return body;
}

bool Roster::Step::signedBy(const SigningPublicKey& key) const {
    return holds(entry.signature(), key, entryPurpose, {viewOf(entry.author()), viewOf(entry.body())});
}

bool Roster::Step::holds(const std::string& signature, const SigningPublicKey& key, std::string_view purpose,
                         std::initializer_list<ByteView> parts) const {
    const auto bytes = Signature::from(viewOf(signature));
    return bytes && (known || verify(key, *bytes, purpose, parts));
}

Result<void> checkDeviceKeys(const wire::DeviceKeys& keys) {
    BoxPublicKey box;
    if (keys.signing_key().size() != SigningPublicKey::size || !take(keys.box_key(), box))
        return malformed("a device's key has the wrong size");
    if (!isUsable(box)) return malformed("a device's key is one that anybody could open");
    return {};
}

Result<void> checkName(const std::string& sealedName) {
    if (sealedName.size() > sealedNameBytes)
        return fail(ErrorCode::TooLarge, "A name in the membership log is longer than allowed.");
    return {};
}

Result<void> checkKeys(const wire::SpaceKeys& keys, const KeysWanted& wanted,
                       std::vector<Recipient>* others) {
    SpaceId space;
    if (!take(keys.space(), space) || space != wanted.space) return malformed("keys of another space");
    if (keys.epoch() != wanted.epoch)
        return fail(
            ErrorCode::EpochOld,
            "Another key became current in the meantime. Nothing was changed; synchronise and try again.");
    auto missing = wanted.required.begin();
    Recipient previous{};
    bool first = true;
    for (const wire::SealedKey& key : keys.keys()) {
        if (key.recipient().size() != previous.size()) return malformed("a recipient has the wrong size");
        if (key.sealed().size() != sealedKeyBytes) return malformed("a sealed key has the wrong size");
        Recipient recipient;
        const ByteView bytes = viewOf(key.recipient());
        std::copy(bytes.begin(), bytes.end(), recipient.begin());
        if (!first && recipient <= previous) return malformed("its keys are not in order");
        first = false;
        previous = recipient;
        if (missing != wanted.required.end() && *missing == recipient) {
            ++missing;
        } else {
            if (others == nullptr) return wrongRecipients(wanted.stale);
            others->push_back(recipient);
        }
    }
    if (missing != wanted.required.end()) return wrongRecipients(wanted.stale);
    return {};
}

}  // namespace veldwijzer::roster
