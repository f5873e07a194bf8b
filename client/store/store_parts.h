// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>

#include "base/ensure.h"
#include "signing/identity.h"
#include "store/columns.h"
#include "store/reauthoring.h"
#include "store/schema.h"
#include "store/store.h"
#include "store/transactions.h"

/// What a store is made of. Not for other rooms.
namespace veldwijzer::store {

// Settings of the store's own; callers' keys have no such prefix.
inline constexpr std::string_view deviceSetting = "store/device";
inline constexpr std::string_view indexSetting = "store/index";

struct Store::Parts {
    explicit Parts(Ground given)
        : ground(std::move(given)),
          tables(ground.db),
          bench(tables, ground.helpers),
          transactions(ground, tables, bench) {}

    [[nodiscard]] const SpaceState& known(const SpaceId& id) const {
        const SpaceState* space = tables.spaces.find(id);
        ENSURE(space != nullptr);
        return *space;
    }
    [[nodiscard]] SpaceId idOf(std::int64_t key) const {
        for (const SpaceState& space : tables.spaces.all()) {
            if (space.key == key) return space.row.id;
        }
        throwDamaged("a record of a space");
    }
    [[nodiscard]] DeviceId device() const {
        const auto bytes = tables.settings.get(deviceSetting);
        const auto id = bytes ? DeviceId::from(*bytes) : std::nullopt;
        ENSURE(id.has_value());
        return *id;
    }
    /// Never one that was used: after a restore even randomness may repeat itself.
    [[nodiscard]] Incarnation freshIncarnation() const {
        for (;;) {
            const auto incarnation = ground.random.id<Incarnation>();
            const ActorId actor = actorOf(device(), incarnation);
            const auto& spaces = tables.spaces.all();
            const bool ours = std::any_of(spaces.begin(), spaces.end(),
                                          [&](const SpaceState& space) { return space.row.actor == actor; });
            if (!ours && !tables.actors.device(actor)) return incarnation;
        }
    }
    /// A server that lost its memory was read to its end, and it lacks older changes of ours than are kept
    /// here: under our present name it would never take anything again.
    void giveUpWhatCannotBeOffered(const SpaceId& id) {
        const SpaceState& space = known(id);
        if (space.row.position < space.row.headPosition || space.offeredSeq >= space.row.ackedSeq) return;
        const auto first = tables.outbox.firstHeld(space.key);
        if (first && *first <= space.offeredSeq + 1) return;
        bench.flush();
        reauthor(tables, id, device(), freshIncarnation(), nullptr, {.at = ground.clock.wallMs()});
    }
    void deriveAgainIfOld() {
        const std::string version = std::to_string(indexVersion);
        const auto stored = tables.settings.get(indexSetting);
        if (stored && textOf(*stored) == version) return;
        transactions.run([&] {
            tables.records.deriveAgain([this](std::int64_t space) { return tables.clamps.of(space); });
            tables.settings.set(indexSetting, viewOf(version));
        });
    }

    Ground ground;
    Tables tables;
    Workbench bench;
    Transactions transactions;
};

}  // namespace veldwijzer::store
