// SPDX-License-Identifier: EUPL-1.2
#include "exchange/programme_file.h"

#include <algorithm>
#include <fstream>
#include <system_error>

#include "base/hash.h"
#include "base/text.h"
#include "base/utf8.h"
#include "exchange/incoming.h"
#include "exchange/json_repair.h"

namespace veldwijzer::exchange {
namespace {

namespace fs = std::filesystem;

bool belongsTo(const IncomingRecord& record, const RecordId& event) {
    return referenceField(record, "event_id") == event;
}

void sortBy(std::vector<IncomingRecord>& records, std::string_view field) {
    std::sort(records.begin(), records.end(), [&](const IncomingRecord& a, const IncomingRecord& b) {
        const std::string left = textField(a, field);
        const std::string right = textField(b, field);
        return left != right ? left < right : a.id < b.id;
    });
}

}  // namespace

Result<std::string> readWholeFile(const fs::path& path) {
    std::error_code problem;
    const std::string name = path.filename().string();
    if (fs::is_directory(path, problem))
        return fail(ErrorCode::InvalidArgument, path.string() + " is a folder; name a file in it.");
    std::ifstream stream(path, std::ios::binary);
    if (!stream) return fail(ErrorCode::NotFound, path.string() + " cannot be opened.");
    std::string bytes;
    std::string piece(64 * limits::kib, '\0');
    while (stream.read(piece.data(), static_cast<std::streamsize>(piece.size())) || stream.gcount() > 0) {
        bytes.append(piece, 0, static_cast<std::size_t>(stream.gcount()));
        if (bytes.size() > limits::programmeFileBytes)
            return fail(ErrorCode::TooLarge, name + " is larger than " +
                                                 std::to_string(limits::programmeFileBytes / limits::mib) +
                                                 " MiB, which no programme is. Nothing was imported.");
    }
    if (!stream.eof()) return fail(ErrorCode::Storage, name + " cannot be read to its end.");
    return bytes;
}

std::string asUtf8(std::string_view bytes, const std::string& fileName, ImportSink& sink) {
    constexpr std::string_view mark = "\xef\xbb\xbf";
    if (bytes.starts_with(mark)) bytes.remove_prefix(mark.size());
    if (isUtf8(bytes)) return std::string(bytes);
    sink.problem(
        {fileName, 0, "The file is not UTF-8.", "Read as Windows-1252, which such files mostly are."});
    std::string text(bytes);
    repairEncoding(text);
    return text;
}

Result<void> writeWholeFile(const fs::path& path, std::string_view bytes) {
    const fs::path beside = path.string() + ".part";
    std::error_code ignored;
    {
        std::ofstream stream(beside, std::ios::binary | std::ios::trunc);
        stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        stream.close();
        if (!stream) {
            fs::remove(beside, ignored);
            return fail(ErrorCode::Storage, path.string() + " cannot be written. Nothing was changed.");
        }
    }
    std::error_code problem;
    fs::rename(beside, path, problem);
    if (!problem) return {};
    fs::remove(beside, ignored);
    return fail(ErrorCode::Storage, path.string() + " cannot be written: " + problem.message() + ".");
}

Result<ProgrammeRecords> programmeOf(const RecordSource& source, const RecordId& event) {
    auto found = source.find(event);
    if (!found || found->kind != "event")
        return fail(ErrorCode::NotFound, "there is no event with this id on this device");
    ProgrammeRecords records{std::move(*found), {}, {}, {}, {}};
    const auto gather = [&](const char* kind, std::vector<IncomingRecord>& target) {
        for (const RecordId& id : source.recordsOf(kind))
            if (auto record = source.find(id); record && belongsTo(*record, event))
                target.push_back(std::move(*record));
    };
    gather("room", records.rooms);
    gather("track", records.tracks);
    gather("speaker", records.speakers);
    gather("session", records.sessions);
    sortBy(records.rooms, "name");
    sortBy(records.tracks, "name");
    sortBy(records.speakers, "name");
    sortBy(records.sessions, "start");
    return records;
}

RecordId programmeId(std::string_view format, std::string_view kind, std::string_view key) {
    return idOf<RecordId>("veldwijzer programme import", {viewOf(format), viewOf(kind), viewOf(key)});
}

std::string textField(const IncomingRecord& record, std::string_view name) {
    const merge::Value* value = findRegister(record, name);
    const auto* text = value != nullptr ? std::get_if<std::string>(value) : nullptr;
    return text != nullptr ? *text : std::string();
}

std::optional<RecordId> referenceField(const IncomingRecord& record, std::string_view name) {
    const merge::Value* value = findRegister(record, name);
    const auto* id = value != nullptr ? std::get_if<RecordId>(value) : nullptr;
    return id != nullptr ? std::optional(*id) : std::nullopt;
}

std::string ownId(const RecordId& id) {
    return std::string(ownIdPrefix) + toHex(id.view());
}

std::optional<RecordId> ownIdFrom(std::string_view text) {
    if (!text.starts_with(ownIdPrefix)) return std::nullopt;
    const auto bytes = fromHex(text.substr(ownIdPrefix.size()));
    return bytes ? RecordId::from(*bytes) : std::nullopt;
}

}  // namespace veldwijzer::exchange
