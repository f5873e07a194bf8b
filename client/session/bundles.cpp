// SPDX-License-Identifier: EUPL-1.2
// Changes that go from device to device in a file.
#include "base/file.h"
#include "session/session.h"
#include "session/state.h"

namespace veldwijzer::session {

Result<BundleExport> Session::exportBundle(const std::filesystem::path& path) {
    if (!joined()) return state_->mayWrite({}).error();
    if (std::filesystem::exists(path))
        return fail(ErrorCode::InvalidArgument,
                    path.string() + " exists already. Nothing was written; choose another name.");
    const Environment& outside = state_->environment;
    const wire::Bundle bundle = sync::makeBundle(*state_->store, *state_->identity, *state_->keeper,
                                                 outside.random, outside.clock.wallMs());
    const auto bytes = wire::encodeBundle(bundle);
    if (!bytes) return bytes.error();
    if (auto written = replaceFile(path, *bytes); !written) return written.error();
    return BundleExport{static_cast<std::uint64_t>(bundle.envelopes_size()), bytes->size()};
}

Result<BundleImport> Session::importBundle(const std::filesystem::path& path) {
    if (!joined()) return state_->mayWrite({}).error();
    const auto bytes = readFile(path, wire::bundleBytesMax);
    if (!bytes) return bytes.error();
    const auto bundle = wire::decodeBundle(*bytes);
    if (!bundle) return bundle.error();
    Result<sync::BundleReport> report = sync::BundleReport{};
    try {
        report = sync::takeBundle(*bundle, *state_->store, *state_->identity, *state_->keeper,
                                  state_->environment.random);
    } catch (const StorageError&) {
        // What the keeper has in memory may be ahead of what was rolled back.
        if (auto loaded = state_->load(); !loaded) return loaded.error();
        throw;
    }
    if (!report) return report.error();
    BundleImport result{report->taken,     report->changes,           report->known,
                        report->elsewhere, report->membershipEntries, {}};
    for (const sync::LeftInBundle& left : report->left) {
        const roster::Device* author = state_->keeper->roster().device(left.author);
        const auto space = state_->store->space(left.space);
        result.left.push_back({author != nullptr ? state_->nameOf(author->member) : std::string("a stranger"),
                               space ? space->name : std::string(), left.code, left.message, left.envelopes});
    }
    return result;
}

Result<std::string> Session::regionLink() const {
    if (!joined()) return state_->mayWrite({}).error();
    roster::InvitationLink link = *state_->region;
    link.secret = {};
    link.rootFingerprint = roster::rootFingerprintOf(*state_->keeper->roster().rootKey());
    return roster::encodeLink(link);
}

}  // namespace veldwijzer::session
