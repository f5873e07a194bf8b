// SPDX-License-Identifier: EUPL-1.2
#include "log/founding.h"

#include "base/hash.h"
#include "roster/roster.h"

namespace veldwijzer::server {
namespace {

struct FreshBootstrap {
    std::array<std::uint8_t, 16> secret{};
    Bootstrap kept;
};

FreshBootstrap freshBootstrap(Random& random, WallMs now) {
    FreshBootstrap fresh;
    random.fill(fresh.secret);
    // The signing half of what sealing's invitationKeysOf derives; the server links nothing that could open
    // a seal, so it has no box key. A test holds the two together.
    const Hash seed = hashOf("veldwijzer invitation signing seed", {ByteView(fresh.secret)});
    fresh.kept = {SigningKey::fromSeed(seed.bytes).publicKey(), now + bootstrapLifeMs};
    return fresh;
}

roster::InvitationLink linkTo(const Region& region, const FreshBootstrap& bootstrap) {
    roster::InvitationLink link;
    link.url = region.url;
    link.serverKey = region.serverKey;
    link.region = region.id;
    link.regionName = region.name;
    link.secret = bootstrap.secret;
    return link;
}

}  // namespace

roster::InvitationLink foundRegion(Log& log, const SigningKey& serverKey, std::string name, std::string url,
                                   Random& random, WallMs now) {
    const Region region{random.id<RegionId>(), std::move(name), std::move(url), serverKey.publicKey()};
    const FreshBootstrap bootstrap = freshBootstrap(random, now);
    log.found(region, random.id<ServerEpoch>(), bootstrap.kept);
    return linkTo(region, bootstrap);
}

roster::Anchor anchorOf(const Log& log, const Region& region) {
    if (const auto root = log.rootFingerprint()) return {region.id, region.serverKey, root, std::nullopt};
    return {region.id, region.serverKey, std::nullopt, log.bootstrap().key};
}

Result<roster::InvitationLink> renewBootstrap(Log& log, Random& random, WallMs now) {
    const auto region = log.region();
    if (!region) return fail(ErrorCode::NotFound, "There is no region here yet; run `init` first.");
    if (log.rosterPosition() > 0 || log.rootFingerprint())
        return fail(ErrorCode::Forbidden,
                    "The region has its first coordinator already. Coordinators invite from their own device "
                    "(`veldwijzer-cli invite`); a server that could invite would be a back door.");
    const FreshBootstrap bootstrap = freshBootstrap(random, now);
    log.setBootstrap(bootstrap.kept);
    return linkTo(*region, bootstrap);
}

}  // namespace veldwijzer::server
