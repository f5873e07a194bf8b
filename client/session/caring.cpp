// SPDX-License-Identifier: EUPL-1.2
// Trust in an entry: open now, looked at, taking referrals, agreed until when.
#include <algorithm>
#include <limits>
#include <tuple>
#include <unordered_map>

#include "base/hash.h"
#include "domain/kinds.h"
#include "session/session.h"
#include "session/state.h"

namespace veldwijzer::session {
namespace {

using store::Store;
using store::StoredRecord;

bool isPresent(const StoredRecord& stored) {
    return stored.visibility == merge::Visibility::Present ||
           stored.visibility == merge::Visibility::PresentDespiteDelete;
}

std::optional<StoredRecord> presentRecord(const Store& store, const RecordId& id) {
    auto stored = store.find(id);
    if (stored && !isPresent(*stored)) stored.reset();
    return stored;
}

/// Those of a set of references that are on this device and not deleted.
std::vector<StoredRecord> childrenOf(const Store& store, const merge::Record& parent, std::string_view set) {
    std::vector<StoredRecord> children;
    for (const merge::Value* element : merge::elementsOf(parent, set))
        if (const auto* id = std::get_if<RecordId>(element))
            if (auto child = presentRecord(store, *id)) children.push_back(std::move(*child));
    return children;
}

std::optional<RecordId> referenceIn(const merge::Record& record, std::string_view field) {
    const merge::Value* value = merge::shownValue(record, field);
    const auto* id = value != nullptr ? std::get_if<RecordId>(value) : nullptr;
    return id != nullptr ? std::optional(*id) : std::nullopt;
}

void addSchedules(const Store& store, const merge::Record& parent, std::vector<domain::Schedule>& schedules) {
    for (const StoredRecord& each : childrenOf(store, parent, "schedules"))
        if (auto schedule = domain::scheduleFrom(each.record)) schedules.push_back(std::move(*schedule));
}

/// Its own; else those of where it is given, and of that location.
std::vector<domain::Schedule> allSchedules(const Store& store, const merge::Record& service) {
    std::vector<domain::Schedule> schedules;
    addSchedules(store, service, schedules);
    if (!schedules.empty()) return schedules;
    for (const StoredRecord& at : childrenOf(store, service, "service_at_locations")) {
        const std::size_t before = schedules.size();
        addSchedules(store, at.record, schedules);
        if (schedules.size() > before) continue;
        const auto location = referenceIn(at.record, "location");
        if (!location) continue;
        if (const auto stored = presentRecord(store, *location))
            addSchedules(store, stored->record, schedules);
    }
    return schedules;
}

std::optional<domain::Referrals> referralsOf(const Store& store, const merge::Record& service) {
    std::vector<merge::Record> capacities;
    for (StoredRecord& each : childrenOf(store, service, "capacities"))
        capacities.push_back(std::move(each.record));
    return domain::referralsFrom(capacities);
}

void addReviews(const Store& store, const merge::Record& owner, std::chrono::sys_days today,
                std::vector<ReviewWarning>& warnings) {
    for (const StoredRecord& each : childrenOf(store, owner, "agreements")) {
        const domain::Review review = domain::reviewOf(each.record, today);
        if (review != domain::Review::Soon && review != domain::Review::Due) continue;
        const merge::Value* by = merge::shownValue(each.record, "review_by");
        warnings.push_back({each.record.id, domain::titleOf(each.record), domain::displayText(*by), review});
    }
}

/// Every service in the order of lists, with what the search index knows of it: no record is read.
template <typename Use>
void forServices(Session::State& state, const std::optional<WallMs>& at, const Use& use) {
    std::unordered_map<RecordId, search::Overview, FixedBytesHash> known;
    for (search::Overview& each : indexOf(state).overview("service", at))
        known.emplace(each.id, each);
    constexpr auto all = std::numeric_limits<std::uint32_t>::max();
    for (store::ListRow& row :
         state.store->list({.kind = "service", .facets = {}, .offset = 0, .limit = all}).rows) {
        const auto found = known.find(row.id);
        use(row, found == known.end() ? search::Overview{row.id, 0, {}} : found->second);
    }
}

}  // namespace

RecordId Session::settingsId() const {
    const RegionId region = state_->region ? state_->region->region : RegionId{};
    return idOf<RecordId>("veldwijzer region settings", {region.view()});
}

unsigned Session::staleAfterMonths() const {
    const auto settings = presentRecord(*state_->store, settingsId());
    if (!settings) return domain::staleAfterMonthsUsually;
    const merge::Value* months = merge::shownValue(settings->record, "stale_after_months");
    const auto* number = months != nullptr ? std::get_if<std::int64_t>(months) : nullptr;
    // Somebody else's device may have written anything.
    const bool usable = number != nullptr && *number >= 1 && *number <= 60;
    return usable ? static_cast<unsigned>(*number) : domain::staleAfterMonthsUsually;
}

Result<void> Session::setStaleAfterMonths(unsigned months) {
    const SpaceId space = spaceFor("region-settings");
    if (auto allowed = state_->mayWrite(space); !allowed) return allowed;
    const auto number = domain::parseValue("region-settings", "stale_after_months", std::to_string(months));
    if (!number) return number.error();
    const store::RecordEdit edit{.record = settingsId(),
                                 .kind = "region-settings",
                                 .edits = {{merge::Action::Assign, "stale_after_months", *number}}};
    const auto written = state_->store->write(space, std::span(&edit, 1));
    if (!written) return written.error();
    return {};
}

Result<ServiceNow> Session::serviceNow(const RecordId& id, WallMs at) const {
    const Store& store = *state_->store;
    const auto service = store.find(id);
    if (!service) return fail(ErrorCode::NotFound, "there is no record with this id on this device");
    const auto today = domain::localDayOf(at);
    ServiceNow now;
    now.open = domain::openAt(allSchedules(store, service->record), at);
    now.assured = domain::assuredOn(service->record, store.clampedTime(service->space));
    now.stale = domain::isStale(now.assured, today, staleAfterMonths());
    now.referrals = referralsOf(store, service->record);
    addReviews(store, service->record, today, now.reviews);
    if (const auto organization = referenceIn(service->record, "organization"))
        if (const auto stored = presentRecord(store, *organization))
            addReviews(store, stored->record, today, now.reviews);
    for (const StoredRecord& place : childrenOf(store, service->record, "service_at_locations")) {
        const auto location = referenceIn(place.record, "location");
        if (location && !presentRecord(store, *location)) ++now.locationsNotHere;
    }
    return now;
}

std::vector<domain::Schedule> Session::schedulesOf(const RecordId& id) const {
    const auto service = presentRecord(*state_->store, id);
    return service ? allSchedules(*state_->store, service->record) : std::vector<domain::Schedule>();
}

OpenServices Session::openServices(WallMs at) const {
    OpenServices result;
    forServices(*state_, at, [&](store::ListRow& row, const search::Overview& known) {
        ++result.services;
        if (!known.open) ++result.unknown;
        if (known.open && known.open->open)
            result.open.push_back({row.id, std::move(row.title), known.open->nextChange});
    });
    return result;
}

StaleEntries Session::staleServices(WallMs at) const {
    const auto today = domain::localDayOf(at);
    StaleEntries result;
    result.afterMonths = staleAfterMonths();
    forServices(*state_, {}, [&](store::ListRow& row, const search::Overview& known) {
        ++result.services;
        std::optional<std::chrono::sys_days> assured;
        if (known.assuredDay != 0) assured = std::chrono::sys_days(std::chrono::days(known.assuredDay));
        if (!domain::isStale(assured, today, result.afterMonths)) return;
        StaleEntry entry{row.id, std::move(row.title), assured, {}};
        if (assured) entry.days = (today - *assured).count();
        result.stale.push_back(std::move(entry));
    });
    std::stable_sort(result.stale.begin(), result.stale.end(),
                     [](const StaleEntry& a, const StaleEntry& b) { return a.assured < b.assured; });
    return result;
}

Result<std::string> Session::assure(const RecordId& id) {
    const auto stored = state_->store->find(id);
    if (!stored) return fail(ErrorCode::NotFound, "there is no record with this id on this device");
    if (auto allowed = state_->mayWrite(stored->space); !allowed) return allowed.error();
    if (!isPresent(*stored))
        return fail(ErrorCode::InvalidArgument, "this record was deleted; restore it before assuring it");
    const std::string_view field = stored->record.kind == "intervention" || stored->record.kind == "indicator"
                                       ? "checked_on"
                                       : "assured_date";
    const domain::FieldSpec* spec = domain::findField(stored->record.kind, field);
    if (spec == nullptr || spec->type != domain::FieldType::Maximum)
        return fail(
            ErrorCode::InvalidArgument,
            "a " + stored->record.kind + " has no day on which it was found right; assure its service");
    // The local day: at half past midnight UTC still has yesterday.
    const std::string today = domain::dayText(domain::localDayOf(state_->environment.clock.wallMs()));
    store::RecordEdit edit{.record = id, .kind = stored->record.kind, .edits = {}};
    edit.edits.push_back({merge::Action::Maximum, std::string(field), merge::Value(today)});
    edit.edits.push_back(
        {merge::Action::Assign, "assurer", merge::Value(state_->nameOf(state_->identity->member))});
    const auto written = state_->store->write(stored->space, std::span(&edit, 1));
    if (!written) return written.error();
    return today;
}

}  // namespace veldwijzer::session
