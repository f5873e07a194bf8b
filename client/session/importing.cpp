// SPDX-License-Identifier: EUPL-1.2
// Importing: what a file says beside what is here, and only the difference written.
#include <algorithm>

#include "base/limits.h"
#include "domain/kinds.h"
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
    ImportWriter(store::Store& store, SpaceId map, std::string fileName, ImportReport& report,
                 const std::function<void(const ImportReport&)>& progress)
        : store_(store), map_(map), fileName_(std::move(fileName)), report_(report), progress_(progress) {}

    void record(exchange::IncomingRecord&& incoming) override {
        const auto stored = store_.find(incoming.id);
        store::RecordEdit edit{.record = incoming.id, .kind = incoming.kind, .edits = {}};
        const merge::Record* present = stored ? &stored->record : nullptr;
        for (auto& [field, value] : incoming.registers)
            addRegister(edit, present, field, std::move(value));
        for (auto& [field, values] : incoming.sets)
            addElements(edit, present, field, std::move(values));
        const Fate fate = present == nullptr   ? Fate::Created
                          : edit.edits.empty() ? Fate::Unchanged
                                               : Fate::Updated;
        // What people deleted stays deleted: a file that still has it is no reason to bring it back.
        if (stored && isGone(stored->visibility)) {
            ++report_.unchanged[incoming.kind];
            report_.problems.push_back({fileName_, 0,
                                        "holds a " + incoming.kind + " that was deleted in this region",
                                        "left deleted; restore it by hand if that was a mistake"});
            return;
        }
        ++(fate == Fate::Created   ? report_.created
           : fate == Fate::Updated ? report_.updated
                                   : report_.unchanged)[incoming.kind];
        if (edit.edits.empty()) return;
        operations_ += edit.edits.size();
        edits_.push_back(std::move(edit));
        if (operations_ >= operationsAtATime) flush();
    }

    void problem(exchange::Problem&& problem) override { report_.problems.push_back(std::move(problem)); }

    void progress(std::uint64_t done, std::uint64_t total) override {
        report_.bytesDone = done;
        report_.bytesTotal = total;
        if (progress_) progress_(report_);
    }

    void flush() {
        if (edits_.empty() || failure_) return;
        if (auto written = store_.writeBulk(map_, edits_); !written) failure_ = written.error();
        edits_.clear();
        operations_ = 0;
    }

    [[nodiscard]] const std::optional<Error>& failure() const { return failure_; }

private:
    static constexpr std::size_t operationsAtATime = 16 * limits::operationsPerChange;

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

    store::Store& store_;
    SpaceId map_;
    std::string fileName_;
    ImportReport& report_;
    const std::function<void(const ImportReport&)>& progress_;
    std::vector<store::RecordEdit> edits_;
    std::size_t operations_ = 0;
    std::optional<Error> failure_;
};

}  // namespace

Result<ImportReport> Session::importHsds(const std::filesystem::path& path,
                                         const std::function<void(const ImportReport&)>& progress) {
    if (!joined()) return state_->mayWrite({}).error();
    const SpaceId map = roster::regionSpace(state_->region->region, roster::SpaceType::Map);
    if (auto allowed = state_->mayWrite(map); !allowed) return allowed.error();
    ImportReport report;
    ImportWriter writer(*state_->store, map, path.filename().string(), report, progress);
    if (auto read = exchange::readHsds(path, writer); !read) return read.error();
    writer.flush();
    if (writer.failure()) return *writer.failure();
    return report;
}

}  // namespace veldwijzer::session
