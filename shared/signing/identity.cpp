// SPDX-License-Identifier: EUPL-1.2
#include "signing/identity.h"

#include "base/hash.h"

namespace veldwijzer {

DeviceId deviceIdOf(const SigningPublicKey& key) {
    return idOf<DeviceId>("veldwijzer device", {key.view()});
}

InvitationId invitationIdOf(const SigningPublicKey& key) {
    return idOf<InvitationId>("veldwijzer invitation", {key.view()});
}

ServerId serverIdOf(const SigningPublicKey& key) {
    return idOf<ServerId>("veldwijzer server", {key.view()});
}

ActorId actorOf(const DeviceId& device, const Incarnation& incarnation) {
    return idOf<ActorId>("veldwijzer actor", {device.view(), incarnation.view()});
}

Hash nextInChain(const Hash& previous, ByteView entry) {
    return hashOf("veldwijzer chain", {previous.view(), entry});
}

}  // namespace veldwijzer
