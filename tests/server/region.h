// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <catch2/catch.hpp>
#include <deque>
#include <map>
#include <optional>

#include "base/clock.h"
#include "base/random.h"
#include "log/sync_service.h"
#include "roster/entries.h"
#include "roster/invitation_link.h"
#include "roster/roster.h"
#include "sealing/box.h"
#include "signing/identity.h"

/// A region as the server's clients see it, without the client's code: devices that found, invite, join and
/// push envelopes whose contents are noise.
namespace veldwijzer::server::test {

/// The way to a server.
class Channel {
public:
    virtual ~Channel() = default;
    virtual Result<wire::JoinResponse> join(const wire::JoinRequest& request) = 0;
    virtual Result<wire::SyncResponse> sync(const wire::SyncRequest& request, const SigningKey& device) = 0;
    [[nodiscard]] virtual WallMs now() const = 0;
};

/// Straight into the service, with a clock that stands still.
class LocalChannel final : public Channel {
public:
    LocalChannel(SyncService& service, FakeClock& clock) : service_(&service), clock_(clock) {}
    Result<wire::JoinResponse> join(const wire::JoinRequest& request) override;
    Result<wire::SyncResponse> sync(const wire::SyncRequest& request, const SigningKey& device) override;
    [[nodiscard]] WallMs now() const override { return clock_.wallMs(); }
    void use(SyncService& service) { service_ = &service; }

private:
    SyncService* service_;
    FakeClock& clock_;
};

struct Device {
    SigningKey key;
    BoxPublicKey box;
    MemberId member;
    Incarnation incarnation;
    std::map<SpaceId, ActorHead> heads;  ///< what it has made in each space

    [[nodiscard]] DeviceId id() const { return deviceIdOf(key.publicKey()); }
    [[nodiscard]] ActorId actor() const { return actorOf(id(), incarnation); }
};

struct OpenInvitation {
    SigningKey key;
    BoxPublicKey box;
    [[nodiscard]] InvitationId id() const { return invitationIdOf(key.publicKey()); }
};

class TestRegion {
public:
    TestRegion(const roster::InvitationLink& link, Channel& channel, std::uint64_t seed);

    SeededRandom random;
    roster::Roster roster;
    std::deque<Device> devices;  ///< the founder first

    [[nodiscard]] RegionId id() const { return link_.region; }
    [[nodiscard]] ServerId server() const { return serverIdOf(link_.serverKey); }
    [[nodiscard]] SpaceId space(roster::SpaceType type) const {
        return roster::regionSpace(link_.region, type);
    }
    [[nodiscard]] SpaceId map() const { return space(roster::SpaceType::Map); }
    [[nodiscard]] const OpenInvitation& bootstrap() const { return bootstrap_; }
    Device& founder() { return devices.front(); }

    Device newDevice();
    wire::RosterEntry genesis(const Device& device);
    Device& found();
    /// Invites and joins over the channel.
    Device& join(roster::Role role);

    OpenInvitation newInvitation();
    wire::RosterEntry invitationEntry(const OpenInvitation& invitation, roster::Role role,
                                      std::uint32_t uses = 1, std::int64_t lifeMs = 3'600'000);
    wire::RosterEntry joinEntry(const OpenInvitation& invitation, const Device& device);
    wire::JoinRequest joinRequest(const OpenInvitation& invitation,
                                  const std::optional<wire::RosterEntry>& entry = std::nullopt);
    /// Pushes one membership entry by the founder; its outcome. The roster follows when it was accepted.
    wire::Outcome push(const wire::RosterEntry& entry);
    void follow(const wire::RosterEntry& entry);

    /// The header that continues what `device` has made in `space`; nothing is remembered yet.
    wire::Header header(const Device& device, const SpaceId& space, std::uint64_t changes = 1);
    wire::Envelope sign(const wire::Header& header, const Device& device, std::size_t bytes = 256);
    /// Both, and the device remembers that it made it.
    wire::Envelope envelope(Device& device, const SpaceId& space, std::uint64_t changes = 1,
                            std::size_t bytes = 256);

    [[nodiscard]] wire::SyncRequest request() const;
    wire::SyncResponse sync(const wire::SyncRequest& request, const Device& device);
    std::vector<wire::Outcome> push(const std::vector<wire::Envelope>& envelopes, const Device& from);
    wire::Outcome push(const wire::Envelope& envelope, const Device& from);
    wire::Page pull(const SpaceId& space, const Device& device, std::uint64_t position = 0,
                    const std::string& chain = {});
    Bytes noise(std::size_t size);
    roster::SealKey seal();
    Channel& channel() { return channel_; }

private:
    const roster::InvitationLink link_;
    Channel& channel_;
    SigningKey rootKey_;
    OpenInvitation bootstrap_;
};

/// "accepted", "retry-later sequence-gap", …
[[nodiscard]] std::string said(const wire::Outcome& outcome);

}  // namespace veldwijzer::server::test
