// SPDX-License-Identifier: EUPL-1.2
// What is on, one's own day, and what changed.
#include "session/programme.h"

#include <algorithm>
#include <limits>
#include <set>

#include "session/programme_names.h"
#include "session/state.h"

namespace veldwijzer::session {
namespace {

constexpr std::size_t atATime = 1000;

bool isPresent(const store::StoredRecord& stored) {
    return stored.visibility == merge::Visibility::Present ||
           stored.visibility == merge::Visibility::PresentDespiteDelete;
}

std::optional<RecordId> referenceIn(const merge::Record& record, std::string_view field) {
    const merge::Value* value = merge::shownValue(record, field);
    const auto* id = value != nullptr ? std::get_if<RecordId>(value) : nullptr;
    return id != nullptr ? std::optional(*id) : std::nullopt;
}

std::string textIn(const merge::Record& record, std::string_view field) {
    const merge::Value* value = merge::shownValue(record, field);
    const auto* text = value != nullptr ? std::get_if<std::string>(value) : nullptr;
    return text != nullptr ? *text : std::string();
}

/// When an operation came, for telling what was there before it: by the log, and within one envelope by its
/// number. What the log does not hold yet comes last.
struct Arrival {
    std::uint64_t position = std::numeric_limits<std::uint64_t>::max();
    std::uint64_t seq = 0;
    std::uint32_t index = 0;
    auto operator<=>(const Arrival&) const = default;
};

}  // namespace

SpaceId Programme::space() const {
    return roster::regionSpace(state_.region->region, roster::SpaceType::Programme);
}

std::vector<store::StoredRecord> Programme::recordsOf(std::string_view kind) const {
    std::vector<store::StoredRecord> found;
    if (!state_.region) return found;
    for (std::size_t offset = 0;; offset += atATime) {
        const auto page =
            state_.store->list({.kind = std::string(kind), .facets = {}, .offset = offset, .limit = atATime});
        for (const store::ListRow& row : page.rows)
            if (auto stored = state_.store->find(row.id);
                stored && stored->space == space() && isPresent(*stored))
                found.push_back(std::move(*stored));
        if (page.rows.size() < atATime) return found;
    }
}

std::optional<merge::Record> Programme::present(const RecordId& id) const {
    auto stored = state_.store->find(id);
    if (!stored || !isPresent(*stored)) return std::nullopt;
    return std::move(stored->record);
}

Programme::Names Programme::names() const {
    Names names;
    for (const char* kind : {"room", "track", "event"})
        for (const store::StoredRecord& stored : recordsOf(kind)) {
            names.titles[stored.record.id] = domain::titleOf(stored.record);
            if (std::string_view(kind) == "event")
                names.zones[stored.record.id] = textIn(stored.record, "time_zone");
        }
    if (!state_.joined()) return names;
    const SpaceId personal = roster::personalSpace(state_.region->region, state_.identity->member);
    for (std::size_t offset = 0;; offset += atATime) {
        const auto page =
            state_.store->list({.kind = "favourite", .facets = {}, .offset = offset, .limit = atATime});
        for (const store::ListRow& row : page.rows)
            if (const auto stored = state_.store->find(row.id); stored && stored->space == personal)
                if (const auto record = referenceIn(stored->record, "record"))
                    names.favourites.emplace(*record, row.id);
        if (page.rows.size() < atATime) return names;
    }
}

std::vector<ItemView> Programme::items(WallMs from, WallMs to, const std::optional<RecordId>& event) const {
    const Names names = this->names();
    const std::vector<store::StoredRecord> sessions = recordsOf("session");
    std::map<RecordId, std::vector<WallMs>> moved;
    for (const store::StoredRecord& stored : sessions) {
        const auto series = referenceIn(stored.record, "series_id");
        const auto instance = domain::momentFrom(textIn(stored.record, "recurrence_id"));
        if (series && instance) moved[*series].push_back(instance->instantIn(domain::Zone::amsterdam()));
    }
    const merge::ClampedTime clamped =
        sessions.empty() ? merge::ClampedTime() : state_.store->clampedTime(space());
    std::vector<ItemView> views;
    const auto add = [&](const store::StoredRecord& stored, const std::optional<RecordId>& owner) {
        for (domain::ProgrammeItem& item : domain::itemsOf(stored.record, from, to, moved[stored.record.id],
                                                           clamped, owner ? names.zoneOf(*owner) : ""))
            views.push_back(names.viewOf(std::move(item)));
    };
    for (const store::StoredRecord& stored : sessions) {
        const auto owner = referenceIn(stored.record, "event_id");
        if (!event || owner == event) add(stored, owner);
    }
    // A meeting that is its own only session: an event that comes again.
    for (const store::StoredRecord& stored : recordsOf("event"))
        if ((!event || stored.record.id == *event) && !textIn(stored.record, "rrule").empty())
            add(stored, stored.record.id);
    std::sort(views.begin(), views.end(),
              [](const ItemView& a, const ItemView& b) { return domain::comesBefore(a.item, b.item); });
    return views;
}

NowAndNextView Programme::nowAndNext(WallMs at) const {
    constexpr WallMs dayMs = 86'400'000;
    constexpr int daysAhead = 400;
    NowAndNextView result;
    // Most often there is something within a day; only else is it worth looking further.
    for (const WallMs ahead : {dayMs, daysAhead * dayMs}) {
        const std::vector<ItemView> views = items(at - dayMs, at + ahead);
        std::vector<domain::ProgrammeItem> items;
        for (const ItemView& view : views)
            items.push_back(view.item);
        const domain::NowAndNext found = domain::nowAndNext(items, at);
        const auto viewsOf = [&](const std::vector<domain::ProgrammeItem>& wanted) {
            std::vector<ItemView> chosen;
            for (const domain::ProgrammeItem& item : wanted)
                chosen.push_back(*std::find_if(views.begin(), views.end(),
                                               [&](const ItemView& view) { return view.item == item; }));
            return chosen;
        };
        result = {viewsOf(found.now), viewsOf(found.next)};
        if (!result.next.empty()) break;
    }
    return result;
}

std::vector<ItemView> Programme::mine(WallMs from, WallMs to) const {
    std::set<RecordId> signedUp;
    if (state_.joined())
        for (const Standing& standing : signUps().standings())
            signedUp.insert(standing.session);
    std::vector<ItemView> views = items(from, to);
    std::erase_if(views,
                  [&](const ItemView& view) { return !view.favourite && !signedUp.contains(view.item.id); });
    return views;
}

std::optional<domain::SessionFacts> Programme::factsOf(const merge::Record& session) const {
    const auto owner = referenceIn(session, "event_id");
    const auto event = owner ? present(*owner) : std::nullopt;
    return domain::factsOf(session, {}, event ? textIn(*event, "time_zone") : std::string());
}

ChangeView Programme::viewOf(domain::ProgrammeChange change, const Names& names) const {
    ChangeView view;
    view.title = change.now ? change.now->title : change.before->title;
    if (change.before && change.before->room) view.roomBefore = names.titleOf(*change.before->room);
    if (change.now && change.now->room) view.roomNow = names.titleOf(*change.now->room);
    view.favourite = names.favourites.contains(change.session);
    view.change = std::move(change);
    return view;
}

namespace {

std::vector<domain::PastOperation> pastOf(const store::Store& store, const RecordId& id) {
    std::vector<domain::PastOperation> past;
    for (store::HistoryEntry& entry : store.history(id))
        past.push_back({std::move(entry.field), std::move(entry.operation), entry.replacedBy});
    return past;
}

}  // namespace

std::set<RecordId> Programme::sessionsOf(const RecordId& event, const Names& names) const {
    std::set<RecordId> ids;
    for (const store::StoredRecord& stored : recordsOf("session"))
        if (referenceIn(stored.record, "event_id") == event) ids.insert(stored.record.id);
    const auto addGone = [&](const RecordId& id) {
        const auto stored = state_.store->find(id);
        if (stored && stored->record.kind == "session" && referenceIn(stored->record, "event_id") == event)
            ids.insert(id);
    };
    for (const auto& [record, favourite] : names.favourites)
        addGone(record);
    if (state_.joined())
        for (const Standing& standing : signUps().standings())
            addGone(standing.session);
    return ids;
}

Result<std::vector<ChangeView>> Programme::changes(const RecordId& event, std::string_view since) const {
    const auto stored = state_.store->find(event);
    if (!stored || stored->record.kind != "event")
        return fail(ErrorCode::NotFound, "there is no event with this id on this device");
    const auto arrivalOf = [&](const merge::OperationId& id) {
        return Arrival{state_.store->logPositionOf(stored->space, id)
                           .value_or(std::numeric_limits<std::uint64_t>::max()),
                       id.seq, id.index};
    };
    domain::WasThere wasThere;
    std::optional<Arrival> version;
    for (const store::HistoryEntry& entry : state_.store->history(event))
        if (entry.field == "version" && entry.operation.value &&
            *entry.operation.value == merge::Value(std::string(since)))
            version = std::max(version.value_or(Arrival{0, 0, 0}), arrivalOf(entry.operation.id));
    std::map<merge::OperationId, WallMs> walls;
    if (version) {
        wasThere = [&](const merge::OperationId& id) { return arrivalOf(id) <= *version; };
    } else if (const auto moment = domain::momentFrom(since)) {
        const WallMs at = moment->instantIn(domain::Zone::amsterdam());
        wasThere = [&walls, at](const merge::OperationId& id) {
            const auto known = walls.find(id);
            return known != walls.end() && known->second <= at;
        };
    } else {
        return fail(ErrorCode::NotFound, "the event never had a version '" + std::string(since) +
                                             "' on this device, and that is no moment either");
    }
    const Names names = this->names();
    std::vector<ChangeView> changes;
    const merge::ClampedTime clamped = state_.store->clampedTime(stored->space);
    for (const RecordId& id : sessionsOf(event, names)) {
        const auto session = state_.store->find(id);
        if (!session) continue;
        const auto past = pastOf(*state_.store, id);
        for (const domain::PastOperation& each : past)
            walls[each.operation.id] =
                clamped ? clamped(each.operation.id, each.operation.wallMs) : each.operation.wallMs;
        const auto then = domain::recordAsOf(id, "session", past, wasThere);
        const auto before = then ? factsOf(*then) : std::nullopt;
        const auto now = isPresent(*session) ? factsOf(session->record) : std::nullopt;
        if (auto change = domain::changeBetween(id, before, now))
            changes.push_back(viewOf(std::move(*change), names));
    }
    return changes;
}

Result<bool> Programme::toggleFavourite(const RecordId& record) {
    const auto found = present(record);
    if (!found) return fail(ErrorCode::NotFound, "there is no record with this id on this device");
    const Names names = this->names();
    const auto [first, last] = names.favourites.equal_range(record);
    if (first != last) {
        for (auto at = first; at != last; ++at)
            if (auto removed = session_.remove(at->second); !removed) return removed.error();
        return false;
    }
    const SpaceId personal = roster::personalSpace(state_.region->region, state_.identity->member);
    const store::RecordEdit edit{
        .record = state_.environment.random.id<RecordId>(),
        .kind = "favourite",
        .edits = {{merge::Action::Assign, "record", merge::Value(record)},
                  {merge::Action::Assign, "name", merge::Value(domain::titleOf(*found))}}};
    auto written = state_.store->write(personal, std::span(&edit, 1));
    if (!written) return written.error();
    return true;
}

SignUpDesk Programme::signUps() const {
    return SignUpDesk({*state_.store, state_.keeper->roster(), *state_.identity, state_.region->region,
                       state_.environment.random});
}

Result<void> Programme::signUp(const RecordId& session) {
    if (!state_.joined()) return state_.mayWrite({}).error();
    const auto own = state_.store->setting(ownNameSetting);
    return signUps().signUp(session, own ? toString(*own) : state_.nameOf(state_.identity->member));
}

}  // namespace veldwijzer::session
