// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "roster/roster.h"
#include "simulation/device.h"
#include "simulation/server_door.h"
#include "wire/envelope.h"

/// Devices of a founded region and their server, for tests that let the server lie.
namespace veldwijzer::test {

class Neighbourhood {
public:
    Neighbourhood();

    simulation::Device& coordinator() { return *coordinator_; }
    simulation::Device& editor() { return *editor_; }
    simulation::Device& attendee() { return *attendee_; }
    simulation::ServerDoor& server() { return server_; }
    [[nodiscard]] SpaceId space(roster::SpaceType type) const;
    [[nodiscard]] const SigningKey& serverKey() const;
    std::int64_t& nowMs() { return nowMs_; }

    /// One change in the space, by that device.
    void write(simulation::Device& device, roster::SpaceType type, const std::string& name, std::string text);
    [[nodiscard]] std::string shown(simulation::Device& device, const std::string& name);

    /// The device's next request: it is made due first. Fails the test when there is none.
    sync::Request ask(simulation::Device& device);
    /// Asks, and takes the honest server's answers, until the device waits for its timer.
    void sync(simulation::Device& device);

    /// Asks, lets `change` work on the honest answer, signs it as the server would, and hands it over.
    void syncWith(simulation::Device& device, const std::function<void(wire::SyncResponse&)>& change);
    [[nodiscard]] sync::Response signedAnswer(const sync::Request& request, int status,
                                              std::string body) const;
    [[nodiscard]] sync::Response refusal(const sync::Request& request, int status, ErrorCode code) const;

    /// An envelope as `author` might have made it, after `spoil` had its way with the header.
    [[nodiscard]] wire::Envelope forge(simulation::Device& author, roster::SpaceType type,
                                       const std::function<void(wire::Header&)>& spoil = {});

private:
    std::int64_t nowMs_ = 0;
    simulation::ServerDoor server_;
    std::unique_ptr<simulation::Device> coordinator_;
    std::unique_ptr<simulation::Device> editor_;
    std::unique_ptr<simulation::Device> attendee_;
};

/// The page of that space in an answer.
wire::Page& pageOf(wire::SyncResponse& answer, const SpaceId& space);
/// Puts `envelope` behind what the page holds, with position, time and chain as an honest server would.
void appendTo(wire::Page& page, const wire::Envelope& envelope, const Hash& chainBefore, WallMs now);
/// The code of the alarm about that space; nothing when there is none.
std::optional<ErrorCode> alarmIn(simulation::Device& device, const std::string& spaceName);

}  // namespace veldwijzer::test
