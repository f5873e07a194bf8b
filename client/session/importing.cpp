// SPDX-License-Identifier: EUPL-1.2
// Importing: what a file says beside what is here, and only the difference written.
#include <algorithm>

#include "base/limits.h"
#include "domain/care.h"
#include "domain/kinds.h"
#include "exchange/incoming.h"
#include "session/confidential.h"
#include "session/session.h"
#include "session/state.h"

namespace veldwijzer::session {
namespace {

using merge::Action;

enum class Fate { Created, Updated, Unchanged };

bool isGone(merge::Visibility visibility) {
    return visibility == merge::Visibility::Deleted || visibility == merge::Visibility::DeletedDespiteEdit ||
           visibility == merge::Visibility::Erased;
}

bool holds(const std::vector<const merge::Value*>& elements, const merge::Value& value) {
    return std::any_of(elements.begin(), elements.end(),
                       [&](const merge::Value* element) { return merge::compare(*element, value) == 0; });
}

/// Collects what differs and writes it in batches, so that memory stays bounded and a crash half way costs
/// nothing: importing again finds what is there already.
class ImportWriter final : public exchange::ImportSink {
public:
    struct Target {
        store::Store& store;
        SpaceId map;
        std::optional<SpaceId> confidential;  ///< where confidential records go, for who has the right
        WallMs now;
        std::function<bool(std::string_view kind)> belongsOnMap;
    };

    ImportWriter(Target target, std::string fileName, const ImportOptions& options, ImportReport& report,
                 const std::function<void(const ImportReport&)>& progress)
        : target_(std::move(target)),
          store_(target_.store),
          fileName_(std::move(fileName)),
          options_(options),
          report_(report),
          progress_(progress) {}

    /// An open location that was erased was made confidential: on a device that may not read where it went,
    /// that is all there is to see.
    [[nodiscard]] bool keepsConfidential(const RecordId& location) const override {
        const auto stored = store_.find(location);
        return stored &&
               (stored->space == target_.confidential || stored->visibility == merge::Visibility::Erased);
    }

    void record(exchange::IncomingRecord&& incoming) override {
        if (report_.stopped) return;
        if (!target_.belongsOnMap(incoming.kind)) {
            note("holds a " + incoming.kind + ", which does not belong on the social map", "not imported");
            return;
        }
        addSource(incoming);
        seen_[incoming.kind].push_back(incoming.id);
        const auto stored = store_.find(incoming.id);
        if (incoming.confidential && !target_.confidential) return leaveOut(incoming.kind);
        const bool hidden = incoming.confidential || (stored && stored->space == target_.confidential);
        dropWhatMayNotEnter(incoming, hidden);
        if (hidden && stored && stored->space == target_.map &&
            stored->visibility == merge::Visibility::Present && !options_.preview)
            return moveFirst(incoming);
        if (!hidden && stored && stored->record.kind == incoming.kind && stored->space != target_.map) {
            note("holds a " + incoming.kind + " that this region keeps in a space of its own",
                 "left as it is; change it by hand");
            ++report_.unchanged[incoming.kind];
            return;
        }
        store::RecordEdit edit{.record = incoming.id, .kind = incoming.kind, .edits = {}};
        const merge::Record* present = stored ? &stored->record : nullptr;
        for (auto& [field, value] : incoming.registers)
            if (domain::fieldTypeOf(incoming.kind, field) == domain::FieldType::Maximum)
                addMaximum(edit, present, field, std::move(value));
            else
                addRegister(edit, present, field, std::move(value));
        for (auto& [field, values] : incoming.sets)
            addElements(edit, present, field, std::move(values));
        const Fate fate = present == nullptr   ? Fate::Created
                          : edit.edits.empty() ? Fate::Unchanged
                                               : Fate::Updated;
        // What people deleted stays deleted: a file that still has it is no reason to bring it back.
        if (stored && isGone(stored->visibility)) {
            ++report_.unchanged[incoming.kind];
            note("holds a " + incoming.kind + " that was deleted in this region",
                 "left deleted; restore it by hand if that was a mistake");
            return;
        }
        ++(fate == Fate::Created   ? report_.created
           : fate == Fate::Updated ? report_.updated
                                   : report_.unchanged)[incoming.kind];
        if (edit.edits.empty() || options_.preview) return;
        operations_ += edit.edits.size();
        (hidden ? hiddenEdits_ : edits_).push_back(std::move(edit));
        if (operations_ >= operationsAtATime) flush();
    }

    void problem(exchange::Problem&& problem) override { report_.problems.push_back(std::move(problem)); }

    void progress(std::uint64_t done, std::uint64_t total) override {
        report_.bytesDone = done;
        report_.bytesTotal = total;
        if (progress_) progress_(report_);
        if (options_.goOn && !options_.goOn()) report_.stopped = true;
    }

    void flush() {
        if (failure_) return;
        write(target_.map, edits_);
        if (target_.confidential) write(*target_.confidential, hiddenEdits_);
        operations_ = 0;
        if (++deferred_ < batchesPerCommit) return;
        store_.settle();
        deferred_ = 0;
    }

    /// After the last record: what came from the same source earlier and was not in the file. Only of kinds
    /// that the file has: a file of organizations says nothing about services.
    void findGone() {
        for (auto& [kind, ids] : seen_) {
            std::sort(ids.begin(), ids.end());
            for (std::size_t offset = 0;; offset += listedAtATime) {
                const auto page =
                    store_.list({.kind = kind, .facets = {}, .offset = offset, .limit = listedAtATime});
                for (const store::ListRow& row : page.rows)
                    if (!std::binary_search(ids.begin(), ids.end(), row.id)) addIfGone(row);
                if (page.rows.size() < listedAtATime) break;
            }
        }
    }

    [[nodiscard]] const std::optional<Error>& failure() const { return failure_; }
    /// Open records that the file says are confidential: to be moved, and the file read again.
    [[nodiscard]] const std::vector<RecordId>& toMove() const { return toMove_; }

private:
    static constexpr std::size_t operationsAtATime = 16 * limits::operationsPerChange;

    static constexpr std::size_t listedAtATime = 1000;
    /// A commit writes every page that it touched, and ids are scattered over all pages there are: with few
    /// records to a commit a large map is written again and again. What is not committed yet is in the file.
    static constexpr std::size_t batchesPerCommit = 8;

    void write(const SpaceId& space, std::vector<store::RecordEdit>& edits) {
        if (edits.empty() || failure_) return;
        store_.defer([&] {
            if (auto written = store_.writeBulk(space, edits); !written) failure_ = written.error();
        });
        edits.clear();
    }

    void leaveOut(const std::string& kind) {
        report_.problems.push_back({fileName_, 0, "holds a confidential " + kind,
                                    "left out: only coordinators and editors keep confidential addresses"});
    }

    void moveFirst(const exchange::IncomingRecord& incoming) {
        if (incoming.kind == "location")
            toMove_.insert(toMove_.begin(), incoming.id);
        else
            toMove_.push_back(incoming.id);
    }

    /// A file does not make an address open again, and brings no numbers about a handful of people.
    void dropWhatMayNotEnter(exchange::IncomingRecord& incoming, bool hidden) {
        if (incoming.kind == "location" && hidden)
            std::erase_if(incoming.registers, [](const auto& field) {
                return field.first == "confidential" && field.second != merge::Value(true);
            });
        if (incoming.kind != "indicator") return;
        merge::Record whole;
        whole.kind = incoming.kind;
        for (const auto& [field, value] : incoming.registers)
            whole.fields.push_back(
                {field, {{.id = {}, .action = Action::Assign, .wallMs = 0, .value = value, .saw = {}}}});
        const auto small = std::erase_if(incoming.registers, [&](const auto& field) {
            return domain::isTooSmallToShow(whole, field.first, field.second);
        });
        if (small > 0)
            report_.problems.push_back({fileName_, 0, "holds an indicator about fewer than ten people",
                                        "its numbers were left out: they may be traced to somebody"});
    }

    void note(std::string problem, std::string action) {
        report_.problems.push_back({fileName_, 0, std::move(problem), std::move(action)});
    }

    void addSource(exchange::IncomingRecord& incoming) const {
        if (options_.source.empty() || exchange::findRegister(incoming, exchange::sourceIdField) == nullptr)
            return;
        if (exchange::findRegister(incoming, exchange::importSourceField) == nullptr)
            exchange::putRegister(incoming, exchange::importSourceField, options_.source);
    }

    void addIfGone(const store::ListRow& row) {
        const auto stored = store_.find(row.id);
        if (!stored || stored->space != target_.map || isGone(stored->visibility)) return;
        if (merge::shownValue(stored->record, exchange::sourceIdField) == nullptr) return;
        const merge::Value* from = merge::shownValue(stored->record, exchange::importSourceField);
        const auto* source = from != nullptr ? std::get_if<std::string>(from) : nullptr;
        if ((source != nullptr ? *source : std::string()) != options_.source) return;
        ++report_.goneCount;
        if (report_.gone.size() < ImportReport::goneListed)
            report_.gone.push_back({row.id, row.kind, row.title});
    }

    /// A date in the future could never be lowered again, by nobody.
    void addMaximum(store::RecordEdit& edit, const merge::Record* present, const std::string& field,
                    merge::Value&& value) {
        const auto* text = std::get_if<std::string>(&value);
        const auto parsed = text != nullptr ? domain::parseValue(edit.kind, field, *text, target_.now)
                                            : Result<merge::Value>(value);
        if (parsed) return addRegister(edit, present, field, std::move(value));
        note(edit.kind + ": " + field + " " + domain::displayText(value) + ": " + parsed.error().message,
             "kept as text beside the record (foreign." + field + "), not used");
        addRegister(edit, present, std::string(exchange::foreignPrefix) + field, std::move(value));
    }

    static void addRegister(store::RecordEdit& edit, const merge::Record* present, const std::string& field,
                            merge::Value&& value) {
        const bool maximum = domain::fieldTypeOf(edit.kind, field) == domain::FieldType::Maximum;
        if (present != nullptr) {
            const merge::Value* shown = merge::shownValue(*present, field);
            // A greater maximum that is here already is not undone by an older file.
            if (shown != nullptr && maximum && merge::compare(*shown, value) >= 0) return;
            if (shown != nullptr && merge::compare(*shown, value) == 0) return;
        }
        edit.edits.push_back({maximum ? Action::Maximum : Action::Assign, field, std::move(value)});
    }

    static void addElements(store::RecordEdit& edit, const merge::Record* present, const std::string& field,
                            std::vector<merge::Value>&& values) {
        const auto here =
            present != nullptr ? merge::elementsOf(*present, field) : std::vector<const merge::Value*>();
        for (merge::Value& value : values)
            if (!holds(here, value)) edit.edits.push_back({Action::Add, field, std::move(value)});
    }

    Target target_;
    store::Store& store_;
    std::string fileName_;
    const ImportOptions& options_;
    ImportReport& report_;
    const std::function<void(const ImportReport&)>& progress_;
    std::vector<store::RecordEdit> edits_;
    std::vector<store::RecordEdit> hiddenEdits_;
    std::vector<RecordId> toMove_;
    std::map<std::string, std::vector<RecordId>> seen_;  ///< 16 bytes a record
    std::size_t operations_ = 0;
    std::size_t deferred_ = 0;
    std::optional<Error> failure_;
};

}  // namespace

Result<ImportReport> Session::importHsds(const std::filesystem::path& path, const ImportOptions& options,
                                         const std::function<void(const ImportReport&)>& progress) {
    if (!joined()) return state_->mayWrite({}).error();
    const SpaceId map = roster::regionSpace(state_->region->region, roster::SpaceType::Map);
    if (auto allowed = state_->mayWrite(map); !allowed) return allowed.error();
    const std::optional<SpaceId> confidential =
        mayKeepConfidential(*state_) ? std::optional(confidentialSpace(*state_)) : std::nullopt;
    ImportReport report;
    // A second time only when the file makes open records confidential: those move first, as by hand.
    for (int round = 0;; ++round) {
        report = {};
        report.preview = options.preview;
        ImportWriter writer({*state_->store, map, confidential, state_->environment.clock.wallMs(),
                             [&](std::string_view kind) { return spaceFor(kind) == map; }},
                            path.filename().string(), options, report, progress);
        const auto read = exchange::readHsds(path, writer);
        if (read) writer.flush();
        state_->store->settle();
        if (!read) return read.error();
        if (writer.failure()) return *writer.failure();
        if (report.stopped || writer.toMove().empty() || round > 0) {
            if (!report.stopped) writer.findGone();
            return report;
        }
        for (const RecordId& id : writer.toMove())
            if (auto moved = moveToConfidential(*state_, id); !moved) return moved.error();
    }
}

}  // namespace veldwijzer::session
