// SPDX-License-Identifier: EUPL-1.2
#include "session/abbreviation.h"

#include "domain/kinds.h"
#include "session/session.h"
#include "session/state.h"
#include "store/title_key.h"

namespace veldwijzer::session {

Error notAnId(std::string_view typed) {
    return fail(ErrorCode::InvalidArgument, "\"" + std::string(typed) + "\" is no id: at least the first " +
                                                std::to_string(abbreviationDigits) +
                                                " of its hexadecimal digits");
}

namespace {

Error choose(std::string message, const std::vector<std::string>& candidates) {
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        if (i == candidatesShown) return fail(ErrorCode::InvalidArgument, message + "\n  and more");
        message += "\n  " + candidates[i];
    }
    return fail(ErrorCode::InvalidArgument, message);
}

}  // namespace

Error ambiguous(std::string_view typed, const std::vector<std::string>& candidates) {
    return choose("more than one id begins with " + std::string(typed) + "; type more of it:", candidates);
}

Error moreThanOne(std::string_view typed, const std::vector<std::string>& candidates) {
    return choose("more than one is meant by \"" + std::string(typed) + "\"; use the beginning of the id:",
                  candidates);
}

bool sameName(std::string_view a, std::string_view b) {
    return store::titleKey(a) == store::titleKey(b);
}

Result<RecordId> Session::recordFrom(std::string_view typed) const {
    const auto range = abbreviated<RecordId>(typed);
    if (!range) return notAnId(typed);
    if (range->first == range->last) return range->first;  // whole: whether it is there, is another question
    const store::Store& store = *state_->store;
    const std::vector<RecordId> found = store.idsBetween(range->first, range->last, candidatesShown + 1);
    if (found.size() == 1) return found.front();
    if (found.empty())
        return fail(ErrorCode::NotFound, "no record on this device has an id that begins with " +
                                             std::string(typed) + "; `sync` fetches what is new");
    std::vector<std::string> candidates;
    for (const RecordId& id : found) {
        const auto stored = store.find(id);
        candidates.push_back(toHex(id.view()) +
                             (stored ? "  " + stored->record.kind + "  " +
                                           domain::titleOf(stored->record, store.clampedTime(stored->space))
                                     : ""));
    }
    return ambiguous(typed, candidates);
}

}  // namespace veldwijzer::session
