// SPDX-License-Identifier: EUPL-1.2
// The programme as files.
#include <algorithm>
#include <array>
#include <set>

#include "domain/kinds.h"
#include "exchange/incoming.h"
#include "exchange/programme_file.h"
#include "exchange/record_content.h"
#include "session/map_source.h"
#include "session/programme.h"
#include "session/programme_names.h"
#include "session/state.h"

namespace veldwijzer::session {
namespace {

using exchange::IncomingRecord;
using merge::Action;

bool isPresent(const store::StoredRecord& stored) {
    return stored.visibility == merge::Visibility::Present ||
           stored.visibility == merge::Visibility::PresentDespiteDelete;
}

class Gathering final : public exchange::ImportSink {
public:
    explicit Gathering(ImportReport& report) : report_(report) {}
    void record(IncomingRecord&& record) override { records.push_back(std::move(record)); }
    void problem(exchange::Problem&& problem) override { report_.problems.push_back(std::move(problem)); }
    void progress(std::uint64_t done, std::uint64_t total) override {
        report_.bytesDone = done;
        report_.bytesTotal = total;
    }
    std::vector<IncomingRecord> records;

private:
    ImportReport& report_;
};

/// Of a session the file is the authority for these: what it does not say any more is no longer so. Others,
/// such as the capacity, may have been decided here.
constexpr std::array<std::string_view, 8> filesOwn{"room_id", "track_id",      "duration", "end",
                                                   "rrule",   "recurrence_id", "subtitle", "speaker_order"};
constexpr std::array<std::string_view, 3> filesOwnSets{"speakers", "rdates", "exdates"};

bool has(const auto& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// What makes `present` (may be null) say what the file says.
store::RecordEdit editFor(IncomingRecord& incoming, const merge::Record* present) {
    store::RecordEdit edit{.record = incoming.id, .kind = incoming.kind, .edits = {}};
    for (auto& [field, value] : incoming.registers) {
        const merge::Value* shown = present != nullptr ? merge::shownValue(*present, field) : nullptr;
        if (shown == nullptr || merge::compare(*shown, value) != 0)
            edit.edits.push_back({Action::Assign, field, value});
    }
    for (auto& [field, values] : incoming.sets) {
        const auto here =
            present != nullptr ? merge::elementsOf(*present, field) : std::vector<const merge::Value*>();
        for (const merge::Value& value : values)
            if (std::none_of(here.begin(), here.end(),
                             [&](const merge::Value* each) { return merge::compare(*each, value) == 0; }))
                edit.edits.push_back({Action::Add, field, value});
    }
    if (present == nullptr || incoming.kind != "session") return edit;
    for (const merge::Field& field : present->fields) {
        const bool cleared = has(filesOwn, field.name) || field.name == "status";
        const merge::Value* shown = merge::shownValue(*present, field.name);
        if (cleared && shown != nullptr && exchange::findRegister(incoming, field.name) == nullptr)
            edit.edits.push_back({Action::Assign, field.name, std::nullopt});
        if (!has(filesOwnSets, field.name)) continue;
        const auto at = std::find_if(incoming.sets.begin(), incoming.sets.end(),
                                     [&](const auto& set) { return set.first == field.name; });
        for (const merge::Value* element : merge::elementsOf(*present, field.name)) {
            const bool stays =
                at != incoming.sets.end() &&
                std::any_of(at->second.begin(), at->second.end(),
                            [&](const merge::Value& value) { return merge::compare(value, *element) == 0; });
            if (!stays) edit.edits.push_back({Action::Remove, field.name, *element});
        }
    }
    return edit;
}

/// The record as it will be, for telling people what that means.
merge::Record recordOf(const IncomingRecord& incoming) {
    merge::Record record;
    record.id = incoming.id;
    record.kind = incoming.kind;
    for (const auto& [field, value] : incoming.registers)
        record.fields.push_back(
            {field, {{.id = {}, .action = Action::Assign, .wallMs = 0, .value = value, .saw = {}}}});
    std::sort(record.fields.begin(), record.fields.end(),
              [](const merge::Field& a, const merge::Field& b) { return a.name < b.name; });
    return record;
}

std::string eventZoneOf(const std::vector<IncomingRecord>& records) {
    for (const IncomingRecord& record : records)
        if (record.kind == "event") return exchange::textField(record, "time_zone");
    return {};
}

/// Registers that the file leaves alone count on in what the session will be.
void addKept(IncomingRecord& whole, const merge::Record& present) {
    for (const merge::Field& field : present.fields) {
        const merge::Value* shown = merge::shownValue(present, field.name);
        const bool gone = has(filesOwn, field.name) || field.name == "status";
        if (shown != nullptr && !gone && exchange::findRegister(whole, field.name) == nullptr)
            exchange::putRegister(whole, field.name, *shown);
    }
}

}  // namespace

Result<ProgrammeImport> Programme::importFrab(const std::filesystem::path& path,
                                              const ImportOptions& options) {
    return importFile(path, options, true);
}

Result<ProgrammeImport> Programme::importIcal(const std::filesystem::path& path,
                                              const ImportOptions& options) {
    return importFile(path, options, false);
}

Result<ProgrammeImport> Programme::importFile(const std::filesystem::path& path, const ImportOptions& options,
                                              bool frab) {
    if (!state_.joined()) return state_.mayWrite({}).error();
    if (auto allowed = state_.mayWrite(space()); !allowed) return allowed.error();
    const auto bytes = exchange::readWholeFile(path);
    if (!bytes) return bytes.error();
    ProgrammeImport import;
    import.report.preview = options.preview;
    Gathering gathering(import.report);
    const std::string name = path.filename().string();
    const auto read =
        frab ? exchange::readFrab(*bytes, name, gathering) : exchange::readIcal(*bytes, name, gathering);
    if (!read) return read.error();
    store::Store& store = *state_.store;
    const std::string zone = eventZoneOf(gathering.records);
    const Names names = this->names();
    std::vector<store::RecordEdit> edits;
    std::vector<store::RecordEdit> last;  // the event's own record
    std::set<RecordId> inFile;
    std::map<RecordId, std::string> newRooms;
    std::vector<domain::ProgrammeChange> changes;
    for (IncomingRecord& incoming : gathering.records) {
        if (incoming.kind == "room") newRooms[incoming.id] = exchange::textField(incoming, "name");
        if (incoming.kind == "event") import.event = incoming.id;
        if (!options.source.empty() &&
            exchange::findRegister(incoming, exchange::importSourceField) == nullptr)
            exchange::putRegister(incoming, exchange::importSourceField, options.source);
        inFile.insert(incoming.id);
        const auto stored = store.find(incoming.id);
        if (stored && (stored->space != space() || stored->record.kind != incoming.kind)) {
            import.report.problems.push_back(
                {name, 0, "holds a " + incoming.kind + " whose id is another record's", "not imported"});
            continue;
        }
        if (stored && !isPresent(*stored)) {
            ++import.report.unchanged[incoming.kind];
            import.report.problems.push_back({name, 0,
                                              "holds a " + incoming.kind + " that was deleted in this region",
                                              "left deleted; restore it by hand if that was a mistake"});
            continue;
        }
        store::RecordEdit edit = editFor(incoming, stored ? &stored->record : nullptr);
        ++(!stored              ? import.report.created
           : edit.edits.empty() ? import.report.unchanged
                                : import.report.updated)[incoming.kind];
        if (incoming.kind == "session") {
            const auto before = stored ? domain::factsOf(stored->record, {}, zone) : std::nullopt;
            if (stored) addKept(incoming, stored->record);
            if (auto change =
                    domain::changeBetween(incoming.id, before, domain::factsOf(recordOf(incoming), {}, zone)))
                changes.push_back(std::move(*change));
        }
        if (!edit.edits.empty()) (incoming.kind == "event" ? last : edits).push_back(std::move(edit));
    }
    for (const store::StoredRecord& stored : recordsOf("session")) {
        const merge::Value* owner = merge::shownValue(stored.record, "event_id");
        const bool same = import.event && owner != nullptr && *owner == merge::Value(*import.event);
        const bool imported = merge::shownValue(stored.record, exchange::sourceIdField) != nullptr;
        if (!same || !imported || inFile.contains(stored.record.id) || domain::isCancelled(stored.record))
            continue;
        ++import.report.goneCount;
        if (import.report.gone.size() < ImportReport::goneListed)
            import.report.gone.push_back({stored.record.id, "session", domain::titleOf(stored.record)});
        if (!frab) continue;
        edits.push_back({stored.record.id,
                         "session",
                         {{Action::Assign, "status", merge::Value(std::string("cancelled"))}}});
        const auto before = domain::factsOf(stored.record, {}, zone);
        if (auto change = domain::changeBetween(stored.record.id, before, std::nullopt))
            changes.push_back(std::move(*change));
    }
    for (domain::ProgrammeChange& change : changes) {
        ChangeView view = viewOf(std::move(change), names);
        const auto& now = view.change.now;
        if (now && now->room && view.roomNow.empty() && newRooms.contains(*now->room))
            view.roomNow = newRooms[*now->room];
        import.changes.push_back(std::move(view));
    }
    if (options.preview) return import;
    // The event last, in a change of its own: its version says that all of it is there.
    for (auto* part : {&edits, &last})
        if (!part->empty())
            if (auto written = store.writeBulk(space(), *part); !written) return written.error();
    return import;
}

Result<std::size_t> Programme::exportFrab(const RecordId& event, const std::filesystem::path& path) const {
    if (!state_.joined()) return state_.mayWrite({}).error();
    const MapSource source(*state_.store, space());
    const auto records = exchange::programmeOf(source, event);
    if (!records) return records.error();
    const auto text = exchange::writeFrab(source, event);
    if (!text) return text.error();
    if (auto written = exchange::writeWholeFile(path, *text); !written) return written.error();
    return records->sessions.size();
}

namespace {

std::string stampOf(WallMs at) {
    std::string stamp;
    for (const char c :
         domain::textOf(domain::Moment{std::chrono::seconds(at / 1000), std::chrono::seconds(0), false}))
        if (c != '-' && c != ':') stamp.push_back(c);
    return stamp;
}

}  // namespace

Result<std::size_t> Programme::exportIcal(const RecordId& id, const std::filesystem::path& path) const {
    if (!state_.joined()) return state_.mayWrite({}).error();
    const MapSource source(*state_.store, space());
    const auto record = source.find(id);
    if (!record || (record->kind != "event" && record->kind != "session"))
        return fail(ErrorCode::NotFound, "there is no event or session with this id on this device");
    exchange::CalendarSelection selection{.name = exchange::textField(*record, "title"),
                                          .event = std::nullopt,
                                          .items = {},
                                          .stamp = stampOf(state_.environment.clock.wallMs())};
    if (record->kind == "session") {
        selection.items = {id};
    } else {
        selection.event = id;
        const auto records = exchange::programmeOf(source, id);
        if (!records) return records.error();
        for (const IncomingRecord& session : records->sessions)
            selection.items.push_back(session.id);
        if (!exchange::textField(*record, "rrule").empty() || selection.items.empty())
            selection.items.push_back(id);
    }
    const auto text = exchange::writeIcal(source, selection);
    if (!text) return text.error();
    if (auto written = exchange::writeWholeFile(path, *text); !written) return written.error();
    return selection.items.size();
}

Result<std::size_t> Programme::exportMine(const std::filesystem::path& path) const {
    if (!state_.joined()) return state_.mayWrite({}).error();
    const MapSource source(*state_.store, space());
    exchange::CalendarSelection selection{.name = "Mijn programma",
                                          .event = std::nullopt,
                                          .items = {},
                                          .stamp = stampOf(state_.environment.clock.wallMs())};
    std::set<RecordId> wanted;
    for (const auto& [record, favourite] : names().favourites)
        wanted.insert(record);
    for (const Standing& standing : signUps().standings())
        wanted.insert(standing.session);
    for (const RecordId& id : wanted)
        if (const auto record = source.find(id);
            record && (record->kind == "session" || record->kind == "event"))
            selection.items.push_back(id);
    const auto text = exchange::writeIcal(source, selection);
    if (!text) return text.error();
    if (auto written = exchange::writeWholeFile(path, *text); !written) return written.error();
    return selection.items.size();
}

Result<std::string> Programme::digestOf(const RecordId& event) const {
    if (!state_.joined()) return state_.mayWrite({}).error();
    const MapSource source(*state_.store, space());
    const auto records = exchange::programmeOf(source, event);
    if (!records) return records.error();
    exchange::ContentDigest digest;
    digest.add(records->event);
    for (const auto* list : {&records->rooms, &records->tracks, &records->speakers, &records->sessions})
        for (const IncomingRecord& record : *list)
            digest.add(record);
    return digest.text();
}

}  // namespace veldwijzer::session
