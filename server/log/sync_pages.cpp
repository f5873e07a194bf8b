// SPDX-License-Identifier: EUPL-1.2
#include "log/sync_pages.h"

#include <algorithm>

#include "base/limits.h"

namespace veldwijzer::server {
namespace {

/// Bytes that one answer may still carry.
class Budget {
public:
    explicit Budget(std::size_t bytes) : left_(bytes) {}
    /// Nothing left. The first page gets one entry however large it is, or a large one would never pass.
    [[nodiscard]] bool spent() const { return started_ && left_ == 0; }
    [[nodiscard]] std::size_t left() const { return left_; }
    void spend(const wire::LogEntry& entry) {
        started_ = true;
        left_ -= std::min(left_, entry.ByteSizeLong());
    }

private:
    std::size_t left_;
    bool started_ = false;
};

std::size_t pageBytes(const wire::SyncRequest& request) {
    if (request.page_bytes() == 0) return limits::pageTargetBytes;
    return static_cast<std::size_t>(std::min<std::uint64_t>(request.page_bytes(), limits::pageTargetBytes));
}

void setProblem(wire::Page& page, ErrorCode code) {
    page.clear_entries();
    page.set_problem(std::string(errorName(code)));
}

/// Our hash at the cursor; the client's own must be the same.
bool sameChain(const wire::Cursor& cursor, const StoredPage& stored) {
    if (cursor.position() > stored.headPosition) return false;
    if (cursor.position() == 0) return cursor.chain().empty();
    return viewOf(cursor.chain()).size() == Hash::size &&
           cursor.chain() == toString(stored.chainBefore.view());
}

void fillPage(const Log& log, const SpaceId& space, const wire::Cursor& cursor, bool withEntries,
              Budget& budget, wire::Page& page) {
    const bool heads = !withEntries || budget.spent();
    StoredPage stored = log.read(space, cursor.position(), heads ? 0 : SIZE_MAX, budget.left());
    page.set_head_position(stored.headPosition);
    if (!sameChain(cursor, stored)) return setProblem(page, ErrorCode::ChainBroken);
    for (wire::LogEntry& entry : stored.entries) {
        budget.spend(entry);
        *page.add_entries() = std::move(entry);
    }
    if (!stored.chainAfter.isZero()) page.set_chain(toString(stored.chainAfter.view()));
}

}  // namespace

RosterPage rosterPage(const Log& log, std::uint64_t position) {
    RosterPage page;
    page.from = position;
    page.head = log.rosterPosition();
    if (position >= page.head) return page;
    for (const std::string& bytes :
         log.rosterAfter(position, limits::rosterEntriesPerPage, limits::pageTargetBytes)) {
        if (!page.entries.emplace_back().ParseFromString(bytes))
            throw StorageError(ErrorCode::VaultDamaged, "an entry of the membership log cannot be parsed");
    }
    return page;
}

RosterPage rosterPageUpTo(const Log& log, std::uint64_t position, std::uint64_t end) {
    RosterPage page = rosterPage(log, position);
    page.head = std::max(end, position);
    if (page.from + page.entries.size() > page.head)
        page.entries.resize(static_cast<std::size_t>(page.head - page.from));
    return page;
}

void fillPages(const Log& log, const wire::SyncRequest& request, const DeviceId& reader,
               const roster::Roster& roster, bool withEntries, wire::SyncResponse& response) {
    const bool otherEpoch =
        !request.server_epoch().empty() && request.server_epoch() != response.server_epoch();
    Budget budget(pageBytes(request));
    for (const wire::Cursor& cursor : request.cursors()) {
        wire::Page& page = *response.add_pages();
        page.set_space(cursor.space());
        page.set_from_position(cursor.position());
        const auto space = SpaceId::from(viewOf(cursor.space()));
        if (!space) {
            setProblem(page, ErrorCode::Malformed);
        } else if (const auto allowed = roster.mayRead(reader, *space); !allowed) {
            setProblem(page, allowed.error().code);
        } else if (otherEpoch && cursor.position() > 0) {
            setProblem(page, ErrorCode::ServerRestored);
        } else {
            fillPage(log, *space, cursor, withEntries, budget, page);
        }
    }
}

}  // namespace veldwijzer::server
