// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <span>

#include "roster/roster.h"
#include "roster/rules.h"

/// Inside the roster: one entry on its way in, and the checks that need no roster.
namespace veldwijzer::roster {

struct Roster::Step {
    const wire::RosterEntry& entry;
    wire::RosterBody body;
    std::uint64_t position = 0;  ///< that the entry will have
    std::optional<WallMs> serverTimeMs;
    bool known = false;  ///< was verified before: its signatures are not looked at again
    // Who signed; not for Genesis and Join.
    const Device* author = nullptr;
    const Member* authorMember = nullptr;

    [[nodiscard]] bool signedBy(const SigningPublicKey& key) const;
    /// A signature that stands inside the body.
    [[nodiscard]] bool holds(const std::string& signature, const SigningPublicKey& key,
                             std::string_view purpose, std::initializer_list<ByteView> parts) const;
    /// The author had not seen the newest state, so a mismatch may be nobody's fault.
    [[nodiscard]] bool stale() const { return body.seen_position() + 1 < position; }
};

using Recipient = std::array<std::uint8_t, 16>;
template <typename Id>
Recipient recipientOf(const Id& id) {
    return id.bytes;
}
std::vector<Recipient> recipientsOf(const std::vector<DeviceId>& devices);

Error malformed(const char* what);

template <typename Id>
bool take(const std::string& bytes, Id& target) {
    const auto id = Id::from(viewOf(bytes));
    if (id) target = *id;
    return id.has_value();
}

std::optional<Role> roleFromNumber(std::uint32_t number);

/// The body of an entry, when it is written exactly as our own programs write it and says nothing unknown.
Result<wire::RosterBody> parseBody(const wire::RosterEntry& entry);

/// Sizes of both keys, and that something can be sealed to the device.
Result<void> checkDeviceKeys(const wire::DeviceKeys& keys);
Result<void> checkName(const std::string& sealedName);

/// The keys are of that space and epoch, well-formed, and sealed to exactly `required`. `stale` says that the
/// author may not have known better.
struct KeysWanted {
    SpaceId space;
    std::uint32_t epoch = 1;
    std::vector<Recipient> required;  ///< sorted
    bool stale = false;
};
/// Recipients beyond the required ones go to `others`; without it there may be none.
Result<void> checkKeys(const wire::SpaceKeys& keys, const KeysWanted& wanted,
                       std::vector<Recipient>* others = nullptr);

}  // namespace veldwijzer::roster
