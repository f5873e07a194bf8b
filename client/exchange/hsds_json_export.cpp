// SPDX-License-Identifier: EUPL-1.2
// Which record stands where in the JSON files, and how often.
#include <algorithm>
#include <unordered_map>
#include <utility>

#include "exchange/export_folder.h"
#include "exchange/hsds_export.h"
#include "exchange/hsds_limits.h"
#include "exchange/hsds_object.h"
#include "exchange/hsds_vocabulary.h"

namespace veldwijzer::exchange {
namespace {

constexpr std::size_t itemBytes = 1 * limits::mib;  ///< an item that grew to this takes nothing more into it
constexpr std::size_t itemDepth = 12;

class JsonExport {
public:
    JsonExport(const RecordSource& source, ExportFolder& folder, const ExportProgress& progress)
        : source_(source), writer_(source), folder_(folder), progress_(progress) {}

    ExportReport run() {
        const std::vector<std::string> kinds = inOrder(source_.kinds());
        for (const std::string& kind : kinds)
            report_.total += source_.recordsOf(kind).size();
        for (const std::string& kind : kinds)
            file(kind);
        report_.files = folder_.files();
        report_.digest = digest_.text();
        return std::move(report_);
    }

private:
    enum State : std::uint8_t { Unseen, Copied, Whole };

    // What others nest stands after them: services, then organizations, then the rest by name.
    static std::vector<std::string> inOrder(std::vector<std::string> kinds) {
        const auto rank = [](const std::string& kind) {
            return kind == "service" ? 0 : kind == "organization" ? 1 : kind == "location" ? 2 : 3;
        };
        std::sort(kinds.begin(), kinds.end(), [&](const std::string& a, const std::string& b) {
            return std::pair(rank(a), a) < std::pair(rank(b), b);
        });
        return kinds;
    }

    void file(const std::string& kind) {
        std::vector<RecordId> ids = source_.recordsOf(kind);
        // services.json and organizations.json hold all of theirs, as the API's endpoints do.
        if (kind != "service" && kind != "organization")
            ids.erase(std::remove_if(ids.begin(), ids.end(),
                                     [&](const RecordId& id) { return state_[id] != Unseen; }),
                      ids.end());
        if (ids.empty()) return;
        const std::string_view table = tableOfKind(kind);
        folder_.start(fileNameOf(kind, ++files_) + ".json");
        folder_.write("{\"contents\":[");
        std::uint64_t written = 0;
        for (const RecordId& id : ids) {
            const std::optional<IncomingRecord> record = source_.find(id);
            if (!record) continue;
            bytes_ = 0;
            Node node = state_[id] == Whole ? copyOf(*record) : wholeOf(*record, 0);
            if (table.empty()) node.children.push_back(textNode(kind, std::string(kindMember)));
            folder_.write(written++ == 0 ? "\n" : ",\n");
            folder_.write(jsonText(node));
            if (progress_) progress_(report_);
        }
        // Behind them, because only now it is known; the order of members says nothing.
        const std::string count = std::to_string(written);
        folder_.write(
            "\n],\"total_items\":" + count + ",\"total_pages\":1,\"page_number\":1,\"size\":" + count +
            ",\"first_page\":true,\"last_page\":true,\"empty\":" + (written == 0 ? "true" : "false") + "}\n");
    }

    HsdsObject objectOf(const IncomingRecord& record) {
        State& state = state_[record.id];
        if (state == Unseen) {
            digest_.add(record);
            ++report_.records[record.kind];
            ++report_.done;
            state = Copied;
        }
        HsdsObject object = writer_.write(record);
        bytes_ += jsonText(object.node).size();
        return object;
    }

    Node copyOf(const IncomingRecord& record) { return objectOf(record).node; }

    Node wholeOf(const IncomingRecord& record, std::size_t depth) {
        HsdsObject object = objectOf(record);
        state_[record.id] = Whole;
        for (const HsdsObject::Mention& mention : object.mentions) {
            if (depth >= itemDepth || bytes_ >= itemBytes) break;
            const std::optional<IncomingRecord> target = source_.find(mention.target);
            if (!target) continue;
            // Below what another has in full there would be the same again and again.
            Node node = state_[target->id] == Whole ? copyOf(*target) : wholeOf(*target, depth + 1);
            Node& member = object.node.children[mention.member];
            Node& place =
                mention.element == HsdsObject::Mention::alone ? member : member.children[mention.element];
            node.key = place.key;
            place = std::move(node);
        }
        return std::move(object.node);
    }

    const RecordSource& source_;
    HsdsObjectWriter writer_;
    ExportFolder& folder_;
    const ExportProgress& progress_;
    ExportReport report_;
    ContentDigest digest_;
    std::unordered_map<RecordId, State, FixedBytesHash> state_;
    std::size_t bytes_ = 0;
    std::size_t files_ = 0;
};

}  // namespace

Result<ExportReport> exportHsdsJson(const RecordSource& source, const std::filesystem::path& folder,
                                    const ExportProgress& progress) {
    Result<ExportFolder> made = ExportFolder::make(folder);
    if (!made) return made.error();
    ExportReport report = JsonExport(source, *made, progress).run();
    if (Result<void> kept = made->keep(); !kept) return kept.error();
    return report;
}

}  // namespace veldwijzer::exchange
