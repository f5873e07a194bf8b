// SPDX-License-Identifier: EUPL-1.2
#include "bench/peer_files.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>

#include "base/hash.h"

namespace veldwijzer::bench {
namespace {

constexpr std::array fields{"id",     "name",     "description",  "domain",        "tags",     "targetGroups",
                            "phone",  "email",    "url",          "street",        "postcode", "city",
                            "lat",    "lon",      "openingHours", "accessibility", "cost",     "status",
                            "source", "updatedAt"};

/// Length-prefixed pieces of a file of the harness.
class Pieces {
public:
    explicit Pieces(std::string_view bytes) : rest_(bytes) {}
    [[nodiscard]] bool more() const { return !rest_.empty(); }
    std::string_view next() {
        std::uint32_t size = 0;
        if (rest_.size() < sizeof size) giveUp("a file ends too early");
        std::memcpy(&size, rest_.data(), sizeof size);
        if (rest_.size() - sizeof size < size) giveUp("a file ends too early");
        const std::string_view piece = rest_.substr(sizeof size, size);
        rest_.remove_prefix(sizeof size + size);
        return piece;
    }

private:
    std::string_view rest_;
};

}  // namespace

void giveUp(const std::string& what) {
    std::fprintf(stderr, "veldwijzer-peer: %s\n", what.c_str());
    std::exit(1);
}

std::string contentOf(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) giveUp("cannot read " + file.string());
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

RecordId recordOf(std::string_view id) {
    return idOf<RecordId>("veldwijzer peer", {viewOf(id)});
}

std::vector<store::RecordEdit> readRecords(const std::filesystem::path& file) {
    std::vector<store::RecordEdit> records;
    const std::string bytes = contentOf(file);
    for (Pieces all(bytes); all.more();) {
        Pieces values(all.next());
        store::RecordEdit& record = records.emplace_back();
        record.kind = "service";
        for (std::size_t i = 0; i < fields.size(); ++i) {
            const std::string_view value = values.next();
            if (i == 0) record.record = recordOf(value);
            record.edits.push_back({merge::Action::Assign, fields[i], merge::Value(std::string(value))});
        }
    }
    return records;
}

std::vector<store::RecordEdit> readEdits(const std::filesystem::path& file) {
    std::vector<store::RecordEdit> edits;
    const std::string bytes = contentOf(file);
    for (Pieces all(bytes); all.more();) {
        Pieces parts(all.next());
        const RecordId record = recordOf(parts.next());
        const auto field = static_cast<std::size_t>(std::atoi(std::string(parts.next()).c_str()));
        if (field >= fields.size()) giveUp("an edit of an unknown field");
        edits.push_back({record,
                         "service",
                         {{merge::Action::Assign, fields[field], merge::Value(std::string(parts.next()))}}});
    }
    return edits;
}

}  // namespace veldwijzer::bench
