// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "store/actor_table.h"
#include "store/carried_table.h"
#include "store/chain_table.h"
#include "store/changed_rows.h"
#include "store/clamp_table.h"
#include "store/history_table.h"
#include "store/kind_table.h"
#include "store/listing_table.h"
#include "store/outbox.h"
#include "store/place_table.h"
#include "store/record_table.h"
#include "store/setting_table.h"
#include "store/space_table.h"
#include "store/tray.h"

namespace veldwijzer::store {

/// All tables of one store, over one connection.
struct Tables {
    explicit Tables(Database& database)
        : db(database),
          spaces(db),
          kinds(db),
          clamps(db),
          listing(db),
          changed(db),
          records(db, kinds, listing, changed),
          history(db),
          outbox(db),
          actors(db),
          carried(db),
          chain(db),
          places(db),
          tray(db),
          settings(db),
          roster(db) {}
    Tables(const Tables&) = delete;
    Tables& operator=(const Tables&) = delete;

    /// What some tables keep in memory goes to the database, before a commit.
    void flush() {
        spaces.flush();
        kinds.flush();
    }
    /// What they keep in memory may not be so any more, after a rollback.
    void forget() {
        spaces.forget();
        kinds.forget();
        clamps.forget();
        changed.forget();
        carried.forget();
    }
    /// The record's values leave everything that stands beside it.
    void purge(const OpenRecord& open) {
        history.erase(open.row);
        tray.erase(open.space, open.id);
        for (const SpaceState& space : spaces.all()) {
            if (space.key == open.space) outbox.dropArchive(space.key, space.row.ackedSeq);
        }
    }

    Database& db;
    SpaceTable spaces;
    KindTable kinds;
    ClampTable clamps;
    ListingTable listing;
    ChangedRows changed;
    RecordTable records;
    HistoryTable history;
    Outbox outbox;
    ActorTable actors;
    CarriedTable carried;
    ChainTable chain;
    PlaceTable places;
    Tray tray;
    SettingTable settings;
    RosterTable roster;
};

}  // namespace veldwijzer::store
